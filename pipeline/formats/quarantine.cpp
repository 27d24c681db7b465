#include "formats/quarantine.h"

#include <algorithm>

#include "boctach/failure.h"
#include "formats/json_value.h"
#include "formats/json_writer.h"
#include "formats/sqlite.h"
#include "text/valid_utf8.h"

namespace boctach {
namespace {

class QuarantineWriter : private JsonWriter {
 public:
  std::string write(const Record& record, std::size_t article) {
    json_.StartObject();
    number("article", article);
    text("id", valid_utf8(record.id));
    text("path", valid_utf8(record.origin.path));
    if (record.origin.line > 0) {
      number("line", record.origin.line);
      number("byte", record.origin.byte);
    }
    text("code", record.error.code);
    text("stage", record.error.stage);
    text("message", valid_utf8(record.error.message));
    json_.EndObject();
    return written() + "\n";
  }
};

SqliteFile open_for_reading(const std::string& path) {
  return {path, SQLITE_OPEN_READONLY, [path](const std::string& why) { throw InputError(path + ": " + why); }};
}

}  // namespace

std::string quarantine_line(const Record& record, std::size_t article) { return QuarantineWriter().write(record, article); }

std::vector<Quarantined> read_quarantine(std::string_view text, const std::string& path) {
  std::vector<Quarantined> all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const rapidjson::Document json = parse_json(text.substr(at, end - at), path);
    Quarantined one;
    one.article = number_in(json, "article").value_or(0);
    one.id = text_in(json, "id");
    one.origin = {text_in(json, "path"), number_in(json, "line").value_or(0), number_in(json, "byte").value_or(0)};
    one.error = {text_in(json, "code"), text_in(json, "stage"), text_in(json, "message")};
    all.push_back(std::move(one));
    at = end + 1;
  }
  return all;
}

std::vector<Quarantined> quarantine_of_database(const std::string& path) {
  const SqliteFile database = open_for_reading(path);
  SqliteStatement rows = database.prepare(
      "SELECT article, id, path, line, byte, error_code, error_stage, error_message FROM articles WHERE status = 'error' ORDER BY article");
  std::vector<Quarantined> all;
  while (rows.step()) {
    const auto number = [&](int column) { return static_cast<std::size_t>(rows.number(column)); };
    all.push_back({number(0), rows.text(1), {rows.text(2), number(3), number(4)}, {rows.text(5), rows.text(6), rows.text(7)}});
  }
  return all;
}

void for_each_place(const std::string& path, const std::function<void(const Origin& origin)>& take) {
  const SqliteFile database = open_for_reading(path);
  SqliteStatement rows = database.prepare("SELECT path, line, byte FROM articles WHERE status <> 'error'");
  while (rows.step()) take({rows.text(0), static_cast<std::size_t>(rows.number(1)), static_cast<std::size_t>(rows.number(2))});
}

}  // namespace boctach
