#ifndef BOCTACH_FORMATS_RECORD_ROWS_H_
#define BOCTACH_FORMATS_RECORD_ROWS_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "boctach/record.h"
#include "formats/record_tables.h"

namespace boctach {

using Cell = std::variant<std::monostate, std::int64_t, std::string_view>;
using Row = std::vector<Cell>;

// Takes records apart into rows of their tables. Not for several threads.
class RecordRows {
 public:
  using Take = std::function<void(std::size_t table, const Row& row)>;

  // `tables` must outlive it.
  explicit RecordRows(const RecordTables& tables) : tables_(tables) {}

  // Every row of a record, a parent before what belongs to it, in the order of
  // their keys. A row lives as long as the call of `take`. `article` is the
  // number of the record. Arrays the tables do not know are a mistake of ours.
  void give(const Record& record, std::int64_t article, const Take& take);

 private:
  void give_article(const Record& record, std::int64_t article, const Take& take);
  void give_item(std::size_t table, const Item& item, const Take& take);
  void give_children(std::size_t table, const Item& item, const Take& take);
  void put_text(std::string_view text) { row_.emplace_back(text); }
  void put_text_if(std::string_view text) { text.empty() ? row_.emplace_back() : row_.emplace_back(text); }
  void put_optional(const std::optional<std::string>& text);
  void put_number(std::size_t number) { row_.emplace_back(static_cast<std::int64_t>(number)); }
  void put_value(const Value& value);
  void put_place(const Place& place);
  void put_mention(const RecordMention& mention);
  std::string_view joined(const std::vector<std::string>& texts, std::string_view between);

  const RecordTables& tables_;
  Row row_;
  std::int64_t article_ = 0;
  std::int64_t item_ = 0;
  std::deque<std::string> made_;  // texts that cells of the present row point to
};

// The table of a label's array; none if there is none.
std::optional<std::size_t> table_of_array(const RecordTables& tables, std::string_view array);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_RECORD_ROWS_H_
