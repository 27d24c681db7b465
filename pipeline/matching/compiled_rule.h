#ifndef BOCTACH_MATCHING_COMPILED_RULE_H_
#define BOCTACH_MATCHING_COMPILED_RULE_H_

#include <re2/re2.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "boctach/span.h"
#include "matching/lexicon_matcher.h"
#include "matching/lexicon_table.h"

namespace boctach {

// A regular expression with its named groups, ready to run.
class Expression {
 public:
  // Null if RE2 refuses the expression; `error` then says why.
  static std::unique_ptr<Expression> compile(const std::string& pattern, std::string& error);

  // What a match is: the spans of the whole and of the named groups, in the
  // text it was run on. A group that took no part has no span.
  struct Match {
    Span span;
    std::vector<std::pair<std::string_view, Span>> groups;

    void shift(std::size_t by);
  };

  // The first match of `text` that starts at `from` or later; false if there is none.
  bool find(std::string_view text, std::size_t from, Match& match) const;
  // The match that starts at `at`; false if there is none or it is empty.
  bool match_at(std::string_view text, std::size_t at, Match& match) const;
  // True if there is a match anywhere.
  [[nodiscard]] bool matches(std::string_view text) const;
  [[nodiscard]] bool can_match_nothing() const;
  // Instructions of the program RE2 made of it.
  [[nodiscard]] int program_size() const { return re_.ProgramSize(); }

 private:
  explicit Expression(const std::string& pattern, const RE2::Options& options) : re_(pattern, options) {}

  bool run(std::string_view text, Span where, RE2::Anchor anchor, Match& match) const;

  RE2 re_;
  std::vector<std::pair<int, std::string>> names_;  // by group number
};

struct CompiledContext {
  const ContextRule* rule = nullptr;
  std::unique_ptr<Expression> expression;  // null for document_has
};

// The lexicons of a field, beside FieldRule::from.
struct CompiledField {
  const FieldRule* rule = nullptr;
  std::vector<const LexiconTable*> lexicons;
};

// A set of TriggerIndex, and how many bytes behind the start of a match one of
// its literals starts.
struct NeededSet {
  std::size_t set = 0;
  std::size_t least = 0;
  std::size_t most = 0;
};

struct CompiledRule {
  const Rule* rule = nullptr;
  std::unique_ptr<Expression> expression;   // null if the lexicon is too large for one
  std::unique_ptr<LexiconMatcher> lexicon;  // if the pattern is one lexicon, or null
  std::string lexicon_group;                // the group around it, or empty
  // Sets of TriggerIndex; without any the rule runs everywhere.
  std::optional<std::size_t> starts;  // every match starts with one of its literals
  std::vector<NeededSet> needed;      // every match holds a literal of each
  std::unique_ptr<Expression> each;   // or null
  std::vector<CompiledContext> context;
  std::vector<CompiledContext> except;
  std::vector<CompiledField> fields;
};

// One step of the cascade: the rules of a pack that run together.
struct Stage {
  const Pack* pack = nullptr;
  bool last_of_pack = true;
  std::size_t triggers = 0;  // which of the RuleCompiler's indices its rules refer to
  std::vector<CompiledRule> cleaning;
  std::vector<CompiledRule> vetoes;
  std::vector<CompiledRule> rules;
  std::vector<CompiledRule> links;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_COMPILED_RULE_H_
