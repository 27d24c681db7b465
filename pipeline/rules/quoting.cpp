#include "rules/quoting.h"

#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {

void check_quoting_of_name(const Node& scalar, Reporter& reporter) {
  if (scalar.style != Node::Style::Plain || !is_truth_word(scalar.value)) return;
  reporter.report("W404", scalar.mark, say("'{0}' without quotes is a truth value for other YAML readers", {scalar.value}),
                  say("write '{0}' in single quotes", {scalar.value}));
}

void check_quoting_of_text(const Node& scalar, Reporter& reporter) {
  check_quoting_of_name(scalar, reporter);
  if (scalar.is_cut) {
    Mark cut = scalar.mark;
    cut.column += static_cast<int>(count_code_points(scalar.value)) + 1;
    reporter.report("W410", cut, "a text without quotes, cut at ' #'",
                    "write it in single quotes; if a comment is meant, put two spaces before it");
  }
}

void check_quoting_of_pattern(const Node& scalar, Reporter& reporter) {
  if (scalar.style == Node::Style::Double) {
    reporter.report("E408", scalar.mark, "a pattern in double quotes", "write patterns in single quotes: double quotes eat backslashes");
  } else if (scalar.style == Node::Style::Plain) {
    reporter.report("W403", scalar.mark, "a pattern without quotes", "write patterns in single quotes: ' #' and ': ' would cut them");
  }
}

void check_quoting_of_phrases(const Node& list, const std::string& key, Reporter& reporter) {
  if (!list.flow) return;
  for (const Node& child : list.children) {
    const bool phrase = child.is_scalar() && child.style == Node::Style::Plain && child.value.find(' ') != std::string::npos;
    if (!phrase) continue;
    reporter.report("W402", child.mark, say("a phrase without quotes in a list '[a, b]' of '{0}'", {key}),
                    "a comma would cut it: write it in single quotes, or one '- ' line each");
    return;
  }
}

}  // namespace boctach
