#include <unistd.h>

#include <iostream>
#include <string>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/failure.h"
#include "boctach/pipeline.h"
#include "boctach/source.h"
#include "rules/query.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach grep PATTERN INPUT... [options]\n"
    "Runs a pattern of the rule language over the cleaned text of articles: fragments, {{lex:name}} and {{@label}} as in a rule, word "
    "edges and\n"
    "folding as in a rule. Shows ID:BYTE of each match in the article, its surroundings, and what its named groups caught.";

constexpr const char* examples =
    "  boctach grep '{{@document}} .{0,40}{{@date}}' samples/articles\n"
    "  boctach grep '(?P<word>{{lex:type_word}}) {{@date}}' dump.jsonl --count\n";

constexpr int context = 40;  // code points on either side

std::string on_one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) c = c == '\n' ? ' ' : c;
  return line;
}

std::string_view before(std::string_view text, std::size_t at) {
  std::size_t from = at;
  for (int i = 0; i < context && from > 0; ++i) {
    --from;
    while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) --from;
  }
  return text.substr(from, at - from);
}

void print(const Document& document, const Mention& mention, bool colour) {
  const std::string_view text = document.buffer.text();
  std::cout << document.id << ':' << document.buffer.map().source(mention.span).begin << ": "
            << on_one_line(before(text, mention.span.begin)) << (colour ? "\x1b[1;31m" : "[") << on_one_line(mention.span.of(text))
            << (colour ? "\x1b[0m" : "]")
            << on_one_line(text.substr(mention.span.end, forward(text, mention.span.end, context) - mention.span.end)) << '\n';
  for (const FieldValue& field : mention.fields) {
    if (!field.values.empty()) std::cout << "    " << field.name << ": " << field.values.front() << '\n';
  }
}

}  // namespace

int grep_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("rules", "DIR", "lay the rules of this directory over the built-in ones; one with a main.yaml replaces them");
  options.add("count,c", "", "the number of matches alone");
  if (!options.parse(arguments)) return exit_done;
  std::vector<std::string> words = options.inputs();
  if (words.size() < 2) throw UsageError("grep wants a pattern and articles; '-' reads standard input");
  const std::string pattern = words.front();
  words.erase(words.begin());
  Diagnostics loading;
  RuleSet rules = load_rules(find_rules(options.all("rules")), loading);
  show(loading);
  Diagnostics reading;
  add_query(rules, pattern, reading);
  show(reading);
  Diagnostics compiling;
  const auto pipeline = Pipeline::make(rules, {}, compiling);
  show(compiling);
  const bool colour = isatty(STDOUT_FILENO) == 1;
  std::size_t matches = 0;
  const auto source = open_source(words, {}, std::cin);
  while (auto document = source->next()) {
    const Findings findings = pipeline->clean(*document);
    if (!document->errors.empty()) {
      std::cerr << "boctach: " << document->id << ": " << document->errors.front().message << '\n';
      continue;
    }
    for (const Mention& mention : findings.mentions) {
      if (mention.rule->pack != query_name) continue;
      ++matches;
      if (!options.has("count")) print(*document, mention, colour);
    }
  }
  if (options.has("count")) std::cout << matches << '\n';
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return matches > 0 ? exit_done : exit_look;
}

}  // namespace boctach
