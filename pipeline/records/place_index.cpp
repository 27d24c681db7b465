#include "records/place_index.h"

#include <algorithm>

#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t step = 512;

bool is_boundary(std::string_view text, std::size_t position) {
  return position >= text.size() || (static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80U;
}

std::size_t count_units(std::string_view text, OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::Bytes:
      return text.size();
    case OffsetUnit::Utf16:
      return count_utf16_units(text);
    case OffsetUnit::CodePoints:
      break;
  }
  return count_code_points(text);
}

}  // namespace

PlaceIndex::PlaceIndex(const Document& document, OffsetUnit unit) : document_(document), unit_(unit) {
  // The body is the last field of an article; its title stands before it.
  if (!document.fields.empty()) main_field_ = document.fields.back().name;
  const std::string_view text = document.buffer.text();
  std::size_t position = 0;
  std::size_t count = 0;
  while (position < text.size()) {
    counts_.push_back(count);
    positions_.push_back(position);
    std::size_t next = std::min(position + step, text.size());
    while (!is_boundary(text, next)) ++next;
    count += count_units(text.substr(position, next - position), unit);
    position = next;
  }
}

std::size_t PlaceIndex::count_to(std::size_t position) const {
  if (positions_.empty()) return 0;
  const auto behind = std::upper_bound(positions_.begin(), positions_.end(), position);
  const auto n = static_cast<std::size_t>(behind - positions_.begin()) - 1;
  return counts_[n] + count_units(document_.buffer.text().substr(positions_[n], position - positions_[n]), unit_);
}

void PlaceIndex::set_raw(Span raw, Place& place) const {
  const TextField* field = nullptr;
  for (const TextField& candidate : document_.fields) {
    if (candidate.begin <= raw.begin) field = &candidate;
  }
  const std::size_t begin = field == nullptr ? 0 : field->begin;
  const std::size_t size = field == nullptr ? raw.end : field->size;
  place.raw_start = std::min(raw.begin - begin, size);
  place.raw_end = std::min(raw.end - begin, size);
  if (field != nullptr && field->name != main_field_) place.raw_field = field->name;
}

Place PlaceIndex::of_text(Span span) const {
  Place place;
  place.start = count_to(span.begin);
  place.end = count_to(span.end);
  set_raw(document_.buffer.map().source(span), place);
  return place;
}

Place PlaceIndex::of_original(Span raw) const {
  const Span span = document_.buffer.map().text(raw);
  if (!span.empty() && document_.buffer.map().source(span) == raw) return of_text(span);
  Place place;
  place.in_text = false;
  set_raw(raw, place);
  return place;
}

}  // namespace boctach
