#include <algorithm>
#include <string>
#include <string_view>

#include "boctach/explanation.h"
#include "formats/cause_words.h"
#include "formats/terminal.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::size_t most_literals = 12;  // named

std::string named(const std::vector<std::string>& literals) {
  std::string out;
  for (std::size_t i = 0; i < std::min(literals.size(), most_literals); ++i)
    out.append(i == 0 ? "'" : ", '").append(visible(literals[i])).append("'");
  if (literals.size() > most_literals) out += say(", and {0} more", {std::to_string(literals.size() - most_literals)});
  return out;
}

std::string limit_in_words(const std::string& limit) {
  if (limit == "whole line") return say("is not the whole line");
  if (limit == "max_line") return say("stands in a line longer than `max_line`");
  if (limit == "after") return say("stands before the part of the article that `after` names");
  return say("the line before it says something else");
}

class Reasons {
 public:
  Reasons(std::ostream& output, const Explanation& explanation, const ExplanationOptions& options)
      : output_(output), explanation_(explanation), options_(options) {}

  void write() {
    if (!explanation_.why_not.empty()) output_ << painted(options_.colour, "36", say("why not")) << '\n';
    for (const WhyNot& reason : explanation_.why_not) write_reason(reason);
    for (const Proposal& proposal : explanation_.proposals) {
      output_ << painted(options_.colour, "36", say("an overlay with which {0} finds it", {proposal.rule->full_name()})) << '\n';
      output_ << "  # " << say("finds \"{0}\"", {visible(proposal.found)}) << '\n';
      for (std::size_t at = 0; at < proposal.overlay.size();) {
        const std::size_t end = std::min(proposal.overlay.find('\n', at), proposal.overlay.size());
        output_ << "  " << std::string_view(proposal.overlay).substr(at, end - at) << '\n';
        at = end + 1;
      }
    }
  }

 private:
  void write_reason(const WhyNot& reason) {
    output_ << "  " << painted(options_.colour, "1", reason.rule->full_name()) << '\n';
    if (!reason.missing_literals.empty())
      output_ << "    " << say("every match holds one of {0}; the text has none", {named(reason.missing_literals)}) << '\n';
    if (!reason.beginning.empty())
      output_ << "    " << say("its pattern begins with {0}, which matches nowhere", {visible(reason.beginning, 100)}) << '\n';
    for (const UnmetLimit& unmet : reason.limits) write_limit(unmet);
    if (!reason.rule->enabled) output_ << "    " << switched_off_in_words(*reason.rule) << '\n';
    for (const std::size_t number : reason.dropped) {
      const Chrome& chrome = explanation_.findings.chrome[number];
      output_ << "    " << say("what it would find was dropped by {0}: \"{1}\"", {chrome.rule->full_name(), visible(chrome.text)}) << '\n';
    }
    for (const NearMiss& miss : reason.misses) write_miss(miss, reason.rule->scope);
  }

  void write_limit(const UnmetLimit& unmet) {
    const Span raw = explanation_.document.buffer.map().source(unmet.span);
    output_ << "    " << painted(options_.colour, "2", std::to_string(raw.begin) + ".." + std::to_string(raw.end)) << "  \""
            << visible(unmet.span.of(explanation_.document.buffer.text())) << "\"  " << limit_in_words(unmet.limit) << '\n';
  }

  [[nodiscard]] std::string cause_of(const NearMiss& miss, Scope scope) const {
    const std::string part = visible(miss.missing, 100);
    const std::string_view saw = miss.saw.of(explanation_.document.buffer.text());
    if (saw.empty())
      return miss.at_front ? say("{0} in front would stand before the start of the {1} (`scope`)", {part, scope_in_words(scope)})
                           : say("{0} behind would stand after the end of the {1} (`scope`)", {part, scope_in_words(scope)});
    const std::size_t begin = saw.find_first_not_of(" \n");
    const std::string_view word = saw.substr(begin, saw.find_last_not_of(" \n") + 1 - begin);
    if (word.size() < saw.size())
      return miss.at_front ? say("{0} in front did not accept the line break behind '{1}'", {part, visible(word)})
                           : say("{0} behind did not accept the line break before '{1}'", {part, visible(word)});
    return miss.at_front ? say("{0} in front did not accept '{1}'", {part, visible(word)})
                         : say("{0} behind did not accept '{1}'", {part, visible(word)});
  }

  void write_miss(const NearMiss& miss, Scope scope) {
    const std::string_view text = explanation_.document.buffer.text();
    const Span raw = explanation_.document.buffer.map().source(miss.span);
    const std::string matched =
        say("{0} of {1} parts match \"{2}\"; ", {std::to_string(miss.matched), std::to_string(miss.parts), visible(miss.span.of(text))});
    output_ << "    " << painted(options_.colour, "2", std::to_string(raw.begin) + ".." + std::to_string(raw.end)) << "  " << matched
            << cause_of(miss, scope) << '\n';
  }

  std::ostream& output_;
  const Explanation& explanation_;
  const ExplanationOptions& options_;
};

}  // namespace

void write_why_not(std::ostream& output, const Explanation& explanation, const ExplanationOptions& options) {
  Reasons(output, explanation, options).write();
}

}  // namespace boctach
