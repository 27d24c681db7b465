#include "rules/extends.h"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/key_check.h"
#include "rules/pattern_text.h"
#include "text/messages.h"

namespace boctach {
namespace {

void remove_member(Node& node, const std::string& name) {
  auto& all = node.children;
  all.erase(std::remove_if(all.begin(), all.end(), [&](const Node& child) { return child.key == name; }), all.end());
}

// Spells names of fragments and lexicons with the pack they come from.
class Qualifier {
 public:
  explicit Qualifier(const PackTree& pack) : pack_(pack) {}

  void qualify(Node& node) const {
    const bool names_lexicon = node.key == "lexicon";
    if (node.is_scalar()) node.value = names_lexicon ? spelt(node.value, "lexicons") : pattern(node.value);
    for (Node& child : node.children) {
      if (names_lexicon && child.is_scalar()) {
        child.value = spelt(child.value, "lexicons");
      } else {
        qualify(child);
      }
    }
  }

 private:
  [[nodiscard]] std::string spelt(const std::string& name, const char* kind) const {
    const Node* owned = pack_.root.find(kind);
    return owned != nullptr && owned->find(name) != nullptr ? pack_.name + "/" + name : name;
  }

  [[nodiscard]] std::string pattern(const std::string& text) const {
    std::string result;
    std::size_t done = 0;
    for (const Insertion& insertion : insertions(text)) {
      result.append(text, done, insertion.begin - done);
      const bool lexicon = insertion.name.rfind("lex:", 0) == 0;
      result += "{{" + (lexicon ? "lex:" + spelt(insertion.name.substr(4), "lexicons") : spelt(insertion.name, "define")) + "}}";
      done = insertion.end;
    }
    return result.append(text, done, std::string::npos);
  }

  const PackTree& pack_;
};

class Resolver {
 public:
  Resolver(std::vector<PackTree>& packs, Reporter& reporter) : packs_(packs), reporter_(reporter) {}

  std::vector<RuleTree> resolve_all() {
    for (std::size_t pack = 0; pack < packs_.size(); ++pack) {
      for (Node& list : packs_[pack].root.children) {
        if (list.key == "clean") collect(pack, list, ObjectKind::Clean);
        if (list.key == "rules") collect(pack, list, ObjectKind::Rule);
        if (list.key == "vetoes") collect(pack, list, ObjectKind::Veto);
      }
    }
    for (std::size_t i = 0; i < rules_.size(); ++i) resolve(i);
    return std::move(rules_);
  }

 private:
  enum class State { Fresh, Open, Done };

  void collect(std::size_t pack, Node& list, ObjectKind kind) {
    for (Node& node : list.children) {
      if (!node.is_map()) continue;
      rules_.push_back({pack, kind, std::move(node)});
      states_.push_back(State::Fresh);
      const Node* id = rules_.back().node.find("id");
      if (id == nullptr || !id->is_scalar()) continue;
      const std::string full = packs_[pack].name + "/" + id->value;
      names_.push_back(full);
      if (!index_.emplace(full, rules_.size() - 1).second) {
        reporter_.report("E306", id->mark, say("rule '{0}' stands twice in pack '{1}'", {id->value, packs_[pack].name}));
      }
    }
  }

  Node defaults_of(const RuleTree& rule) const {
    Node result;
    result.kind = Node::Kind::Map;
    const Node* defaults = packs_[rule.pack].root.find("defaults");
    if (defaults == nullptr || rule.kind == ObjectKind::Clean) return result;
    for (const Node& member : defaults->children) {
      const bool fits = rule.kind == ObjectKind::Rule || object_spec(rule.kind).find(member.key) != nullptr;
      if (fits && !member.is_null()) result.children.push_back(member);
    }
    return result;
  }

  void resolve(std::size_t index) {
    if (states_[index] != State::Fresh) return;
    states_[index] = State::Open;
    Node own = std::move(rules_[index].node);
    Node merged = defaults_of(rules_[index]);
    merged.mark = own.mark;
    const Node* extends = own.find("extends");
    if (extends != nullptr && extends->is_scalar()) inherit(index, *extends, merged);
    const bool inherits = extends != nullptr;
    lay_over(merged, std::move(own));
    if (inherits) check_required(merged, rules_[index].kind, reporter_);
    rules_[index].node = std::move(merged);
    states_[index] = State::Done;
  }

  void inherit(std::size_t index, const Node& extends, Node& merged) {
    const PackTree& home = packs_[rules_[index].pack];
    const bool full = extends.value.find('/') != std::string::npos;
    const auto found = index_.find(full ? extends.value : home.name + "/" + extends.value);
    if (found == index_.end()) {
      std::vector<std::string> names = names_;
      for (const std::string& name : names_) {
        if (name.rfind(home.name + "/", 0) == 0) names.push_back(name.substr(home.name.size() + 1));
      }
      reporter_.report("E308", extends.mark, say("no rule '{0}' to extend", {extends.value}), suggest(extends.value, names));
      return;
    }
    if (states_[found->second] == State::Open) {
      reporter_.report("E310", extends.mark, say("rule '{0}' extends, in the end, itself", {extends.value}));
      return;
    }
    resolve(found->second);
    const RuleTree& origin = rules_[found->second];
    Node inherited = origin.node;
    for (const char* own_only : {"id", "examples", "counterexamples", "extends", "stage"}) remove_member(inherited, own_only);
    if (origin.pack != rules_[index].pack) Qualifier(packs_[origin.pack]).qualify(inherited);
    lay_over(merged, std::move(inherited));
  }

  std::vector<PackTree>& packs_;
  Reporter& reporter_;
  std::vector<RuleTree> rules_;
  std::vector<State> states_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace

Node* find_member(Node& map, std::string_view name) {
  for (Node& child : map.children) {
    if (child.key == name) return &child;
  }
  return nullptr;
}

void lay_over(Node& under, Node over, Nulls nulls) {
  for (Node& member : over.children) {
    Node* present = find_member(under, member.key);
    if (member.is_null() && nulls == Nulls::Remove) {
      remove_member(under, member.key);
    } else if (present == nullptr) {
      under.children.push_back(std::move(member));
    } else if (member.key == "fields" && member.is_map() && present->is_map()) {
      lay_over(*present, std::move(member), nulls);
    } else {
      *present = std::move(member);
    }
  }
}

std::vector<RuleTree> resolve_rules(std::vector<PackTree>& packs, Reporter& reporter) { return Resolver(packs, reporter).resolve_all(); }

}  // namespace boctach
