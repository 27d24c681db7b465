#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/article_fields.h"
#include "formats/input_source.h"

namespace boctach {
namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
// Less than any rowid; every one of 64 bits may be one.
constexpr double before_all = -1e19;

using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

std::string quoted_name(const std::string& name) {
  std::string quoted = "\"";
  for (const char c : name) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

// The rows of a table in the order of their rowid, those of a query in its own.
class SqliteSource final : public Source {
 public:
  SqliteSource(const std::filesystem::path& path, InputName name, SourceOptions options)
      : name_(std::move(name)), options_(std::move(options)) {
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    database_.reset(database);
    if (opened != SQLITE_OK) throw broken();
    // A row that is larger is not read: the limit holds for what is in memory.
    const std::size_t most = std::min<std::size_t>(options_.limits.line, std::numeric_limits<int>::max());
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, static_cast<int>(most));
    prepare();
  }

  std::optional<Document> next() override {
    if (ended_) return std::nullopt;
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return article(++row_);
    ended_ = true;
    if (result == SQLITE_DONE) return std::nullopt;
    if (result == SQLITE_TOOBIG && by_rowid_) return step_over();
    return article_with(broken().error(), name_, row_ + 1, 0);
  }

 private:
  [[nodiscard]] BrokenInput broken() const {
    const int code = sqlite3_errcode(database_.get());
    if (code == SQLITE_OK) return {"E931", "the query is not one statement"};
    if (code == SQLITE_TOOBIG) return {"E905", "the row is longer than " + std::to_string(options_.limits.line) + " bytes"};
    return {"E931", std::string("the database cannot be read: ") + readable(sqlite3_errmsg(database_.get()))};
  }

  Statement statement(const std::string& sql, bool whole = false) const {
    sqlite3_stmt* made = nullptr;
    const char* rest = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &made, &rest) != SQLITE_OK) return nullptr;
    Statement made_statement(made);
    const bool is_one = made != nullptr && std::string(rest).find_first_not_of(" \t\r\n;") == std::string::npos;
    return whole && !is_one ? nullptr : std::move(made_statement);
  }

  void prepare() {
    if (!options_.query.empty()) {
      statement_ = statement(options_.query, true);
    } else {
      const std::string all = "SELECT *, rowid FROM " + quoted_name(options_.table);
      statement_ = statement(all + " WHERE rowid > ?1 ORDER BY rowid");
      by_rowid_ = statement_ != nullptr;
      if (by_rowid_) sqlite3_bind_double(statement_.get(), 1, before_all);
      // A view, or a table without rowid.
      if (!by_rowid_) statement_ = statement("SELECT * FROM " + quoted_name(options_.table));
    }
    if (statement_ == nullptr) throw broken();
    for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i) columns_.push_back(readable(sqlite3_column_name(statement_.get(), i)));
    if (by_rowid_) columns_.pop_back();
    if (const auto error = missing_column(columns_, options_.columns)) throw BrokenInput(error->code, error->message);
  }

  Document article(std::size_t row) {
    std::vector<NamedText> fields;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!is_asked_for(columns_[i], options_.names)) continue;
      const int column = static_cast<int>(i);
      // Text first: only then the length is that of the text.
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
      if (text == nullptr) continue;  // null, as in JSON: not there
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
      fields.push_back({columns_[i], std::string(text, std::min(size, options_.limits.article + 1))});
    }
    if (by_rowid_) rowid_ = sqlite3_column_int64(statement_.get(), static_cast<int>(columns_.size()));
    return article_of(fields, article_at(name_, row, 0), options_);
  }

  // The table from behind the row that was too large.
  Document step_over() {
    Document document = article_with(broken().error(), name_, ++row_, 0);
    const Statement behind = statement("SELECT min(rowid) FROM " + quoted_name(options_.table) + " WHERE rowid > ?1");
    if (rowid_) {
      sqlite3_bind_int64(behind.get(), 1, *rowid_);
    } else {
      sqlite3_bind_double(behind.get(), 1, before_all);
    }
    if (sqlite3_step(behind.get()) == SQLITE_ROW) {
      rowid_ = sqlite3_column_int64(behind.get(), 0);
      sqlite3_reset(statement_.get());
      sqlite3_bind_int64(statement_.get(), 1, *rowid_);
      ended_ = false;
    }
    return document;
  }

  InputName name_;
  SourceOptions options_;
  std::unique_ptr<sqlite3, CloseDatabase> database_;
  Statement statement_;
  std::vector<std::string> columns_;
  bool by_rowid_ = false;
  std::optional<std::int64_t> rowid_;  // of the row given last
  std::size_t row_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Source> make_sqlite_source(const std::filesystem::path& path, const InputName& name, const SourceOptions& options) {
  if (options.table.empty() && options.query.empty()) {
    throw BrokenInput("E931", "a database, and neither a table nor a query says what is read of it");
  }
  return std::make_unique<SqliteSource>(path, name, options);
}

}  // namespace boctach
