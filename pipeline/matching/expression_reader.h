#ifndef BOCTACH_MATCHING_EXPRESSION_READER_H_
#define BOCTACH_MATCHING_EXPRESSION_READER_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "matching/literal_algebra.h"

namespace boctach {

// What is known of groups that were read before, by their text.
class KnownGroups {
 public:
  // Null if the group is new.
  [[nodiscard]] const Knowledge* find(std::string_view group, bool any_case) const;
  void add(std::string_view group, bool any_case, const Knowledge& knowledge);

 private:
  std::map<std::pair<std::string, bool>, Knowledge> known_;
};

// Reads the syntax of RE2 and says what is known of the texts it matches.
class ExpressionReader {
 public:
  // `groups` must outlive the reader.
  ExpressionReader(std::string_view expression, KnownGroups& groups) : text_(expression), groups_(groups) {}

  Knowledge read() {
    Knowledge all = alternatives();
    return lost_ || !at_end() ? anything() : all;
  }
  // True if it can match at the start of a text alone, as RE2 sees by itself.
  [[nodiscard]] bool is_anchored() const { return text_.substr(0, 2) == "\\A" && !branched_; }

 private:
  Knowledge alternatives();
  Knowledge sequence();
  Knowledge atom();
  Knowledge group();
  Knowledge new_group();
  [[nodiscard]] std::size_t end_of_group() const;
  bool read_flags();
  Knowledge escape();
  Knowledge character_class();
  Knowledge literal();
  Knowledge repetitions(Knowledge once);
  Knowledge lose();
  std::optional<char32_t> character();
  std::optional<std::size_t> number();
  bool skip_named_class();
  bool add_range(char32_t from, char32_t to, Literals& texts) const;
  void add_leads(char32_t from, char32_t to, ByteSet& first) const;

  static bool is_ascii_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char ahead() const { return text_[at_]; }
  [[nodiscard]] bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  std::string_view text_;
  KnownGroups& groups_;
  std::size_t at_ = 0;
  bool any_case_ = false;  // (?i)
  int depth_ = 0;          // of open groups
  bool branched_ = false;  // there are alternatives outside of groups
  bool lost_ = false;      // the syntax was not understood
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_EXPRESSION_READER_H_
