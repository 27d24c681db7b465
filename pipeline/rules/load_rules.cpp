#include <algorithm>
#include <tuple>
#include <utility>

#include "boctach/filter.h"
#include "boctach/rule_set.h"
#include "rules/checks.h"
#include "rules/extends.h"
#include "rules/key_check.h"
#include "rules/readers.h"
#include "rules/rule_files.h"
#include "rules/yaml_gate.h"

namespace boctach {
namespace {

constexpr const char* main_file = "main.yaml";

// One loading: files to trees, trees to packs, packs checked against each other.
class Loader {
 public:
  Loader(const std::string& directory, Diagnostics& diagnostics)
      : files_(directory, rules_), reporter_(rules_, found_), diagnostics_(diagnostics) {}

  RuleSet load() {
    read_main();
    const std::vector<RuleTree> rules = resolve_rules(trees_, reporter_);
    for (const PackTree& tree : trees_) rules_.packs.push_back(read_pack(tree));
    add_rules(rules);
    // Lexicons of two packs may be one file, so the hash comes last.
    rules_.hash = files_.hash();
    check_patterns(rules_, reporter_);
    if (complete_) {
      check_references(rules_, rules, reporter_);
      check_groups(rules_, rules, reporter_);
    }
    tell();
    return std::move(rules_);
  }

 private:
  void read_main() {
    if (files_.read(main_file) == nullptr) {
      reporter_.report("E305", {main_file, 0, 0}, "no file 'main.yaml'",
                       "a rules folder has a main.yaml with `format`, `filters` and `packs`");
      return;
    }
    const auto tree = read_yaml(main_file, reporter_);
    complete_ = tree.has_value();
    if (!tree) return;
    check_object(*tree, ObjectKind::Main, reporter_);
    check_filters(*tree);
    const Node* packs = tree->find("packs");
    if (packs == nullptr) return;
    if (packs->is_scalar()) read_tree(*packs);
    for (const Node& pack : packs->children) read_tree(pack);
  }

  // As a reader meets them: file by file, from top to bottom.
  void tell() {
    std::vector<Diagnostic> sorted = found_.all();
    const auto place = [&](const Diagnostic& diagnostic) {
      return std::tuple(files_.place_of(diagnostic.mark.file), diagnostic.mark.line, diagnostic.mark.column);
    };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
    for (Diagnostic& diagnostic : sorted) diagnostics_.add(std::move(diagnostic));
  }

  void check_filters(const Node& main) {
    rules_.filters = main.texts("filters");
    const std::vector<std::string> known = filter_names();
    const Node* filters = main.find("filters");
    if (filters == nullptr) return;
    const auto want = [&](const Node& filter) {
      const bool found = std::find(known.begin(), known.end(), filter.value) != known.end();
      if (filter.is_scalar() && !found)
        reporter_.report("E309", filter.mark, "no filter '" + filter.value + "'", suggest(filter.value, known));
    };
    want(*filters);
    for (const Node& filter : filters->children) want(filter);
  }

  void read_tree(const Node& named) {
    if (!named.is_scalar()) return;
    if (files_.read(named.value) == nullptr) {
      reporter_.report("E305", named.mark, "no file '" + named.value + "'", "packs are named from the folder of main.yaml");
      complete_ = false;
      return;
    }
    auto tree = read_yaml(named.value, reporter_);
    if (!tree) {
      complete_ = false;
      return;
    }
    check_object(*tree, ObjectKind::Pack, reporter_);
    const std::string name = tree->text("pack");
    const bool taken = std::any_of(trees_.begin(), trees_.end(), [&](const PackTree& other) { return other.name == name; });
    if (taken && !name.empty()) reporter_.report("E307", tree->find("pack")->mark, "a second pack '" + name + "'");
    trees_.push_back({named.value, name, std::move(*tree)});
  }

  Pack read_pack(const PackTree& tree) {
    const Node& root = tree.root;
    Pack pack;
    pack.name = tree.name;
    pack.file = tree.file;
    pack.version = root.text("version");
    pack.about = root.text("about");
    pack.stages = root.texts("stages");
    pack.mark = root.mark;
    for (const Node& label : root.members("records")) pack.records.push_back(read_record_label(label));
    pack.hides = read_hides(root.members("hides"));
    for (const Node& fragment : root.members("define")) pack.define[fragment.key] = read_pattern(fragment);
    for (const Node& lexicon : root.members("lexicons")) {
      if (lexicon.is_map()) pack.lexicons[lexicon.key] = read_lexicon(lexicon, files_, reporter_);
    }
    return pack;
  }

  void add_rules(const std::vector<RuleTree>& trees) {
    int order = 0;
    for (const RuleTree& tree : trees) {
      Pack& pack = rules_.packs[tree.pack];
      Rule rule = read_rule(tree.node, tree.kind, pack.name);
      rule.order = order++;
      if (rule.label.empty() && !rule.veto && !rule.link) {
        reporter_.report("E203", rule.mark, "rule '" + rule.id + "' has no 'label'", "give it one here or under 'defaults' of the pack");
      }
      settle_stage(pack, tree.node, rule);
      pack.rules.push_back(std::move(rule));
    }
  }

  void settle_stage(const Pack& pack, const Node& node, Rule& rule) {
    const auto named = [&](const std::string& stage) {
      return std::find(pack.stages.begin(), pack.stages.end(), stage) != pack.stages.end();
    };
    if (rule.stage.empty() && named(rule.label)) rule.stage = rule.label;
    if (rule.stage.empty() && !pack.stages.empty() && !rule.veto) {
      reporter_.report("E203", rule.mark, "rule '" + rule.id + "' has no 'stage'",
                       "the pack has stages, and none is called '" + rule.label + "'");
    } else if (!rule.stage.empty() && !named(rule.stage)) {
      const Node* written = node.find("stage");
      reporter_.report("E204", written != nullptr ? written->mark : rule.mark, "the pack has no stage '" + rule.stage + "'",
                       suggest(rule.stage, pack.stages));
    }
  }

  RuleSet rules_;
  Diagnostics found_;
  RuleFiles files_;
  Reporter reporter_;
  Diagnostics& diagnostics_;
  std::vector<PackTree> trees_;
  bool complete_ = false;
};

}  // namespace

RuleSet load_rules(const std::string& directory, Diagnostics& diagnostics) { return Loader(directory, diagnostics).load(); }

}  // namespace boctach
