#ifndef BOCTACH_RULES_EXTENDS_H_
#define BOCTACH_RULES_EXTENDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "rules/diagnose.h"
#include "rules/keys.h"
#include "rules/node.h"

namespace boctach {

// A pack file as a tree.
struct PackTree {
  std::string file;
  std::string name;
  Node root;
};

// A rule of a pack, with everything it starts from merged in.
struct RuleTree {
  std::size_t pack = 0;
  ObjectKind kind = ObjectKind::Rule;
  Node node;
};

// All rules of all packs, in order. A rule starts with the defaults of its
// pack; one that `extends` another starts, over them, with what that one came
// to be. Names that mean something of the other pack are spelt with it.
std::vector<RuleTree> resolve_rules(const std::vector<PackTree>& packs, Reporter& reporter);

}  // namespace boctach

#endif  // BOCTACH_RULES_EXTENDS_H_
