#include "app/edit_words.h"

#include "text/messages.h"

namespace boctach {

std::string edit_in_words(const RuleEdit& edit) {
  // "rule vn.dates/day", "records of vn.dates", "order of packs"
  const std::size_t space = edit.what.rfind(' ');
  if (edit.what == "order of packs") return say("order of packs");
  if (edit.what == "filters") return say("filters");
  const std::string kind = edit.what.substr(0, space);
  const std::string name = edit.what.substr(space + 1);
  if (kind == "rule") return say("rule {0}", {name});
  if (kind == "lexicon") return say("lexicon {0}", {name});
  if (kind == "fragment") return say("fragment {0}", {name});
  if (kind == "records of") return say("records of {0}", {name});
  if (kind == "stages of") return say("stages of {0}", {name});
  return say("hides of {0}", {name});
}

std::string change_in_words(const RuleEdit& edit) {
  if (edit.change == "new") return say("new");
  if (edit.change == "gone") return say("gone");
  const std::size_t colon = edit.change.find(": ");
  return say("changed") + (colon == std::string::npos ? "" : edit.change.substr(colon));
}

}  // namespace boctach
