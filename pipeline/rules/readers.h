#ifndef BOCTACH_RULES_READERS_H_
#define BOCTACH_RULES_READERS_H_

#include <string>
#include <vector>

#include "boctach/rule_set.h"
#include "rules/diagnose.h"
#include "rules/extends.h"
#include "rules/keys.h"
#include "rules/node.h"
#include "rules/rule_files.h"

namespace boctach {

// One function an object: from a checked tree to plain data. What the check
// has reported falls back to a default here, without a word.

Text read_text(const Node& node);
Pattern read_pattern(const Node& node);
FieldRule read_field(const Node& node);  // named by its key
std::vector<FieldRule> read_fields(const Node& rule);
std::vector<ContextRule> read_contexts(const std::vector<Node>& nodes);
Example read_example(const Node& node, bool counter);
// `defaults` and inherited keys merged in. `kind`: Rule, Veto or Clean.
Rule read_rule(const Node& node, ObjectKind kind, const std::string& pack);
RecordLabel read_record_label(const Node& node);
std::vector<Hide> read_hides(const std::vector<Node>& nodes);

// All of a pack but its rules.
Pack read_pack(const PackTree& tree, RuleFiles& files, Reporter& reporter);

// What YAML says of a lexicon, and the rows of its file.
Lexicon read_lexicon(const Node& node, RuleFiles& files, Reporter& reporter);

// The value as JSON text; plain numbers, truth values and nulls stay what they are.
std::string json_of(const Node& node);

}  // namespace boctach

#endif  // BOCTACH_RULES_READERS_H_
