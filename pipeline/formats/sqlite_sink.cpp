#include "boctach/failure.h"
#include "formats/record_database.h"
#include "formats/table_sinks.h"
#include "formats/written_aside.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::int64_t articles_in_batch = 4096;

class SqliteSink final : public Sink {
 public:
  SqliteSink(const std::string& path, bool force, const std::vector<RecordLabel>& labels)
      : file_(path, force), database_(writable(file_), file_.shown(), labels) {}

  void write(const Record& record) override {
    database_.insert(record);
    if (database_.size() % articles_in_batch == 0) database_.commit("");
  }

  void finish() override {
    database_.commit("");
    database_.complete({});
    file_.commit();
  }

 private:
  static const std::string& writable(const WrittenAside& file) {
    if (file.direct()) throw OutputError(say("{0}: a database needs a file", {file.shown()}));
    return file.path();
  }

  WrittenAside file_;
  RecordDatabase database_;
};

}  // namespace

std::unique_ptr<Sink> make_sqlite_sink(const std::string& path, bool force, const std::vector<RecordLabel>& labels) {
  return std::make_unique<SqliteSink>(path, force, labels);
}

}  // namespace boctach
