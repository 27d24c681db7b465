#include "matching/cascade_run.h"

#include <algorithm>
#include <set>
#include <utility>

#include "boctach/text_editor.h"
#include "matching/definitions.h"
#include "matching/link_order.h"

namespace boctach {

CascadeRun::CascadeRun(Document& document, const MatchOptions& options, const LabelSymbols& symbols, GatedEngine& engine)
    : document_(document), options_(options), symbols_(symbols), views_(findings_.mentions, symbols), engine_(engine) {
  views_.text_changed(document.buffer.text());
}

void CascadeRun::run(const Stage& stage) {
  pack_ = stage.pack;
  if (options_.cleaning && !stage.cleaning.empty()) drop_chrome(stage);
  if (!stage.rules.empty()) match(stage);
  if (passes("E950", "mentions", findings_.mentions.size(), options_.limits.mentions)) return;
  // The view without symbols stays true as long as the text does.
  engine_.forget_folded();
  views_.mentions_changed();
  if (!stage.links.empty()) link(stage);
}

bool CascadeRun::passes(const char* code, const char* what, std::size_t count, std::size_t limit) {
  if (document_.errors.empty() && count > limit) {
    document_.errors.push_back({code, "match", "the article has more than " + std::to_string(limit) + " " + what});
  }
  return !document_.errors.empty();
}

Findings CascadeRun::finish() && {
  if (!document_.errors.empty()) return {};
  settle_links(findings_);
  return std::move(findings_);
}

// Tails go first: what stands at the end of an article is then at the end of
// the text, where the rules for lines look for it.
void CascadeRun::drop_chrome(const Stage& stage) {
  for (const bool tails : {true, false}) {
    const View& view = view_for(0, {});
    std::vector<Removal> removals = find_chrome(stage.cleaning, tails, {document_.buffer.text(), view}, engine_);
    if (!removals.empty()) rewrite(removals);
  }
}

void CascadeRun::rewrite(const std::vector<Removal>& removals) {
  const std::string_view text = document_.buffer.text();
  TextEditor editor(text);
  for (const Removal& removal : removals) {
    const Span raw = document_.buffer.map().source(removal.found);
    findings_.chrome.push_back({removal.rule->rule, raw, std::string(removal.found.of(text))});
    Mention mention;
    mention.rule = removal.rule->rule;
    mention.span = removal.found;
    mention.groups = removal.groups;
    mention.fields = removal.fields;
    mention.raw = raw;
    if (!mention.fields.empty()) findings_.mentions.push_back(std::move(mention));
    if (removal.dropped.end <= editor.position()) continue;
    editor.keep_until(std::max(removal.dropped.begin, editor.position()));
    editor.drop(removal.dropped.end - editor.position());
  }
  for (Mention& mention : findings_.mentions) {
    if (mention.early) continue;
    mention.early = true;
    for (FieldValue& field : mention.fields) field.span = document_.buffer.map().source(field.span);
  }
  document_.buffer.rewrite(std::move(editor));
  views_.text_changed(document_.buffer.text());
  engine_.forget();
}

void CascadeRun::match(const Stage& stage) {
  const std::vector<HiddenStretch> vetoes = find_vetoes(stage);
  settle(find_trials(stage.rules, vetoes));
}

std::vector<HiddenStretch> CascadeRun::find_vetoes(const Stage& stage) {
  std::vector<HiddenStretch> vetoes;
  for (const Trial& trial : find_trials(stage.vetoes, {})) {
    if (trial.outcome == Outcome::Won) vetoes.push_back({{}, trial.span, trial.rule->rule});
  }
  return vetoes;
}

std::vector<Trial> CascadeRun::find_trials(const std::vector<CompiledRule>& rules, const std::vector<HiddenStretch>& vetoes) {
  std::vector<Trial> trials;
  for (const CompiledRule& rule : rules) {
    const View& view = view_for(rule.view, rule.rule->sees);
    const Scene scene{document_.buffer.text(), view, findings_.mentions, vetoes, hidden_, engine_, options_.candidates};
    std::vector<RawMatch> found = engine_.find_all(rule, view);
    const RuleTimer timer(found.empty() ? nullptr : options_.times, *rule.rule);
    for (RawMatch& raw : found) {
      Trial trial = judge(rule, std::move(raw), scene);
      // Engines differ in how many they propose inside of words.
      candidates_ += trial.outcome == Outcome::Edge ? 0 : 1;
      if (passes("E951", "candidates", candidates_, options_.limits.candidates)) return {};
      if (trial.outcome != Outcome::Won && !options_.candidates) continue;  // nobody asks for it
      if (trial.outcome == Outcome::Won && rule.each) {
        for (Trial& element : split_elements(trial, scene)) trials.push_back(std::move(element));
      } else {
        trials.push_back(std::move(trial));
      }
    }
  }
  return trials;
}

void CascadeRun::settle(std::vector<Trial> trials) {
  std::vector<Contender> contenders;
  contenders.reserve(trials.size());
  for (std::size_t i = 0; i < trials.size(); ++i) {
    if (trials[i].outcome == Outcome::Won) {
      contenders.push_back({trials[i].rule->rule, trials[i].span, i});
    } else {
      report(trials[i], nullptr);
    }
  }
  const std::vector<Ending> endings = compete(contenders);
  std::vector<std::size_t> winning;
  winning.reserve(contenders.size());
  std::map<std::size_t, std::vector<const Rule*>> also;
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const std::size_t mine = contenders[i].candidate;
    Trial& trial = trials[mine];
    trial.outcome = endings[i].outcome;
    const Trial& winner = trials[contenders[endings[i].winner].candidate];
    report(trial, trial.outcome == Outcome::Won ? nullptr : &winner);
    if (trial.outcome == Outcome::Same) also[winner.span.begin].push_back(trial.rule->rule);
    if (trial.outcome == Outcome::Won) winning.push_back(mine);
  }
  std::vector<Trial> winners;
  winners.reserve(winning.size());
  for (const std::size_t i : winning) winners.push_back(std::move(trials[i]));
  const auto in_text_order = [](const Trial& a, const Trial& b) {
    return a.span != b.span ? a.span < b.span : a.rule->rule->full_name() < b.rule->rule->full_name();
  };
  std::sort(winners.begin(), winners.end(), in_text_order);
  const std::size_t first = findings_.mentions.size();
  for (Trial& trial : winners) add_mention(std::move(trial));
  for (std::size_t i = first; i < findings_.mentions.size(); ++i) {
    Mention& mention = findings_.mentions[i];
    const auto same = also.find(mention.span.begin);
    if (same == also.end()) continue;
    for (const Rule* rule : same->second) {
      if (rule->label == mention.rule->label) mention.also.push_back(rule);
    }
    std::sort(mention.also.begin(), mention.also.end(), [](const Rule* a, const Rule* b) { return a->full_name() < b->full_name(); });
    mention.also.erase(std::unique(mention.also.begin(), mention.also.end()), mention.also.end());
  }
  add_defined(first);
  for (std::size_t i = first; i < findings_.mentions.size(); ++i) hide_behind(findings_.mentions[i]);
}

