#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rules/checks.h"
#include "rules/pattern_text.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t inlined_at_most = 500;

class ReferenceCheck {
 public:
  ReferenceCheck(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter)
      : rules_(rules), trees_(trees), reporter_(reporter), labels_(labels(rules)) {
    for (std::size_t i = 0; i < rules_.packs.size(); ++i) {
      for (const Rule& rule : rules_.packs[i].rules) {
        if (rule.veto || rule.link) continue;
        const auto [place, fresh] = first_.emplace(rule.label, stage_of(i, rule));
        if (!fresh) place->second = std::min(place->second, stage_of(i, rule));
      }
    }
  }

  void run() {
    for (std::size_t i = 0; i < rules_.packs.size(); ++i) {
      const Pack& pack = rules_.packs[i];
      const Reporter::Allowance of_pack(reporter_, pack.allow);
      for (const auto& [name, fragment] : pack.define) check_fragment(pack, name, fragment);
      for (const Hide& hide : pack.hides) want_label(hide.label, hide.mark);
      for (const Rule& rule : pack.rules) {
        const Reporter::Allowance of_rule(reporter_, rule.allow);
        check_rule(i, rule);
      }
    }
  }

 private:
  using Stage = std::pair<std::size_t, std::ptrdiff_t>;

  Stage stage_of(std::size_t pack, const Rule& rule) const {
    const auto& stages = rules_.packs[pack].stages;
    return {pack, std::find(stages.begin(), stages.end(), rule.stage) - stages.begin()};
  }

  void check_rule(std::size_t pack_index, const Rule& rule) {
    const Pack& pack = rules_.packs[pack_index];
    const RuleTree& tree = trees_[static_cast<std::size_t>(rule.order)];
    for (const std::string& label : rule.sees) {
      const Mark mark = mark_under(tree, {"sees", label});
      if (want_label(label, mark)) want_earlier(label, mark, stage_of(pack_index, rule));
    }
    for_each_pattern(rule, [&](const Pattern& pattern) {
      check_insertions(pack, pattern);
      check_symbols(pack_index, rule, pattern);
    });
    for (const auto* list : {&rule.context, &rule.except}) {
      for (const ContextRule& context : *list) {
        if (!context.lexicon.empty()) want_lexicon(pack, context.lexicon, context.mark);
        if (!context.label.empty()) want_label(context.label, context.mark);
      }
    }
    for (const FieldRule& field : rule.fields) check_field(pack, tree, field);
    check_key(rule, tree);
  }

  // Places are looked for only where something is to be told.
  void check_insertions(const Pack& pack, const Pattern& pattern) {
    for (const Text& part : pattern.parts) {
      for (const Insertion& insertion : insertions(part.value)) {
        const auto mark = [&] { return mark_inside(rules_, part, insertion.begin); };
        const std::string& name = insertion.name;
        if (name[0] == '@') {
          if (!is_label(std::string_view(name).substr(1))) want_label(name.substr(1), mark());
        } else if (name.rfind("lex:", 0) == 0) {
          const Lexicon* lexicon = find_lexicon(rules_, pack, name.substr(4));
          if (lexicon == nullptr) want_lexicon(pack, name.substr(4), mark());
          if (lexicon != nullptr && is_too_large(*lexicon, pattern)) tell_inlined(*lexicon, mark());
        } else if (find_fragment(rules_, pack, name) == nullptr && !built_in_fragment(name)) {
          want_fragment(pack, name, mark());
        }
      }
    }
  }

  void want_fragment(const Pack& pack, const std::string& name, const Mark& mark) {
    std::vector<std::string> known = built_in_names();
    for (const auto& [fragment, value] : pack.define) known.push_back(fragment);
    const bool lexicon = pack.lexicons.count(name) > 0;
    reporter_.report("E301", mark, say("no fragment '{0}'", {name}),
                     lexicon ? "a lexicon has that name: write {{lex:" + name + "}}"
                             : suggest(name, known, "fragments stand under `define` of the pack"));
  }

  static bool is_too_large(const Lexicon& lexicon, const Pattern& pattern) {
    return lexicon.entries.size() > inlined_at_most && !lone_lexicon(pattern.value);
  }

  void tell_inlined(const Lexicon& lexicon, const Mark& mark) {
    reporter_.report("W405", mark, say("a lexicon of {0} entries inside a pattern", {std::to_string(lexicon.entries.size())}),
                     "over 500 entries make slow programs: find them by a rule that is the lexicon alone, and write {{@label}} here");
  }

