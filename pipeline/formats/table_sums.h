#ifndef BOCTACH_FORMATS_TABLE_SUMS_H_
#define BOCTACH_FORMATS_TABLE_SUMS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "text/hash.h"

namespace boctach {

// How many rows a table has, and a digest that each of them is chained to: it
// is carried on from batch to batch, and found again in the rows read back.
struct TableSum {
  std::size_t rows = 0;
  Digest digest;
  bool operator==(const TableSum&) const = default;
};
using TableSums = std::map<std::string, TableSum>;  // by the name of the table

// A row as bytes that no other row has, cell by cell.
class RowBytes {
 public:
  void add_null() { bytes_ += 'n'; }
  void add(std::int64_t number);
  void add(std::string_view text);
  // Chains the row to those before it, and begins another one.
  void end_row(TableSum& sum);

 private:
  std::string bytes_;
};

}  // namespace boctach

#endif  // BOCTACH_FORMATS_TABLE_SUMS_H_
