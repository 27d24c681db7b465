#include <iostream>
#include <string>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "boctach/pipeline.h"
#include "boctach/source.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach clean INPUT... [options]\n"
    "Shows the text of articles as rules and records see it: characters repaired, page chrome gone.";

constexpr const char* examples =
    "  boctach clean samples/articles/01-stamp-in-title.txt\n"
    "  boctach clean samples/articles/01-stamp-in-title.txt --map     which bytes each stretch came from\n";

// The beginning of a stretch on one line.
std::string visible(std::string_view text) {
  const std::size_t end = forward(text, 0, 40);
  std::string out;
  for (const char c : text.substr(0, end)) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out + (text.size() > end ? "..." : "");
}

// A row for every stretch: its bytes in the text, the bytes it came from, and
// how; then what cleaning rules dropped.
void show_map(const Document& document, const Findings& findings) {
  std::size_t position = 0;
  for (const OffsetMap::Piece& piece : document.buffer.map().pieces()) {
    if (piece.source.begin > position) std::cout << "-\t" << position << ".." << piece.source.begin << "\tdropped\n";
    position = piece.source.end;
    std::cout << piece.text.begin << ".." << piece.text.end << '\t' << piece.source.begin << ".." << piece.source.end << '\t'
              << (piece.copied ? "kept" : "replaced") << '\t' << visible(piece.text.of(document.buffer.text())) << '\n';
  }
  for (const Chrome& chrome : findings.chrome) {
    std::cout << "-\t" << chrome.raw.begin << ".." << chrome.raw.end << '\t' << chrome.rule->full_name() << '\t' << visible(chrome.text)
              << '\n';
  }
}

}  // namespace

int clean_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("rules", "DIR", "use the rules of this directory");
  options.add("map", "", "show the alignment instead of the text");
  if (!options.parse(arguments)) return exit_done;
  if (options.inputs().empty()) throw UsageError("no input; '-' reads standard input");
  Diagnostics diagnostics;
  const RuleSet rules = load_rules(find_rules(options.all("rules")), diagnostics);
  show(diagnostics);
  Diagnostics compiling;
  const auto pipeline = Pipeline::make(rules, {}, compiling);
  show(compiling);
  int code = exit_done;
  const auto source = open_source(options.inputs(), {}, std::cin);
  while (auto document = source->next()) {
    const Findings findings = pipeline->clean(*document);
    if (!document->errors.empty()) {
      std::cerr << "boctach: " << document->id << ": " << document->errors.front().message << '\n';
      code = exit_look;
      continue;
    }
    if (options.has("map")) {
      show_map(*document, findings);
    } else {
      std::cout << document->buffer.text() << '\n';
    }
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return code;
}

}  // namespace boctach