  // Labels a pattern uses, fragments and all, must be seen and come earlier.
  void check_symbols(std::size_t pack_index, const Rule& rule, const Pattern& pattern) {
    static constexpr char lead = '\xF3';  // of every symbol
    const std::string text = expander_.expand(rules_.packs[pack_index], pattern.value);
    const Stage stage = stage_of(pack_index, rule);
    std::set<std::size_t> told;
    for (std::size_t at = text.find(lead); at != std::string::npos; at = text.find(lead, at + 1)) {
      const char32_t letter = decode(text, at).code_point;
      if (letter < first_symbol || letter - first_symbol >= labels_.size() || !told.insert(letter - first_symbol).second) continue;
      const std::string& label = labels_[letter - first_symbol];
      const bool is_seen = std::find(rule.sees.begin(), rule.sees.end(), label) != rule.sees.end();
      if (is_seen && is_earlier(label, stage)) continue;
      const Mark mark = mark_of(rules_, pattern, "{{@" + label + "}}");
      if (!want_earlier(label, mark, stage) || is_seen) continue;
      reporter_.report("E304", mark, say("rule '{0}' does not see label '{1}'", {rule.id, label}),
                       "add it to `sees` of the rule or of `defaults`");
    }
  }

  void check_fragment(const Pack& pack, const std::string& name, const Pattern& fragment) {
    check_insertions(pack, fragment);
    std::set<std::string> open;
    if (reaches(pack, fragment, name, open)) {
      reporter_.report("E311", fragment.mark, say("fragment '{0}' contains, in the end, itself", {name}));
    }
  }

  bool reaches(const Pack& pack, const Pattern& from, const std::string& wanted, std::set<std::string>& open) const {
    for (const Insertion& insertion : insertions(from.value)) {
      if (insertion.name == wanted) return true;
      const Pattern* fragment = find_fragment(rules_, pack, insertion.name);
      if (fragment != nullptr && open.insert(insertion.name).second && reaches(pack, *fragment, wanted, open)) return true;
    }
    return false;
  }

  void check_field(const Pack& pack, const RuleTree& tree, const FieldRule& field) {
    for (const std::string& name : field.lexicon) {
      const Lexicon* lexicon = want_lexicon(pack, name, mark_under(tree, {"fields", field.name, "lexicon", name}));
      if (lexicon == nullptr || field.use.empty()) continue;
      if (std::find(lexicon->columns.begin(), lexicon->columns.end(), field.use) == lexicon->columns.end()) {
        reporter_.report("E317", mark_under(tree, {"fields", field.name, "use"}),
                         say("lexicon '{0}' has no column '{1}'", {name, field.use}), suggest(field.use, lexicon->columns));
      }
    }
  }

  // A key may name what links give: the fields of the label's record.
  void check_key(const Rule& rule, const RuleTree& tree) {
    std::vector<std::string> known;
    for (const FieldRule& field : rule.fields) known.push_back(field.name);
    for (const Pack& pack : rules_.packs) {
      for (const RecordLabel& record : pack.records) {
        if (record.label != rule.label) continue;
        for (const auto& [field, type] : record.fields) known.push_back(field);
      }
    }
    for (const KeyPart& part : rule.key) {
      if (std::find(known.begin(), known.end(), part.field) != known.end()) continue;
      reporter_.report("E316", mark_under(tree, {"key", part.field}),
                       say("no field '{0}' for the key of rule '{1}'", {part.field, rule.id}), suggest(part.field, known));
    }
  }

  [[nodiscard]] bool is_label(std::string_view label) const { return std::find(labels_.begin(), labels_.end(), label) != labels_.end(); }

  bool want_label(const std::string& label, const Mark& mark) {
    if (is_label(label)) return true;
    reporter_.report("E302", mark, say("no rule gives label '{0}'", {label}), suggest(label, labels_));
    return false;
  }

  [[nodiscard]] bool is_earlier(const std::string& label, Stage stage) const {
    const auto first = first_.find(label);
    return first == first_.end() || first->second < stage;
  }

  bool want_earlier(const std::string& label, const Mark& mark, Stage stage) {
    if (is_earlier(label, stage)) return true;
    reporter_.report("E303", mark,
                     first_.at(label) == stage ? say("label '{0}' comes in the same stage", {label})
                                               : say("label '{0}' comes in a later stage", {label}),
                     "a rule sees only mentions of earlier stages: see the order of `packs` in main.yaml");
    return false;
  }

  const Lexicon* want_lexicon(const Pack& pack, const std::string& name, const Mark& mark) {
    const Lexicon* lexicon = find_lexicon(rules_, pack, name);
    if (lexicon != nullptr) return lexicon;
    std::vector<std::string> known;
    for (const auto& [own, value] : pack.lexicons) known.push_back(own);
    for (const Pack& other : rules_.packs) {
      for (const auto& [foreign, value] : other.lexicons) known.push_back(other.name + "/" + foreign);
    }
    reporter_.report("E301", mark, say("no lexicon '{0}'", {name}), suggest(name, known));
    return nullptr;
  }

  const RuleSet& rules_;
  const std::vector<RuleTree>& trees_;
  Reporter& reporter_;
  PatternExpander expander_{rules_, PatternExpander::Lexicons::Left};
  std::vector<std::string> labels_;
  std::map<std::string, Stage> first_;  // label -> the earliest stage that gives it
};

}  // namespace

void check_references(const RuleSet& rules, const std::vector<RuleTree>& trees, Reporter& reporter) {
  ReferenceCheck(rules, trees, reporter).run();
}

}  // namespace boctach
