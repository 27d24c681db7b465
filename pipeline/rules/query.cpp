#include "rules/query.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "rules/checks.h"
#include "rules/diagnose.h"
#include "rules/pattern_text.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr const char* query_file = "pattern";

class QueryReader {
 public:
  QueryReader(RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), reporter_(rules, found_), diagnostics_(diagnostics) {}

  void read(const std::string& pattern) {
    rules_.sources[query_file] = pattern;
    const Mark mark{query_file, 1, 1};
    Rule rule;
    rule.id = "pattern";
    rule.pack = rule.label = rule.group = query_name;
    rule.mark = mark;
    rule.pattern = {qualified({pattern, mark}), {{pattern, mark}}, mark};
    rule.sees.assign(sees_.begin(), sees_.end());
    for (const Pack& pack : rules_.packs) rule.order += static_cast<int>(pack.rules.size());
    Pack pack;
    pack.name = query_name;
    pack.file = query_file;
    pack.mark = mark;
    std::set<std::string> groups;
    for (const std::string& name : group_names(expand_fragments(rules_, pack, rule.pattern.value))) {
      if (!groups.insert(name).second) continue;
      FieldRule field;
      field.name = name;
      field.optional = true;
      field.mark = mark;
      rule.fields.push_back(field);
    }
    pack.rules.push_back(std::move(rule));
    rules_.packs.push_back(std::move(pack));
    check_patterns(rules_, reporter_);
    for (const Diagnostic& diagnostic : found_.all()) {
      if (diagnostic.mark.file == query_file) diagnostics_.add(diagnostic);
    }
  }

 private:
  std::string qualified(const Text& pattern) {
    std::string result;
    std::size_t done = 0;
    for (const Insertion& insertion : insertions(pattern.value)) {
      result.append(pattern.value, done, insertion.begin - done);
      result += "{{" + resolve(insertion.name, mark_inside(rules_, pattern, insertion.begin)) + "}}";
      done = insertion.end;
    }
    return result.append(pattern.value, done, std::string::npos);
  }

  std::string resolve(const std::string& name, const Mark& mark) {
    if (name[0] == '@') {
      const std::vector<std::string> known = labels(rules_);
      const std::string label = name.substr(1);
      sees_.insert(label);
      if (std::find(known.begin(), known.end(), label) == known.end())
        reporter_.report("E302", mark, say("no rule gives label '{0}'", {label}), suggest(label, known));
      return name;
    }
    if (built_in_fragment(name)) return name;
    const bool lexicon = name.rfind("lex:", 0) == 0;
    const std::string wanted = lexicon ? name.substr(4) : name;
    std::vector<std::string> owners;
    std::vector<std::string> known;
    for (const Pack& pack : rules_.packs) {
      const auto look_at = [&](const std::string& own) {
        const std::string full = pack.name + "/" + own;
        known.push_back(own);
        if (own == wanted || full == wanted) owners.push_back(full);
      };
      if (lexicon) {
        for (const auto& [own, value] : pack.lexicons) look_at(own);
      } else {
        for (const auto& [own, value] : pack.define) look_at(own);
      }
    }
    if (owners.size() == 1) return (lexicon ? "lex:" : "") + owners.front();
    const std::string kind = lexicon ? "lexicon" : "fragment";
    if (owners.empty()) {
      reporter_.report("E301", mark, say("no {0} '{1}'", {kind, wanted}), suggest(wanted, known));
    } else {
      std::string all;
      for (const std::string& owner : owners) all += (all.empty() ? "" : ", ") + owner;
      reporter_.report("E301", mark, say("several packs have a {0} '{1}'", {kind, wanted}), say("write one of {0}", {all}));
    }
    return name;
  }

  RuleSet& rules_;
  Diagnostics found_;
  Reporter reporter_;
  Diagnostics& diagnostics_;
  std::set<std::string> sees_;
};

}  // namespace

void add_query(RuleSet& rules, const std::string& pattern, Diagnostics& diagnostics) {
  QueryReader(rules, diagnostics).read(to_nfc(pattern));
}

}  // namespace boctach
