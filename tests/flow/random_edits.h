#ifndef BOCTACH_TESTS_FLOW_RANDOM_EDITS_H_
#define BOCTACH_TESTS_FLOW_RANDOM_EDITS_H_

#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// What an overlay does to one rule of a set, drawn at random, and the rules it is written into.
struct RandomEdit {
  std::string kind;
  std::string pack;
  std::string rule;      // PACK/ID
  std::string patch;     // lines of the overlay
  std::string lexicons;  // lines of the overlay
};

class RandomEdits {
 public:
  // Of the rules called so, PACK/ID, and of entries that stand in `text`.
  RandomEdits(const RuleSet& rules, const std::set<std::string>& names, std::string text, unsigned seed)
      : text_(std::move(text)), random_(seed) {
    for (const Pack& pack : rules.packs) {
      packs_[pack.name] = &pack;
      for (const Rule& rule : pack.rules) {
        if (names.count(rule.full_name()) > 0) rules_.push_back(&rule);
      }
    }
  }

  // One of six edits, each in its turn, of a rule that can take it.
  RandomEdit draw() {
    const unsigned kind = turn_++ % 6;
    RandomEdit edit;
    while (edit.kind.empty()) edit = drawn(kind, *rules_[random_() % rules_.size()]);
    return edit;
  }

 private:
  // Without a kind if the rule cannot take it.
  RandomEdit drawn(unsigned kind, const Rule& rule) {
    RandomEdit edit{"", rule.pack, rule.full_name(), "", ""};
    const std::string head = "  - {rule: " + rule.id + ", ";
    switch (kind) {
      case 0:
        edit.kind = "disabled";
        edit.patch = head + "set: {enabled: false}}\n";
        break;
      case 1:
        if (rule.clean.drop != Drop::None) break;
        edit.kind = "priority";
        edit.patch = head + "set: {priority: " + std::to_string(static_cast<int>(random_() % 201) - 100) + "}}\n";
        break;
      case 2:
        edit.kind = "except";
        edit.patch = head + "append: {except: [{after: '\\A.?[" + std::string(1, static_cast<char>('a' + random_() % 26)) + " ]'}]}}\n";
        break;
      case 3:
        remove_entry(rule, edit);
        break;
      case 4:
        edit.kind = "pattern";
        edit.patch = head + "set: {pattern: " + quoted(rule.pattern.value + (random_() % 2 == 0 ? "(?:[,;.])?" : " ")) + "}}\n";
        break;
      default:
        if (rule.fields.empty()) break;
        edit.kind = "field";
        edit.patch = head + "set: {fields: {" + rule.fields[random_() % rule.fields.size()].name + ": {const: khác}}}}\n";
    }
    return edit;
  }

  static std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
  }

  // The edit of a lexicon is one of every rule that uses it.
  void remove_entry(const Rule& rule, RandomEdit& edit) {
    std::vector<std::pair<std::string, std::string>> there;  // lexicon, value
    for (const auto& [name, lexicon] : packs_.at(rule.pack)->lexicons) {
      if (rule.pattern.value.find("{{lex:" + name + "}}") == std::string::npos || lexicon.entries.size() < 2) continue;
      for (const LexiconEntry& entry : lexicon.entries) {
        if (text_.find(entry.value) != std::string::npos) there.emplace_back(name, entry.value);
      }
    }
    if (there.empty()) return;
    const auto& [name, value] = there[random_() % there.size()];
    edit.kind = "entry";
    edit.lexicons = "  " + name + ":\n    remove: [" + quoted(value) + "]\n";
  }

  std::string text_;
  std::mt19937 random_;
  unsigned turn_ = 0;
  std::vector<const Rule*> rules_;
  std::map<std::string, const Pack*> packs_;
};

// An overlay a pack; edits of one pack share it.
inline std::map<std::string, std::string> overlays_of(const std::vector<RandomEdit>& edits) {
  std::map<std::string, std::string> patches;
  std::map<std::string, std::string> lexicons;
  std::set<std::string> packs;
  for (const RandomEdit& edit : edits) {
    packs.insert(edit.pack);
    patches[edit.pack] += edit.patch;
    lexicons[edit.pack] += edit.lexicons;
  }
  std::map<std::string, std::string> files;
  for (const std::string& pack : packs) {
    files[pack] = "format: 1\noverlay: " + pack + "\n";
    if (!patches[pack].empty()) files[pack] += "patch:\n" + patches[pack];
    if (!lexicons[pack].empty()) files[pack] += "lexicons:\n" + lexicons[pack];
  }
  return files;
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_FLOW_RANDOM_EDITS_H_
