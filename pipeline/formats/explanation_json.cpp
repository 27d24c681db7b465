#include <string>
#include <string_view>

#include "boctach/explanation.h"
#include "boctach/sink.h"
#include "formats/json_writer.h"

namespace boctach {
namespace {

class ExplanationWriter : private JsonWriter {
 public:
  ExplanationWriter(const Explanation& explanation, const ExplanationOptions& options) : explanation_(explanation), options_(options) {}

  std::string write() {
    json_.StartObject();
    text("schema", "boctach.explanation/1");
    text("id", explanation_.record.id);
    list("filters", explanation_.filters, [this](const FilterStep& filter) { write_filter(filter); });
    list("dropped", explanation_.findings.chrome, [this](const Chrome& chrome) { write_chrome(chrome); });
    list("views", explanation_.findings.views, [this](const SeenView& view) { write_view(view); });
    list("candidates", explanation_.findings.candidates, [this](const Candidate& candidate) { write_candidate(candidate); });
    list("links", explanation_.findings.links, [this](const Link& link) { write_link(link); });
    list("why_not", explanation_.why_not, [this](const WhyNot& reason) { write_reason(reason); });
    list("proposals", explanation_.proposals, [this](const Proposal& proposal) {
      json_.StartObject();
      text("rule", proposal.rule->full_name());
      text("overlay", proposal.overlay);
      text("found", proposal.found);
      json_.EndObject();
    });
    const std::string record = to_json(explanation_.record);
    key("record");
    json_.RawValue(record.data(), record.size(), rapidjson::kObjectType);
    json_.EndObject();
    return written();
  }

 private:
  void place(Span raw) {
    number("raw_start", raw.begin);
    number("raw_end", raw.end);
  }
  template <typename Element, typename Write>
  void list(std::string_view name, const std::vector<Element>& elements, const Write& write) {
    key(name);
    json_.StartArray();
    for (const Element& element : elements) write(element);
    json_.EndArray();
  }

  void write_filter(const FilterStep& filter) {
    json_.StartObject();
    text("name", filter.name);
    list("changes", filter.changes, [this](const CharacterChange& change) {
      json_.StartObject();
      place(change.raw);
      text("before", change.before);
      text("after", change.after);
      json_.EndObject();
    });
    json_.EndObject();
  }

  void write_chrome(const Chrome& chrome) {
    if (is_asked_for(*chrome.rule, options_)) write_dropped(chrome);
  }

  void write_dropped(const Chrome& chrome) {
    json_.StartObject();
    text("rule", chrome.rule->full_name());
    place(chrome.raw);
    text("text", chrome.text);
    json_.EndObject();
  }

  void write_view(const SeenView& view) {
    json_.StartObject();
    text("pack", view.pack->name);
    list("sees", view.sees, [this](const std::string& label) { value(label); });
    text("text", view.text);
    json_.EndObject();
  }

  void write_candidate(const Candidate& candidate) {
    if (!is_asked_for(*candidate.rule, options_) || !is_asked_for(candidate.raw, options_)) return;
    json_.StartObject();
    text("rule", candidate.rule->full_name());
    text("label", candidate.rule->label);
    place(candidate.raw);
    text("text", candidate.text);
    text("outcome", outcome_name(candidate.outcome));
    if (!candidate.cause.empty()) text("cause", candidate.cause);
    if (candidate.winner != nullptr) text("winner", candidate.winner->full_name());
    json_.EndObject();
  }

  void write_reason(const WhyNot& reason) {
    const std::string_view words = explanation_.document.buffer.text();
    json_.StartObject();
    text("rule", reason.rule->full_name());
    if (!reason.rule->enabled) text("switched_off", reason.rule->switched_off.file + ":" + std::to_string(reason.rule->switched_off.line));
    if (!reason.dropped.empty())
      list("dropped", reason.dropped, [&](std::size_t number) { write_dropped(explanation_.findings.chrome[number]); });
    list("missing_literals", reason.missing_literals, [this](const std::string& literal) { value(literal); });
    list("misses", reason.misses, [&](const NearMiss& miss) {
      json_.StartObject();
      number("matched", miss.matched);
      number("parts", miss.parts);
      text("missing", miss.missing);
      place(explanation_.document.buffer.map().source(miss.span));
      text("text", miss.span.of(words));
      text("saw", miss.saw.of(words));
      json_.EndObject();
    });
    list("limits", reason.limits, [&](const UnmetLimit& unmet) {
      json_.StartObject();
      text("limit", unmet.limit);
      place(explanation_.document.buffer.map().source(unmet.span));
      text("text", unmet.span.of(words));
      json_.EndObject();
    });
    json_.EndObject();
  }

  void write_link(const Link& link) {
    if (!is_asked_for(*link.rule, options_)) return;
    const Findings& findings = explanation_.findings;
    const std::string_view words = explanation_.document.buffer.text();
    json_.StartObject();
    text("rule", link.rule->full_name());
    text("to", findings.mentions[link.to].span.of(words));
    text("field", link.field);
    text("value", link_value(explanation_, link));
    key("adds");
    json_.Bool(link.add);
    if (link.beaten_by) text("lost_to", findings.links[*link.beaten_by].rule->full_name());
    json_.EndObject();
  }

  const Explanation& explanation_;
  const ExplanationOptions& options_;
};

}  // namespace

std::string explanation_json(const Explanation& explanation, const ExplanationOptions& options) {
  return ExplanationWriter(explanation, options).write();
}

}  // namespace boctach
