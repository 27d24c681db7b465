#include "formats/json_article.h"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "formats/article_fields.h"
#include "formats/byte_window.h"

namespace boctach {
namespace {

static_assert(ByteWindow::padding >= simdjson::SIMDJSON_PADDING);

// A parser is kept for the next article, unless an unusual one has made it large.
constexpr std::size_t kept_capacity = std::size_t{8} << 20;

Document failed(Document begun, std::string code, std::string message) {
  begun.errors.push_back({std::move(code), "read", std::move(message)});
  return begun;
}

bool opens(char c) { return c == '{' || c == '['; }

// simdjson follows any depth without a word. Few texts hold enough brackets to be looked at twice.
bool is_deeper(std::string_view json, std::size_t limit) {
  if (static_cast<std::size_t>(std::count_if(json.begin(), json.end(), opens)) <= limit) return false;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      for (++at; at < json.size() && json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
    } else if (opens(c)) {
      if (++depth > limit) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

std::string_view trimmed(std::string_view token) { return token.substr(0, token.find_last_not_of(" \t\r\n") + 1); }

// Texts and numbers of the top level that are asked for, as far as an article
// may hold them; everything else is passed over.
std::vector<NamedText> read_fields(simdjson::ondemand::object object, const SourceOptions& options) {
  std::vector<NamedText> found;
  for (auto field : object) {
    const std::string_view name = field.unescaped_key();
    if (!is_asked_for(name, options.names)) continue;
    std::string key(name);
    simdjson::ondemand::value value = field.value();
    std::string_view text;
    switch (value.type()) {
      case simdjson::ondemand::json_type::string:
        text = value.get_string();
        break;
      case simdjson::ondemand::json_type::number:
        text = trimmed(value.raw_json_token());
        break;
      default:
        continue;
    }
    found.push_back({std::move(key), std::string(text.substr(0, options.limits.article + 1))});
  }
  return found;
}

Document read(simdjson::ondemand::parser& parser, std::string_view line, Document begun, const SourceOptions& options) {
  try {
    const simdjson::padded_string_view padded(line.data(), line.size(), line.size() + ByteWindow::padding);
    simdjson::ondemand::document json = parser.iterate(padded);
    simdjson::ondemand::object object = json.get_object();
    std::vector<NamedText> found = read_fields(object, options);
    if (json.current_location().error() != simdjson::OUT_OF_BOUNDS) {
      return failed(std::move(begun), "E902", "something follows the JSON object");
    }
    return article_of(found, std::move(begun), options);
  } catch (const simdjson::simdjson_error& error) {
    return failed(std::move(begun), "E902", std::string("not a JSON object: ") + error.what());
  }
}

}  // namespace

Document json_article(std::string_view line, Document begun, const SourceOptions& options) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return failed(std::move(begun), "E901", "the line is empty");
  if (!simdjson::validate_utf8(line.data(), line.size())) return failed(std::move(begun), "E903", "the line is not UTF-8");
  if (is_deeper(line, options.limits.json_depth)) {
    const std::string limit = std::to_string(options.limits.json_depth);
    return failed(std::move(begun), "E908", "objects and arrays lie deeper than " + limit + " inside of each other");
  }
  thread_local simdjson::ondemand::parser parser;
  Document document = read(parser, line, std::move(begun), options);
  if (parser.capacity() > kept_capacity) parser = simdjson::ondemand::parser();
  return document;
}

}  // namespace boctach
