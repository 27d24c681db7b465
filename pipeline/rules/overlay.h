#ifndef BOCTACH_RULES_OVERLAY_H_
#define BOCTACH_RULES_OVERLAY_H_

#include <map>
#include <string>
#include <vector>

#include "rules/diagnose.h"
#include "rules/extends.h"
#include "rules/node.h"

namespace boctach {

// Lays overlays over the packs they name, tree over tree, before anything is
// merged or read. What hangs in the air, what two overlays disagree about and
// what the base has changed since an overlay was written is reported.
class Overlays {
 public:
  // Both must outlive this.
  Overlays(std::vector<PackTree>& packs, Reporter& reporter) : packs_(packs), reporter_(reporter) {}

  // `overlay` is the tree of a checked overlay file.
  void lay(Node overlay);

 private:
  struct Setting {
    std::string text;
    Mark mark;
  };

  void change_lexicons(PackTree& pack, const Node& overlay);
  void patch(PackTree& pack, const Node& change);
  void check_change(const Node& change, ObjectKind kind);
  void check_base(const PackTree& pack, const Node& rule, const Node& change);
  void note_setting(const std::string& rule, const Node& member);
  void append(const PackTree& pack, Node& rule, const Node& list);
  void remove(const PackTree& pack, Node& rule, const Node& list);
  // The list of a rule, its own or, made its own, the one it starts from; null if there is none.
  Node* own_list(const PackTree& pack, Node& rule, const Node& named, bool make);

  std::vector<PackTree>& packs_;
  Reporter& reporter_;
  std::map<std::string, Setting> settings_;  // PACK/RULE.KEY -> who set it last
};

}  // namespace boctach

#endif  // BOCTACH_RULES_OVERLAY_H_
