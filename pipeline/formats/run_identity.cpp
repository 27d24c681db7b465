#include <algorithm>

#include "formats/run_manifest.h"
#include "text/messages.h"

namespace boctach {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

void compare(std::vector<std::string>& changes, const std::string& what, const std::string& was, const std::string& is) {
  if (was != is) changes.push_back(say("{0} was {1} and is now {2}", {what, was.empty() ? "-" : was, is.empty() ? "-" : is}));
}

std::string value_in(const Pairs& pairs, const std::string& name) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
  return found == pairs.end() ? std::string() : found->second;
}

std::string names_in(const Pairs& pairs) {
  std::string names;
  for (const auto& [name, state] : pairs) names += (names.empty() ? "" : " ") + name;
  return names;
}

}  // namespace

std::vector<std::string> RunIdentity::changes_to(const RunIdentity& now) const {
  std::vector<std::string> changes;
  compare(changes, say("the program"), program, now.program);
  compare(changes, say("the rule set"), rules, now.rules);
  for (const auto& [name, value] : options) compare(changes, "--" + name, value, value_in(now.options, name));
  for (const auto& [name, value] : now.options) {
    if (value_in(options, name).empty()) compare(changes, "--" + name, "", value);
  }
  if (inputs.size() != now.inputs.size() || names_in(inputs) != names_in(now.inputs)) {
    compare(changes, say("the list of inputs"), names_in(inputs), names_in(now.inputs));
  } else {
    for (std::size_t i = 0; i < inputs.size(); ++i) compare(changes, inputs[i].first, inputs[i].second, now.inputs[i].second);
  }
  return changes;
}

}  // namespace boctach
