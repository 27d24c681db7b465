#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include "app/annotation_options.h"
#include "app/command.h"
#include "app/options.h"
#include "app/written_file.h"
#include "boctach/failure.h"
#include "formats/annotation_formats.h"
#include "formats/gold_json.h"
#include "formats/record_reading.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    "boctach gold export --format brat|doccano|label-studio [--gold DIR] RECORDS...\n"
    "Writes articles with their marks for a tool in which people correct them. The text is that of records of run --with-text; the marks "
    "are\n"
    "those of gold, or, without --gold, what the program found: a start for articles that have no gold yet.";

constexpr const char* examples =
    "  boctach run new.txt --with-text | boctach gold export --format brat -o brat -\n"
    "  boctach gold export --format label-studio --gold gold records.jsonl -o tasks.json\n"
    "  boctach gold export --format label-studio --config             the labelling interface to paste into the project\n";

// Those with gold if there is gold, else all as they are.
std::vector<AnnotatedText> marked_texts(const Options& options, const std::vector<Reading>& records) {
  std::vector<AnnotatedText> all;
  const auto add = [&](Reading reading, const Reading& record) {
    if (!record.text) throw InputError(say("the record of {0} has no text; write it with run --with-text", {record.id}));
    reading.id = record.id;
    std::vector<std::string> lost;
    all.push_back(annotate(reading, *record.text, lost));
    for (const std::string& text : lost)
      std::cerr << say("boctach: {0}: '{1}' is not in the text and not marked", {record.id, text}) << '\n';
  };
  if (!options.has("gold")) {
    for (const Reading& record : records) add(record, record);
    return all;
  }
  const std::map<std::string, const Reading*> by_name = by_article(records);
  for (const Reading& gold : read_gold_directory(options.get("gold"))) {
    auto record = by_name.find(gold.id);
    if (record == by_name.end()) record = by_name.find(gold.file);
    if (record != by_name.end()) add(gold, *record->second);
  }
  return all;
}

// What people have marked in an earlier one must not be lost.
void refuse_to_replace(const Options& options, const fs::path& file) {
  std::error_code error;
  if (!options.has("force") && fs::is_regular_file(file, error))
    throw OutputError(say("{0}: exists already (--force writes over it)", {file.string()}));
}

void write_brat(const Options& options, const std::vector<AnnotatedText>& all) {
  const fs::path directory = options.get("output");
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) throw OutputError(say("{0}: {1}", {directory.string(), error.message()}));
  std::map<std::string, std::string> files{{"annotation.conf", brat_configuration()}};
  std::string& articles = files[brat_articles];
  for (const AnnotatedText& marked : all) {
    std::string name = gold_file_name(marked.id);
    name.resize(name.size() - std::string(gold_ending).size());
    if (!files.emplace(name + ".txt", marked.text).second) throw InputError(say("two articles would be written as {0}.txt", {name}));
    files[name + ".ann"] = write_brat_marks(marked);
    articles += name + "\t" + marked.id + "\n";
  }
  for (const auto& [name, text] : files) refuse_to_replace(options, directory / name);
  for (const auto& [name, text] : files) write_file((directory / name).string(), text);
}

void write(const Options& options, const std::string& text) {
  if (options.has("output")) {
    refuse_to_replace(options, options.get("output"));
    write_file(options.get("output"), text);
  } else {
    std::cout << text;
    if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  }
}

}  // namespace

int gold_export_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("format", "brat|doccano|label-studio", "the tool");
  options.add("gold", "DIR", "the marks are those of these *.gold.json files; articles without one are left out");
  options.add("output,o", "FILE", "write into this file instead of standard output; for brat, into this directory");
  options.add("force", "", "write over existing files");
  options.add("config", "", "print the configuration of the tool instead");
  add_offset_option(options);
  if (!options.parse(arguments)) return exit_done;
  const AnnotationTool tool = tool_of(options);
  if (options.has("config")) {
    if (tool == AnnotationTool::Doccano)
      throw UsageError("doccano has no configuration file; its labels are Date, Document, Person, Campaign");
    write(options, tool == AnnotationTool::Brat ? brat_configuration() : label_studio_configuration());
    return exit_done;
  }
  if (options.inputs().empty()) throw UsageError("gold export wants records of run --with-text; '-' reads standard input");
  if (tool == AnnotationTool::Brat && !options.has("output")) throw UsageError("brat wants a directory: name one with -o");
  const std::vector<AnnotatedText> all = marked_texts(options, read_records(options.inputs(), std::cin));
  if (tool == AnnotationTool::Brat) {
    write_brat(options, all);
  } else if (tool == AnnotationTool::LabelStudio) {
    write(options, write_label_studio(all, !options.has("gold")));
  } else {
    std::string lines;
    for (const AnnotatedText& marked : all) lines += write_doccano(marked, offset_unit(options));
    write(options, lines);
  }
  return exit_done;
}

}  // namespace boctach
