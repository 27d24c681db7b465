#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/annotation_options.h"
#include "app/command.h"
#include "app/options.h"
#include "app/written_file.h"
#include "boctach/failure.h"
#include "formats/annotation_formats.h"
#include "formats/gold_json.h"
#include "formats/input_file.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    "boctach gold import --format brat|doccano|label-studio --into DIR FILE...\n"
    "Makes gold of what a tool has written: .ann files of brat with the .txt beside them, or a directory of these; JSONL of doccano; JSON "
    "of "
    "Label\n"
    "Studio. What such files cannot hold (title, page chrome, ...) stays as it was in the gold of the article.";

constexpr const char* examples =
    "  boctach gold import --format brat --into gold brat\n"
    "  boctach gold import --format label-studio --into gold export.json\n";

// The .ann files that are meant, a directory standing for its own.
std::vector<fs::path> mark_files(const std::vector<std::string>& names) {
  std::vector<fs::path> files;
  for (const std::string& name : names) {
    std::set<fs::path> found;
    if (fs::is_directory(name)) {
      for (const auto& entry : fs::directory_iterator(name)) {
        if (entry.path().extension() == ".ann") found.insert(entry.path());
      }
      if (found.empty()) throw InputError(say("{0}: no marks (*.ann) in this directory", {name}));
    } else {
      found.insert(name);
    }
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

// What brat knows as the name of a file, by the table that the export wrote beside it, if there is one.
std::string article_of(const fs::path& file) {
  std::string name = file.stem().string();
  const fs::path table = file.parent_path() / brat_articles;
  if (!fs::exists(table)) return name;
  std::istringstream lines(read_file(table));
  for (std::string line; std::getline(lines, line);) {
    if (line.compare(0, name.size() + 1, name + "\t") == 0) return line.substr(name.size() + 1);
  }
  return name;
}

std::vector<AnnotatedText> read_all(const Options& options, AnnotationTool tool) {
  const OffsetUnit unit = offset_unit(options);
  std::vector<AnnotatedText> all;
  if (tool == AnnotationTool::Brat) {
    for (const fs::path& file : mark_files(options.inputs())) {
      const fs::path text = fs::path(file).replace_extension(".txt");
      all.push_back(read_brat(article_of(file), read_file(text), read_file(file), file.string()));
    }
    return all;
  }
  for (const std::string& name : options.inputs()) {
    const std::string text = read_file(name);
    std::vector<AnnotatedText> some = tool == AnnotationTool::Doccano ? read_doccano(text, unit, name) : read_label_studio(text, name);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// The gold of an article: by its id, else by the name of its file, as tools may know no other; null if there is none.
const Reading* gold_of(const std::string& id, const std::vector<Reading>& there) {
  const auto by_id = std::find_if(there.begin(), there.end(), [&](const Reading& gold) { return gold.id == id; });
  if (by_id != there.end()) return &*by_id;
  const auto is_named_so = [name = gold_file_name(id)](const Reading& gold) { return gold.file + gold_ending == name; };
  const auto by_name = std::find_if(there.begin(), there.end(), is_named_so);
  return by_name == there.end() ? nullptr : &*by_name;
}

void tell_gaps(const Reading& gold, const std::vector<std::string>& unknown) {
  for (const std::string& word : std::set<std::string>(unknown.begin(), unknown.end()))
    std::cerr << say("boctach: {0}: '{1}' is nothing gold knows, and was left out", {gold.id, word}) << '\n';
  for (const ReadItem& date : gold.of("dates")) {
    if (date.get("value").empty() && !date.optional) std::cerr << say("boctach: {0}: '{1}' has no value yet", {gold.id, date.text}) << '\n';
  }
}

}  // namespace

int gold_import_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("format", "brat|doccano|label-studio", "the tool");
  options.add("into", "DIR", "the directory of the gold");
  add_offset_option(options);
  if (!options.parse(arguments)) return exit_done;
  const AnnotationTool tool = tool_of(options);
  if (!options.has("into")) throw UsageError("gold import wants --into");
  if (options.inputs().empty()) throw UsageError("gold import wants files of the tool");
  const std::vector<AnnotatedText> all = read_all(options, tool);
  const fs::path directory = options.get("into");
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) throw OutputError(say("{0}: {1}", {directory.string(), error.message()}));
  const std::vector<Reading> there = gold_in(directory);
  for (const AnnotatedText& marked : all) {
    if (marked.id.empty())
      throw InputError(say("an article without \"id\": it begins '{0}'", {marked.text.substr(0, marked.text.find('\n'))}));
    std::vector<std::string> unknown;
    Reading gold = read_annotations(marked, unknown);
    const Reading* known = gold_of(marked.id, there);
    const std::string file = (directory / (known == nullptr ? gold_file_name(marked.id) : known->file + gold_ending)).string();
    if (known != nullptr) {
      gold = merge_gold(std::move(gold), *known, to_nfc(marked.text));
      gold.id = known->id;
    }
    write_file(file, write_gold(gold));
    tell_gaps(gold, unknown);
    std::cout << file << '\n';
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return exit_done;
}

}  // namespace boctach
