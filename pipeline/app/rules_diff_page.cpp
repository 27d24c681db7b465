#include "app/rules_diff_page.h"

#include <string>

#include "app/edit_words.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* head =
    "<head><meta charset=\"utf-8\"><title>boctach rules diff</title>\n"
    "<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3em .6em;"
    "text-align:left;vertical-align:top}.gained{background:#e6f5e6}.lost{background:#fbe9e7}.changed{background:#fff8e1}</style>\n"
    "</head><body>\n<h1>boctach rules diff</h1>\n";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view name_of(RecordDifference::Kind kind) {
  if (kind == RecordDifference::Kind::Gained) return "gained";
  return kind == RecordDifference::Kind::Lost ? "lost" : "changed";
}

std::string words_of(RecordDifference::Kind kind) {
  if (kind == RecordDifference::Kind::Gained) return say("gained");
  return kind == RecordDifference::Kind::Lost ? say("lost") : say("changed");
}

std::string fields_of(const RecordDifference& difference) {
  std::string all;
  for (const FieldChange& field : difference.fields) {
    all.append(field.field).append(": ");
    if (field.field == "text" && difference.array == "article") {
      all += say("other lines were dropped");
    } else if (difference.kind == RecordDifference::Kind::Changed) {
      all.append(field.before).append(" -> ").append(field.after);
    } else {
      all.append(field.before).append(field.after);
    }
    all += "\n";
  }
  return all;
}

}  // namespace

void RulesDiffPage::begin() {
  output_ << "<!DOCTYPE html>\n<html lang=\"" << language() << "\">" << head;
  headings({"", say("article"), say("array"), say("mention"), say("fields"), say("edit")});
}

void RulesDiffPage::headings(const std::vector<std::string>& names) {
  output_ << "<table><tr>";
  for (const std::string& name : names) output_ << "<th>" << escaped(name) << "</th>";
  output_ << "</tr>\n";
}

void RulesDiffPage::cell(std::string_view text, std::string_view kind) {
  output_ << "<td";
  if (!kind.empty()) output_ << " class=\"" << kind << '"';
  output_ << '>';
  std::string shown = escaped(text);
  for (std::size_t at = shown.find('\n'); at != std::string::npos; at = shown.find('\n', at)) shown.replace(at, 1, "<br>");
  output_ << shown << "</td>";
}

void RulesDiffPage::add(const CausedDifference& caused) {
  const RecordDifference& difference = caused.difference;
  std::string edits = caused.direct ? "" : say("one of") + "\n";
  for (const std::size_t edit : caused.edits) edits.append(edit_in_words(edits_[edit])).append("\n");
  output_ << "<tr>";
  cell(words_of(difference.kind), name_of(difference.kind));
  cell(caused.article + ":" + std::to_string(difference.raw_start));
  cell(difference.array);
  cell(difference.text);
  cell(fields_of(difference));
  cell(edits);
  output_ << "</tr>\n";
}

void RulesDiffPage::end(const RulesDiff& diff) {
  output_ << "</table>\n<h2>" << escaped(say("By edit")) << "</h2>\n";
  headings({say("edit"), "", say("gained"), say("lost"), say("changed")});
  for (std::size_t i = 0; i < diff.edits.size(); ++i) {
    output_ << "<tr>";
    cell(edit_in_words(diff.edits[i]));
    cell(change_in_words(diff.edits[i]));
    cell(std::to_string(diff.counts[i].gained));
    cell(std::to_string(diff.counts[i].lost));
    cell(std::to_string(diff.counts[i].changed));
    output_ << "</tr>\n";
  }
  output_ << "</table>\n<p>"
          << escaped(
                 say("{0} articles; gained {1}, lost {2}, changed {3}", {std::to_string(diff.articles), std::to_string(diff.all.gained),
                                                                         std::to_string(diff.all.lost), std::to_string(diff.all.changed)}))
          << "</p>\n</body></html>\n";
}

}  // namespace boctach
