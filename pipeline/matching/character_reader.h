#ifndef BOCTACH_MATCHING_CHARACTER_READER_H_
#define BOCTACH_MATCHING_CHARACTER_READER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "matching/character_set.h"

namespace boctach {

// What is no expression, or none that is read here.
struct NotRead {};

// Walks over an expression in the syntax of RE2, and reads its characters and
// classes of characters. Throws NotRead.
class CharacterReader {
 public:
  static constexpr std::string_view repetitions = "*+?{";

  explicit CharacterReader(std::string_view expression) : text_(expression) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool is_ahead(std::string_view characters) const {
    return !at_end() && characters.find(text_[at_]) != std::string_view::npos;
  }
  [[nodiscard]] char ahead() const { return text_[at_]; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  void advance(std::size_t bytes) { at_ += bytes; }
  char next() { return at_end() ? throw NotRead{} : text_[at_++]; }
  bool skip(std::string_view what);
  // What stands before `end`, to behind it.
  std::string_view until(std::string_view end);
  std::size_t number(std::size_t most);

  // A character as it is, or behind a backslash.
  char32_t character();
  // A character, and those behind it that mean only themselves and are not repeated.
  std::u32string text();
  // \d and its like, if that is what stands here.
  std::optional<CharacterSet> short_class(bool any_case);
  // True if \pL or its like, or [:alpha:], was read over.
  bool skip_named_class();
  // A class in square brackets; nothing if it holds a named one.
  std::optional<CharacterSet> bracketed_class(bool any_case);

 private:
  char32_t escaped_character();
  char32_t hexadecimal();

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_CHARACTER_READER_H_
