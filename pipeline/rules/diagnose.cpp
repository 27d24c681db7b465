#include "rules/diagnose.h"

#include <algorithm>
#include <numeric>

#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Line `number` of a text, valid UTF-8, without its line feed.
std::string source_line(const RuleSet& rules, const Mark& mark) {
  const auto source = rules.sources.find(mark.file);
  if (source == rules.sources.end() || mark.line <= 0) return "";
  const std::string& text = source->second;
  std::size_t begin = text.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
  for (int line = 1; line < mark.line; ++line) {
    begin = text.find('\n', begin);
    if (begin == std::string::npos) return "";
    ++begin;
  }
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  std::string result;
  for (std::size_t at = begin; at < end;) {
    const Decoded letter = decode(text, at);
    if (letter.code_point != U'\r') append_utf8(result, letter.valid ? letter.code_point : replacement_character);
    at += letter.size;
  }
  return result;
}

bool belongs_to_name(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || c == '_' ||
         c == '-' || c == '.' || c == '/' || c == '@';
}

// How many code points the thing at `column` takes: a name, an escape, or one.
int width_at(const std::string& line, int column) {
  if (column <= 0) return 1;
  const std::size_t begin = forward(line, 0, static_cast<std::size_t>(column - 1));
  if (begin >= line.size()) return 1;
  if (line[begin] == '\\') return 2;
  std::size_t end = begin;
  if (line.compare(begin, 2, "{{") == 0) {
    const std::size_t close = line.find("}}", begin);
    end = close == std::string::npos ? begin : close + 2;
  } else if (line.compare(begin, 4, "(?P<") == 0 || line.compare(begin, 3, "(?<") == 0) {
    const std::size_t close = line.find_first_of(">=!", begin);
    end = close == std::string::npos ? begin : close + 1;
  } else if (line[begin] == '*' || line[begin] == '&' || line[begin] == '!' || belongs_to_name(line[begin])) {
    end = begin + 1;
    while (end < line.size() && belongs_to_name(line[end])) ++end;
  }
  return std::max(1, static_cast<int>(count_code_points(std::string_view(line).substr(begin, end - begin))));
}

// Letters put in, left out, changed, or swapped with a neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows[i][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows.back().back();
}

Severity severity_of(const std::string& code) {
  if (code[0] == 'W') return Severity::Warning;
  return code[0] == 'N' ? Severity::Note : Severity::Error;
}

}  // namespace

Diagnostic diagnose(const RuleSet& rules, const std::string& code, const std::string& message, const Mark& mark, const std::string& help) {
  Diagnostic result;
  result.severity = severity_of(code);
  result.code = code;
  result.message = say(message);
  result.mark = mark;
  result.line = source_line(rules, mark);
  result.width = width_at(result.line, mark.column);
  result.help = say(help);
  return result;
}

Mark mark_inside(const RuleSet& rules, const Text& text, std::size_t offset) {
  const std::string line = source_line(rules, text.mark);
  if (text.mark.column <= 0 || offset > text.value.size()) return text.mark;
  std::size_t at = forward(line, 0, static_cast<std::size_t>(text.mark.column - 1));
  const bool single = at < line.size() && line[at] == '\'';
  if (single) ++at;
  // The value is followed letter by letter, so that doubled quotes count and a
  // value that is not written as it reads (escapes, folded lines) is noticed.
  for (std::size_t i = 0; i < offset; ++i) {
    if (at >= line.size() || line[at] != text.value[i]) return text.mark;
    at += single && line[at] == '\'' ? 2 : 1;
  }
  Mark result = text.mark;
  result.column = static_cast<int>(count_code_points(std::string_view(line).substr(0, at))) + 1;
  return result;
}

std::string nearest(std::string_view name, const std::vector<std::string>& names) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, name.size() / 3) + 1;
  for (const std::string& candidate : names) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string suggest(std::string_view name, const std::vector<std::string>& names, const std::string& otherwise) {
  const std::string near = nearest(name, names);
  return near.empty() ? say(otherwise) : say("did you mean '{0}'?", {near});
}

void Reporter::report(const std::string& code, const Mark& mark, const std::string& message, const std::string& help) {
  if (!notes_ && severity_of(code) == Severity::Note) return;
  const bool allowed = std::find(allowed_.begin(), allowed_.end(), code) != allowed_.end();
  if (allowed && severity_of(code) != Severity::Error) return;
  const std::string place = mark.file + ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column);
  if (!told_.insert(code + " " + place + " " + message).second) return;
  diagnostics_.add(diagnose(rules_, code, message, mark, help));
}

}  // namespace boctach
