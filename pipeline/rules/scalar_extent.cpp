#include "rules/scalar_extent.h"

#include <algorithm>

namespace boctach {
namespace {

constexpr std::string_view white = " \t\r\n";

std::size_t end_of_line(std::string_view text, std::size_t at) {
  const std::size_t feed = text.find('\n', at);
  return feed == std::string_view::npos ? text.size() : feed + 1;
}

std::size_t end_of_single(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (text[at] != '\'') continue;
    if (at + 1 >= text.size() || text[at + 1] != '\'') return at + 1;
    ++at;
  }
  return text.size();
}

std::size_t end_of_double(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') ++at;
  }
  return text.size();
}

// A plain scalar is printed as it reads but for the white space in it, which
// may be folded lines.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  for (const char c : value) {
    if (white.find(c) != std::string_view::npos) continue;
    at = std::min(text.find_first_not_of(white, at), text.size());
    if (at < text.size() && text[at] == c) ++at;
  }
  return at;
}

// Every line behind the header that is blank or stands further in than what
// the scalar belongs to.
std::size_t end_of_block(std::string_view text, std::size_t begin, std::size_t least_indent) {
  const std::size_t header_end = end_of_line(text, begin);
  const std::string_view indicators = text.substr(begin, text.find_first_of(white, begin) - begin);
  const bool keeps = indicators.find('+') != std::string_view::npos;
  std::size_t end = header_end;
  for (std::size_t line = header_end; line < text.size();) {
    const std::size_t next = end_of_line(text, line);
    const std::size_t content = std::min(text.find_first_not_of(' ', line), text.size());
    const bool empty = text[line] == '\n' || text.substr(line, 2) == "\r\n";
    const bool blank = content >= text.size() || text[content] == '\n' || text[content] == '\r';
    if (!blank && content - line < least_indent) break;
    if (!empty || keeps) end = next;
    line = next;
  }
  return end;
}

std::size_t end_of(std::string_view text, std::size_t begin, std::string_view value, std::size_t least_indent) {
  switch (begin < text.size() ? text[begin] : '\0') {
    case '\'':
      return end_of_single(text, begin);
    case '"':
      return end_of_double(text, begin);
    case '|':
    case '>':
      return end_of_block(text, begin, least_indent);
    default:
      return end_of_plain(text, begin, value);
  }
}

}  // namespace

std::vector<ScalarExtent> scalar_extents(std::string_view text, const std::vector<YamlEvent>& events) {
  std::vector<std::size_t> starts{0};
  for (std::size_t feed = text.find('\n'); feed != std::string_view::npos; feed = text.find('\n', feed + 1)) starts.push_back(feed + 1);
  std::vector<ScalarExtent> extents;
  std::vector<std::size_t> columns;  // of the lists and maps around
  for (std::size_t i = 0; i < events.size(); ++i) {
    const YamlEvent& event = events[i];
    if (event.kind == YamlEvent::Kind::SequenceStart || event.kind == YamlEvent::Kind::MapStart) {
      columns.push_back(event.column);
    } else if (event.kind == YamlEvent::Kind::SequenceEnd || event.kind == YamlEvent::Kind::MapEnd) {
      columns.pop_back();
    } else if (event.kind == YamlEvent::Kind::Scalar && event.line < starts.size()) {
      const std::size_t begin = std::min(starts[event.line] + event.column, text.size());
      extents.push_back({i, begin, end_of(text, begin, event.value, columns.empty() ? 0 : columns.back() + 1)});
    }
  }
  return extents;
}

}  // namespace boctach
