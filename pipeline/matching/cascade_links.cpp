#include <algorithm>
#include <optional>
#include <utility>

#include "matching/cascade_run.h"

namespace boctach {

void CascadeRun::link(const Stage& stage) {
  for (const CompiledRule& rule : stage.links) {
    const View& view = view_for(rule.view, rule.rule->sees);
    const std::vector<HiddenStretch> none;
    const Scene scene{document_.buffer.text(), view, findings_.mentions, none, none, engine_, options_.candidates};
    std::vector<RawMatch> found = engine_.find_all(rule, view);
    const RuleTimer timer(found.empty() ? nullptr : options_.times, *rule.rule);
    for (RawMatch& raw : found) {
      const Trial trial = judge(rule, std::move(raw), scene);
      if (trial.outcome == Outcome::Won) link_with(rule, trial);
      report(trial, nullptr);
    }
  }
}

void CascadeRun::link_with(const CompiledRule& rule, const Trial& trial) {
  const LinkRule& link = *rule.rule->link;
  const auto group_of = [&](std::string_view name) {
    return std::find_if(trial.groups.begin(), trial.groups.end(), [name](const Group& group) { return group.name == name; });
  };
  const auto targets = group_of(link.to);
  if (targets == trial.groups.end()) return;
  const auto give = [&](const std::pair<std::string, std::string>& part, bool add) {
    const std::size_t dot = part.second.find('.');
    const auto group = group_of(std::string_view(part.second).substr(0, dot));
    if (group == trial.groups.end() || group->span.empty()) return;
    Link made{rule.rule, 0, part.first, add, link.when_empty, group->span, std::nullopt, {}, trial.match, std::nullopt};
    if (dot != std::string::npos) made.value_field = std::string_view(part.second).substr(dot + 1);
    std::vector<std::optional<std::size_t>> values(group->mentions.begin(), group->mentions.end());
    if (values.empty()) values.emplace_back(std::nullopt);
    if (!add) values.resize(1);
    for (const std::size_t target : targets->mentions) {
      made.to = target;
      for (const auto& value : values) {
        made.value = value;
        made.span = value ? findings_.mentions[*value].span : group->span;
        findings_.links.push_back(made);
      }
    }
  };
  for (const auto& part : link.set) give(part, false);
  for (const auto& part : link.add) give(part, true);
}

}  // namespace boctach
