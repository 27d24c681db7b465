#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "boctach/pipeline.h"
#include "boctach/source.h"
#include "flow/marked_text.h"
#include "matching/competition.h"

namespace boctach {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t candidates_tried = 60;
#else
constexpr std::size_t candidates_tried = 1000;
#endif

// A losing candidate of the shipped rules, and the article it stands in.
struct Loser {
  std::size_t article = 0;
  std::string rule;
  Span span;
  Outcome outcome = Outcome::Won;
  std::string cause;
  std::string winner;

  [[nodiscard]] bool is_same_cause(const Candidate& other) const { return other.outcome == outcome && other.cause == cause; }
  // Tests are made in the order of Outcome; only the last two are one.
  [[nodiscard]] bool got_further(const Candidate& other) const {
    return other.outcome == Outcome::Won || other.outcome >= std::min(outcome, Outcome::Lost);
  }
};

// What makes a cause go: this done to that rule.
struct Removal {
  Outcome outcome = Outcome::Won;
  std::string rule;    // the one that changes
  std::string detail;  // which field, which entry

  [[nodiscard]] bool disables() const { return outcome >= Outcome::Veto; }
  auto operator<=>(const Removal&) const = default;
};

std::vector<Document> sample_articles() {
  std::istringstream none;
  const auto source = open_source({BOCTACH_SOURCE_DIR "/samples/articles"}, {}, none);
  std::vector<Document> articles;
  while (std::optional<Document> article = source->next()) {
    if (article->errors.empty()) articles.push_back(std::move(*article));
  }
  return articles;
}

// The examples of all rules: the texts that were written to be close. And what none of them has: a person in a campaign's name.
std::vector<Document> examples_of(const RuleSet& rules) {
  std::vector<Document> examples(1);
  examples[0].id = "hidden";
  examples[0].buffer = TextBuffer("Phong trào “Học tập và làm theo gương đồng chí Lê Thị Mẫu” được phát động; đồng chí Trần Văn Thử dự.");
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      for (const Example& example : rule.examples) {
        Document document;
        document.id = example.mark.file + ":" + std::to_string(example.mark.line);
        document.buffer = TextBuffer(read_marks(example.text.value).text);
        examples.push_back(std::move(document));
      }
    }
  }
  return examples;
}

std::unique_ptr<Pipeline> compile(const RuleSet& rules) {
  MatchOptions options;
  options.candidates = true;
  Diagnostics diagnostics;
  auto pipeline = Pipeline::make(rules, {}, diagnostics, options);
  for (const Diagnostic& diagnostic : diagnostics.all()) EXPECT_NE(diagnostic.severity, Severity::Error) << format(diagnostic);
  return pipeline;
}

Removal removal_of(const Loser& loser) {
  const auto behind_word = [](const std::string& cause) { return cause.substr(cause.find(' ') + 1); };
  switch (loser.outcome) {
    case Outcome::Field:
    case Outcome::Context:
    case Outcome::Except:
      return {loser.outcome, loser.rule, behind_word(loser.cause)};
    case Outcome::Edge:
      return {loser.outcome, loser.rule, ""};
    default:
      // Whatever the rule did, it is gone.
      return {Outcome::Veto, loser.winner, ""};
  }
}

// In its place, so that the others keep their numbers.
void replace_context(std::vector<ContextRule>& entries, const std::string& number, const std::string& pattern) {
  ContextRule& entry = entries.at(std::stoul(number) - 1);
  const Mark mark = entry.mark;
  entry = {};
  entry.place = ContextPlace::Match;
  entry.pattern.value = pattern;
  entry.mark = mark;
}

void apply(const Removal& removal, Rule& rule) {
  switch (removal.outcome) {
    case Outcome::Edge:
      rule.boundary = Boundary::None;
      rule.begins_at_word = false;
      break;
    case Outcome::Field:
      if (rule.defines) rule.defines->check_initials = false;
      std::erase_if(rule.fields, [&](const FieldRule& field) { return field.name == removal.detail; });
      break;
    case Outcome::Context:
      replace_context(rule.context, removal.detail, "");
      break;
    case Outcome::Except:
      replace_context(rule.except, removal.detail, "[^\\x00-\\x{10FFFF}]");
      break;
    default:
      rule.enabled = false;
  }
}

// The removals that one changed rule set serves: of one step of the cascade,
// none of them taking away the candidates or the cause of another.
struct RemovalGroup {
  std::size_t pack = 0;  // of the changes
  std::string stage;
  std::size_t last_pack = 0;  // of the candidates
  std::set<Removal> removals;
  std::set<std::string> disabled;
  std::set<std::string> tested;
  std::vector<Loser> losers;
};

class LosingCauses : public testing::Test {
 protected:
  LosingCauses() : articles_(sample_articles()) {
    Diagnostics diagnostics;
    rules_ = load_rules(BOCTACH_SOURCE_DIR "/rules", diagnostics);
    for (std::size_t i = 0; i < rules_.packs.size(); ++i) {
      for (const Rule& rule : rules_.packs[i].rules) places_[rule.full_name()] = {i, &rule};
    }
    for (Document& example : examples_of(rules_)) articles_.push_back(std::move(example));
  }

