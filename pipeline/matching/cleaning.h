#ifndef BOCTACH_MATCHING_CLEANING_H_
#define BOCTACH_MATCHING_CLEANING_H_

#include <string_view>
#include <vector>

#include "matching/compiled_rule.h"
#include "matching/gated_engine.h"
#include "matching/judge.h"
#include "matching/view.h"

namespace boctach {

// What a cleaning rule takes out of a text.
struct Removal {
  const CompiledRule* rule = nullptr;
  Span found;    // what the rule means (an example marks this), in the text
  Span dropped;  // what goes: `found` and, for whole lines, the line feed
  std::vector<Group> groups;
  std::vector<FieldValue> fields;
};

struct CleaningText {
  std::string_view clean;
  const View& view;  // of it, without symbols
};

// What `rules` take out of a text, in text order: those that drop all from
// somewhere on (`tails`), or the others. Removals may overlap.
std::vector<Removal> find_chrome(const std::vector<CompiledRule>& rules, bool tails, const CleaningText& text, GatedEngine& engine);

// The line around a span, without its line feed; a span without the spaces at its ends.
Span line_around(std::string_view text, Span span);
Span without_spaces(std::string_view text, Span span);

}  // namespace boctach

#endif  // BOCTACH_MATCHING_CLEANING_H_
