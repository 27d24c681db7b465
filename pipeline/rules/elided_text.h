#ifndef BOCTACH_RULES_ELIDED_TEXT_H_
#define BOCTACH_RULES_ELIDED_TEXT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// A YAML text whose values are cut short, for a reader that takes most of a
// microsecond a letter: 'words in quotes' become '', plain words their first
// letter. What is taken for a value may be none (words in a comment), so the
// short text tells the same as the full one only if its reader meets what is
// left at every elision, as a value of its own. Then it stands behind each as
// a reader of the full text does.
class ElidedText {
 public:
  // `full` must outlive this.
  explicit ElidedText(std::string_view full);
  // Nothing elided.
  static ElidedText whole(std::string_view full);

  [[nodiscard]] std::string_view full() const { return full_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  // How many values are cut short.
  [[nodiscard]] std::size_t elisions() const { return elisions_.size(); }

  // Where a byte of the short text stands in the full one.
  [[nodiscard]] std::size_t full_offset(std::size_t at) const;
  // The full value of which a reader met `left` at byte `at` of the short text; nothing if that one was not cut short.
  [[nodiscard]] std::optional<std::string> full_value(std::size_t at, std::string_view left) const;

 private:
  friend class Elider;

  struct Elision {
    std::size_t at;     // of the value in the short text: of its quote, or of its first letter
    std::size_t begin;  // of what is left out, in the full text
    std::size_t size;
  };

  ElidedText() = default;
  [[nodiscard]] std::vector<Elision>::const_iterator first_from(std::size_t at) const;

  std::string_view full_;
  std::string text_;
  std::vector<Elision> elisions_;  // by place
};

}  // namespace boctach

#endif  // BOCTACH_RULES_ELIDED_TEXT_H_
