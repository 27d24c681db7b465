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

void read_field(std::string_view name, const std::string& given, const Findings& findings, const PlaceIndex& places, Record& record,
                std::optional<std::string>& out) {
  if (!given.empty()) {
    out = given;
    return;
  }
  for (const Mention& mention : findings.mentions) {
    if (mention.rule->label != metadata_label && mention.rule->clean.drop == Drop::None) continue;
    const FieldValue* field = mention.field(name);
    if (field == nullptr) continue;
    const std::string value = value_of(*field);
    if (value.empty()) continue;
    out = value;
    record.metadata_evidence.emplace_back(std::string(name), Evidence{mention.rule->full_name(), place_of(mention, *field, places)});
    return;
  }
}

}  // namespace

void read_metadata(const Document& document, const Findings& findings, const PlaceIndex& places, Record& record) {
  const Metadata& given = document.metadata;
  read_field("title", given.title, findings, places, record, record.title);
  read_field("published", given.published, findings, places, record, record.published);
  read_field("byline", given.byline, findings, places, record, record.byline);
  read_field("outlet", given.outlet, findings, places, record, record.outlet);
}

}  // namespace boctach
