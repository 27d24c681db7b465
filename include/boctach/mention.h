#ifndef BOCTACH_MENTION_H_
#define BOCTACH_MENTION_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/date_expression.h"
#include "boctach/rule_set.h"
#include "boctach/span.h"

namespace boctach {

// A named group that took part in a match.
struct Group {
  std::string_view name;              // lives in the Matcher
  Span span;                          // in the clean text
  std::vector<std::size_t> mentions;  // earlier mentions inside it, in text order (indices into Findings::mentions)
};

// A field of a mention after its normalisers ran.
struct FieldValue {
  std::string_view name;            // lives in the rule
  std::vector<std::string> values;  // one, or the elements of a list; none for a composed date
  std::optional<DateExpression> date;
  Span span;             // in the clean text; empty for a constant
  bool unknown = false;  // not in its lexicon, and unknown: flag
};

// Says where a rule matched, not what that is worth.
struct Mention {
  const Rule* rule = nullptr;
  Span span;  // in the clean text
  std::vector<Group> groups;
  std::vector<FieldValue> fields;
  std::vector<const Rule*> also;  // rules that found the same
  // Only for mentions of stages before the chrome was dropped: the bytes of the
  // original text; `span` is then in the text the stage saw and `dropped` is set.
  bool early = false;
  Span raw;

  [[nodiscard]] const FieldValue* field(std::string_view name) const;
  [[nodiscard]] const Group* group(std::string_view name) const;
};

// A field one mention gets from others, by a `link` rule.
struct Link {
  const Rule* rule = nullptr;
  std::size_t to = 0;  // index into Findings::mentions
  std::string_view field;
  bool add = false;  // appended, not set
  bool when_empty = false;
  Span span;                         // of the value's group, in the clean text
  std::optional<std::size_t> value;  // the mention the value is; none: the text of `span`
  std::string_view value_field;      // GROUP.field; empty: the value itself
  Span match;                        // of the whole link match
  // The link (an index into Findings::links) whose value counts instead of this one's.
  std::optional<std::size_t> beaten_by;
};

// How a candidate ended.
enum class Outcome { Won, Edge, Field, Context, Except, Veto, Hidden, Lost, Same };

// A place where a rule matched, and the one cause it is not a mention.
struct Candidate {
  const Rule* rule = nullptr;
  Span span;  // in the clean text
  Outcome outcome = Outcome::Won;
  std::string cause;             // names what stood in the way: "edge left", "field day", "except 1", ...
  const Rule* winner = nullptr;  // for Veto, Hidden, Lost and Same
  Span winner_span;
  std::string text;  // of the span; a later stage may rewrite the clean text
  Span raw;          // the span in the original bytes
};

}  // namespace boctach

#endif  // BOCTACH_MENTION_H_
