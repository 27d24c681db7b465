#include <algorithm>
#include <string>
#include <string_view>

#include "boctach/explanation.h"
#include "formats/cause_words.h"
#include "formats/terminal.h"
#include "formats/value_words.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::size_t most_changes = 10;  // shown of a filter

class Explainer {
 public:
  Explainer(std::ostream& output, const Explanation& explanation, const ExplanationOptions& options)
      : output_(output), explanation_(explanation), options_(options) {}

  void write() {
    const Record& record = explanation_.record;
    output_ << paint("1", record.id) << '\n';
    if (!record.ok) output_ << "  " << paint("31", say("error") + " " + record.error.code) << "  " << record.error.message << '\n';
    for (const FilterStep& filter : explanation_.filters) write_filter(filter);
    write_chrome();
    for (const SeenView& view : explanation_.findings.views) write_view(view);
    write_candidates();
    write_links();
    write_record();
  }

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const { return painted(options_.colour, code, text); }
  static std::string place(Span raw) { return std::to_string(raw.begin) + ".." + std::to_string(raw.end); }
  void heading(const std::string& words) { output_ << paint("36", words) << '\n'; }

  void write_filter(const FilterStep& filter) {
    std::vector<CharacterChange> changes = filter.changes;
    std::erase_if(changes, [&](const CharacterChange& change) { return !is_asked_for(change.raw, options_); });
    if (changes.empty()) return;
    heading(say("filter {0}: {1} changes", {filter.name, std::to_string(changes.size())}));
    for (std::size_t i = 0; i < std::min(changes.size(), most_changes); ++i) {
      const CharacterChange& change = changes[i];
      output_ << "  " << paint("2", place(change.raw)) << "  \"" << visible(change.before) << "\" -> ";
      output_ << (change.after.empty() ? say("nothing") : "\"" + visible(change.after) + "\"") << '\n';
    }
    if (changes.size() > most_changes) output_ << "  " << say("and {0} more", {std::to_string(changes.size() - most_changes)}) << '\n';
  }

  void write_chrome() {
    bool first = true;
    for (const Chrome& chrome : explanation_.findings.chrome) {
      if (!is_asked_for(*chrome.rule, options_) || !is_asked_for(chrome.raw, options_)) continue;
      if (first) heading(say("dropped"));
      first = false;
      output_ << "  " << paint("2", place(chrome.raw)) << "  " << chrome.rule->full_name() << "  \"" << visible(chrome.text) << "\"\n";
    }
  }

  // Lines without a symbol look as they do in the article.
  void write_view(const SeenView& view) {
    if (view.sees.empty() || options_.place) return;
    heading(say("view of {0}: {1}", {view.pack->name, joined(view.sees)}));
    for (std::size_t at = 0; at < view.text.size();) {
      const std::size_t end = std::min(view.text.find('\n', at), view.text.size());
      const std::string_view line = std::string_view(view.text).substr(at, end - at);
      if (line.find('<') != std::string_view::npos) output_ << "  " << visible(line, 200) << '\n';
      at = end + 1;
    }
  }

  [[nodiscard]] Span raw(Span clean) const { return explanation_.document.buffer.map().source(clean); }

  // Where the demand stands that a candidate did not meet.
  static std::string detail(const Candidate& candidate) {
    const Mark* mark = nullptr;
    if (candidate.outcome == Outcome::Context || candidate.outcome == Outcome::Except) {
      const auto& list = candidate.outcome == Outcome::Context ? candidate.rule->context : candidate.rule->except;
      const auto number = static_cast<std::size_t>(std::stoul(candidate.cause.substr(candidate.cause.find(' '))));
      mark = &list[number - 1].mark;
    }
    for (const FieldRule& field : candidate.rule->fields) {
      if (candidate.cause == "field " + field.name) mark = &field.mark;
    }
    return mark == nullptr ? "" : " (" + mark->file + ":" + std::to_string(mark->line) + ")";
  }

  void write_candidates() {
    const Rule* last = nullptr;
    heading(say("candidates"));
    for (const Candidate& candidate : explanation_.findings.candidates) {
      if (!is_asked_for(*candidate.rule, options_) || !is_asked_for(candidate.raw, options_)) continue;
      if (candidate.rule != last) output_ << "  " << paint("1", candidate.rule->full_name()) << '\n';
      last = candidate.rule;
      const bool won = candidate.outcome == Outcome::Won;
      output_ << "    " << paint("2", place(candidate.raw)) << "  \"" << visible(candidate.text) << "\"  ";
      output_ << paint(won ? "32" : "33", cause_in_words(candidate) + detail(candidate)) << '\n';
    }
  }

