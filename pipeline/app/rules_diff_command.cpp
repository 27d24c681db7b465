#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "app/command.h"
#include "app/edit_words.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "app/rules_diff_page.h"
#include "boctach/failure.h"
#include "flow/rules_diff.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach rules diff [--old DIR...] [--new DIR...] INPUT...\n"
    "Runs articles through two rule sets and tells what the second finds, loses and reads otherwise, and which edit did it. Without --old "
    "the\n"
    "first is the built-in one. Exit code 1 if anything differs.";

constexpr const char* examples =
    "  boctach rules diff --new my-rules samples/articles           what an overlay does to the samples\n"
    "  boctach rules diff --old rules --new edited-rules dump.jsonl --summary\n";

constexpr std::size_t longest_value = 80;

struct Side {
  explicit Side(const std::vector<std::string>& directories) {
    Diagnostics loading;
    loaded = load_with_trees(find_rules(directories), loading);
    show(loading);
    RecordOptions with_text;
    with_text.with_text = true;
    Diagnostics compiling;
    pipeline = Pipeline::make(loaded.rules, with_text, compiling);
    show(compiling);
  }

  LoadedRules loaded;
  std::unique_ptr<Pipeline> pipeline;
};

std::string shortened(const std::string& text) {
  const std::size_t end = forward(text, 0, longest_value);
  std::string line = end < text.size() ? text.substr(0, end) + "..." : text;
  for (char& c : line) c = c == '\n' ? ' ' : c;
  return line;
}

void print(const CausedDifference& caused, const std::vector<RuleEdit>& edits) {
  const RecordDifference& difference = caused.difference;
  const bool changed = difference.kind == RecordDifference::Kind::Changed;
  const char* sign = changed ? "~" : difference.kind == RecordDifference::Kind::Gained ? "+" : "-";
  std::cout << sign << ' ' << caused.article << ':' << difference.raw_start << "  " << difference.array << "  "
            << shortened(difference.text) << '\n';
  for (const FieldChange& field : difference.fields) {
    if (field.field == "text" && difference.array == "article") {
      std::cout << "    " << say("text: other lines were dropped") << '\n';
    } else if (changed) {
      std::cout << "    " << field.field << ": " << shortened(field.before) << " -> " << shortened(field.after) << '\n';
    } else {
      std::cout << "    " << field.field << ": " << shortened(field.before + field.after) << '\n';
    }
  }
  std::cout << "    " << (caused.direct ? say("by") : say("by one of")) << ' ';
  for (std::size_t i = 0; i < caused.edits.size(); ++i) std::cout << (i == 0 ? "" : "; ") << edit_in_words(edits[caused.edits[i]]);
  std::cout << '\n';
}

void print_summary(const RulesDiff& diff) {
  std::cout << say("{0} articles; gained {1}, lost {2}, changed {3}", {std::to_string(diff.articles), std::to_string(diff.all.gained),
                                                                       std::to_string(diff.all.lost), std::to_string(diff.all.changed)})
            << '\n';
  if (diff.edits.empty()) {
    std::cout << say("the rule sets are the same") << '\n';
    return;
  }
  std::cout << say("  gained    lost changed  edit") << '\n';
  for (std::size_t i = 0; i < diff.edits.size(); ++i) {
    const EditCount& counts = diff.counts[i];
    std::cout << std::setw(8) << counts.gained << std::setw(8) << counts.lost << std::setw(8) << counts.changed << "  "
              << edit_in_words(diff.edits[i]) << " (" << change_in_words(diff.edits[i]) << ")\n";
  }
}

}  // namespace

int rules_diff_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("old", "DIR", "the rules as they were; a directory without a main.yaml is laid over the built-in ones");
  options.add_many("new", "DIR", "the rules as they are now");
  options.add("summary", "", "the table alone");
  options.add("html", "", "a page for a browser, on standard output");
  if (!options.parse(arguments)) return exit_done;
  if (options.inputs().empty()) throw UsageError("rules diff wants articles to compare the rules on; '-' reads standard input");
  if (!options.has("old") && !options.has("new")) throw UsageError("rules diff wants --old or --new");
  const Side before(options.all("old"));
  const Side after(options.all("new"));
  const std::vector<RuleEdit> edits = compare_rules(before.loaded, after.loaded);
  const bool as_page = options.has("html");
  if (as_page && options.has("summary")) throw UsageError("--html shows everything; leave --summary out");
  const bool details = !options.has("summary");
  RulesDiffPage page(std::cout, edits);
  if (as_page) page.begin();
  const auto source = open_source(options.inputs(), {}, std::cin);
  const RulesDiff diff =
      diff_rules({before.loaded, *before.pipeline}, {after.loaded, *after.pipeline}, *source, [&](const CausedDifference& caused) {
        if (as_page) {
          page.add(caused);
        } else if (details) {
          print(caused, edits);
        }
      });
  if (as_page) {
    page.end(diff);
  } else {
    print_summary(diff);
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return diff.all.gained + diff.all.lost + diff.all.changed > 0 ? exit_look : exit_done;
}

}  // namespace boctach