Candidate CascadeRun::candidate_at(const Rule& rule, Span span) const {
  Candidate candidate;
  candidate.rule = &rule;
  candidate.span = span;
  candidate.text = span.of(document_.buffer.text());
  candidate.raw = document_.buffer.map().source(span);
  return candidate;
}

void CascadeRun::report(const Trial& trial, const Trial* winner) {
  if (!options_.candidates) return;
  Candidate candidate = candidate_at(*trial.rule->rule, trial.span);
  candidate.outcome = trial.outcome;
  candidate.cause = trial.cause;
  candidate.winner = trial.winner;
  candidate.winner_span = trial.winner_span;
  if (winner != nullptr) {
    candidate.winner = winner->rule->rule;
    candidate.winner_span = winner->span;
    candidate.cause = (trial.outcome == Outcome::Same ? "same as " : "lost to ") + candidate.winner->full_name();
    if (trial.outcome == Outcome::Lost) {
      const Contender won{candidate.winner, winner->span};
      candidate.cause.append(" by ").append(deciding(won, {candidate.rule, candidate.span}));
    }
  }
  findings_.candidates.push_back(std::move(candidate));
}

void CascadeRun::add_mention(Trial trial) {
  Mention mention;
  mention.rule = trial.rule->rule;
  mention.span = trial.span;
  mention.groups = std::move(trial.groups);
  mention.fields = std::move(trial.fields);
  mention.raw = document_.buffer.map().source(trial.span);
  findings_.mentions.push_back(std::move(mention));
}

// An abbreviation stands for the same wherever it stands behind its definition:
// a mention of its own, unless a mention of its group is there already.
void CascadeRun::add_defined(std::size_t first) {
  const std::size_t last = findings_.mentions.size();
  const std::string_view text = document_.buffer.text();
  std::set<std::pair<std::string_view, std::string_view>> defined;  // group and abbreviation
  for (std::size_t i = first; i < last; ++i) {
    const Rule& rule = *findings_.mentions[i].rule;
    const Group* shortened = rule.defines ? findings_.mentions[i].group(rule.defines->short_group) : nullptr;
    if (shortened == nullptr) continue;
    // The first definition has left no place to a second one, which is only of use to those who ask why.
    if (!defined.emplace(rule.group, shortened->span.of(text)).second && !options_.candidates) continue;
    for (const Span place : find_word(text, shortened->span.of(text), shortened->span.end)) {
      const auto clashes = [&](const Mention& other) {
        return !other.early && other.rule->group == rule.group && other.span.overlaps(place);
      };
      const auto other = std::find_if(findings_.mentions.begin(), findings_.mentions.end(), clashes);
      Candidate candidate = candidate_at(rule, place);
      if (other != findings_.mentions.end()) {
        candidate.outcome = Outcome::Lost;
        candidate.winner = other->rule;
        candidate.winner_span = other->span;
        candidate.cause = "lost to " + other->rule->full_name() + ", which stood there before";
      }
      if (options_.candidates) findings_.candidates.push_back(candidate);
      if (candidate.outcome != Outcome::Won) continue;
      Mention mention = findings_.mentions[i];
      mention.span = place;
      mention.raw = document_.buffer.map().source(place);
      mention.also.clear();
      findings_.mentions.push_back(std::move(mention));
    }
  }
}

void CascadeRun::hide_behind(const Mention& mention) {
  for (const Hide& hide : pack_->hides) {
    if (hide.in.empty()) {
      hidden_.push_back({hide.label, mention.span, mention.rule});
    } else if (const Group* group = mention.group(hide.in); group != nullptr && !group->span.empty()) {
      hidden_.push_back({hide.label, group->span, mention.rule});
    }
  }
}

const View& CascadeRun::view_for(std::size_t number, const std::vector<std::string>& sees) {
  const bool is_new = !views_.has(number);
  const View& view = views_.of(number, sees);
  if (is_new && options_.views) findings_.views.push_back({pack_, sees, view.readable(symbols_.by_label)});
  return view;
}

}  // namespace boctach
