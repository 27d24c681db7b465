#ifndef BOCTACH_FORMATS_CSV_ROWS_H_
#define BOCTACH_FORMATS_CSV_ROWS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/document.h"
#include "boctach/input_limits.h"
#include "formats/byte_window.h"

namespace boctach {

// One row of a table: its values, or why it cannot be read.
struct CsvRow {
  std::vector<std::string> values;
  std::optional<DocumentError> error;
  std::size_t line = 0;  // where it begins, from 1
  std::size_t byte = 0;
};

// The rows of a table as RFC 4180 has them, with any separator: a value in
// quotation marks may hold line ends, separators and doubled marks. Empty lines
// are passed over. A row with an error ends with its first line, so that an
// open mark costs no row but its own.
class CsvRows {
 public:
  // Of a value that no article may have the beginning is kept.
  CsvRows(ByteWindow bytes, char separator, const InputLimits& limits);

  // Nothing at the end. BrokenInput if the input breaks off in this row.
  std::optional<CsvRow> next();
  // Where the row begins that is read next, or that broke off.
  [[nodiscard]] std::size_t line() const { return line_; }
  [[nodiscard]] std::size_t byte() const { return bytes_.position(); }

 private:
  enum class End { Row, Input, TooLong, BadMark, OpenMark };

  // The byte at `at` of the row, read if need be; nothing at the end or past the limit.
  std::optional<char> byte_at(std::size_t at);
  End read(std::vector<std::string>& values, std::size_t& at);
  End read_quoted(std::string& value, std::size_t& at);
  void append(std::string& value, char c) const;
  void skip_line();
  CsvRow failed(CsvRow row, DocumentError error);

  ByteWindow bytes_;
  char separator_;
  std::size_t longest_;  // row
  std::size_t longest_value_;
  std::size_t line_ = 1;
};

}  // namespace boctach

#endif  // BOCTACH_FORMATS_CSV_ROWS_H_
