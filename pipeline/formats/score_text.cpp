#include <algorithm>
#include <iomanip>
#include <set>

#include "formats/score_output.h"
#include "formats/value_words.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t name_width = 28;

// setw counts bytes, and headings are not ASCII in every language.
std::string padded(const std::string& text, std::size_t width, bool to_the_right) {
  const std::string space(width - std::min(width, count_code_points(text)), ' ');
  return to_the_right ? space + text : text + space;
}

void show_tally(std::ostream& output, const Tally& tally) {
  for (const std::size_t n : {tally.right, tally.extra, tally.missed}) output << std::setw(7) << n;
  output << std::fixed << std::setprecision(3);
  for (const double share : {tally.precision(), tally.recall(), tally.f1()}) output << std::setw(8) << share;
}

void show_heading(std::ostream& output) {
  output << std::string(name_width, ' ');
  for (const std::string& word : {say("right"), say("extra"), say("missed")}) output << ' ' << padded(word, 6, true);
  output << "       P       R      F1";
}

std::string quoted_values(const Judgement& judgement) {
  std::string text;
  if (!judgement.wanted.empty()) text += "  " + say("wanted {0}", {judgement.wanted});
  if (!judgement.found.empty()) text += "  " + say("found {0}", {judgement.found});
  return text;
}

std::string word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Right:
      return say("right");
    case Verdict::Missed:
      return say("missed");
    case Verdict::Extra:
      return say("extra");
    case Verdict::Wrong:
      break;
  }
  return say("wrong");
}

void show_cause(std::ostream& output, const Judgement& judgement) {
  if (!judgement.rules.empty()) output << "    " << say("by") << ' ' << joined(judgement.rules) << '\n';
  if (!judgement.context.empty()) output << "    " << judgement.context << '\n';
}

void show_error(std::ostream& output, const Judgement& judgement) {
  output << judgement.article << "  " << judgement.row << "  " << word_of(judgement.verdict) << "  " << judgement.item
         << quoted_values(judgement) << '\n';
  show_cause(output, judgement);
}

void show_rules(std::ostream& output, const Score& score) {
  if (score.rules.empty()) return;
  output << '\n' << say("by rule; what else of its row was to be found counts as missed") << '\n';
  std::string row;
  for (const auto& [name, tally] : score.rules) {
    if (name.first != row) output << name.first << '\n';
    row = name.first;
    output << padded("  " + name.second, name_width, false);
    // A long name has the line to itself.
    if (name.second.size() + 2 > name_width) output << '\n' << std::string(name_width, ' ');
    show_tally(output, of_rule(score, row, tally));
    output << '\n';
  }
}

}  // namespace

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Right:
      return "right";
    case Verdict::Missed:
      return "missed";
    case Verdict::Extra:
      return "extra";
    case Verdict::Wrong:
      break;
  }
  return "wrong";
}

Tally of_rule(const Score& score, const std::string& row, const Tally& tally) {
  const Tally& all = score.rows.at(row);
  return {tally.right, tally.extra, all.right + all.missed - tally.right};
}

void show_score(std::ostream& output, const Score& score, std::size_t most_errors) {
  if (!score.no_record.empty()) output << say("no record for {0}", {joined(score.no_record)}) << '\n';
  show_heading(output);
  output << '\n';
  for (const auto& [row, tally] : score.rows) {
    output << padded(row, name_width, false);
    show_tally(output, tally);
    output << '\n';
  }
  show_rules(output, score);
  std::size_t errors = 0;
  for (const Judgement& judgement : score.judgements) {
    if (judgement.verdict == Verdict::Right) continue;
    if (errors++ == 0) output << '\n';
    if (errors <= most_errors) show_error(output, judgement);
  }
  if (errors > most_errors) output << say("and {0} more errors: --errors shows all", {std::to_string(errors - most_errors)}) << '\n';
}

void show_comparison(std::ostream& output, const Score& score, const ComparedScore& comparison) {
  output << '\n' << say("against the baseline") << '\n';
  std::set<std::string> rows;
  for (const Score* each : {&comparison.before, &score}) {
    for (const auto& [row, tally] : each->rows) rows.insert(row);
  }
  const auto f1_of = [](const Score& of, const std::string& row) {
    const auto found = of.rows.find(row);
    return found == of.rows.end() ? 1.0 : found->second.f1();
  };
  output << std::fixed << std::setprecision(3);
  for (const std::string& row : rows) {
    const double before = f1_of(comparison.before, row);
    const double after = f1_of(score, row);
    if (before == after) continue;
    output << padded(row, name_width, false) << "  F1 " << before << " -> " << after << '\n';
  }
  std::size_t counts[3] = {0, 0, 0};
  for (const JudgementChange& change : comparison.changes) {
    ++counts[static_cast<std::size_t>(change.kind)];
    const bool gained = change.kind == JudgementChange::Kind::Gained;
    const Judgement& shown = change.after ? *change.after : *change.before;
    output << (gained                                       ? '+'
               : change.kind == JudgementChange::Kind::Lost ? '-'
                                                            : '~')
           << ' ' << shown.article << "  " << shown.row << "  " << shown.item << ": ";
    output << (change.before ? word_of(change.before->verdict) + quoted_values(*change.before) : say("nothing")) << " -> "
           << (change.after ? word_of(change.after->verdict) + quoted_values(*change.after) : say("nothing")) << '\n';
    if (change.before && !change.before->rules.empty()) output << "    " << say("before by {0}", {joined(change.before->rules)}) << '\n';
    if (change.after && !change.after->rules.empty()) output << "    " << say("now by {0}", {joined(change.after->rules)}) << '\n';
  }
  output << say("gained {0}, lost {1}, changed {2}", {std::to_string(counts[0]), std::to_string(counts[1]), std::to_string(counts[2])})
         << '\n';
}

}  // namespace boctach
