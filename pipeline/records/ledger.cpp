#include "records/ledger.h"

#include <algorithm>
#include <utility>

#include "records/gold_places.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t context_size = 60;  // code points on either side

// Those of the mentions, each once, the first first.
std::vector<std::string> rules_of(const ReadItem& item) {
  std::vector<std::string> rules;
  for (const ReadMention& mention : item.mentions) {
    if (!mention.rule.empty() && std::find(rules.begin(), rules.end(), mention.rule) == rules.end()) rules.push_back(mention.rule);
  }
  return rules;
}

std::vector<std::string> rules_of(const ReadItem& item, const std::string& field) {
  const auto rules = item.rules.find(field);
  return rules == item.rules.end() ? rules_of(item) : rules->second;
}

std::optional<Span> place_in(const ReadItem& item, std::string_view text) {
  for (const ReadMention& mention : item.mentions) {
    if (mention.span) return mention.span;
  }
  // Gold of people and campaigns names no place.
  const std::vector<Span> places = places_of(item.get("name"), text);
  return places.empty() ? std::nullopt : std::optional(places.front());
}

void count(const Pair& pair, Tally& tally) {
  if (pair.wanted == nullptr) {
    ++tally.extra;
  } else if (!pair.wanted->optional) {
    ++(pair.found == nullptr ? tally.missed : tally.right);
  }
}

}  // namespace

std::string name_of(const ReadItem& item) {
  if (!item.text.empty()) return item.text;
  const std::string name = item.get("name");
  return name.empty() ? item.printed() : name;
}

void Ledger::only_count(const std::string& row, const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) count(pair, score_.rows[row]);
}

void Ledger::items(const std::string& row, const std::vector<Pair>& pairs, const std::string& field) {
  for (const Pair& pair : pairs) {
    if (pair.wanted != nullptr && pair.wanted->optional) continue;
    Judgement judgement{row, gold_.id, Verdict::Right, "", "", "", {}, ""};
    const ReadItem& named = pair.wanted != nullptr ? *pair.wanted : *pair.found;
    judgement.item = name_of(named);
    if (pair.wanted != nullptr) judgement.wanted = pair.wanted->get(field);
    if (pair.found != nullptr) {
      judgement.found = pair.found->get(field);
      judgement.rules = rules_of(*pair.found);
    }
    if (pair.wanted == nullptr) judgement.verdict = Verdict::Extra;
    if (pair.found == nullptr) {
      judgement.verdict = Verdict::Missed;
      name_what_stands_there(named, judgement);
    }
    judge(std::move(judgement), pair.found != nullptr ? pair.found : pair.wanted);
  }
}

void Ledger::titles(const std::string& row, const std::vector<Pair>& pairs, const std::string& person) {
  for (const Pair& pair : pairs) {
    if (pair.wanted != nullptr && pair.wanted->optional) continue;
    const ReadItem& named = pair.wanted != nullptr ? *pair.wanted : *pair.found;
    Judgement judgement{row, gold_.id, Verdict::Right, person + ": " + named.text, "", "", {}, ""};
    if (pair.found != nullptr) judgement.rules = rules_of(*pair.found);
    if (pair.wanted == nullptr) judgement.verdict = Verdict::Extra;
    if (pair.found == nullptr) judgement.verdict = Verdict::Missed;
    judge(std::move(judgement), &named);
  }
}

void Ledger::attribute(const Attribute& attribute, const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    if (pair.found == nullptr || pair.wanted == nullptr || pair.wanted->optional) continue;
    const std::string wanted = pair.wanted->get(attribute.field);
    const std::string found = pair.found->get(attribute.field);
    const bool held = !found.empty() && !(attribute.only_if_wanted && wanted.empty());
    if (!held && wanted.empty()) continue;
    Judgement judgement{attribute.row, gold_.id, Verdict::Right, name_of(*pair.wanted), wanted, found, {}, ""};
    if (!found.empty()) judgement.rules = rules_of(*pair.found, attribute.field);
    if (!attribute.right(*pair.found, *pair.wanted)) judgement.verdict = found.empty() ? Verdict::Missed : Verdict::Wrong;
    judge(std::move(judgement), pair.found);
  }
}

void Ledger::single(const std::string& row, const std::string& wanted, const std::string& found, bool right) {
  const Verdict verdict = right ? Verdict::Right : found.empty() ? Verdict::Missed : Verdict::Wrong;
  judge({row, gold_.id, verdict, row.substr(row.rfind(' ') + 1), wanted, found, {}, ""}, nullptr);
}

void Ledger::in_text(const std::string& row, const std::string& item, bool right) {
  judge({row, gold_.id, right ? Verdict::Right : Verdict::Missed, item, "", "", {}, ""}, nullptr);
}

void Ledger::judge(Judgement judgement, const ReadItem* place) {
  Tally& tally = score_.rows[judgement.row];
  const bool by_rule = !judgement.rules.empty() && judgement.verdict != Verdict::Missed;
  Tally unnamed;
  Tally& of_rule = by_rule ? score_.rules[{judgement.row, judgement.rules.front()}] : unnamed;
  for (Tally* each : {&tally, &of_rule}) {
    switch (judgement.verdict) {
      case Verdict::Right:
        ++each->right;
        break;
      case Verdict::Missed:
        ++each->missed;
        break;
      case Verdict::Extra:
        ++each->extra;
        break;
      case Verdict::Wrong:
        ++each->extra;
        if (!judgement.wanted.empty()) ++each->missed;
        break;
    }
  }
  if (place != nullptr && judgement.verdict != Verdict::Right) judgement.context = context_of(*place);
  score_.judgements.push_back(std::move(judgement));
}

std::string Ledger::context_of(const ReadItem& item) const {
  if (!found_.text) return {};
  const std::string& text = *found_.text;
  const std::optional<Span> span = place_in(item, text);
  if (!span) return {};
  const std::size_t line = span->begin == 0 ? std::string::npos : text.rfind('\n', span->begin - 1);
  const std::size_t line_end = std::min(text.find('\n', span->end), text.size());
  const std::size_t begin = std::max(back(text, span->begin, context_size), line == std::string::npos ? 0 : line + 1);
  const std::size_t end = std::min(forward(text, span->end, context_size), line_end);
  std::string context =
      text.substr(begin, span->begin - begin) + "\u27e6" + std::string(span->of(text)) + "\u27e7" + text.substr(span->end, end - span->end);
  std::replace(context.begin(), context.end(), '\n', ' ');
  return context;
}

void Ledger::name_what_stands_there(const ReadItem& missed, Judgement& judgement) const {
  if (!found_.text) return;
  const std::optional<Span> span = place_in(missed, *found_.text);
  if (!span) return;
  for (const auto& [array, items] : found_.items) {
    for (const ReadItem& item : items) {
      for (const ReadMention& mention : item.mentions) {
        if (!mention.span || !mention.span->overlaps(*span)) continue;
        if (std::find(judgement.rules.begin(), judgement.rules.end(), mention.rule) == judgement.rules.end())
          judgement.rules.push_back(mention.rule);
        if (!judgement.found.empty()) continue;
        const std::string value = item.get("value");
        judgement.found = mention.text + (value.empty() ? "" : " = " + value);
      }
    }
  }
}

}  // namespace boctach
