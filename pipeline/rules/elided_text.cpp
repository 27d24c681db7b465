#include "rules/elided_text.h"

#include <algorithm>

namespace boctach {
namespace {

// YAML takes a value for a key only if it ends this near to its begin: no line may become shorter that is longer.
constexpr std::size_t longest_line = 1024;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What ends no plain value, wherever it stands.
bool is_plain(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view(" _-./()").find(c) != std::string_view::npos;
}

// Words that YAML reads as no value.
bool is_null_word(std::string_view word) { return word == "null" || word == "Null" || word == "NULL"; }

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

}  // namespace

// Goes through a text line by line and cuts short what looks like a value on one line.
class Elider {
 public:
  explicit Elider(ElidedText& to) : to_(to), full_(to.full_) {}

  void run() {
    std::size_t owner = std::string_view::npos;  // lines that begin deeper belong to a value above
    for (std::size_t begin = 0; begin < full_.size();) {
      begin_ = begin;
      line_ = full_.substr(begin, full_.find('\n', begin) - begin);
      begin += line_.size() + 1;
      if (!line_.empty() && line_.back() == '\r') line_.remove_suffix(1);
      const std::size_t indent = indentation(line_);
      if (indent == line_.size() || line_[indent] == '#' || indent > owner) continue;
      owner = std::string_view::npos;
      next_indent_ = next_indentation(begin);
      if (line_.size() <= longest_line) owner = elide_line(indent);
    }
    copy_until(full_.size());
  }

 private:
  // Of the next line that is not empty.
  [[nodiscard]] std::size_t next_indentation(std::size_t begin) const {
    const std::size_t letter = full_.find_first_not_of(" \r\n", begin);
    if (letter == std::string_view::npos) return 0;
    const std::size_t before = full_.rfind('\n', letter);
    return before == std::string_view::npos ? letter : letter - before - 1;
  }

  // The column which lines must pass to belong to a value that begins on this line; npos if none does.
  std::size_t elide_line(std::size_t at) {
    std::size_t column = at;  // of the last key or dash
    int depth = 0;            // of brackets
    bool owns = false;
    const auto letter = [&](std::size_t i) { return i < line_.size() ? line_[i] : '\n'; };
    const auto ends_word = [&](std::size_t i) { return letter(i) == ' ' || letter(i) == '\n'; };
    for (bool value = true; (at = std::min(line_.find_first_not_of(' ', at), line_.size())) < line_.size();) {
      const char c = line_[at];
      if (value && depth == 0 && c == '-' && ends_word(at + 1)) {
        column = at++;
      } else if (value && (c == '[' || c == '{')) {
        owns = true;
        ++depth;
        ++at;
      } else if (depth > 0 && (c == ']' || c == '}')) {
        value = false;
        --depth;
        ++at;
      } else if ((depth > 0 && c == ',') || (!value && c == ':' && ends_word(at + 1))) {
        value = true;
        ++at;
      } else if (value && (c == '\'' || is_letter(c))) {
        const std::size_t end = c == '\'' ? end_of_quoted(at) : end_of_plain(at);
        if (end == std::string_view::npos) return column;
        const std::size_t behind = std::min(line_.find_first_not_of(' ', end), line_.size());
        const bool is_key = letter(behind) == ':' && ends_word(behind + 1);
        const bool is_last = behind == line_.size() || (line_[behind] == '#' && behind > end);
        const bool is_item = depth > 0 && (letter(behind) == ',' || letter(behind) == ']' || letter(behind) == '}');
        if (!is_key && !is_last && !is_item) return column;
        if (depth == 0 && is_key) column = at;
        if (depth == 0 && is_last) owns = true;
        if (c == '\'') {
          elide(at, end - 1);
        } else if (depth > 0 || is_key || next_indent_ <= column) {
          elide(at, end);
        }
        value = false;
        at = behind;
      } else {
        return c == '#' && !owns ? std::string_view::npos : column;
      }
    }
    return owns ? column : std::string_view::npos;
  }

  // Behind the quote that closes the one at `at`; npos if none does on this line.
  [[nodiscard]] std::size_t end_of_quoted(std::size_t at) const {
    while (++at < line_.size()) {
      if (static_cast<unsigned char>(line_[at]) < ' ') return std::string_view::npos;  // what a reader may take for a break
      if (line_[at] != '\'') continue;
      if (at + 1 == line_.size() || line_[at + 1] != '\'') return at + 1;
      ++at;
    }
    return std::string_view::npos;
  }

  // Behind a plain value without the white space behind it; npos if it is better left alone.
  [[nodiscard]] std::size_t end_of_plain(std::size_t at) const {
    const std::size_t begin = at;
    std::size_t end = at;
    for (; at < line_.size() && is_plain(line_[at]); ++at) {
      if (line_[at] != ' ') end = at + 1;
    }
    return is_null_word(line_.substr(begin, end - begin)) ? std::string_view::npos : end;
  }

  // Leaves out what is behind the first letter of a value on this line, up to `end`.
  void elide(std::size_t first, std::size_t end) {
    if (end == first + 1) return;
    copy_until(begin_ + first + 1);
    to_.elisions_.push_back({to_.text_.size() - 1, copied_, end - first - 1});
    copied_ = begin_ + end;
  }

  void copy_until(std::size_t end) {
    to_.text_.append(full_.substr(copied_, end - copied_));
    copied_ = end;
  }

  ElidedText& to_;
  std::string_view full_;
  std::size_t copied_ = 0;  // bytes of the full text
  std::string_view line_;
  std::size_t begin_ = 0;        // of the line
  std::size_t next_indent_ = 0;  // of the line behind it
};

ElidedText::ElidedText(std::string_view full) : full_(full) { Elider(*this).run(); }

ElidedText ElidedText::whole(std::string_view full) {
  ElidedText text;
  text.full_ = text.text_ = full;
  return text;
}

std::vector<ElidedText::Elision>::const_iterator ElidedText::first_from(std::size_t at) const {
  return std::partition_point(elisions_.begin(), elisions_.end(), [&](const Elision& elision) { return elision.at < at; });
}

std::size_t ElidedText::full_offset(std::size_t at) const {
  const auto later = first_from(at);
  if (later == elisions_.begin()) return at;
  const Elision& last = *std::prev(later);
  return last.begin + last.size + (at - last.at - 1);
}

std::optional<std::string> ElidedText::full_value(std::size_t at, std::string_view left) const {
  const auto found = first_from(at);
  if (found == elisions_.end() || found->at != at) return std::nullopt;
  const std::string_view elided = full_.substr(found->begin, found->size);
  if (text_[at] != '\'') {
    if (left != text_.substr(at, 1)) return std::nullopt;
    return std::string(left).append(elided);
  }
  if (!left.empty()) return std::nullopt;
  std::string value;
  for (std::size_t i = 0; i < elided.size(); ++i) {
    value += elided[i];
    if (elided[i] == '\'') ++i;  // a quote is written twice
  }
  return value;
}

}  // namespace boctach
