#include "matching/judge.h"

#include <algorithm>
#include <utility>

#include "matching/definitions.h"
#include "matching/field_values.h"
#include "text/unicode.h"

namespace boctach {
namespace {

const Span* find_span(const RawMatch& raw, std::string_view name) {
  for (const auto& [group, span] : raw.match.groups) {
    if (group == name) return &span;
  }
  return nullptr;
}

// The mention inside the match, as `span` says.
Span mention_span(const Rule& rule, const RawMatch& raw) {
  if (rule.span_from.empty()) return raw.match.span;
  const Span* from = find_span(raw, rule.span_from);
  const Span* to = rule.span_to.empty() ? from : find_span(raw, rule.span_to);
  if (from != nullptr && to != nullptr) return hull(*from, *to);
  if (from != nullptr) return *from;
  return to != nullptr ? *to : raw.match.span;
}

// True if what the context asks about is there.
bool is_there(const CompiledContext& context, const Trial& trial, const RawMatch& raw, const Scene& scene) {
  const ContextRule& rule = *context.rule;
  const std::string_view text = scene.view.text();
  const auto n = static_cast<std::size_t>(rule.within);
  switch (rule.place) {
    case ContextPlace::Before:
    case ContextPlace::NotBefore: {
      const std::size_t begin = std::max(raw.region.begin, back(text, trial.view_span.begin, n));
      return scene.engine.matches(context, Span{begin, std::max(begin, trial.view_span.begin)}.of(text));
    }
    case ContextPlace::After:
    case ContextPlace::NotAfter: {
      const std::size_t end = std::min(raw.region.end, forward(text, trial.view_span.end, n));
      return scene.engine.matches(context, Span{trial.view_span.end, std::max(end, trial.view_span.end)}.of(text));
    }
    case ContextPlace::Match:
      return scene.engine.matches(context, trial.view_span.of(text));
    case ContextPlace::Field: {
      const Span* group = find_span(raw, rule.field);
      return group != nullptr && scene.engine.matches(context, group->of(text));
    }
    case ContextPlace::DocumentHas:
      break;
  }
  return std::any_of(scene.mentions.begin(), scene.mentions.end(), [&](const Mention& m) { return m.rule->label == rule.label; });
}

bool is_negative(ContextPlace place) { return place == ContextPlace::NotBefore || place == ContextPlace::NotAfter; }

void fail(Trial& trial, Outcome outcome, std::string cause) {
  trial.outcome = outcome;
  trial.cause = std::move(cause);
}

void look_for(const std::vector<HiddenStretch>& stretches, bool must_contain, Outcome outcome, Trial& trial) {
  for (const HiddenStretch& stretch : stretches) {
    if (!stretch.label.empty() && stretch.label != trial.rule->rule->label) continue;
    if (must_contain ? !stretch.span.contains(trial.span) : !stretch.span.overlaps(trial.span)) continue;
    fail(trial, outcome, (must_contain ? "inside " : "vetoed by ") + stretch.rule->full_name());
    trial.winner = stretch.rule;
    trial.winner_span = stretch.span;
    return;
  }
}

// False if the trial failed by its context, met an exception, or stands where it is not wanted.
bool surroundings_hold(Trial& trial, const RawMatch& raw, const Scene& scene) {
  for (std::size_t i = 0; i < trial.rule->context.size(); ++i) {
    const CompiledContext& context = trial.rule->context[i];
    if (is_there(context, trial, raw, scene) == is_negative(context.rule->place)) {
      fail(trial, Outcome::Context, "context " + std::to_string(i + 1));
      return false;
    }
  }
  for (std::size_t i = 0; i < trial.rule->except.size(); ++i) {
    const CompiledContext& except = trial.rule->except[i];
    if (is_there(except, trial, raw, scene) != is_negative(except.rule->place)) {
      fail(trial, Outcome::Except, "except " + std::to_string(i + 1));
      return false;
    }
  }
  look_for(scene.vetoes, false, Outcome::Veto, trial);
  if (trial.outcome == Outcome::Won) look_for(scene.hidden, true, Outcome::Hidden, trial);
  return trial.outcome == Outcome::Won;
}

// True if a place of the mention, or what stands around it, is told by groups.
bool needs_groups(const CompiledRule& rule) {
  const auto looks_at_group = [](const CompiledContext& context) { return context.rule->place == ContextPlace::Field; };
  return !rule.rule->span_from.empty() || std::any_of(rule.context.begin(), rule.context.end(), looks_at_group) ||
         std::any_of(rule.except.begin(), rule.except.end(), looks_at_group);
}

bool edges_hold(Trial& trial, const Scene& scene) {
  const Rule& rule = *trial.rule->rule;
  const bool left = rule.boundary == Boundary::Word || rule.boundary == Boundary::Left;
  const bool right = rule.boundary == Boundary::Word || rule.boundary == Boundary::Right;
  if (left && !is_word_edge(scene.clean, trial.span.begin)) {
    fail(trial, Outcome::Edge, "edge left");
  } else if (right && !is_word_edge(scene.clean, trial.span.end)) {
    fail(trial, Outcome::Edge, "edge right");
  } else if (rule.begins_at_word && !is_word_edge(scene.clean, trial.match.begin)) {
    fail(trial, Outcome::Edge, "edge left of the match");
  }
  return trial.outcome == Outcome::Won;
}

void add_groups(Trial& trial, const RawMatch& raw, const Scene& scene) {
  trial.groups.reserve(raw.match.groups.size());
  for (const auto& [name, span] : raw.match.groups) {
    trial.groups.push_back({name, scene.view.clean(span), scene.view.mentions(span)});
  }
}

// Cuts the long form to the words that the short one stands for; false if it stands for none of them.
bool spell_out(Trial& trial, const Scene& scene) {
  const DefinesRule& defines = *trial.rule->rule->defines;
  const auto group_of = [&](const std::string& name) {
    return std::find_if(trial.groups.begin(), trial.groups.end(), [&](const Group& group) { return group.name == name; });
  };
  const auto full = group_of(defines.long_group);
  const auto shortened = group_of(defines.short_group);
  if (full == trial.groups.end() || shortened == trial.groups.end() || shortened->span.empty()) {
    fail(trial, Outcome::Field, "nothing in " + (full == trial.groups.end() ? defines.long_group : defines.short_group));
    return false;
  }
  if (!defines.check_initials) return true;
  full->span = spelled_out(scene.clean, full->span, shortened->span.of(scene.clean));
  std::erase_if(full->mentions, [&](std::size_t i) { return !full->span.contains(scene.mentions[i].span); });
  if (!full->span.empty()) return true;
  fail(trial, Outcome::Field, "initials of " + defines.long_group);
  return false;
}

}  // namespace

Trial judge(const CompiledRule& rule, RawMatch raw, const Scene& scene) {
  Trial trial;
  trial.rule = &rule;
  const bool grouped = scene.tells_why || needs_groups(rule);
  if (grouped) scene.engine.find_groups(rule, scene.view, raw);
  trial.view_span = mention_span(*rule.rule, raw);
  trial.span = scene.view.clean(trial.view_span);
  trial.match = trial.view_span == raw.match.span ? trial.span : scene.view.clean(raw.match.span);
  if (!edges_hold(trial, scene)) return trial;
  if (!scene.tells_why && !surroundings_hold(trial, raw, scene)) return trial;
  if (!grouped) scene.engine.find_groups(rule, scene.view, raw);
  add_groups(trial, raw, scene);
  if (rule.rule->defines) {
    if (rule.rule->defines->words_before) {
      static constexpr std::size_t most_words = 10;
      const Span words = words_before(scene.view.text(), raw.match.span.begin, most_words);
      trial.groups.push_back({rule.rule->defines->long_group, scene.view.clean(words), {}});
    }
    if (!spell_out(trial, scene)) return trial;
  }
  if (!rule.each) {
    std::string cause;
    trial.fields = evaluate_fields(rule, {scene.clean, scene.view, trial.groups, scene.mentions}, cause);
    if (!cause.empty()) {
      fail(trial, Outcome::Field, std::move(cause));
      return trial;
    }
  }
  if (scene.tells_why) surroundings_hold(trial, raw, scene);
  return trial;
}

std::vector<Trial> split_elements(const Trial& whole, const Scene& scene) {
  const EachRule& each = *whole.rule->rule->each;
  const auto list = std::find_if(whole.groups.begin(), whole.groups.end(), [&](const Group& group) { return group.name == each.group; });
  if (list == whole.groups.end()) return {};
  const Span place = scene.view.from_clean(list->span);
  const std::string_view text = place.of(scene.view.text());
  std::vector<Trial> elements;
  Expression::Match match;
  for (std::size_t from = 0; from < text.size() && whole.rule->each->find(text, from, match);) {
    from = std::max(match.span.end, match.span.begin + 1);
    if (elements.size() == static_cast<std::size_t>(each.max)) break;
    Trial element = whole;
    element.view_span = {match.span.begin + place.begin, match.span.end + place.begin};
    element.span = scene.view.clean(element.view_span);
    if (elements.empty()) element.span.begin = whole.span.begin;
    element.groups.clear();
    for (const auto& [name, span] : match.groups) {
      const Span view{span.begin + place.begin, span.end + place.begin};
      element.groups.push_back({name, scene.view.clean(view), scene.view.mentions(view)});
    }
    for (const Group& group : whole.groups) {
      const bool shared = each.share.empty() || std::find(each.share.begin(), each.share.end(), group.name) != each.share.end();
      const auto own = [&](const Group& other) { return other.name == group.name; };
      if (shared && std::none_of(element.groups.begin(), element.groups.end(), own)) element.groups.push_back(group);
    }
    std::string cause;
    element.fields = evaluate_fields(*whole.rule, {scene.clean, scene.view, element.groups, scene.mentions}, cause);
    if (cause.empty()) elements.push_back(std::move(element));
  }
  return elements;
}

}  // namespace boctach