  // Every losing candidate; those that no rule can be changed for are looked at and left out.
  std::vector<Loser> find_losers() const {
    const auto pipeline = compile(rules_);
    std::vector<Loser> losers;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      Document article = articles_[i];
      for (const Candidate& candidate : pipeline->clean(article).candidates) {
        if (candidate.outcome == Outcome::Won) continue;
        EXPECT_EQ(candidate.winner != nullptr, candidate.outcome >= Outcome::Veto) << candidate.cause;
        if (candidate.winner == candidate.rule) {
          check_against_itself(candidate);
          continue;
        }
        const std::string winner = candidate.winner == nullptr ? "" : candidate.winner->full_name();
        losers.push_back({i, candidate.rule->full_name(), candidate.span, candidate.outcome, candidate.cause, winner});
      }
    }
    return losers;
  }

  // Without its rule there would be no candidate: the order of rules has to do.
  static void check_against_itself(const Candidate& candidate) {
    EXPECT_EQ(candidate.outcome, Outcome::Lost);
    EXPECT_TRUE(candidate.span.overlaps(candidate.winner_span));
    EXPECT_FALSE(beats({candidate.rule, candidate.span, 0}, {candidate.winner, candidate.winner_span, 1}));
  }

  void add(const Loser& loser, std::vector<RemovalGroup>& groups) const {
    const Removal removal = removal_of(loser);
    const auto& [pack, changed] = places_.at(removal.rule);
    const std::size_t own_pack = places_.at(loser.rule).first;
    const auto is_another = [&](const Removal& other) { return other.rule == removal.rule && other != removal; };
    const auto fits = [&, &pack = pack, &changed = changed](const RemovalGroup& group) {
      if (std::any_of(group.removals.begin(), group.removals.end(), is_another)) return false;
      return group.pack == pack && group.stage == changed->stage && group.last_pack == own_pack && group.disabled.count(loser.rule) == 0 &&
             (!removal.disables() || group.tested.count(removal.rule) == 0);
    };
    auto group = std::find_if(groups.begin(), groups.end(), fits);
    if (group == groups.end()) group = groups.insert(groups.end(), {pack, changed->stage, own_pack, {}, {}, {}, {}});
    group->removals.insert(removal);
    if (removal.disables()) group->disabled.insert(removal.rule);
    group->tested.insert(loser.rule);
    group->losers.push_back(loser);
  }

  // Packs behind the candidates are left out: they cannot matter.
  void check(const RemovalGroup& group) const {
    RuleSet changed = rules_;
    for (std::size_t i = 0; i < changed.packs.size(); ++i) {
      for (Rule& rule : changed.packs[i].rules) {
        if (i > group.last_pack) rule.enabled = false;
        for (const Removal& removal : group.removals) {
          if (removal.rule == rule.full_name()) apply(removal, rule);
        }
      }
    }
    const auto pipeline = compile(changed);
    ASSERT_NE(pipeline, nullptr);
    std::map<std::size_t, Findings> findings;
    for (const Loser& loser : group.losers) {
      const auto [found, fresh] = findings.try_emplace(loser.article);
      if (fresh) {
        Document article = articles_[loser.article];
        found->second = pipeline->clean(article);
      }
      check(loser, found->second);
    }
  }

  void check(const Loser& loser, const Findings& findings) const {
    // What passes is cut into its elements.
    const bool cut = places_.at(loser.rule).second->each.has_value();
    bool there = false;
    bool same_cause = false;
    for (const Candidate& candidate : findings.candidates) {
      if (candidate.rule->full_name() != loser.rule) continue;
      if (cut ? !loser.span.contains(candidate.span) : candidate.span != loser.span) continue;
      there = there || loser.got_further(candidate);
      same_cause = same_cause || loser.is_same_cause(candidate);
    }
    EXPECT_TRUE(there) << place(loser);
    EXPECT_FALSE(same_cause) << place(loser);
  }

  std::string place(const Loser& loser) const {
    return articles_[loser.article].id + ": " + loser.rule + " " + std::to_string(loser.span.begin) + "-" + std::to_string(loser.span.end) +
           ", " + loser.cause;
  }

  std::vector<Document> articles_;
  RuleSet rules_;
  std::map<std::string, std::pair<std::size_t, const Rule*>> places_;  // name -> its pack and itself
};

TEST_F(LosingCauses, AreTrueForWithoutThemACandidateWinsOrMeetsAnother) {
  std::vector<Loser> losers = find_losers();
  std::mt19937 random(20180501);
  for (std::size_t i = losers.size(); i > 1; --i) std::swap(losers[i - 1], losers[random() % i]);
  ASSERT_GE(losers.size(), candidates_tried);
  losers.resize(candidates_tried);
  std::vector<RemovalGroup> groups;
  for (const Loser& loser : losers) add(loser, groups);
  std::set<Outcome> seen;
  for (const RemovalGroup& group : groups) {
    check(group);
    for (const Loser& loser : group.losers) seen.insert(loser.outcome);
  }
  RecordProperty("rule_sets", static_cast<int>(groups.size()));
  EXPECT_GE(seen.size(), 4U);
}

}  // namespace
}  // namespace boctach
