#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <utility>

#include "boctach/failure.h"
#include "formats/byte_output.h"
#include "formats/record_rows.h"
#include "formats/table_sinks.h"
#include "formats/written_aside.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
// What a spreadsheet may take for the beginning of a formula.
constexpr std::string_view formula_begins = "=+-@\t\r";

// Quoted where the text would not come back otherwise; blanks at the ends are dropped by some readers.
bool wants_quotes(std::string_view text) {
  return text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos || text.front() == ' ' || text.back() == ' ';
}

void append_text(std::string& line, std::string_view text, bool safe) {
  const std::string guarded = safe && !text.empty() && formula_begins.find(text.front()) != std::string_view::npos ? "'" : "";
  if (!wants_quotes(text)) {
    line.append(guarded).append(text);
    return;
  }
  line.append(1, '"').append(guarded);
  for (const char c : text) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

// A directory that this program did not write is not replaced, --force or not.
void refuse_strange(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error) || fs::is_empty(path, error)) return;
  for (const char* ending : {"", ".gz", ".zst"}) {
    if (fs::exists(fs::path(path) / (std::string("articles.csv") + ending), error)) return;
  }
  throw OutputError(say("{0}: holds something else than CSV tables", {path}));
}

class CsvSink final : public Sink {
 public:
  CsvSink(const std::string& path, const OutputOptions& options, const std::vector<RecordLabel>& labels)
      : directory_(path, options.force, WrittenAside::Kind::Directory), safe_(options.csv_safe), tables_(make_record_tables(labels)) {
    refuse_strange(path);
    if (mkdir(directory_.path().c_str(), 0777) != 0) throw OutputError(path + ": " + std::strerror(errno));
    for (const Table& table : tables_.tables) {
      const std::string name = "/" + table.name + ".csv" + ending_of(options.compression);
      files_.push_back(compress(open_byte_output(directory_.path() + name, path + name), options.compression));
      std::string line(options.csv_bom ? byte_order_mark : std::string_view());
      for (const Column& column : table.columns) {
        if (&column != &table.columns.front()) line += ',';
        append_text(line, column.name, safe_);
      }
      files_.back()->write(line + "\r\n");
    }
  }

  void write(const Record& record) override {
    rows_.give(record, ++article_, [this](std::size_t table, const Row& row) {
      line_.clear();
      for (const Cell& cell : row) {
        if (&cell != &row.front()) line_ += ',';
        if (const auto* text = std::get_if<std::string_view>(&cell)) append_text(line_, *text, safe_);
        if (const auto* number = std::get_if<std::int64_t>(&cell)) line_ += std::to_string(*number);
      }
      files_[table]->write(line_ += "\r\n");
    });
  }

  void finish() override {
    for (const auto& file : files_) file->finish();
    directory_.commit();
  }

 private:
  WrittenAside directory_;
  bool safe_;
  RecordTables tables_;
  RecordRows rows_{tables_};
  std::vector<std::unique_ptr<ByteOutput>> files_;
  std::string line_;
  std::int64_t article_ = 0;
};

}  // namespace

std::unique_ptr<Sink> make_csv_sink(const std::string& directory, const OutputOptions& options, const std::vector<RecordLabel>& labels) {
  return std::make_unique<CsvSink>(directory, options, labels);
}

}  // namespace boctach
