#ifndef BOCTACH_MATCHING_COMPILED_RULE_H_
#define BOCTACH_MATCHING_COMPILED_RULE_H_

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "boctach/span.h"
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
  };

  // The first match of `text` that starts at `from` or later; false if there is none.
  bool find(std::string_view text, std::size_t from, Match& match) const;
  // True if there is a match anywhere.
  [[nodiscard]] bool matches(std::string_view text) const;
  [[nodiscard]] bool can_match_nothing() const;

 private:
  explicit Expression(const std::string& pattern, const RE2::Options& options) : re_(pattern, options) {}

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

struct CompiledRule {
  const Rule* rule = nullptr;
  std::unique_ptr<Expression> expression;
  std::unique_ptr<Expression> each;  // or null
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
