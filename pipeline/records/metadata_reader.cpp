#include "records/metadata_reader.h"

#include <optional>
#include <string>
#include <string_view>

#include "records/date_format.h"

namespace boctach {
namespace {

constexpr std::string_view metadata_label = "metadata";

std::string value_of(const FieldValue& field) {
  if (field.date) return format_date(*field.date);
  return field.values.empty() ? std::string() : field.values.front();
}

// A field of an early mention stands in the original bytes, one of a later
// mention in the clean text.
Place place_of(const Mention& mention, const FieldValue& field, const PlaceIndex& places) {
  if (!mention.early) return places.of_text(field.span.empty() ? mention.span : field.span);
  return places.of_original(field.span.empty() ? mention.raw : field.span);
}

// What the text says of itself, with its evidence; nothing if it does not.
std::optional<std::string> find_in_text(std::string_view name, const Findings& findings, const PlaceIndex& places, Record& record) {
  for (const Mention& mention : findings.mentions) {
    if (mention.rule->label != metadata_label && mention.rule->clean.drop == Drop::None) continue;
    const FieldValue* field = mention.field(name);
    if (field == nullptr) continue;
    std::string value = value_of(*field);
    if (value.empty()) continue;
    record.metadata_evidence.emplace_back(std::string(name), Evidence{mention.rule->full_name(), place_of(mention, *field, places)});
    return value;
  }
  return std::nullopt;
}

}  // namespace

void read_metadata(const Document& document, const Findings& findings, const PlaceIndex& places, Record& record) {
  const auto read = [&](std::string_view name, const std::string& given) {
    return given.empty() ? find_in_text(name, findings, places, record) : std::optional(given);
  };
  record.title = read("title", document.metadata.title);
  record.published = read("published", document.metadata.published);
  record.byline = read("byline", document.metadata.byline);
  record.outlet = read("outlet", document.metadata.outlet);
}

}  // namespace boctach
