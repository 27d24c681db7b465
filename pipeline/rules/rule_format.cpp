#include "rules/rule_format.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/key_check.h"
#include "rules/scalar_extent.h"
#include "rules/yaml_events.h"
#include "rules/yaml_gate.h"
#include "rules/yaml_text.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

using MarkPlace = std::pair<int, int>;  // line and column of a mark

// All phrases without quotes in the list in which `first` was told.
void add_phrases(const Node& node, const MarkPlace& first, std::set<MarkPlace>& places) {
  const bool meant = node.is_sequence() && std::any_of(node.children.begin(), node.children.end(), [&](const Node& child) {
                       return MarkPlace(child.mark.line, child.mark.column) == first;
                     });
  for (const Node& child : node.children) {
    add_phrases(child, first, places);
    const bool phrase = child.is_scalar() && child.style == Node::Style::Plain && child.value.find(' ') != std::string::npos;
    if (meant && phrase) places.insert({child.mark.line, child.mark.column});
  }
}

// The scalars whose quotes the check of keys complains about.
std::set<MarkPlace> badly_quoted(const Node& tree, const RuleSet& rules) {
  Diagnostics found;
  Reporter reporter(rules, found);
  const bool is_overlay = tree.find("overlay") != nullptr;
  const bool is_main = tree.find("packs") != nullptr;
  check_object(tree, is_overlay ? ObjectKind::Overlay : is_main ? ObjectKind::Main : ObjectKind::Pack, reporter);
  std::set<MarkPlace> places;
  for (const Diagnostic& diagnostic : found.all()) {
    const MarkPlace place(diagnostic.mark.line, diagnostic.mark.column);
    if (diagnostic.code == "W402") add_phrases(tree, place, places);
    if (diagnostic.code == "W403" || diagnostic.code == "W404" || diagnostic.code == "E408") places.insert(place);
  }
  return places;
}

// Escapes that stand for a letter nobody could see otherwise are needed; those
// that only the double quotes want are not.
bool needs_escapes(std::string_view token) {
  for (std::size_t at = token.find('\\'); at != std::string_view::npos; at = token.find('\\', at + 2)) {
    const char escaped = at + 1 < token.size() ? token[at + 1] : '\0';
    if (escaped != '\\' && escaped != '"' && escaped != '/') return true;
  }
  return false;
}

// How a scalar should be written; empty: as it is.
std::string requoted(std::string_view token, std::string_view value, bool complained) {
  if (token.find('\n') != std::string_view::npos) return "";
  const bool is_double = !token.empty() && token.front() == '"';
  if (!is_double) return complained && token == value ? single_quoted(value) : "";
  // An apostrophe would have to be doubled: only where double quotes are wrong.
  const bool better = complained || value.find('\'') == std::string_view::npos;
  return better && !needs_escapes(token) ? single_quoted(value) : "";
}

class Formatter {
 public:
  Formatter(std::string_view text, std::set<MarkPlace> complaints)
      : text_(text), complaints_(std::move(complaints)), events_(read_events(text).value_or(std::vector<YamlEvent>())) {
    extents_ = scalar_extents(text_, events_);
    kept_.resize(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    for (const ScalarExtent& extent : extents_) keep_lines(extent);
  }

  [[nodiscard]] const std::vector<YamlEvent>& events() const { return events_; }
  [[nodiscard]] std::string formatted() const { return lines_of(quoted()); }

  // Line and column, from 1, of tabs that are neither in a value nor in a comment nor at an end of line.
  [[nodiscard]] std::vector<MarkPlace> tabs() const {
    std::vector<MarkPlace> places;
    auto extent = extents_.begin();
    std::size_t line_start = 0;
    int line = 1;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      while (extent != extents_.end() && extent->end <= at) ++extent;
      const bool in_value = extent != extents_.end() && extent->begin <= at;
      if (text_[at] == '\n') {
        line_start = at + 1;
        ++line;
      } else if (text_[at] == '#' && !in_value) {
        at = std::min(text_.find('\n', at), text_.size()) - 1;
      } else if (text_[at] == '\t' && !in_value && text_.find_first_not_of(" \t\r", at) < std::min(text_.find('\n', at), text_.size())) {
        places.emplace_back(line, static_cast<int>(count_code_points(text_.substr(line_start, at - line_start))) + 1);
      }
    }
    return places;
  }

