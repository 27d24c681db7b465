#include "formats/run_manifest.h"

#include <algorithm>
#include <optional>

#include "boctach/failure.h"
#include "formats/json_value.h"
#include "formats/json_writer.h"
#include "text/hash.h"
#include "text/messages.h"
#include "text/valid_utf8.h"

namespace boctach {
namespace {

constexpr std::string_view check_key = ",\"check\":\"";
constexpr std::size_t check_size = 21 + 2;  // "xxh3:", 16 digits, quote and bracket

// The line with a hash of what stands before it, as its last key.
std::string checked(std::string object) {
  const std::string hash = content_hash({object});
  object.pop_back();
  return object.append(check_key).append(hash).append("\"}\n");
}

// The object without its hash; nothing if they do not fit.
std::optional<std::string> unchecked(std::string_view line) {
  if (line.size() < check_key.size() + check_size) return std::nullopt;
  const std::size_t at = line.size() - check_key.size() - check_size;
  std::string object = std::string(line.substr(0, at)) + "}";
  if (checked(object) != std::string(line) + "\n") return std::nullopt;
  return object;
}

class LineWriter : private JsonWriter {
 public:
  std::string write(const RunIdentity& identity) {
    json_.StartObject();
    text("format", "boctach.run/1");
    write_identity(identity);
    json_.EndObject();
    return written();
  }

  std::string write(const RunPart& part) {
    json_.StartObject();
    text("part", part.name);
    number("bytes", part.bytes);
    text("hash", part.hash);
    write_counts(part.counts);
    number("articles", part.articles);
    number("input", part.input);
    key("last");
    json_.StartObject();
    text("path", valid_utf8(part.last.path));
    number("line", part.last.line);
    number("byte", part.last.byte);
    json_.EndObject();
    number("quarantine_bytes", part.quarantine_bytes);
    if (!part.quarantine_hash.empty()) text("quarantine_hash", part.quarantine_hash);
    text("contents_hash", part.contents_hash);
    write_tables(part.tables);
    json_.EndObject();
    return written();
  }

  std::string write(const RunCounts& counts, const TableSums& tables) {
    json_.StartObject();
    key("complete");
    json_.Bool(true);
    write_counts(counts);
    write_tables(tables);
    json_.EndObject();
    return written();
  }

  std::string summary(const RunIdentity& identity, const RunCounts& counts, std::size_t parts) {
    json_.StartObject();
    write_counts(counts);
    number("parts", parts);
    write_identity(identity);
    json_.EndObject();
    return written() + "\n";
  }

 private:
  void write_identity(const RunIdentity& identity) {
    text("program", identity.program);
    text("rules", identity.rules);
    write_pairs("options", identity.options);
    write_pairs("inputs", identity.inputs);
  }

  void write_counts(const RunCounts& counts) {
    number("in", counts.in);
    number("ok", counts.ok);
    number("error", counts.error);
    number("skipped", counts.skipped);
    write_numbers("found", counts.found);
    write_numbers("codes", counts.codes);
  }

  void write_tables(const TableSums& tables) {
    if (tables.empty()) return;
    key("tables");
    json_.StartObject();
    for (const auto& [name, sum] : tables) {
      key(name);
      json_.StartObject();
      number("rows", sum.rows);
      text("digest", hex_of(sum.digest));
      json_.EndObject();
    }
    json_.EndObject();
  }

  void write_numbers(std::string_view name, const std::map<std::string, std::size_t>& numbers) {
    key(name);
    json_.StartObject();
    for (const auto& [of, count] : numbers) number(of, count);
    json_.EndObject();
  }

