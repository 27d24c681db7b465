#include <iostream>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "boctach/record_schema.h"
#include "boctach/schema.h"
#include "rules/diagnose.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach schema record|rules|reference\n"
    "Prints the JSON Schema of records or of rule files, or the reference page of the rule format.";

constexpr const char* examples =
    "  boctach schema record >record-1.schema.json\n"
    "  boctach schema rules >rules-1.schema.json\n";

}  // namespace

int schema_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add_many("rules", "DIR", "the rules whose records are meant");
  if (!options.parse(arguments)) return exit_done;
  const std::vector<std::string> words = options.inputs();
  if (words.size() != 1) throw UsageError("schema wants record, rules or reference");
  if (words[0] == "rules") {
    std::cout << rules_json_schema();
  } else if (words[0] == "reference") {
    std::cout << rules_reference();
  } else if (words[0] == "record") {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules(find_rules(options.all("rules")), diagnostics);
    show(diagnostics);
    std::cout << record_json_schema(rules);
  } else {
    throw UsageError(
        say("no schema '{0}'; {1}", {words[0], suggest(words[0], {"record", "rules", "reference"}, "see boctach schema --help")}));
  }
  return exit_done;
}

}  // namespace boctach
