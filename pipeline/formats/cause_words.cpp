#include "formats/cause_words.h"

#include <string_view>

#include "text/messages.h"

namespace boctach {
namespace {

std::string last_word(std::string_view cause) { return std::string(cause.substr(cause.rfind(' ') + 1)); }

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::string loss_in_words(const Candidate& candidate) {
  const std::string winner = candidate.winner->full_name();
  const std::string criterion = last_word(candidate.cause);
  if (criterion == "priority") return say("lost to {0} by priority", {winner});
  if (criterion == "length") return say("lost to {0} by length", {winner});
  if (criterion == "place") return say("lost to {0} by place", {winner});
  if (criterion == "directory") return say("lost to {0} by directory", {winner});
  if (criterion == "name") return say("lost to {0} by name", {winner});
  return say("lost to {0}, which stood there before", {winner});
}

}  // namespace

std::string cause_in_words(const Candidate& candidate) {
  switch (candidate.outcome) {
    case Outcome::Won:
      return say("won");
    case Outcome::Edge:
      return candidate.cause == "edge left" ? say("edge left") : say("edge right");
    case Outcome::Veto:
      return say("vetoed by {0}", {candidate.winner->full_name()});
    case Outcome::Hidden:
      return say("inside {0}", {candidate.winner->full_name()});
    case Outcome::Lost:
      return loss_in_words(candidate);
    case Outcome::Same:
      return say("same as {0}", {candidate.winner->full_name()});
    default:
      break;
  }
  if (starts_with(candidate.cause, "nothing in ")) return say("nothing in {0}", {last_word(candidate.cause)});
  if (starts_with(candidate.cause, "initials of ")) return say("initials of {0}", {last_word(candidate.cause)});
  if (starts_with(candidate.cause, "field ")) return say("field {0}", {last_word(candidate.cause)});
  // `context` and `except` are keys of the rule.
  return candidate.cause;
}

std::string scope_in_words(Scope scope) {
  switch (scope) {
    case Scope::Paragraph:
      return say("paragraph");
    case Scope::Sentence:
      return say("sentence");
    case Scope::Line:
      return say("line");
    case Scope::Title:
      return say("title");
    default:
      return say("text");
  }
}

std::string switched_off_in_words(const Rule& rule) {
  return say("rule '{0}' is switched off in {1}:{2}", {rule.full_name(), rule.switched_off.file, std::to_string(rule.switched_off.line)});
}

}  // namespace boctach
