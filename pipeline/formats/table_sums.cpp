#include "formats/table_sums.h"

namespace boctach {

void RowBytes::add(std::int64_t number) { bytes_.append("i").append(std::to_string(number)); }

void RowBytes::add(std::string_view text) { bytes_.append("t").append(std::to_string(text.size())).append(":").append(text); }

void RowBytes::end_row(TableSum& sum) {
  sum.digest = digest({hex_of(sum.digest), bytes_});
  ++sum.rows;
  bytes_.clear();
}

}  // namespace boctach
