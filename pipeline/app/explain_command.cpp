#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/address.h"
#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "boctach/source.h"
#include "flow/ask_why_not.h"
#include "formats/article_formats.h"
#include "formats/compression.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach explain FILE[:LINE[:COL]] [options]\n"
    "boctach explain --text TEXT [options]\n"
    "Shows what happened to one article: what each filter changed, which lines were dropped, what the rules of each\n"
    "pack saw, every place where a rule matched and why it did not win, links and what they lost to, and the record.\n"
    "Of a place, or of one rule: what touched it and how it ended; where nothing was found, which rules came near, what\n"
    "stood in their way, and, if an entry of a lexicon or a looser part would do, the overlay to write. LINE of a JSON lines\n"
    "file is the article in that line.";

constexpr const char* examples =
    "  boctach explain --text 'K\xE1\xBA\xBF ho\xE1\xBA\xA1"
    "ch s\xE1\xBB\x91 12/KH-UBND ng\xC3\xA0y 3/4/2020' --only vn.documents\n"
    "  boctach explain crawl.jsonl --id 17 --json\n"
    "  boctach explain samples/articles/07-look-alikes-in-codes.txt:5:30\n"
    "  boctach explain article.txt --rule vn.documents/state-number\n";

bool wants_colour(const Options& options) {
  const std::string wanted = options.has("colour") ? options.get("colour") : "auto";
  if (wanted == "always" || wanted == "never") return wanted == "always";
  if (wanted != "auto") throw UsageError(say("--colour takes auto, always or never, not '{0}'", {wanted}));
  const char* refused = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

// What is asked: an article, and what of it.
struct Question {
  std::vector<std::string> inputs;
  std::string id;
  std::size_t line = 0;  // of the article in its file; 0: any
  std::optional<TextPlace> place;
};

bool is_of_lines(const std::string& file) {
  const ArticleFormat* format = format_of(uncompressed_name(file));
  return format != nullptr && format != &article_formats().front();
}

Question read_question(const Options& options) {
  if (options.has("text") == !options.inputs().empty()) throw UsageError("give one FILE ('-': standard input), or --text TEXT");
  if (options.inputs().size() > 1) throw UsageError("one article at a time; give one FILE");
  Question question;
  question.id = options.get("id");
  if (options.has("at")) {
    question.place = read_place(options.get("at"));
    if (!question.place) throw UsageError(say("--at takes LINE or LINE:COL, not '{0}'", {options.get("at")}));
  }
  if (options.has("text")) return question;
  const Address address = read_address(options.inputs().front());
  question.inputs = {address.file};
  if (!address.place) return question;
  if (!is_of_lines(address.file)) {
    question.place = address.place;
  } else if (address.place->column == 0) {
    question.line = address.place->line;
  } else {
    throw UsageError(say("a line of {0} is an article; --at LINE:COL names a place in it", {address.file}));
  }
  return question;
}

// The article asked for; the first if none was.
Document find_article(Source& source, const Question& question) {
  std::optional<Document> found;
  const bool any = question.id.empty() && question.line == 0;
  while (auto document = source.next()) {
    if (!question.id.empty() && document->id != question.id) continue;
    if (question.line > 0 && document->origin.line != question.line) continue;
    if (!found) {
      found = std::move(document);
      if (!any) break;
    } else {
      std::cerr << "boctach: " << say("there are more articles; this is the first, --id names another") << '\n';
      break;
    }
  }
  if (found) return std::move(*found);
  if (question.line > 0) throw InputError(say("no article in line {0}", {std::to_string(question.line)}));
  throw InputError(any ? say("no article in the input") : say("no article has the id '{0}'", {question.id}));
}

Document article_of(const Options& options, const Question& question) {
  if (!options.has("text")) return find_article(*open_source(question.inputs, source_options(options), std::cin), question);
  std::istringstream text(options.get("text"));
  return find_article(*open_source({"-"}, source_options(options), text), question);
}

void check_only(const std::string& only, const RuleSet& rules) {
  if (only.empty()) return;
  for (const Pack& pack : rules.packs) {
    if (pack.name == only) return;
    for (const Rule& rule : pack.rules) {
      if (rule.full_name() == only) return;
    }
  }
  throw UsageError(say("no rule and no pack '{0}' in these rules; a rule is written PACK/ID", {only}));
}

}  // namespace

int explain_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("text", "TEXT", "explain this text instead of a file");
  options.add("id", "ID", "the article of that id, of a file with several");
  options.add("at", "LINE[:COL]", "what touched this place of the article alone, and if nothing was found there, what came near");
  options.add("rule", "RULE", "this rule alone, and why it found nothing");
  options.add("only", "RULE", "candidates and links of this rule (PACK/ID) or pack alone");
  options.add("json", "", "one JSON object, for tools");
  options.add("colour", "auto|always|never", "colours; auto (default): on a terminal, unless NO_COLOR is set");
  add_article_options(options);
  if (!options.parse(arguments)) return exit_done;
  if (options.has("rule") && options.has("only")) throw UsageError("--rule and --only are two questions; ask one");
  const Question question = read_question(options);
  ExplanationOptions shown;
  shown.only = options.get("only");
  shown.colour = wants_colour(options);
  const ArticlePipeline extraction(options);
  check_only(shown.only, extraction.rules());
  const Rule* rule = options.has("rule") ? &rule_named(extraction.rules(), options.get("rule")) : nullptr;
  if (rule != nullptr) shown.only = rule->full_name();
  Document article = article_of(options, question);
  if (question.place) {
    shown.place = find_place(article.buffer.original(), *question.place);
    if (!shown.place) throw InputError(say("{0}: the article has no such place", {article.id}));
  }
  Explanation explanation = extraction.pipeline().explain(std::move(article));
  ask_why_not(extraction.rules(), rule, shown, explanation);
  if (options.has("json")) {
    std::cout << explanation_json(explanation, shown) << '\n';
  } else {
    write_explanation(std::cout, explanation, shown);
    write_why_not(std::cout, explanation, shown);
  }
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return explanation.record.ok ? exit_done : exit_look;
}

}  // namespace boctach
