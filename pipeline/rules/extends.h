#ifndef BOCTACH_RULES_EXTENDS_H_
#define BOCTACH_RULES_EXTENDS_H_

#include <cstddef>
#include <string>
#include <string_view>
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

// The value under `name` in a map, or null.
Node* find_member(Node& map, std::string_view name);

enum class Nulls { Remove, Keep };  // what a null of the upper map does

// Puts the members of `over` on `under`: whole, but `fields` by name. A null
// takes a member away; kept, it stays to do that to what is inherited later.
void lay_over(Node& under, Node over, Nulls nulls = Nulls::Remove);

// All rules of all packs, in order. A rule starts with the defaults of its
// pack; one that `extends` another starts, over them, with what that one came
// to be. Names that mean something of the other pack are spelt with it. The
// trees of the rules are moved out of the packs.
std::vector<RuleTree> resolve_rules(std::vector<PackTree>& packs, Reporter& reporter);

}  // namespace boctach

#endif  // BOCTACH_RULES_EXTENDS_H_
