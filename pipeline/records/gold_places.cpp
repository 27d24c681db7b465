#include "records/gold_places.h"

#include <algorithm>

#include "text/unicode.h"

namespace boctach {
namespace {

bool is_free(Span span, const std::vector<ReadItem>& items) {
  return std::none_of(items.begin(), items.end(), [&](const ReadItem& item) {
    return !item.mentions.empty() && item.mentions.front().span && item.mentions.front().span->overlaps(span);
  });
}

bool at_word_edges(Span span, std::string_view text) { return is_word_edge(text, span.begin) && is_word_edge(text, span.end); }

std::optional<Span> first_free(const std::vector<Span>& places, std::size_t from, const std::vector<ReadItem>& items) {
  for (const Span place : places) {
    if (place.begin >= from && is_free(place, items)) return place;
  }
  return std::nullopt;
}

// The places of each item; those inside of a longer one of the list belong to
// that ("2017" in "5/2017") as long as there are others.
std::vector<std::vector<Span>> places_of_all(const std::vector<ReadItem>& items, std::string_view text) {
  std::vector<std::vector<Span>> all;
  all.reserve(items.size());
  for (const ReadItem& item : items) all.push_back(places_of(item.text, text));
  std::vector<std::vector<Span>> own;
  own.reserve(all.size());
  for (const std::vector<Span>& places : all) {
    std::vector<Span> kept;
    for (const Span place : places) {
      const auto inside = [&](Span other) { return other.size() > place.size() && other.contains(place); };
      const bool taken =
          std::any_of(all.begin(), all.end(), [&](const auto& others) { return std::any_of(others.begin(), others.end(), inside); });
      if (!taken) kept.push_back(place);
    }
    if (kept.empty()) kept = places;
    own.push_back(std::move(kept));
  }
  return own;
}

}  // namespace

std::vector<Span> places_of(std::string_view name, std::string_view text) {
  const std::string wanted = to_nfc(name);
  std::vector<Span> all;
  std::vector<Span> whole;
  if (wanted.empty()) return all;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    const Span span{at, at + wanted.size()};
    all.push_back(span);
    if (at_word_edges(span, text)) whole.push_back(span);
  }
  return whole.empty() ? all : whole;
}

void place_mentions(std::vector<ReadItem>& items, std::string_view text) {
  for (ReadItem& item : items) item.mentions.clear();
  std::size_t from = 0;
  const std::vector<std::vector<Span>> places = places_of_all(items, text);
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::optional<Span> place = first_free(places[i], from, items);
    if (!place) place = first_free(places[i], 0, items);
    if (place) from = place->end;
    items[i].mentions.push_back({items[i].text, "", place});
  }
}

}  // namespace boctach
