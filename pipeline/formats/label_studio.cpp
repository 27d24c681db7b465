#include <algorithm>
#include <map>

#include "boctach/failure.h"
#include "formats/annotation_formats.h"
#include "formats/json_value.h"
#include "formats/json_writer.h"
#include "text/messages.h"
#include "text/offset_units.h"

namespace boctach {
namespace {

using Json = rapidjson::Value;

constexpr const char* label_control = "label";
constexpr const char* note_control = "note";
constexpr const char* text_object = "text";

class TaskWriter : private JsonWriter {
 public:
  std::string write(const std::vector<AnnotatedText>& all, bool predictions) {
    json_.StartArray();
    for (const AnnotatedText& marked : all) write_task(marked, predictions);
    json_.EndArray();
    return written() + "\n";
  }

 private:
  void write_task(const AnnotatedText& marked, bool predictions) {
    json_.StartObject();
    key("data");
    json_.StartObject();
    text("id", marked.id);
    text("text", marked.text);
    json_.EndObject();
    key(predictions ? "predictions" : "annotations");
    json_.StartArray();
    json_.StartObject();
    key("result");
    json_.StartArray();
    std::size_t number = 0;
    for (const Annotation& annotation : marked.annotations) write_regions(marked.text, annotation, "r" + std::to_string(++number));
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
  }

  void write_regions(const std::string& whole, const Annotation& annotation, const std::string& id) {
    begin_region(whole, annotation.span, id, label_control, "labels");
    text("text", annotation.span.of(whole));
    list("labels", annotation.label);
    end_region();
    if (annotation.note.empty()) return;
    begin_region(whole, annotation.span, id, note_control, "textarea");
    list("text", annotation.note);
    end_region();
  }

  void begin_region(const std::string& whole, Span span, const std::string& id, const char* control, const char* type) {
    json_.StartObject();
    text("id", id);
    text("from_name", control);
    text("to_name", text_object);
    text("type", type);
    key("value");
    json_.StartObject();
    number("start", units_before(whole, span.begin, OffsetUnit::CodePoints));
    number("end", units_before(whole, span.end, OffsetUnit::CodePoints));
  }

  void end_region() {
    json_.EndObject();
    json_.EndObject();
  }

  void list(const char* name, const std::string& only) {
    key(name);
    json_.StartArray();
    value(only);
    json_.EndArray();
  }
};

// A region as it is written, its places not understood yet.
struct Region {
  std::string id;
  std::string label;
  std::string text;  // as the region repeats it; may be empty
  std::size_t start = 0;
  std::size_t end = 0;
};

class TaskReader {
 public:
  explicit TaskReader(std::string name) : name_(std::move(name)) {}

  // False if nobody has worked on the task.
  bool read(const Json& task, AnnotatedText& marked) {
    const Json* content = object_in(task, "data");
    if (content == nullptr || text_in(*content, "text").empty())
      throw InputError(say("{0}: a task without text in its \"data\"; export as JSON, not JSON-MIN", {name_}));
    marked.id = text_in(*content, "id");
    marked.text = text_in(*content, "text");
    const Json* result = last_result(task);
    if (result == nullptr) return false;
    for (const Json& region : result->GetArray()) read_region(region);
    const OffsetUnit unit =
        fits(marked.text, OffsetUnit::CodePoints) || !fits(marked.text, OffsetUnit::Utf16) ? OffsetUnit::CodePoints : OffsetUnit::Utf16;
    for (const Region& region : regions_) {
      const std::optional<Span> span = span_of_units(marked.text, region.start, region.end, unit);
      if (!span || !repeats(region, span->of(marked.text))) {
        const std::string there = span ? std::string(span->of(marked.text)) : std::string();
        throw InputError(say("{0}: region {1} says '{2}', but the text there is '{3}'", {name_, region.id, region.text, there}));
      }
      marked.annotations.push_back({region.label, *span, notes_[region.id]});
    }
    return true;
  }

 private:
  static const Json* last_result(const Json& task) {
    const Json* annotations = array_in(task, "annotations");
    const Json* last = nullptr;
    if (annotations == nullptr) return nullptr;
    for (const Json& annotation : annotations->GetArray()) {
      if (!true_in(annotation, "was_cancelled") && array_in(annotation, "result") != nullptr) last = array_in(annotation, "result");
    }
    return last;
  }

  void read_region(const Json& region) {
    const Json* value = object_in(region, "value");
    if (value == nullptr) return;
    const std::string id = text_in(region, "id");
    if (text_in(region, "type") == "textarea") {
      for (const std::string& line : texts_in(*value, "text")) notes_[id] += (notes_[id].empty() ? "" : " | ") + line;
    }
    if (text_in(region, "type") != "labels") return;
    const auto start = number_in(*value, "start");
    const auto end = number_in(*value, "end");
    const std::vector<std::string> labels = texts_in(*value, "labels");
    if (!start || !end || labels.empty()) throw InputError(say("{0}: region {1} has no start, end or label", {name_, id}));
    regions_.push_back({id, labels.front(), text_in(*value, "text"), *start, *end});
  }

  // Line feeds are repeated as a backslash and an n.
  static bool repeats(const Region& region, std::string_view there) {
    std::string written;
    for (const char c : there) written += c == '\n' ? std::string("\\n") : std::string(1, c);
    return region.text.empty() || region.text == written || region.text == there;
  }

  [[nodiscard]] bool fits(const std::string& text, OffsetUnit unit) const {
    return std::all_of(regions_.begin(), regions_.end(), [&](const Region& region) {
      const std::optional<Span> span = span_of_units(text, region.start, region.end, unit);
      return span && repeats(region, span->of(text));
    });
  }

  std::string name_;
  std::vector<Region> regions_;
  std::map<std::string, std::string> notes_;
};

}  // namespace

std::string write_label_studio(const std::vector<AnnotatedText>& marked, bool predictions) {
  return TaskWriter().write(marked, predictions);
}

std::vector<AnnotatedText> read_label_studio(std::string_view json, const std::string& name) {
  const rapidjson::Document tree = parse_json(json, name);
  if (!tree.IsArray()) throw InputError(say("{0}: an export of Label Studio is an array of tasks", {name}));
  std::vector<AnnotatedText> all;
  std::size_t number = 0;
  for (const Json& task : tree.GetArray()) {
    AnnotatedText marked;
    if (TaskReader(say("{0}: task {1}", {name, std::to_string(++number)})).read(task, marked)) all.push_back(std::move(marked));
  }
  return all;
}

std::string label_studio_configuration() {
  std::string text = "<View>\n  <Style>.htx-text{white-space: pre-wrap}</Style>\n  <Labels name=\"label\" toName=\"text\">\n";
  for (const char* label : annotation_labels) text.append("    <Label value=\"").append(label).append("\"/>\n");
  return text +
         "  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n"
         "  <TextArea name=\"note\" toName=\"text\" perRegion=\"true\" editable=\"true\"/>\n</View>\n";
}

}  // namespace boctach
