#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "rules/readers.h"
#include "rules/source_check.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> result;
  std::size_t begin = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t', begin)) {
    result.emplace_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  result.emplace_back(line.substr(begin));
  return result;
}

// The column `value` goes first, in the names and in every row.
void value_first(Lexicon& lexicon) {
  const auto value = std::find(lexicon.columns.begin(), lexicon.columns.end(), "value");
  const auto place = value - lexicon.columns.begin();
  if (value == lexicon.columns.end() || place == 0) return;
  std::rotate(lexicon.columns.begin(), value, value + 1);
  for (LexiconEntry& entry : lexicon.entries)
    std::rotate(entry.columns.begin(), entry.columns.begin() + place, entry.columns.begin() + place + 1);
}

class Rows {
 public:
  Rows(std::string file, Lexicon& lexicon, Reporter& reporter) : file_(std::move(file)), lexicon_(lexicon), reporter_(reporter) {}

  void read(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      ++number_;
      if (line.empty() || (on_top_ && line[0] == '#')) continue;
      on_top_ = false;
      take(line);
    }
  }

 private:
  void take(std::string_view line) {
    std::vector<std::string> cells = cells_of(line);
    const Mark mark{file_, number_, 1};
    if (lexicon_.columns.empty()) {
      lexicon_.columns = std::move(cells);
      const auto& names = lexicon_.columns;
      if (std::find(names.begin(), names.end(), "value") == names.end())
        reporter_.report("E321", mark, "the first line names the columns, and none is 'value'",
                         line.find_first_of(",;") != std::string_view::npos && names.size() == 1
                             ? "columns are cut by one tab each, not by commas"
                             : "put a line with their names on top, or give `columns: [value]` in the lexicon");
      return;
    }
    if (cells.size() != lexicon_.columns.size()) {
      reporter_.report(
          "E312", mark,
          say("a row of {0} columns in a lexicon of {1}", {std::to_string(cells.size()), std::to_string(lexicon_.columns.size())}),
          "columns are cut by one tab each");
      return;
    }
    lexicon_.entries.push_back({"", std::move(cells), mark});
  }

  std::string file_;
  Lexicon& lexicon_;
  Reporter& reporter_;
  int number_ = 0;
  bool on_top_ = true;
};

void read_file_rows(const Node& node, Lexicon& lexicon, RuleFiles& files, Reporter& reporter) {
  const Node* file = node.find("file");
  if (file == nullptr || !file->is_scalar()) return;
  const std::string name = files.name_in(files.directory_of(file->mark.file), file->value);
  const std::string* text = files.read(name);
  if (text == nullptr) {
    reporter.report("E313", file->mark, say("no file '{0}'", {file->value}),
                    files.directory_of(file->mark.file) == 0 ? "lexicon files are named from the folder of main.yaml"
                                                             : "lexicon files are named from the folder that lies over the rules");
  } else if (check_utf8(name, *text, reporter)) {
    Rows(name, lexicon, reporter).read(*text);
  }
}

void read_entries(const std::vector<Node>& entries, Lexicon& lexicon) {
  if (!entries.empty() && lexicon.columns.empty()) lexicon.columns.emplace_back("value");
  for (const Node& entry : entries) {
    for (const Node& column : entry.children) {
      if (std::find(lexicon.columns.begin(), lexicon.columns.end(), column.key) == lexicon.columns.end())
        lexicon.columns.push_back(column.key);
    }
  }
  for (const Node& entry : entries) {
    LexiconEntry row;
    row.mark = entry.mark;
    for (const std::string& column : lexicon.columns) {
      const std::string alone = column == "value" ? entry.value : "";
      row.columns.push_back(entry.is_map() ? entry.text(column) : alone);
    }
    lexicon.entries.push_back(std::move(row));
  }
}

