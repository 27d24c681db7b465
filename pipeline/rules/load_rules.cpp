#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "boctach/filter.h"
#include "boctach/rule_set.h"
#include "rules/checks.h"
#include "rules/extends.h"
#include "rules/few_threads.h"
#include "rules/key_check.h"
#include "rules/loaded_rules.h"
#include "rules/overlay.h"
#include "rules/readers.h"
#include "rules/rule_files.h"
#include "rules/yaml_gate.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* main_file = "main.yaml";

// One loading: files to trees, trees to packs, packs checked against each other.
class Loader {
 public:
  Loader(const std::vector<std::string>& directories, Diagnostics& diagnostics, bool notes)
      : files_(directories, rules_), reporter_(rules_, found_, notes), diagnostics_(diagnostics) {
    rules_.directories = directories;
  }

  LoadedRules load() {
    read_main();
    for (std::size_t i = 1; i < rules_.directories.size(); ++i) read_over(i);
    std::vector<RuleTree> rules = resolve_rules(trees_, reporter_);
    for (const PackTree& tree : trees_) rules_.packs.push_back(read_pack(tree, files_, reporter_));
    add_rules(rules);
    // Lexicons of two packs may be one file, so the hash comes last.
    rules_.hash = files_.hash();
    check_patterns(rules_, reporter_);
    if (complete_) {
      check_references(rules_, rules, reporter_);
      check_groups(rules_, rules, reporter_);
      check_records(rules_, trees_, rules, reporter_);
      check_examples(rules_, rules, reporter_);
    }
    tell();
    return {std::move(rules_), std::move(rules)};
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
    read_ahead(scalars_of(*packs));
    if (packs->is_scalar()) read_named(*packs);
    for (const Node& pack : packs->children) read_named(pack);
  }

  // Most of the time of loading goes into YAML: the files are parsed side by
  // side. What is wrong with them is told when their turn comes.
  void read_ahead(const std::vector<std::string>& names) {
    ahead_.clear();
    std::vector<std::pair<const std::string, Parsed>*> work;
    for (const std::string& name : names) {
      if (files_.read(name) != nullptr && std::count(names.begin(), names.end(), name) == 1)
        work.push_back(&*ahead_.try_emplace(name).first);
    }
    Turns turns(work.size());
    on_few_threads([&] {
      while (const auto turn = turns.take()) {
        auto& [name, parsed] = *work[*turn];
        Reporter reporter(rules_, parsed.found, reporter_.wants_notes());
        parsed.tree = read_yaml(name, reporter);
      }
    });
  }

  std::optional<Node> tree_of(const std::string& name) {
    const auto parsed = ahead_.find(name);
    if (parsed == ahead_.end()) return read_yaml(name, reporter_);
    reporter_.take(parsed->second.found);
    return std::move(parsed->second.tree);
  }

  // A directory laid over the others: packs of its own, and changes of packs that were there before it.
  void read_over(std::size_t directory) {
    std::vector<Node> overlays;
    const std::vector<std::string> names = files_.yaml_files(directory);
    read_ahead(names);
    for (const std::string& name : names) {
      auto tree = tree_of(name);
      if (!tree) {
        complete_ = false;
      } else if (tree->find("overlay") != nullptr) {
        check_object(*tree, ObjectKind::Overlay, reporter_);
        overlays.push_back(std::move(*tree));
      } else {
        add_tree(name, std::move(*tree));
      }
    }
    for (Node& overlay : overlays) overlays_.lay(std::move(overlay));
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
        reporter_.report("E309", filter.mark, say("no filter '{0}'", {filter.value}), suggest(filter.value, known));
    };
    want(*filters);
    for (const Node& filter : filters->children) want(filter);
  }

  void read_named(const Node& named) {
    if (!named.is_scalar()) return;
    if (files_.read(named.value) == nullptr) {
      reporter_.report("E305", named.mark, say("no file '{0}'", {named.value}), "packs are named from the folder of main.yaml");
      complete_ = false;
      return;
    }
    auto tree = tree_of(named.value);
    if (tree) {
      add_tree(named.value, std::move(*tree));
    } else {
      complete_ = false;
    }
  }

  void add_tree(const std::string& file, Node tree) {
    check_object(tree, ObjectKind::Pack, reporter_);
    const std::string name = tree.text("pack");
    const auto called = [&](const std::string& wanted) {
      return std::find_if(trees_.begin(), trees_.end(), [&](const PackTree& other) { return other.name == wanted; });
    };
    if (called(name) != trees_.end() && !name.empty())
      reporter_.report("E307", tree.find("pack")->mark, say("a second pack '{0}'", {name}));
    auto place = trees_.end();
    if (const Node* after = tree.find("after"); after != nullptr && after->is_scalar()) {
      place = called(after->value);
      if (place != trees_.end()) {
        ++place;
      } else {
        reporter_.report("E318", after->mark, say("no pack '{0}' to run behind", {after->value}));
      }
    }
    trees_.insert(place, {file, name, std::move(tree)});
  }

  void add_rules(const std::vector<RuleTree>& trees) {
    int order = 0;
    for (const RuleTree& tree : trees) {
      Pack& pack = rules_.packs[tree.pack];
      Rule rule = read_rule(tree.node, tree.kind, pack.name);
      rule.order = order++;
      rule.overlay = static_cast<int>(files_.directory_of(rule.mark.file));
      if (rule.label.empty() && !rule.veto && !rule.link) {
        reporter_.report("E203", rule.mark, say("rule '{0}' has no 'label'", {rule.id}),
                         "give it one here or under 'defaults' of the pack");
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
      reporter_.report("E203", rule.mark, say("rule '{0}' has no 'stage'", {rule.id}),
                       say("the pack has stages, and none is called '{0}'", {rule.label}));
    } else if (!rule.stage.empty() && !named(rule.stage)) {
      const Node* written = node.find("stage");
      reporter_.report("E204", written != nullptr ? written->mark : rule.mark, say("the pack has no stage '{0}'", {rule.stage}),
                       suggest(rule.stage, pack.stages));
    }
  }

  // A file that was parsed before its turn.
  struct Parsed {
    std::optional<Node> tree;
    Diagnostics found;
  };

  RuleSet rules_;
  Diagnostics found_;
  RuleFiles files_;
  Reporter reporter_;
  Diagnostics& diagnostics_;
  std::map<std::string, Parsed> ahead_;
  std::vector<PackTree> trees_;
  Overlays overlays_{trees_, reporter_};
  bool complete_ = false;
};

}  // namespace

LoadedRules load_with_trees(const std::vector<std::string>& directories, Diagnostics& diagnostics, bool notes) {
  return Loader(directories, diagnostics, notes).load();
}

RuleSet load_rules(const std::vector<std::string>& directories, Diagnostics& diagnostics) {
  return load_with_trees(directories, diagnostics).rules;
}

RuleSet load_rules(const std::string& directory, Diagnostics& diagnostics) {
  return load_rules(std::vector<std::string>{directory}, diagnostics);
}

}  // namespace boctach
