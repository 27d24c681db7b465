#ifndef BOCTACH_MATCHING_COMPILED_RULE_H_
#define BOCTACH_MATCHING_COMPILED_RULE_H_

#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/rule_set.h"
#include "boctach/span.h"
#include "matching/lexicon_matcher.h"
#include "matching/lexicon_table.h"
#include "matching/normaliser.h"

namespace boctach {

// A regular expression with its named groups, run by RE2.
class Expression {
 public:
  // Null if RE2 refuses the expression; `error` then says why.
  static std::unique_ptr<Expression> compile(const std::string& pattern, std::string& error);
  // The same for an expression that RE2 is known to take: it is compiled when it is first needed.
  static std::unique_ptr<Expression> defer(std::string pattern);

  // What a match is: the spans of the whole and of the named groups, in the
  // text it was run on. A group that took no part has no span.
  struct Match {
    Span span;
    std::vector<std::pair<std::string_view, Span>> groups;

    void shift(std::size_t by);
  };

  // The first match of `text` that starts at `from` or later; false if there is none.
  bool find(std::string_view text, std::size_t from, Match& match) const;
  // True if there is a match anywhere.
  [[nodiscard]] bool matches(std::string_view text) const;
  [[nodiscard]] bool can_match_nothing() const;
  [[nodiscard]] const std::string& pattern() const { return pattern_; }
  // Instructions of the program RE2 made of it.
  [[nodiscard]] int program_size() const { return re().ProgramSize(); }

 private:
  explicit Expression(std::string pattern) : pattern_(std::move(pattern)) {}

  bool run(std::string_view text, Span where, RE2::Anchor anchor, Match& match) const;
  const RE2& re() const;

  std::string pattern_;
  mutable std::once_flag compiled_;
  mutable std::unique_ptr<const RE2> re_;
  mutable std::vector<std::pair<int, std::string>> names_;  // by group number
};

struct CompiledContext {
  const ContextRule* rule = nullptr;
  std::unique_ptr<Expression> expression;  // null for document_has
  std::optional<std::size_t> search;       // that does the same, if the expression has an automaton
};

struct CompiledField {
  const FieldRule* rule = nullptr;
  std::vector<const LexiconTable*> lexicons;  // beside FieldRule::from
  std::vector<Normaliser> normalisers;
  bool folds = false;  // by one of them
};

struct CompiledRule {
  const Rule* rule = nullptr;
  std::size_t view = 0;                     // number of what it sees; 0: no symbols
  std::unique_ptr<Expression> expression;   // null if the lexicon is too large for one
  std::unique_ptr<LexiconMatcher> lexicon;  // if the pattern is one lexicon, or null
  std::string lexicon_group;                // the group around it, or empty
  std::optional<std::size_t> sweep;         // that finds it, if its pattern has an automaton
  std::uint32_t in_sweep = 0;               // its number there
  std::unique_ptr<Expression> each;         // or null
  std::unique_ptr<Expression> until;        // or null
  std::vector<CompiledContext> context;
  std::vector<CompiledContext> except;
  std::vector<CompiledField> fields;
};

// One step of the cascade: the rules of a pack that run together.
struct Stage {
  const Pack* pack = nullptr;
  bool last_of_pack = true;
  std::vector<CompiledRule> cleaning;
  std::vector<CompiledRule> vetoes;
  std::vector<CompiledRule> rules;
  std::vector<CompiledRule> links;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_COMPILED_RULE_H_
