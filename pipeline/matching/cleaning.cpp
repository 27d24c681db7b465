#include "matching/cleaning.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace boctach {

Span without_spaces(std::string_view text, Span span) {
  while (!span.empty() && text[span.begin] == ' ') ++span.begin;
  while (!span.empty() && text[span.end - 1] == ' ') --span.end;
  return span;
}

Span line_around(std::string_view text, Span span) {
  const std::size_t before = span.begin == 0 ? std::string_view::npos : text.rfind('\n', span.begin - 1);
  return {before == std::string_view::npos ? 0 : before + 1, std::min(text.find('\n', span.end), text.size())};
}

namespace {

bool repeats_line_before(std::string_view text, Span line) {
  const std::string_view words = without_spaces(text, line).of(text);
  for (Span before = line; before.begin > 0;) {
    before = line_around(text, {before.begin - 1, before.begin - 1});
    const Span other = without_spaces(text, before);
    if (!other.empty()) return other.of(text) == words;
  }
  return false;
}

class ChromeFinder {
 public:
  ChromeFinder(const CleaningText& text, GatedEngine& engine) : text_(text.clean), view_(text.view), engine_(engine) {}

  void find(const CompiledRule& rule, std::vector<Removal>& removals) const {
    const Scene scene{text_, view_, no_mentions_, no_stretches_, no_stretches_, engine_, false};
    for (RawMatch& raw : engine_.find_all(rule, view_)) {
      Trial trial = judge(rule, std::move(raw), scene);
      if (trial.outcome != Outcome::Won) continue;
      Removal removal{&rule, trial.span, trial.span, std::move(trial.groups), std::move(trial.fields)};
      if (place(removal)) removals.push_back(std::move(removal));
    }
  }

 private:
  // Settles what goes; false if the rule's limits do not hold here.
  bool place(Removal& removal) const {
    const CleanRule& clean = removal.rule->rule->clean;
    const Span line = line_around(text_, removal.found);
    if (clean.max_line > 0 && count_code_points(line.of(text_)) > static_cast<std::size_t>(clean.max_line)) return false;
    if (static_cast<double>(line.begin) < clean.after * static_cast<double>(text_.size())) return false;
    if (clean.drop == Drop::Match) return true;
    if (clean.drop == Drop::Repeat && !repeats_line_before(text_, line)) return false;
    removal.found = without_spaces(text_, line);
    removal.dropped = {line.begin, std::min(line.end + 1, text_.size())};
    if (clean.drop == Drop::From) {
      removal.dropped.end = end_of_tail(*removal.rule, removal.dropped.end);
      removal.found.end = removal.dropped.end;
      if (removal.found.end == text_.size()) return true;
      while (text_[removal.found.end - 1] == ' ' || text_[removal.found.end - 1] == '\n') --removal.found.end;
    }
    return true;
  }

  // Where what is dropped ends whose first line ends at `begin`.
  std::size_t end_of_tail(const CompiledRule& rule, std::size_t begin) const {
    Expression::Match match;
    if (rule.until == nullptr || begin == text_.size()) return text_.size();
    const std::size_t from = view_.from_clean({begin, begin + 1}).begin;
    return rule.until->find(view_.text(), from, match) ? line_around(text_, view_.clean(match.span)).begin : text_.size();
  }

  std::string_view text_;
  const View& view_;
  GatedEngine& engine_;
  std::vector<Mention> no_mentions_;
  std::vector<HiddenStretch> no_stretches_;
};

}  // namespace

std::vector<Removal> find_chrome(const std::vector<CompiledRule>& rules, bool tails, const CleaningText& text, GatedEngine& engine) {
  const ChromeFinder finder(text, engine);
  std::vector<Removal> removals;
  for (const CompiledRule& rule : rules) {
    if ((rule.rule->clean.drop == Drop::From) == tails) finder.find(rule, removals);
  }
  std::sort(removals.begin(), removals.end(), [](const Removal& a, const Removal& b) {
    if (a.dropped.begin != b.dropped.begin) return a.dropped.begin < b.dropped.begin;
    if (a.dropped.end != b.dropped.end) return a.dropped.end > b.dropped.end;
    return a.rule->rule->full_name() < b.rule->rule->full_name();
  });
  return removals;
}

}  // namespace boctach
