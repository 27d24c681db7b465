#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/article_sources.h"
#include "formats/published_field.h"

namespace boctach {
namespace {

// A key of the input and the text it holds.
struct FoundField {
  std::string name;
  std::string text;
};

Document failed(const Origin& origin, std::string code, std::string message) {
  Document document;
  document.origin = origin;
  document.id = without_origin_ending(origin);
  document.errors.push_back({std::move(code), "read", std::move(message)});
  return document;
}

// Texts and numbers of the top level; everything else is passed over.
class ObjectReader {
 public:
  explicit ObjectReader(simdjson::ondemand::object object) {
    for (auto field : object) {
      const std::string_view name = field.unescaped_key();
      std::string key(name);
      simdjson::ondemand::value value = field.value();
      switch (value.type()) {
        case simdjson::ondemand::json_type::string:
          fields_.push_back({std::move(key), std::string(std::string_view(value.get_string()))});
          break;
        case simdjson::ondemand::json_type::number:
          fields_.push_back({std::move(key), std::string(trimmed(value.raw_json_token()))});
          break;
        default:
          break;
      }
    }
  }

  // The first of `names` that is there with a text in it.
  [[nodiscard]] const FoundField* find(const std::vector<std::string>& names) const {
    for (const std::string& name : names) {
      for (const FoundField& field : fields_) {
        if (field.name == name && !field.text.empty()) return &field;
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool has(const std::vector<std::string>& names) const {
    for (const std::string& name : names) {
      for (const FoundField& field : fields_) {
        if (field.name == name) return true;
      }
    }
    return false;
  }

 private:
  static std::string_view trimmed(std::string_view token) { return token.substr(0, token.find_last_not_of(" \t\r\n") + 1); }

  std::vector<FoundField> fields_;
};

// Title, blank line, body; the title once if the body begins with it.
void set_text(Document& document, const FoundField* title, const FoundField* body) {
  std::string text;
  if (title != nullptr && (body == nullptr || body->text.compare(0, title->text.size(), title->text) != 0)) {
    document.fields.push_back({title->name, 0, title->text.size()});
    text = title->text;
    if (body != nullptr) text += "\n\n";
  }
  if (body != nullptr) {
    document.fields.push_back({body->name, text.size(), body->text.size()});
    text += body->text;
  }
  document.buffer = TextBuffer(std::move(text));
}

Document article_of(const ObjectReader& object, const Origin& origin, const FieldNames& names) {
  const FoundField* title = object.find(names.title);
  const FoundField* body = object.find(names.text);
  if (body == nullptr && !object.has(names.text) && title == nullptr)
    return failed(origin, "E904", "no field holds the text of the article");
  Document document;
  document.origin = origin;
  document.id = without_origin_ending(origin);
  if (const FoundField* id = object.find(names.id)) document.id = id->text;
  if (title != nullptr) document.metadata.title = title->text;
  if (const FoundField* byline = object.find(names.byline)) document.metadata.byline = byline->text;
  if (const FoundField* outlet = object.find(names.outlet)) document.metadata.outlet = outlet->text;
  if (const FoundField* published = object.find(names.published)) {
    const std::optional<std::string> date = read_published(published->text);
    if (date) {
      document.metadata.published = *date;
    } else {
      document.diagnostics.note("N201", "the field '" + published->name + "' is no date and was ignored");
    }
  }
  set_text(document, title, body);
  return document;
}

}  // namespace

std::string without_origin_ending(const Origin& origin) {
  const std::size_t dot = origin.path.rfind('.');
  const std::size_t slash = origin.path.rfind('/');
  const bool ending = dot != std::string::npos && dot > 0 && (slash == std::string::npos || dot > slash + 1);
  return origin.path.substr(0, ending ? dot : std::string::npos) + ":" + std::to_string(origin.line);
}

Document json_article(std::string_view line, const Origin& origin, const FieldNames& names) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return failed(origin, "E901", "the line is empty");
  if (!simdjson::validate_utf8(line.data(), line.size())) return failed(origin, "E903", "the line is not UTF-8");
  thread_local simdjson::ondemand::parser parser;
  const simdjson::padded_string padded(line);
  try {
    simdjson::ondemand::document json = parser.iterate(padded);
    simdjson::ondemand::object object = json.get_object();
    const ObjectReader reader(object);
    if (json.current_location().error() != simdjson::OUT_OF_BOUNDS) return failed(origin, "E902", "something follows the JSON object");
    return article_of(reader, origin, names);
  } catch (const simdjson::simdjson_error& error) {
    return failed(origin, "E902", std::string("not a JSON object: ") + error.what());
  }
}

}  // namespace boctach
