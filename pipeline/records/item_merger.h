#ifndef BOCTACH_RECORDS_ITEM_MERGER_H_
#define BOCTACH_RECORDS_ITEM_MERGER_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "boctach/record.h"
#include "boctach/rule_set.h"
#include "records/field_texts.h"

namespace boctach {

// Makes one item of all mentions that share a key. Mentions come in text order.
class ItemMerger {
 public:
  void add(const Rule& rule, FieldMap fields, RecordMention mention);

  // An item while it grows.
  struct Growing {
    FieldMap fields;
    std::vector<RecordMention> mentions;
    std::size_t last_mention = 0;  // when it was last mentioned, counted in mentions
    std::size_t richness = 0;      // how many fields the mention had whose fields it shows
    ByField<std::string> keys;     // the form of a field that keys compare, where it was asked for
  };
  [[nodiscard]] const std::vector<Growing>& items() const { return items_; }
  [[nodiscard]] std::vector<Growing> take_items() && { return std::move(items_); }

 private:
  [[nodiscard]] Growing* find(const Rule& rule, const FieldMap& fields);
  static void take_over(const Rule& rule, const FieldMap& fields, Growing& item);

  std::vector<Growing> items_;
  std::size_t count_ = 0;
};

}  // namespace boctach

#endif  // BOCTACH_RECORDS_ITEM_MERGER_H_
