#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/article_fields.h"
#include "formats/article_formats.h"
#include "formats/csv_rows.h"

namespace boctach {
namespace {

// A table with a header: its columns are the fields of an article a row.
class CsvSource final : public Source {
 public:
  CsvSource(ByteWindow bytes, char separator, InputName name, SourceOptions options)
      : bytes_(std::move(bytes)), separator_(separator), name_(std::move(name)), options_(std::move(options)) {}

  std::optional<Document> next() override {
    if (ended_) return std::nullopt;
    try {
      if (!rows_ && !begin()) return std::exchange(failure_, std::nullopt);
      std::optional<CsvRow> row = rows_->next();
      if (row) return article(std::move(*row));
    } catch (const BrokenInput& broken) {
      ended_ = true;
      return article_with(broken.error(), name_, rows_ ? rows_->line() : 1, rows_ ? rows_->byte() : 0);
    }
    return std::nullopt;
  }

 private:
  // Such a table is all header.
  [[nodiscard]] bool ends_lines_with_cr() const {
    return std::any_of(columns_.begin(), columns_.end(), [](const std::string& column) { return column.find('\r') != std::string::npos; });
  }

  // Reads the header; false if there are no articles.
  bool begin() {
    rows_.emplace(std::move(bytes_), separator_, options_.limits);
    std::optional<CsvRow> header = rows_->next();
    ended_ = !header;
    if (ended_) return false;
    for (const std::string& column : header->values) columns_.push_back(readable(column));
    std::optional<DocumentError> error = std::move(header->error);
    if (!error && ends_lines_with_cr()) error = {"E924", "read", "lines end with CR alone, where LF or CR LF is wanted"};
    if (!error) error = missing_column(columns_, options_.columns);
    if (error) failure_ = article_with(*error, name_, header->line, header->byte);
    ended_ = error.has_value();
    return !ended_;
  }

  Document article(CsvRow row) {
    if (row.error) return article_with(*row.error, name_, row.line, row.byte);
    if (row.values.size() != columns_.size()) {
      return article_with(
          {"E922", "read",
           "the row has " + std::to_string(row.values.size()) + " values, the header has " + std::to_string(columns_.size())},
          name_, row.line, row.byte);
    }
    std::vector<NamedText> fields;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (is_asked_for(columns_[i], options_.names)) fields.push_back({columns_[i], std::move(row.values[i])});
    }
    return article_of(fields, article_at(name_, row.line, row.byte), options_);
  }

  ByteWindow bytes_;  // until the first row is asked for
  char separator_;
  InputName name_;
  SourceOptions options_;
  std::optional<CsvRows> rows_;
  std::vector<std::string> columns_;
  std::optional<Document> failure_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Source> make_csv_source(ByteWindow bytes, const InputName& name, const SourceOptions& options) {
  return std::make_unique<CsvSource>(std::move(bytes), ',', name, options);
}

std::unique_ptr<Source> make_tsv_source(ByteWindow bytes, const InputName& name, const SourceOptions& options) {
  return std::make_unique<CsvSource>(std::move(bytes), '\t', name, options);
}

}  // namespace boctach
