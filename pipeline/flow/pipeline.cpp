#include "boctach/pipeline.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "filters/signs.h"
#include "text/vietnamese.h"

namespace boctach {
namespace {

// What `buffer` makes of the first bytes of the original, on one line.
std::string beginning(const TextBuffer& buffer, std::size_t size) {
  const std::string_view text = buffer.map().text({0, size}).of(buffer.text());
  std::string line(text.substr(0, text.find_last_not_of(" \n") + 1));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

// The names of filters, with repair-utf8 where it has to stand: what is behind it counts on UTF-8.
std::vector<std::string> with_repair(std::vector<std::string> names) {
  const auto place = std::find_if(names.begin(), names.end(), [](const std::string& name) { return name != "legacy-encodings"; });
  if (place == names.end() || *place != "repair-utf8") names.insert(place, "repair-utf8");
  return names;
}

bool was_converted(const Diagnostics& notes) {
  return std::any_of(notes.all().begin(), notes.all().end(), [](const Diagnostic& note) { return note.code == "N102"; });
}

}  // namespace

std::unique_ptr<Pipeline> Pipeline::make(const RuleSet& rules, const RecordOptions& options, Diagnostics& diagnostics,
                                         const MatchOptions& matching) {
  std::unique_ptr<Pipeline> pipeline(new Pipeline(rules, options, matching));
  for (const std::string& name : with_repair(rules.filters)) pipeline->filters_.push_back(make_filter(name));
  pipeline->matcher_ = Matcher::compile(rules, diagnostics);
  if (!pipeline->matcher_) return nullptr;
  return pipeline;
}

void Pipeline::clean_characters(Document& document) const {
  apply_filters(document.buffer, document.diagnostics);
  clean_metadata(document);
}

void Pipeline::apply_filters(TextBuffer& buffer, Diagnostics& notes) const {
  Signs signs = signs_of(buffer.text());
  for (const auto& filter : filters_) {
    if ((signs & filter->looks_for()) == 0) continue;
    TextEditor editor(buffer.text());
    filter->apply(editor, notes);
    const bool changed = editor.changed();
    buffer.rewrite(std::move(editor));
    if (changed) signs = signs_of(buffer.text());
  }
}

// A title is the beginning of the text. Author and outlet stand beside it: if
// the text was in another encoding, so are they, but they are too short to
// show it. They are read as its first line.
void Pipeline::clean_metadata(Document& document) const {
  Metadata& given = document.metadata;
  const std::string_view original = document.buffer.original();
  if (!given.title.empty() && original.substr(0, given.title.size()) == given.title) {
    given.title = beginning(document.buffer, given.title.size());
  }
  if (!was_converted(document.diagnostics)) return;
  for (std::string* value : {&given.byline, &given.outlet}) {
    if (value->empty()) continue;
    TextBuffer buffer(*value + '\n' + std::string(original));
    Diagnostics unheard;
    apply_filters(buffer, unheard);
    *value = beginning(buffer, value->size());
  }
}

Findings Pipeline::clean(Document& document) const {
  clean_characters(document);
  const std::size_t most = matching_.limits.text;
  if (document.buffer.text().size() <= most) return matcher_->run(document, matching_);
  document.errors.push_back({"E907", "clean", "the text is longer than " + std::to_string(most) + " bytes"});
  return {};
}

Record Pipeline::run(Document document) const {
  if (!document.errors.empty()) return builder_.build(document, {});
  const Findings findings = clean(document);
  if (!may_be_vietnamese(document.buffer.text())) {
    document.diagnostics.note("N203", "hardly any letters of this text are Vietnamese, and the rules are made for Vietnamese");
  }
  return builder_.build(document, findings);
}

}  // namespace boctach