  // Lists of two: an input may stand there twice.
  void write_pairs(std::string_view name, const std::vector<std::pair<std::string, std::string>>& pairs) {
    key(name);
    json_.StartArray();
    for (const auto& [first, second] : pairs) {
      json_.StartArray();
      value(first);
      value(second);
      json_.EndArray();
    }
    json_.EndArray();
  }
};

std::size_t count_in(const rapidjson::Value& object, const char* key) { return number_in(object, key).value_or(0); }

std::map<std::string, std::size_t> numbers_in(const rapidjson::Value& object, const char* key) {
  std::map<std::string, std::size_t> numbers;
  if (const rapidjson::Value* all = object_in(object, key)) {
    for (const auto& member : all->GetObject()) numbers[member.name.GetString()] = count_in(*all, member.name.GetString());
  }
  return numbers;
}

std::vector<std::pair<std::string, std::string>> pairs_in(const rapidjson::Value& object, const char* key) {
  std::vector<std::pair<std::string, std::string>> pairs;
  if (const rapidjson::Value* all = array_in(object, key)) {
    for (const auto& pair : all->GetArray()) {
      if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsString() || !pair[1].IsString()) continue;
      pairs.emplace_back(pair[0].GetString(), pair[1].GetString());
    }
  }
  return pairs;
}

RunCounts counts_in(const rapidjson::Value& object) {
  return {count_in(object, "in"),      count_in(object, "ok"),      count_in(object, "error"),
          count_in(object, "skipped"), numbers_in(object, "found"), numbers_in(object, "codes")};
}

TableSums tables_in(const rapidjson::Value& object) {
  TableSums tables;
  const rapidjson::Value* all = object_in(object, "tables");
  if (all == nullptr) return tables;
  for (const auto& member : all->GetObject()) {
    if (!member.value.IsObject()) continue;
    tables[member.name.GetString()] = {count_in(member.value, "rows"), digest_of_hex(text_in(member.value, "digest")).value_or(Digest{})};
  }
  return tables;
}

RunPart part_in(const rapidjson::Value& object) {
  RunPart part;
  part.name = text_in(object, "part");
  part.bytes = count_in(object, "bytes");
  part.hash = text_in(object, "hash");
  part.counts = counts_in(object);
  part.articles = count_in(object, "articles");
  part.input = count_in(object, "input");
  if (const rapidjson::Value* last = object_in(object, "last")) {
    part.last = {text_in(*last, "path"), count_in(*last, "line"), count_in(*last, "byte")};
  }
  part.quarantine_bytes = count_in(object, "quarantine_bytes");
  part.quarantine_hash = text_in(object, "quarantine_hash");
  part.contents_hash = text_in(object, "contents_hash");
  part.tables = tables_in(object);
  return part;
}

// False if the line has no place here.
bool take(RunManifest& manifest, std::string_view line, const std::string& path) {
  const std::optional<std::string> object = unchecked(line);
  if (!object || manifest.complete) return false;
  const rapidjson::Document json = parse_json(*object, path);
  if (!manifest.started) {
    manifest.started = text_in(json, "format") == "boctach.run/1";
    manifest.identity = {text_in(json, "program"), text_in(json, "rules"), pairs_in(json, "options"), pairs_in(json, "inputs")};
    return manifest.started;
  }
  if (true_in(json, "complete")) {
    manifest.complete = true;
    manifest.counts = counts_in(json);
    manifest.tables = tables_in(json);
  } else {
    manifest.parts.push_back(part_in(json));
  }
  return true;
}

}  // namespace

void RunCounts::add(const RunCounts& other) {
  in += other.in;
  ok += other.ok;
  error += other.error;
  skipped += other.skipped;
  for (const auto& [array, count] : other.found) found[array] += count;
  for (const auto& [code, count] : other.codes) codes[code] += count;
}

RunCounts RunManifest::counted() const {
  RunCounts all;
  for (const RunPart& part : parts) all.add(part.counts);
  return all;
}

RunManifest read_manifest(std::string_view text, const std::string& path) {
  RunManifest manifest;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    ++number;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool last = end + 1 >= text.size();
    if (end == text.size() || !take(manifest, text.substr(at, end - at), path)) {
      if (last) break;
      throw InputError(say("{0}:{1}: this line of the manifest is damaged", {path, std::to_string(number)}));
    }
    at = end + 1;
    manifest.bytes = at;
  }
  return manifest;
}

std::string manifest_line(const RunIdentity& identity) { return checked(LineWriter().write(identity)); }
std::string manifest_line(const RunPart& part) { return checked(LineWriter().write(part)); }
std::string manifest_line(const RunCounts& counts, const TableSums& tables) { return checked(LineWriter().write(counts, tables)); }

std::string summary_json(const RunIdentity& identity, const RunCounts& counts, std::size_t parts) {
  return LineWriter().summary(identity, counts, parts);
}

}  // namespace boctach
