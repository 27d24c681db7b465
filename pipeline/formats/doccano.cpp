#include <algorithm>

#include "boctach/failure.h"
#include "formats/annotation_formats.h"
#include "formats/json_value.h"
#include "formats/json_writer.h"
#include "text/messages.h"
#include "text/offset_units.h"

namespace boctach {
namespace {

using Json = rapidjson::Value;

class DoccanoWriter : private JsonWriter {
 public:
  std::string write(const AnnotatedText& marked, OffsetUnit unit) {
    json_.StartObject();
    text("id", marked.id);
    text("text", marked.text);
    key("label");
    json_.StartArray();
    for (const Annotation& annotation : marked.annotations) place(marked.text, annotation.span, unit, annotation.label);
    json_.EndArray();
    key("notes");
    json_.StartArray();
    for (const Annotation& annotation : marked.annotations) {
      if (!annotation.note.empty()) place(marked.text, annotation.span, unit, annotation.note);
    }
    json_.EndArray();
    json_.EndObject();
    return written() + "\n";
  }

 private:
  void place(const std::string& text, Span span, OffsetUnit unit, const std::string& what) {
    json_.StartArray();
    json_.Uint64(units_before(text, span.begin, unit));
    json_.Uint64(units_before(text, span.end, unit));
    value(what);
    json_.EndArray();
  }
};

// [begin, end, text], or null if it has another form.
struct Triple {
  Span span;
  std::string text;
};

class DoccanoReader {
 public:
  DoccanoReader(OffsetUnit unit, std::string name) : unit_(unit), name_(std::move(name)) {}

  AnnotatedText read(const Json& line) const {
    AnnotatedText marked{text_in(line, "id"), text_in(line, "text"), {}};
    if (marked.text.empty()) throw InputError(say("{0}: no \"text\"", {name_}));
    // Exports of a project with relations name their marks "entities"; older versions wrote "labels".
    for (const char* key : {"label", "labels", "entities"}) {
      for (const Triple& triple : triples(line, key, marked.text)) marked.annotations.push_back({triple.text, triple.span, ""});
    }
    for (const Triple& note : triples(line, "notes", marked.text)) {
      const auto same = std::find_if(marked.annotations.begin(), marked.annotations.end(),
                                     [&](const Annotation& annotation) { return annotation.span == note.span && annotation.note.empty(); });
      if (same != marked.annotations.end()) same->note = note.text;
    }
    return marked;
  }

 private:
  [[nodiscard]] std::vector<Triple> triples(const Json& line, const char* key, const std::string& text) const {
    std::vector<Triple> all;
    const Json* array = array_in(line, key);
    if (array == nullptr) return all;
    for (const Json& element : array->GetArray()) {
      const bool listed =
          element.IsArray() && element.Size() == 3 && element[0].IsUint64() && element[1].IsUint64() && element[2].IsString();
      const auto begin = listed ? std::optional<std::size_t>(element[0].GetUint64()) : number_in(element, "start_offset");
      const auto end = listed ? std::optional<std::size_t>(element[1].GetUint64()) : number_in(element, "end_offset");
      if (!begin || !end) throw InputError(say("{0}: \"{1}\" wants [begin, end, text]", {name_, key}));
      const std::optional<Span> span = span_of_units(text, *begin, *end, unit_);
      if (!span)
        throw InputError(
            say("{0}: {1} to {2} is no place of the text; see --offsets", {name_, std::to_string(*begin), std::to_string(*end)}));
      all.push_back({*span, listed ? std::string(element[2].GetString(), element[2].GetStringLength()) : text_in(element, "label")});
    }
    return all;
  }

  OffsetUnit unit_;
  std::string name_;
};

}  // namespace

std::string write_doccano(const AnnotatedText& marked, OffsetUnit unit) { return DoccanoWriter().write(marked, unit); }

std::vector<AnnotatedText> read_doccano(std::string_view lines, OffsetUnit unit, const std::string& name) {
  std::vector<AnnotatedText> all;
  std::size_t number = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    const std::string place = name + ":" + std::to_string(++number);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) all.push_back(DoccanoReader(unit, place).read(parse_json(line, place)));
  }
  return all;
}

}  // namespace boctach
