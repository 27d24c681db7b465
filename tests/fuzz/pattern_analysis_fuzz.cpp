// An expression (the first line) and a text (the rest): what is read from the expression holds for every match of it, and its
// canonical form and its automaton find the same.
#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/filter.h"
#include "boctach/text_editor.h"
#include "fuzz/require.h"
#include "matching/canonical_pattern.h"
#include "matching/compiled_rule.h"
#include "matching/pattern_literals.h"
#include "matching/sweep.h"
#include "matching/syntax.h"
#include "matching/word_bytes.h"
#include "text/case_fold.h"
#include "text/unicode.h"

namespace {

using boctach::Expression;
using boctach::NeededLiterals;
using boctach::PatternTriggers;
using boctach::require;

constexpr std::size_t largest_expression = 200;
constexpr std::size_t largest_text = 400;
// What takes more is slow to compile and says no more of the analysis.
constexpr std::int64_t memory = std::int64_t{1} << 20;

std::string repaired(std::string_view bytes) {
  static const auto filter = boctach::make_filter("repair-utf8");
  boctach::Diagnostics notes;
  boctach::TextEditor editor(bytes);
  filter->apply(editor, notes);
  return std::move(editor).finish().text;
}

bool is_small(const std::string& expression) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return RE2(expression, options).ok();
}

// Every start of a match, as the plain engine finds them.
std::vector<Expression::Match> find_all(const Expression& expression, std::string_view text) {
  std::vector<Expression::Match> all;
  Expression::Match match;
  for (std::size_t from = 0; from < text.size() && expression.find(text, from, match);) {
    if (match.span.begin >= text.size()) break;
    from = match.span.begin + boctach::decode(text, match.span.begin).size;
    all.push_back(match);
  }
  return all;
}

bool stands_at(std::string_view folded, std::size_t at, const std::string& literal) { return folded.substr(at, literal.size()) == literal; }

bool may_start(const PatternTriggers& triggers, std::string_view text, std::string_view folded, std::size_t at) {
  return triggers.starts.empty() || std::any_of(triggers.starts.begin(), triggers.starts.end(), [&](const auto& start) {
           const std::size_t end = at + start.first.size();
           if (!stands_at(folded, at, start.first)) return false;
           return end < text.size() ? start.second.has(static_cast<unsigned char>(text[end])) : start.second.has_end();
         });
}

bool holds(const NeededLiterals& needed, std::string_view folded, boctach::Span match) {
  for (std::size_t offset = needed.least; offset <= std::min(needed.most, match.size()); ++offset) {
    for (const std::string& literal : needed.texts) {
      if (offset + literal.size() <= match.size() && stands_at(folded, match.begin + offset, literal)) return true;
    }
  }
  return false;
}

void check_triggers(const std::string& expression, const std::vector<Expression::Match>& matches, std::string_view text) {
  const PatternTriggers triggers = boctach::find_triggers(expression);
  std::string folded;
  if (!boctach::fold_case_in_place(text, folded)) return;
  require(folded.size() == text.size(), "folded to another length");
  for (const Expression::Match& match : matches) {
    if (match.span.empty()) continue;
    require(may_start(triggers, text, folded, match.span.begin), "a match starts otherwise");
    for (const NeededLiterals& needed : triggers.needed) require(holds(needed, folded, match.span), "a match does without");
  }
}

void check_canonical(const std::string& expression, const std::vector<Expression::Match>& matches, std::string_view text) {
  std::string error;
  const auto canonical = Expression::compile(boctach::canonical_pattern(expression), error);
  require(canonical != nullptr, "the canonical form is refused");
  const std::vector<Expression::Match> others = find_all(*canonical, text);
  require(std::equal(matches.begin(), matches.end(), others.begin(), others.end(),
                     [](const auto& a, const auto& b) { return a.span == b.span && a.groups == b.groups; }),
          "the canonical form finds something else");
}

void check_automaton(const std::string& expression, const std::vector<Expression::Match>& matches, const std::string& text) {
  const auto parsed = boctach::parse_expression(expression);
  if (!parsed || !parsed->is_exact) return;
  boctach::Sweep sweep(boctach::Scope::Document);
  sweep.add(std::make_shared<boctach::PatternProgram>(boctach::PatternProgram{boctach::ByteProgram(parsed->syntax), parsed->groups}),
            false);
  sweep.finish();
  boctach::SweepRun run(sweep);
  const boctach::View view(text);
  if (view.text() != text || text.empty()) return;
  run.scan(view, true);
  using boctach::Sweeps;
  boctach::StartGate gate([&run](std::string_view bytes, Sweeps) { return run.may_start_with(bytes, false) ? 1U : 0U; },
                          [&run](std::string_view bytes, Sweeps) { return run.may_start_with(bytes, true) ? 1U : 0U; });
  const bool opens = gate.openings(view, boctach::Scope::Document).front() != 0;
  const auto& starts = gate.starts(view);
  std::size_t found = 0;
  for (const Expression::Match& match : matches) {
    if (match.span.empty()) continue;
    const std::size_t begin = match.span.begin;
    const auto is_at = [begin](const boctach::StartGate::Start& start) { return start.place == begin; };
    require(begin == 0 ? opens : boctach::is_surely_word(text, begin) || std::any_of(starts.begin(), starts.end(), is_at),
            "the gate is shut where a match starts");
    const auto hits = run.of(0);
    require(hits.first + found < hits.last && hits.first[found].span == match.span, "the automaton finds another match");
    const std::vector<std::size_t> places = run.groups(0, view.text(), match.span);
    std::vector<std::pair<std::string_view, boctach::Span>> groups;
    for (std::size_t i = 0; i < parsed->groups.size(); ++i) {
      if (places[2 * i] == boctach::LazyAutomaton::npos || places[2 * i + 1] == boctach::LazyAutomaton::npos) continue;
      groups.emplace_back(parsed->groups[i], boctach::Span{places[2 * i], places[2 * i + 1]});
    }
    require(groups == match.groups, "the automaton finds other groups");
    ++found;
  }
  require(run.of(0).first + found == run.of(0).last, "the automaton finds more");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(bytes, bytes + size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  if (line > largest_expression || size - line > largest_text) return 0;
  const std::string expression = repaired(input.substr(0, line));
  const std::string text = repaired(input.substr(std::min(line + 1, size)));
  if (!is_small(expression)) return 0;
  std::string error;
  const auto compiled = Expression::compile(expression, error);
  require(compiled != nullptr, "more memory, and refused");
  if (compiled->can_match_nothing()) return 0;
  const std::vector<Expression::Match> matches = find_all(*compiled, text);
  check_triggers(expression, matches, text);
  check_canonical(expression, matches, text);
  check_automaton(expression, matches, text);
  return 0;
}