  void write_links() {
    const Findings& findings = explanation_.findings;
    bool first = true;
    for (const Link& link : findings.links) {
      if (!is_asked_for(*link.rule, options_) || !is_asked_for(raw(link.match), options_)) continue;
      if (first) heading(say("links"));
      first = false;
      const std::string_view text = explanation_.document.buffer.text();
      const std::string value = link_value(explanation_, link);
      output_ << "  " << link.rule->full_name() << "  \"" << visible(findings.mentions[link.to].span.of(text)) << "\" "
              << paint("2", std::string(link.field) + (link.add ? "+=" : "=")) << ' '
              << (value.empty() ? say("nothing") : '"' + visible(value) + '"');
      if (link.beaten_by) output_ << "  " << paint("33", say("lost to {0}", {findings.links[*link.beaten_by].rule->full_name()}));
      output_ << '\n';
    }
  }

  void write_record() {
    const Record& record = explanation_.record;
    heading(say("record"));
    if (!options_.place) write_metadata();
    for (const LabelArray& array : record.arrays) {
      for (const Item& item : array.items_found) write_item(array, item);
    }
    for (const Diagnostic& note : record.notes) output_ << "  " << say("note") << ' ' << note.code << "  " << note.message << '\n';
  }

  void write_metadata() {
    const Record& record = explanation_.record;
    const auto metadata = [&](const char* name, const std::optional<std::string>& value) {
      if (!value) return;
      output_ << "  " << paint("2", std::string(name) + "=") << *value;
      for (const auto& [field, evidence] : record.metadata_evidence) {
        if (field == name) output_ << "  " << paint("2", say("from {0}", {evidence.rule}));
      }
      output_ << '\n';
    };
    metadata("title", record.title);
    metadata("published", record.published);
    metadata("byline", record.byline);
    metadata("outlet", record.outlet);
  }

  void write_item(const LabelArray& array, const Item& item) {
    const auto is_meant = [&](const RecordMention& mention) {
      return is_asked_for(Span{mention.place.raw_start, mention.place.raw_end}, options_);
    };
    if (std::none_of(item.mentions.begin(), item.mentions.end(), is_meant)) return;
    output_ << "  " << array.array << '\n';
    for (const RecordMention& mention : item.mentions) {
      output_ << "    " << paint("2", place({mention.place.raw_start, mention.place.raw_end})) << "  \"" << visible(mention.text) << "\"  "
              << paint("2", mention.rule) << '\n';
    }
    for (const auto& [name, value] : item.fields) {
      const std::string words = words_of(value);
      if (words.empty()) continue;
      output_ << "    " << paint("2", name + "=") << words;
      for (const auto& [field, all] : item.evidence) {
        if (field != name) continue;
        for (const Evidence& evidence : all) output_ << "  " << paint("2", say("from {0}", {evidence.rule}));
      }
      output_ << '\n';
    }
  }

  std::ostream& output_;
  const Explanation& explanation_;
  const ExplanationOptions& options_;
};

}  // namespace

void write_explanation(std::ostream& output, const Explanation& explanation, const ExplanationOptions& options) {
  Explainer(output, explanation, options).write();
}

bool is_asked_for(const Rule& rule, const ExplanationOptions& options) {
  const std::string name = rule.full_name();
  return options.only.empty() || name == options.only || name.compare(0, options.only.size() + 1, options.only + "/") == 0;
}

bool is_asked_for(Span raw, const ExplanationOptions& options) { return !options.place || options.place->overlaps(raw); }

std::string link_value(const Explanation& explanation, const Link& link) {
  if (link.value_field.empty()) return std::string(link.span.of(explanation.document.buffer.text()));
  const FieldValue* field = link.value ? explanation.findings.mentions[*link.value].field(link.value_field) : nullptr;
  return field == nullptr ? std::string() : joined(field->values);
}

std::string outcome_name(Outcome outcome) {
  static constexpr const char* names[] = {"won", "edge", "field", "context", "except", "veto", "hidden", "lost", "same"};
  return names[static_cast<std::size_t>(outcome)];
}

}  // namespace boctach
