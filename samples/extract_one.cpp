// The smallest program on the library: the rules of a folder, one article from standard input, its record on standard output.
//   extract_one rules < article.txt
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "boctach/diagnostic.h"
#include "boctach/pipeline.h"
#include "boctach/rule_set.h"
#include "boctach/sink.h"
#include "boctach/source.h"

namespace {

int report(const boctach::Diagnostics& diagnostics) {
  for (const boctach::Diagnostic& diagnostic : diagnostics.all()) std::cerr << boctach::format(diagnostic);
  return 4;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  boctach::Diagnostics diagnostics;
  const boctach::RuleSet rules = boctach::load_rules(argv[1], diagnostics);
  if (diagnostics.has_errors()) return report(diagnostics);
  const std::unique_ptr<boctach::Pipeline> pipeline = boctach::Pipeline::make(rules, {}, diagnostics);
  if (!pipeline) return report(diagnostics);

  const std::unique_ptr<boctach::Source> source = boctach::open_source({"-"}, {}, std::cin);
  std::optional<boctach::Document> article = source->next();
  if (!article) return 3;
  std::cout << boctach::to_json(pipeline->run(std::move(*article)));
}
