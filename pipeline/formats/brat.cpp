#include <charconv>
#include <map>

#include "boctach/failure.h"
#include "formats/annotation_formats.h"
#include "text/messages.h"
#include "text/offset_units.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr OffsetUnit brat_unit = OffsetUnit::CodePoints;

// The lines of a mark: line feeds are not part of it.
std::vector<Span> fragments_of(Span span, const std::string& text) {
  std::vector<Span> fragments;
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t end = std::min(text.find('\n', at), span.end);
    if (end > at) fragments.push_back({at, end});
    at = end + 1;
  }
  return fragments;
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;; at = parts.back().data() + parts.back().size() - text.data() + 1) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    parts.push_back(text.substr(at, end - at));
    if (end == text.size()) return parts;
  }
}

class BratReader {
 public:
  BratReader(AnnotatedText& marked, const std::string& name) : marked_(marked), name_(name) {}

  void read(std::string_view marks) {
    for (std::string_view line : split(marks, '\n')) {
      ++line_;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty()) continue;
      if (line.front() == 'T') read_mark(line);
      if (line.front() == '#') read_note(line);
      // Relations, events and attributes are not gold's.
    }
    for (const auto& [mark, note] : notes_) {
      const auto found = marks_.find(mark);
      if (found != marks_.end()) marked_.annotations[found->second].note = note;
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw InputError(name_ + ":" + std::to_string(line_) + ": " + what); }

  [[nodiscard]] std::size_t number(std::string_view text) const {
    std::size_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size()) fail(say("'{0}' is no place", {std::string(text)}));
    return n;
  }

  void read_mark(std::string_view line) {
    const std::vector<std::string_view> columns = split(line, '\t');
    if (columns.size() < 3) fail(say("a mark is ID, label with places, and text, with tabs between them"));
    const std::size_t space = std::min(columns[1].find(' '), columns[1].size());
    std::vector<Span> fragments;
    for (const std::string_view places : split(columns[1].substr(std::min(space + 1, columns[1].size())), ';')) {
      const std::vector<std::string_view> ends = split(places, ' ');
      if (ends.size() != 2) fail(say("'{0}' is no place", {std::string(places)}));
      const std::optional<Span> span = span_of_units(marked_.text, number(ends[0]), number(ends[1]), brat_unit);
      if (!span) fail(say("'{0}' is no place of the text", {std::string(places)}));
      fragments.push_back(*span);
    }
    check(fragments, columns[2]);
    marks_[std::string(columns[0])] = marked_.annotations.size();
    marked_.annotations.push_back({std::string(columns[1].substr(0, space)), hull(fragments.front(), fragments.back()), ""});
  }

  // The file repeats the text, which shows when the .txt is another one.
  void check(const std::vector<Span>& fragments, std::string_view written) const {
    std::string there;
    std::size_t end = fragments.front().begin;
    for (const Span fragment : fragments) {
      const bool apart = fragment.begin < end || marked_.text.find_first_not_of(" \n", end) < fragment.begin;
      if (apart) fail(say("the pieces of a mark must follow each other"));
      there.append(there.empty() ? "" : " ").append(fragment.of(marked_.text));
      end = fragment.end;
    }
    if (there != written) fail(say("the text there is '{0}', not '{1}'", {there, std::string(written)}));
  }

  void read_note(std::string_view line) {
    const std::vector<std::string_view> columns = split(line, '\t');
    constexpr std::string_view kind = "AnnotatorNotes ";
    if (columns.size() >= 3 && columns[1].substr(0, kind.size()) == kind)
      notes_[std::string(columns[1].substr(kind.size()))] = std::string(columns[2]);
  }

  AnnotatedText& marked_;
  const std::string& name_;
  std::size_t line_ = 0;
  std::map<std::string, std::size_t> marks_;  // id -> annotation
  std::map<std::string, std::string> notes_;  // by id
};

}  // namespace

std::string write_brat_marks(const AnnotatedText& marked) {
  std::string lines;
  std::size_t number = 0;
  for (const Annotation& annotation : marked.annotations) {
    const std::string id = std::to_string(++number);
    std::string places;
    std::string text;
    for (const Span fragment : fragments_of(annotation.span, marked.text)) {
      places.append(places.empty() ? "" : ";").append(std::to_string(units_before(marked.text, fragment.begin, brat_unit)));
      places.append(" ").append(std::to_string(units_before(marked.text, fragment.end, brat_unit)));
      text.append(text.empty() ? "" : " ").append(fragment.of(marked.text));
    }
    lines.append("T").append(id).append("\t").append(annotation.label).append(" ").append(places).append("\t").append(text).append("\n");
    if (annotation.note.empty()) continue;
    lines.append("#").append(id).append("\tAnnotatorNotes T").append(id).append("\t").append(annotation.note).append("\n");
  }
  return lines;
}

AnnotatedText read_brat(const std::string& id, std::string text, std::string_view marks, const std::string& name) {
  if (!is_valid_utf8(text) || !is_valid_utf8(marks)) throw InputError(say("{0}: not UTF-8", {name}));
  AnnotatedText marked{id, std::move(text), {}};
  BratReader(marked, name).read(marks);
  return marked;
}

std::string brat_configuration() {
  std::string text = "[entities]\n";
  for (const char* label : annotation_labels) text.append(label).append("\n");
  return text + "[relations]\n[events]\n[attributes]\n";
}

}  // namespace boctach
