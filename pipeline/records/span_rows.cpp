#include "records/span_rows.h"

#include <algorithm>

#include "records/gold_places.h"

namespace boctach {
namespace {

constexpr const char* strict_span = ": strict span";
constexpr const char* overlapping_span = ": overlapping span";

template <typename Test>
bool any_places(const ReadItem& found, const ReadItem& wanted, Test test) {
  return std::any_of(found.mentions.begin(), found.mentions.end(), [&](const ReadMention& one) {
    return one.span && std::any_of(wanted.mentions.begin(), wanted.mentions.end(),
                                   [&](const ReadMention& other) { return other.span && test(*one.span, *other.span); });
  });
}

bool overlap(const ReadItem& found, const ReadItem& wanted) {
  return any_places(found, wanted, [](Span a, Span b) { return a.overlaps(b); });
}

bool same_place(const ReadItem& found, const ReadItem& wanted) {
  return any_places(found, wanted, [](Span a, Span b) { return a == b; });
}

}  // namespace

std::vector<ReadItem> mentions_of(const std::vector<ReadItem>& items) {
  std::vector<ReadItem> all;
  for (const ReadItem& item : items) {
    for (const ReadMention& mention : item.mentions) {
      ReadItem one = item;
      one.text = mention.text;
      one.mentions = {mention};
      all.push_back(std::move(one));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const ReadItem& a, const ReadItem& b) {
    return a.mentions.front().span.value_or(Span{}) < b.mentions.front().span.value_or(Span{});
  });
  return all;
}

void score_mention_spans(const std::string& array, const std::vector<ReadItem>& found, const std::vector<ReadItem>& wanted,
                         Ledger& ledger) {
  ledger.only_count(array + strict_span, align(found, wanted, {same_place}));
  ledger.only_count(array + overlapping_span, align(found, wanted, {same_place, overlap}));
}

void score_name_spans(const std::string& array, const Reading& found, const Reading& gold, Ledger& ledger) {
  std::vector<ReadItem> wanted = gold.of(array);
  for (ReadItem& item : wanted) {
    const std::string name = item.get("name");
    item.mentions.clear();
    for (const Span place : places_of(name, *found.text)) item.mentions.push_back({name, "", place});
  }
  const bool campaigns = array == "campaigns";
  const auto strict = [&](const ReadItem& a, const ReadItem& b) {
    return campaigns ? a.get("name") == b.get("name") && overlap(a, b) : same_place(a, b);
  };
  ledger.only_count(array + strict_span, align(found.of(array), wanted, {strict}));
  ledger.only_count(array + overlapping_span, align(found.of(array), wanted, {strict, overlap}));
}

}  // namespace boctach
