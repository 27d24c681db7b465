#include "formats/csv_rows.h"

#include <algorithm>
#include <utility>

namespace boctach {

CsvRows::CsvRows(ByteWindow bytes, char separator, const InputLimits& limits)
    : bytes_(std::move(bytes)), separator_(separator), longest_(limits.line), longest_value_(limits.article + 1) {
  static constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes_.reach(mark.size()) && bytes_.ahead().substr(0, mark.size()) == mark) bytes_.take(mark.size());
}

std::optional<char> CsvRows::byte_at(std::size_t at) {
  if (at >= longest_ + 2) return std::nullopt;  // the end of a line may be two bytes
  if (at >= bytes_.ahead().size() && !bytes_.reach(at + 1)) return std::nullopt;
  return bytes_.ahead()[at];
}

void CsvRows::append(std::string& value, char c) const {
  if (value.size() < longest_value_) value += c;
}

// Behind the opening mark, to what follows the closing one.
CsvRows::End CsvRows::read_quoted(std::string& value, std::size_t& at) {
  while (const std::optional<char> c = byte_at(at)) {
    ++at;
    if (*c != '"') {
      append(value, *c);
      continue;
    }
    const std::optional<char> next = byte_at(at);
    if (next != '"') {
      const bool closes = !next || *next == separator_ || *next == '\n' || *next == '\r';
      return closes ? End::Row : End::BadMark;
    }
    append(value, '"');
    ++at;
  }
  return at > longest_ ? End::TooLong : End::OpenMark;
}

CsvRows::End CsvRows::read(std::vector<std::string>& values, std::size_t& at) {
  values.emplace_back();
  while (const std::optional<char> c = byte_at(at)) {
    ++at;
    if (*c == '\n') return End::Row;
    if (*c == '\r' && byte_at(at) == '\n') continue;
    if (*c == separator_) {
      values.emplace_back();
    } else if (*c == '"' && values.back().empty()) {
      const End end = read_quoted(values.back(), at);
      if (end != End::Row) return end;
    } else {
      append(values.back(), *c);
    }
  }
  return at > longest_ ? End::TooLong : End::Input;
}

void CsvRows::skip_line() {
  ++line_;
  while (true) {
    const std::size_t end = bytes_.ahead().find('\n');
    bytes_.take(std::min(end, bytes_.ahead().size() - 1) + 1);
    if (end != std::string_view::npos || !bytes_.more()) return;
  }
}

CsvRow CsvRows::failed(CsvRow row, DocumentError error) {
  row.values.clear();
  row.error = std::move(error);
  skip_line();
  return row;
}

std::optional<CsvRow> CsvRows::next() {
  while (bytes_.reach(1) && (bytes_.ahead().front() == '\n' || (bytes_.reach(2) && bytes_.ahead().substr(0, 2) == "\r\n"))) skip_line();
  if (bytes_.ahead().empty()) return std::nullopt;
  CsvRow row;
  row.line = line_;
  row.byte = bytes_.position();
  std::size_t at = 0;
  const End end = read(row.values, at);
  const std::string_view taken = bytes_.ahead().substr(0, at);
  const std::size_t end_of_line = taken.size() >= 2 && taken.substr(at - 2) == "\r\n" ? 2 : end == End::Row ? 1 : 0;
  if (end == End::TooLong || (end != End::OpenMark && at - end_of_line > longest_)) {
    return failed(std::move(row), {"E905", "read", "the row is longer than " + std::to_string(longest_) + " bytes"});
  }
  if (end == End::OpenMark) return failed(std::move(row), {"E920", "read", "a quotation mark is never closed"});
  if (end == End::BadMark) return failed(std::move(row), {"E921", "read", "something follows a value in quotation marks"});
  line_ += static_cast<std::size_t>(std::count(taken.begin(), taken.end(), '\n'));
  bytes_.take(at);
  return row;
}

}  // namespace boctach
