#include "rules/source_check.h"

#include <cstddef>

#include "text/unicode.h"

namespace boctach {

bool check_letters(const std::string& file, std::string_view text, Reporter& reporter) {
  bool good = true;
  int line = 1;
  std::size_t line_start = 0;
  bool indenting = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto mark = [&] { return Mark{file, line, static_cast<int>(count_code_points(text.substr(line_start, at - line_start))) + 1}; };
    if (c == '\n') {
      ++line;
      line_start = at + 1;
      indenting = true;
    } else if (c == '\t' && indenting) {
      const std::size_t content = text.find_first_not_of(" \t\r", at);
      if (content == std::string_view::npos || text[content] == '\n') continue;
      reporter.report("E102", mark(), "a tab in the indentation", "indent with spaces");
      good = indenting = false;
    } else if (c != ' ') {
      indenting = false;
      if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r') {
        reporter.report("E103", mark(), "a control character");
        good = false;
      }
    }
  }
  return good;
}

bool check_utf8(const std::string& file, const std::string& text, Reporter& reporter) {
  if (is_valid_utf8(text)) return true;
  int line = 1;
  int column = 1;
  int told = 0;
  bool good = true;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded letter = decode(text, at);
    if (!letter.valid) {
      if (told != line) reporter.report("E101", {file, line, column}, "bytes that are not UTF-8", "save the file as UTF-8");
      told = line;
      good = false;
    }
    at += letter.size;
    ++column;
    if (letter.code_point == U'\n') {
      ++line;
      column = 1;
    }
  }
  return good;
}

}  // namespace boctach