 private:
  // The ends of lines inside a scalar belong to it.
  void keep_lines(const ScalarExtent& extent) {
    std::size_t line = events_[extent.event].line;
    const bool block = extent.is_block(text_);
    const auto feeds = static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(extent.begin),
                                                           text_.begin() + static_cast<std::ptrdiff_t>(extent.end), '\n'));
    // The last line of a file may have no feed.
    const std::size_t open = block && feeds > 0 && extent.end == text_.size() && text_.back() != '\n' ? 1 : 0;
    const std::size_t end = line + feeds + open;
    if (block) ++line;
    for (; line < end; ++line) kept_[line] = true;
  }

  [[nodiscard]] std::string quoted() const {
    std::string result;
    std::size_t done = 0;
    for (const ScalarExtent& extent : extents_) {
      const YamlEvent& event = events_[extent.event];
      const std::string_view before = text_.substr(extent.begin - event.column, event.column);
      const MarkPlace place(static_cast<int>(event.line) + 1, static_cast<int>(count_code_points(before)) + 1);
      const std::string better = requoted(extent.of(text_), event.value, complaints_.count(place) > 0);
      if (better.empty()) continue;
      result.append(text_.substr(done, extent.begin - done)).append(better);
      done = extent.end;
    }
    return result.append(text_.substr(done));
  }

  // `text` has the lines of text_, some of them with other quotes.
  [[nodiscard]] std::string lines_of(std::string_view text) const {
    std::string result;
    std::size_t blanks = 0;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size(); ++number) {
      const std::size_t feed = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, feed - at);
      const bool kept = kept_[number];
      line = line.substr(0, kept ? line.size() - (!line.empty() && line.back() == '\r' ? 1 : 0) : line.find_last_not_of(" \t\r") + 1);
      at = feed + 1;
      if (line.empty() && !kept) {
        ++blanks;
        continue;
      }
      const std::size_t most = line.empty() || line.front() == ' ' ? 1 : 2;
      if (!result.empty()) result.append(std::min(blanks, most), '\n');
      blanks = 0;
      result.append(line);
      // A line feed more behind a block scalar would be a letter more in its value.
      if (feed < text.size() || !kept) result += '\n';
    }
    return result;
  }

  std::string_view text_;
  std::set<MarkPlace> complaints_;
  std::vector<YamlEvent> events_;
  std::vector<ScalarExtent> extents_;
  std::vector<bool> kept_;  // the lines whose ends belong to a value
};

}  // namespace

std::optional<std::string> format_rules(const std::string& file, Reporter& reporter) {
  const std::size_t told = reporter.count();
  const auto tree = read_yaml(file, reporter);
  if (!tree || reporter.count() != told) return std::nullopt;
  std::string_view text = reporter.rules().sources.at(file);
  if (text.substr(0, 3) == byte_order_mark) text.remove_prefix(3);
  if (text.substr(0, 3) == byte_order_mark) {
    reporter.report("E510", {file, 1, 1}, "a second byte order mark; the file is left as it is", "take it away: places would be wrong");
    return std::nullopt;
  }
  const Formatter formatter(text, tree->is_map() ? badly_quoted(*tree, reporter.rules()) : std::set<MarkPlace>());
  std::string result = formatter.formatted();
  const auto events = read_events(result);
  const std::vector<YamlEvent>& before = formatter.events();
  const std::size_t changed = events ? first_difference(before, *events) : 0;
  if (!events || changed < before.size() || events->size() != before.size()) {
    const std::size_t line = changed < before.size() ? before[changed].line + 1 : 0;
    reporter.report("E510", {file, static_cast<int>(line), 1}, "formatting would change a value; the file is left as it is",
                    "write this value in another way, in one line and in single quotes");
    return std::nullopt;
  }
  for (const auto& [line, column] : formatter.tabs()) {
    reporter.report("W510", {file, line, column}, "a tab between words", "write spaces");
  }
  return result;
}

}  // namespace boctach
