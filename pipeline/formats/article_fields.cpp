#include "formats/article_fields.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "formats/input_name.h"
#include "formats/published_field.h"
#include "formats/terminal.h"

namespace boctach {
namespace {

// What made an article too large may be its id.
constexpr std::size_t longest_id_of_error = 4096;

bool is_one_of(std::string_view name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The first of `names` that is there with a text in it.
const NamedText* find(const std::vector<NamedText>& fields, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    for (const NamedText& field : fields) {
      if (field.name == name && !field.text.empty()) return &field;
    }
  }
  return nullptr;
}

// Title, blank line, body; the title once if the body begins with it.
void set_text(Document& document, const NamedText* title, const NamedText* body) {
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

void set_metadata(Document& document, const std::vector<NamedText>& fields, const FieldNames& names) {
  if (const NamedText* byline = find(fields, names.byline)) document.metadata.byline = readable(byline->text);
  if (const NamedText* outlet = find(fields, names.outlet)) document.metadata.outlet = readable(outlet->text);
  const NamedText* published = find(fields, names.published);
  if (published == nullptr) return;
  if (const std::optional<std::string> date = read_published(published->text)) {
    document.metadata.published = *date;
  } else {
    document.diagnostics.note("N201", "the field '" + published->name + "' is no date and was ignored");
  }
}

}  // namespace

bool is_asked_for(std::string_view name, const FieldNames& names) {
  const auto all = {&names.id, &names.title, &names.text, &names.published, &names.byline, &names.outlet};
  return std::any_of(all.begin(), all.end(), [&](const auto* field) { return is_one_of(name, *field); });
}

std::optional<DocumentError> missing_column(const std::vector<std::string>& columns, const std::vector<std::string>& asked) {
  for (const std::string& name : asked) {
    if (is_one_of(name, columns)) continue;
    std::string all;
    for (const std::string& column : columns) all.append(all.empty() ? "" : ", ").append(column);
    constexpr std::size_t shown = 200;
    return DocumentError{"E923", "read", "the table has no column '" + name + "'; it has " + visible(all, shown)};
  }
  return std::nullopt;
}

DocumentError too_large(std::size_t limit) { return {"E906", "read", "the article is larger than " + std::to_string(limit) + " bytes"}; }

Document article_of(const std::vector<NamedText>& fields, Document begun, const SourceOptions& options) {
  const FieldNames& names = options.names;
  Document document = std::move(begun);
  std::size_t size = 0;
  bool holds_text = false;
  for (const NamedText& field : fields) {
    size += field.text.size();
    holds_text = holds_text || is_one_of(field.name, names.text);
  }
  const bool is_too_large = size > options.limits.article;
  const NamedText* id = find(fields, names.id);
  if (id != nullptr && !(is_too_large && id->text.size() > longest_id_of_error)) document.id = readable(id->text);
  const NamedText* title = find(fields, names.title);
  if (is_too_large) {
    document.errors.push_back(too_large(options.limits.article));
  } else if (title == nullptr && !holds_text) {
    document.errors.push_back({"E904", "read", "no field holds the text of the article"});
  } else {
    if (title != nullptr) document.metadata.title = title->text;
    set_metadata(document, fields, names);
    set_text(document, title, find(fields, names.text));
  }
  return document;
}

}  // namespace boctach
