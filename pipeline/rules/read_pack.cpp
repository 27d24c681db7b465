#include "rules/readers.h"

namespace boctach {

Pack read_pack(const PackTree& tree, RuleFiles& files, Reporter& reporter) {
  const Node& root = tree.root;
  Pack pack;
  pack.name = tree.name;
  pack.file = tree.file;
  pack.version = root.text("version");
  pack.about = root.text("about");
  pack.stages = root.texts("stages");
  pack.mark = root.mark;
  pack.allow = allowed_codes(root);
  for (const Node& label : root.members("records")) pack.records.push_back(read_record_label(label));
  pack.hides = read_hides(root.members("hides"));
  for (const Node& fragment : root.members("define")) pack.define[fragment.key] = read_pattern(fragment);
  const Reporter::Allowance allowance(reporter, pack.allow);
  for (const Node& lexicon : root.members("lexicons")) {
    if (lexicon.is_map()) pack.lexicons[lexicon.key] = read_lexicon(lexicon, files, reporter);
  }
  return pack;
}

}  // namespace boctach