// What overlays do to a lexicon; `value` stands first by now. The entries of
// the last overlay count before all others.
void change_entries(const Node& node, Lexicon& lexicon, Reporter& reporter) {
  for (const Node& change : node.children) {
    if (change.key == "add") {
      Lexicon added;
      added.columns = lexicon.columns;
      read_entries(change.children, added);
      for (LexiconEntry& entry : lexicon.entries) entry.columns.resize(added.columns.size());
      lexicon.columns = std::move(added.columns);
      lexicon.entries.insert(lexicon.entries.begin(), added.entries.begin(), added.entries.end());
    }
    if (change.key != "remove") continue;
    const std::vector<Node> one{change};
    for (const Node& value : change.is_scalar() ? one : change.children) {
      auto& entries = lexicon.entries;
      const auto spelt = [&](const std::string& text) { return lexicon.fold_case ? to_lower(text) : text; };
      const auto gone = std::remove_if(entries.begin(), entries.end(), [&, wanted = spelt(value.value)](const LexiconEntry& entry) {
        return spelt(entry.columns.front()) == wanted;
      });
      if (gone == entries.end())
        reporter.report("W304", value.mark, say("lexicon '{0}' has no entry '{1}' to remove", {lexicon.name, value.value}),
                        "the base may have dropped it: then take this line away");
      entries.erase(gone, entries.end());
    }
  }
}

// Notes an entry that starts another one inside of a word. `seen` is ordered.
void note_prefixes(const std::map<std::string, Mark>& seen, const Lexicon& lexicon, Reporter& reporter) {
  for (auto entry = seen.begin(); entry != seen.end(); ++entry) {
    const std::string& start = entry->first;
    for (auto other = std::next(entry); other != seen.end() && other->first.compare(0, start.size(), start) == 0; ++other) {
      if (is_word_edge(other->first, start.size())) continue;
      reporter.report("N401", entry->second, say("'{0}' starts '{1}' in lexicon '{2}'", {start, other->first, lexicon.name}),
                      "the longer one is tried first; where no word edge must follow, the shorter one may still end inside a word");
      break;
    }
  }
}

// Drops empty values and tells of repeated ones; the first stays.
void settle(Lexicon& lexicon, Reporter& reporter) {
  std::map<std::string, Mark> seen;
  std::vector<LexiconEntry> kept;
  for (LexiconEntry& entry : lexicon.entries) {
    entry.value = entry.columns.front();
    if (entry.value.empty()) {
      reporter.report("E314", entry.mark, "a lexicon entry without a value");
      continue;
    }
    if (entry.value.front() == ' ' || entry.value.back() == ' ')
      reporter.report("W306", entry.mark, say("a space at the edge of '{0}' in lexicon '{1}'", {entry.value, lexicon.name}),
                      "no word in a text has one: take it away");
    const auto [first, fresh] = seen.emplace(lexicon.fold_case ? to_lower(entry.value) : entry.value, entry.mark);
    if (!fresh) {
      reporter.report(
          "W301", entry.mark, say("'{0}' stands twice in lexicon '{1}'", {entry.value, lexicon.name}),
          first->second.file == entry.mark.file
              ? say("line {0} has it already, and is the one that counts", {std::to_string(first->second.line)})
              : say("{0}:{1} has it already, and is the one that counts", {first->second.file, std::to_string(first->second.line)}));
      continue;
    }
    kept.push_back(std::move(entry));
  }
  lexicon.entries = std::move(kept);
  if (reporter.wants_notes()) note_prefixes(seen, lexicon, reporter);
}

}  // namespace

Lexicon read_lexicon(const Node& node, RuleFiles& files, Reporter& reporter) {
  const std::size_t told = reporter.count();
  Lexicon result;
  result.name = node.key;
  result.mark = node.key_mark;
  result.fold_case = node.text("match") == "fold_case";
  result.columns = node.texts("columns");
  read_file_rows(node, result, files, reporter);
  read_entries(node.members("entries"), result);
  value_first(result);
  change_entries(node, result, reporter);
  settle(result, reporter);
  const bool written = node.find("file") != nullptr || (node.find("entries") != nullptr && node.find("entries")->is_sequence());
  if (result.entries.empty() && written && reporter.count() == told)
    reporter.report("E314", result.mark, say("lexicon '{0}' has no entries", {result.name}));
  return result;
}

}  // namespace boctach
