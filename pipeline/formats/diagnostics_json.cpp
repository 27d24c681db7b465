#include "formats/diagnostics_json.h"

#include <filesystem>
#include <iterator>
#include <set>
#include <string_view>

#include "formats/json_writer.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

std::string path_of(const std::string& file, const std::string& base) {
  if (file.empty()) return file;
  const fs::path inside = fs::path(base) / file;
  return fs::exists(inside) ? inside.lexically_normal().string() : file;
}

// RFC 3986: what may not stand in a path is written %XX.
std::string uri_of(const std::string& path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = fs::path(path).is_absolute() ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      uri += '%';
      uri += digits[byte / 16];
      uri += digits[byte % 16];
    }
  }
  return uri;
}

const char* name_of(Severity severity) {
  return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

class DiagnosticsWriter : private JsonWriter {
 public:
  explicit DiagnosticsWriter(const std::string& base) : base_(base) {}

  std::string write_json(const Diagnostics& diagnostics) {
    json_.StartArray();
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      json_.StartObject();
      text("code", diagnostic.code);
      text("severity", name_of(diagnostic.severity));
      text("message", diagnostic.message);
      if (!diagnostic.help.empty()) text("help", diagnostic.help);
      text("file", path_of(diagnostic.mark.file, base_));
      number("line", static_cast<std::size_t>(diagnostic.mark.line));
      number("column", static_cast<std::size_t>(diagnostic.mark.column));
      number("end_column", static_cast<std::size_t>(diagnostic.mark.column) + static_cast<std::size_t>(diagnostic.width));
      json_.EndObject();
    }
    json_.EndArray();
    return written();
  }

  std::string write_sarif(const Diagnostics& diagnostics, const std::string& version) {
    for (const Diagnostic& diagnostic : diagnostics.all()) codes_.insert(diagnostic.code);
    json_.StartObject();
    text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    text("version", "2.1.0");
    key("runs");
    json_.StartArray();
    json_.StartObject();
    write_tool(version);
    text("columnKind", "unicodeCodePoints");
    key("results");
    json_.StartArray();
    for (const Diagnostic& diagnostic : diagnostics.all()) write_result(diagnostic);
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
    return written();
  }

 private:
  void write_tool(const std::string& version) {
    key("tool");
    json_.StartObject();
    key("driver");
    json_.StartObject();
    text("name", "boctach");
    text("version", version);
    key("rules");
    json_.StartArray();
    for (const std::string& code : codes_) {
      json_.StartObject();
      text("id", code);
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
    json_.EndObject();
  }

  void write_result(const Diagnostic& diagnostic) {
    json_.StartObject();
    text("ruleId", diagnostic.code);
    number("ruleIndex", static_cast<std::size_t>(std::distance(codes_.begin(), codes_.find(diagnostic.code))));
    text("level", name_of(diagnostic.severity));
    key("message");
    json_.StartObject();
    std::string words = diagnostic.message;
    if (!diagnostic.help.empty()) words.append("; ").append(diagnostic.help);
    text("text", words);
    json_.EndObject();
    if (!diagnostic.mark.file.empty()) write_location(diagnostic);
    json_.EndObject();
  }

  void write_location(const Diagnostic& diagnostic) {
    key("locations");
    json_.StartArray();
    json_.StartObject();
    key("physicalLocation");
    json_.StartObject();
    key("artifactLocation");
    json_.StartObject();
    text("uri", uri_of(path_of(diagnostic.mark.file, base_)));
    json_.EndObject();
    if (diagnostic.mark.line > 0) {
      key("region");
      json_.StartObject();
      number("startLine", static_cast<std::size_t>(diagnostic.mark.line));
      number("startColumn", static_cast<std::size_t>(diagnostic.mark.column));
      number("endColumn", static_cast<std::size_t>(diagnostic.mark.column) + static_cast<std::size_t>(diagnostic.width));
      json_.EndObject();
    }
    json_.EndObject();
    json_.EndObject();
    json_.EndArray();
  }

  const std::string& base_;
  std::set<std::string> codes_;  // that are told, the rules of SARIF
};

}  // namespace

std::string diagnostics_json(const Diagnostics& diagnostics, const std::string& base) {
  return DiagnosticsWriter(base).write_json(diagnostics);
}

std::string diagnostics_sarif(const Diagnostics& diagnostics, const std::string& base, const std::string& version) {
  return DiagnosticsWriter(base).write_sarif(diagnostics, version);
}

}  // namespace boctach
