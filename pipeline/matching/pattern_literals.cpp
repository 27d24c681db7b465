#include "matching/pattern_literals.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace boctach {
namespace {

// What stands in every line tells nothing.
bool is_everywhere(const std::string& text) {
  return text.size() == 1 && (std::string_view(" ,.").find(text[0]) != std::string_view::npos || (text[0] >= 'a' && text[0] <= 'z'));
}

// What stands in most lines adds little to what is known of the start.
bool is_short(const std::string& text) { return text.size() < 3; }

// Without the texts that a shorter one speaks for.
std::map<std::string, ByteSet> shortest_starts(const std::map<std::string, GoingOn>& texts) {
  std::map<std::string, ByteSet> kept;
  for (const auto& [text, going_on] : texts) {
    const auto speaks_for = [&, &longer = text](std::size_t size) {
      const auto shorter = kept.find(longer.substr(0, size));
      if (shorter == kept.end()) return false;
      ByteSet next = shorter->second;
      add_both_cases(encoded(decode(longer, size).code_point), next);
      return next == shorter->second;
    };
    bool needless = false;
    for (std::size_t size = 0; size < text.size() && !needless; size += decode(text, size).size) needless = speaks_for(size);
    if (!needless) kept.emplace(text, going_on.whole || going_on.open ? ByteSet::all() : going_on.next);
  }
  return kept;
}

// Without the texts that hold another one; where they stand gets less certain by that.
NeededLiterals shortest_parts(const NeededLiterals& needed) {
  NeededLiterals kept{{}, needed.least, needed.most};
  std::size_t longest = 0;
  for (const std::string& text : needed.texts) {
    const auto is_inside = [&](const std::string& other) { return other.size() < text.size() && text.find(other) != std::string::npos; };
    if (std::none_of(needed.texts.begin(), needed.texts.end(), is_inside)) {
      kept.texts.insert(text);
    } else {
      longest = std::max(longest, text.size());
    }
  }
  if (kept.most != unbounded) kept.most += longest;
  return kept;
}

// True if the starts say already what `needed` would say.
bool stands_at_start(const Literals& needed, const std::map<std::string, ByteSet>& starts) {
  return !starts.empty() && std::all_of(needed.begin(), needed.end(), [&](const std::string& part) {
    return std::any_of(starts.begin(), starts.end(), [&](const auto& start) {
      return start.first.find(part) != std::string::npos || part.compare(0, start.first.size(), start.first) == 0;
    });
  });
}

bool is_rare(const std::map<std::string, ByteSet>& starts) {
  return std::none_of(starts.begin(), starts.end(), [](const auto& start) { return start.first.empty() || is_everywhere(start.first); });
}

// True if it can match at the start of a text alone.
bool is_anchored(const Syntax& syntax) {
  return (syntax.kind == Syntax::Kind::Sequence ? syntax.parts.front() : syntax).kind == Syntax::Kind::TextStart;
}

}  // namespace

PatternTriggers find_triggers(std::string_view expression) {
  const auto parsed = parse_expression(expression);
  return parsed ? TriggerFinder().find(parsed->syntax) : PatternTriggers{};
}

PatternTriggers TriggerFinder::find(const Syntax& syntax) {
  const Knowledge all = knowledge_.of(syntax);
  PatternTriggers triggers;
  if (!is_anchored(syntax) && all.starts.known) triggers.starts = shortest_starts(all.starts.texts);
  if (!is_rare(triggers.starts)) triggers.starts.clear();
  for (const NeededLiterals& needed : needed_of(all)) {
    NeededLiterals parts = shortest_parts(needed);
    const bool worth_it = std::none_of(parts.texts.begin(), parts.texts.end(), triggers.starts.empty() ? is_everywhere : is_short);
    if (worth_it && !stands_at_start(parts.texts, triggers.starts)) triggers.needed.push_back(std::move(parts));
  }
  return triggers;
}

}  // namespace boctach
