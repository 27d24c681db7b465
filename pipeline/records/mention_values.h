#ifndef BOCTACH_RECORDS_MENTION_VALUES_H_
#define BOCTACH_RECORDS_MENTION_VALUES_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/document.h"
#include "boctach/matcher.h"
#include "boctach/record.h"
#include "records/date_resolver.h"
#include "records/field_texts.h"
#include "records/place_index.h"

namespace boctach {

// What the mentions of an article are worth: their own fields, and what links
// gave them.
class MentionValues {
 public:
  // All must outlive the object.
  MentionValues(const Document& document, const Findings& findings, const DateResolver& resolver, const PlaceIndex& places);

  // The fields of a mention (an index of Findings::mentions) by name. Fields
  // without a value are not there.
  [[nodiscard]] FieldMap fields_of(std::size_t mention) const;

 private:
  void add_own(const Mention& mention, FieldMap& fields) const;
  void add_date(const Mention& mention, const FieldValue& field, FieldMap& fields) const;
  void add_links(std::size_t mention, FieldMap& fields) const;
  [[nodiscard]] std::string value_of(const Link& link) const;

  const Document& document_;
  const Findings& findings_;
  const DateResolver& resolver_;
  const PlaceIndex& places_;
  std::map<std::size_t, std::vector<const Link*>> links_;  // by the mention they give to
};

}  // namespace boctach

#endif  // BOCTACH_RECORDS_MENTION_VALUES_H_
