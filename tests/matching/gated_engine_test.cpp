#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <tuple>
#include <vector>

#include "matching/random_rules.h"
#include "matching/scratch_rules.h"

namespace boctach {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int articles = 1000;
#else
constexpr int articles = 20000;
#endif

std::string random_rule(RandomRules& random, const std::string& id) {
  static const std::vector<std::string> boundaries = {"word", "word", "left", "right", "none"};
  static const std::vector<std::string> scopes = {"line", "paragraph", "sentence", "document", "title"};
  const int named = static_cast<int>(random.pick(3));
  std::string body = "    boundary: " + boundaries[random.pick(boundaries.size())] + "\n    scope: " + scopes[random.pick(scopes.size())] +
                     "\n    pattern: '" + random.expression(named) + "'\n";
  if (named > 0) body += "    fields: {g0: string" + std::string(named > 1 ? ", g1: string" : "") + "}\n";
  if (named > 1 && random.chance(2)) body += "    span: g0..g1\n";
  return rule(id, body);
}

// Three packs; the later ones see what the first found as symbols.
std::vector<std::string> random_packs(RandomRules& random, int rules) {
  std::vector<std::string> packs;
  for (int pack = 0; pack < 3; ++pack) {
    std::string text = "pack: t.p" + std::to_string(pack) + "\ndefaults: {label: l" + std::to_string(pack) +
                       (pack > 0 ? ", sees: [l0]" : "") + "}\nrules:\n";
    for (int i = pack; i < rules; i += 3) text += random_rule(random, "r" + std::to_string(i));
    if (pack > 0) {
      text += rule("a", "    pattern: '{{@l0}} " + random.expression(0) + "'\n");
      text += rule("b", "    pattern: '" + random.expression(0) + "(?: {{@l0}})?(?:, {{@l0}})+'\n");
      text += rule("c", "    pattern: '(?:{{@l0}}|" + random.expression(0) + ") ?{{@l0}}'\n");
    }
    packs.push_back(text);
  }
  return packs;
}

using SeenCandidates = std::vector<std::tuple<std::string, Span, Outcome, std::string>>;

SeenCandidates candidates(const Findings& findings) {
  SeenCandidates seen;
  for (const Candidate& candidate : findings.candidates) {
    seen.emplace_back(candidate.rule->full_name(), candidate.span, candidate.outcome, candidate.cause);
  }
  return seen;
}

std::vector<std::tuple<std::string, std::string, Span>> mentions(const Findings& findings) {
  std::vector<std::tuple<std::string, std::string, Span>> all;
  for (const Mention& mention : findings.mentions) {
    all.emplace_back(mention.rule->full_name(), "", mention.span);
    for (const Group& group : mention.groups) all.emplace_back(mention.rule->full_name(), group.name, group.span);
  }
  return all;
}

Findings run(const ScratchRules& rules, const std::string& text, bool gate, bool with_candidates) {
  Document document;
  document.buffer = TextBuffer(text);
  MatchOptions options;
  options.gate = gate;
  options.candidates = with_candidates;
  return rules.matcher->run(document, options);
}

TEST(GatedEngine, FindsWhatThePlainEngineFinds) {
  const char* chosen = std::getenv("BOCTACH_TEST_SEED");
  const unsigned seed = chosen == nullptr ? 20180501 : static_cast<unsigned>(std::stoul(chosen));
  SCOPED_TRACE(seed);
  RandomRules random(seed);
  // Many small rule sets: a hit in a large one would hide the rest.
  constexpr int sets = 10;
  std::size_t found = 0;
  for (int set = 0; set < sets; ++set) {
    const ScratchRules rules(random_packs(random, 20));
    ASSERT_NE(rules.matcher, nullptr) << rules.messages;
    for (int i = 0; i < articles / sets; ++i) {
      const std::string text = random.text(3 + random.pick(20));
      const Findings plain = run(rules, text, false, true);
      const Findings gated = run(rules, text, true, true);
      ASSERT_EQ(candidates(gated), candidates(plain)) << "set " << set << ": " << text;
      ASSERT_EQ(mentions(gated), mentions(plain)) << "set " << set << ": " << text;
      ASSERT_EQ(mentions(run(rules, text, true, false)), mentions(plain)) << "set " << set << ": " << text;
      found += plain.candidates.size();
    }
  }
  EXPECT_GT(found, static_cast<std::size_t>(articles) / 2);
}

// Every rule that is bound to the start of its line is found alone.
TEST(GatedEngine, FindsTheSameWithMoreSweepsThanTheGateKnows) {
  std::string pack = "pack: t.p0\ndefaults: {label: l0, scope: line}\nrules:\n";
  for (int i = 0; i < 80; ++i) {
    pack += rule("r" + std::to_string(i), "    pattern: '\\A(?:Mục|Điều) " + std::to_string(i) + "'\n");
  }
  pack += rule("w", "    pattern: '(?:ngày|số) \\d+'\n");
  const ScratchRules rules({pack});
  ASSERT_NE(rules.matcher, nullptr) << rules.messages;
  std::string text;
  for (int i = 0; i < 80; ++i) text += (i % 2 == 0 ? "Điều " : "Mục ") + std::to_string(i) + " ban hành ngày " + std::to_string(i) + "\n";
  const auto found = mentions(run(rules, text, true, false));
  EXPECT_EQ(found.size(), 160U);
  EXPECT_EQ(found, mentions(run(rules, text, false, false)));
}

}  // namespace
}  // namespace boctach
