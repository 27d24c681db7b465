#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>

#include "app/article_options.h"
#include "app/command.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "boctach/source.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach explain FILE [options]\n"
    "boctach explain --text TEXT [options]\n"
    "Shows what happened to one article: what each filter changed, which lines were dropped, what the rules of each\n"
    "pack saw, every place where a rule matched and why it did not win, links and what they lost to, and the record.";

constexpr const char* examples =
    "  boctach explain --text 'K\xE1\xBA\xBF ho\xE1\xBA\xA1"
    "ch s\xE1\xBB\x91 12/KH-UBND ng\xC3\xA0y 3/4/2020' --only vn.documents\n"
    "  boctach explain crawl.jsonl --id 17 --json\n";

bool wants_colour(const Options& options) {
  const std::string wanted = options.has("colour") ? options.get("colour") : "auto";
  if (wanted == "always" || wanted == "never") return wanted == "always";
  if (wanted != "auto") throw UsageError("--colour takes auto, always or never, not '" + wanted + "'");
  const char* refused = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

// The article asked for; the first if none was.
Document find_article(Source& source, const std::string& id) {
  std::optional<Document> found;
  while (auto document = source.next()) {
    if (!id.empty() && document->id != id) continue;
    if (!found) {
      found = std::move(document);
      if (!id.empty()) break;
    } else {
      std::cerr << "boctach: there are more articles; this is the first, --id names another\n";
      break;
    }
  }
  if (!found) throw InputError(id.empty() ? "no article in the input" : "no article has the id '" + id + "'");
  return std::move(*found);
}

Document article_of(const Options& options) {
  const bool has_text = options.has("text");
  if (has_text == !options.inputs().empty()) throw UsageError("give one FILE ('-': standard input), or --text TEXT");
  if (options.inputs().size() > 1) throw UsageError("one article at a time; give one FILE");
  if (!has_text) return find_article(*open_source(options.inputs(), field_names(options), std::cin), options.get("id"));
  std::istringstream text(options.get("text"));
  return find_article(*open_source({"-"}, field_names(options), text), "");
}

void check_only(const std::string& only, const RuleSet& rules) {
  if (only.empty()) return;
  for (const Pack& pack : rules.packs) {
    if (pack.name == only) return;
    for (const Rule& rule : pack.rules) {
      if (rule.full_name() == only) return;
    }
  }
  throw UsageError("no rule and no pack '" + only + "' in these rules; a rule is written PACK/ID");
}

}  // namespace

int explain_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("text", "TEXT", "explain this text instead of a file");
  options.add("id", "ID", "the article of that id, of a file with several");
  options.add("only", "RULE", "candidates and links of this rule (PACK/ID) or pack alone");
  options.add("json", "", "one JSON object, for tools");
  options.add("colour", "WHEN", "auto (default: on a terminal, unless NO_COLOR is set), always or never");
  add_article_options(options);
  if (!options.parse(arguments)) return exit_done;
  ExplanationOptions shown;
  shown.only = options.get("only");
  shown.colour = wants_colour(options);
  const ArticlePipeline extraction(options);
  check_only(shown.only, extraction.rules());
  const Explanation explanation = extraction.pipeline().explain(article_of(options));
  if (options.has("json")) {
    std::cout << explanation_json(explanation, shown) << '\n';
  } else {
    write_explanation(std::cout, explanation, shown);
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return explanation.record.ok ? exit_done : exit_look;
}

}  // namespace boctach
