#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/matcher.h"
#include "matching/cascade_run.h"
#include "matching/rule_compiler.h"
#include "rules/pattern_text.h"

namespace boctach {
namespace {

class Cascade final : public Matcher {
 public:
  Cascade(const RuleSet& rules, std::vector<Stage> stages, std::map<const Lexicon*, std::unique_ptr<LexiconTable>> tables,
          std::vector<TriggerIndex> triggers)
      : stages_(std::move(stages)), tables_(std::move(tables)), triggers_(std::move(triggers)) {
    char32_t symbol = first_symbol;
    for (const std::string& label : labels(rules)) symbols_.emplace(label, symbol++);
  }

  Findings run(Document& document, const MatchOptions& options) const override {
    CascadeRun run(document, options, symbols_, triggers_);
    for (const Stage& stage : stages_) {
      run.run(stage);
      if (stage.last_of_pack && stage.pack->name == options.until_pack) break;
    }
    return std::move(run).finish();
  }

 private:
  std::vector<Stage> stages_;
  std::map<const Lexicon*, std::unique_ptr<LexiconTable>> tables_;
  std::vector<TriggerIndex> triggers_;
  std::map<std::string, char32_t, std::less<>> symbols_;
};

}  // namespace

std::unique_ptr<Matcher> Matcher::compile(const RuleSet& rules, Diagnostics& diagnostics) {
  Diagnostics found;
  RuleCompiler compiler(rules, found);
  std::vector<Stage> stages = compiler.compile();
  diagnostics.append(found);
  if (found.has_errors()) return nullptr;
  return std::make_unique<Cascade>(rules, std::move(stages), compiler.take_tables(), compiler.take_triggers());
}

}  // namespace boctach
