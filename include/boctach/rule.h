#ifndef BOCTACH_RULE_H_
#define BOCTACH_RULE_H_

#include <optional>
#include <string>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/pattern.h"
#include "boctach/rule_parts.h"

namespace boctach {

enum class Boundary { Word, Left, Right, None };
enum class Scope { Paragraph, Sentence, Line, Document, Title };
enum class Status { Stable, Experimental, Deprecated };

struct Rule {
  std::string id;
  std::string pack;
  std::string stage;  // of the pack's own stages; empty if it has none
  std::string about;
  Status status = Status::Stable;
  std::vector<std::string> tags;
  std::vector<std::string> allow;  // codes of warnings that are not told
  bool enabled = true;
  Mark switched_off;  // where `enabled` says so, if it does
  std::string label;
  std::string group;  // who competes with whom
  bool emit = true;
  bool veto = false;  // stood under `vetoes`
  int priority = 0;
  Pattern pattern;
  std::string span_from;  // empty: the whole match
  std::string span_to;    // empty: span_from alone
  Boundary boundary = Boundary::Word;
  bool begins_at_word = false;  // not the mention alone, the whole match begins at a word edge
  Scope scope = Scope::Paragraph;
  std::vector<std::string> sees;
  std::vector<FieldRule> fields;
  std::vector<KeyPart> key;
  std::string join;    // nearest-before, unique, never, existing
  std::string prefer;  // richest, first, longest
  std::vector<ContextRule> context;
  std::vector<ContextRule> except;
  std::optional<LinkRule> link;
  std::optional<EachRule> each;
  std::optional<DefinesRule> defines;
  CleanRule clean;
  std::vector<Example> examples;
  Mark mark;
  int order = 0;    // of loading, over all packs
  int overlay = 0;  // 0: built in; user rules count up in the order of their directories

  // True if its mentions stand in records.
  [[nodiscard]] bool is_written() const { return emit && !veto && !link && clean.drop == Drop::None && !label.empty(); }
  [[nodiscard]] std::string full_name() const { return pack + "/" + id; }
};

}  // namespace boctach

#endif  // BOCTACH_RULE_H_
