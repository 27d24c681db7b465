#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "boctach/matcher.h"
#include "matching/cascade_run.h"
#include "matching/rule_compiler.h"

namespace boctach {
namespace {

class Cascade final : public Matcher {
 public:
  Cascade(const RuleSet& rules, std::vector<Stage> stages, std::map<const Lexicon*, std::unique_ptr<LexiconTable>> tables,
          std::vector<Sweep> sweeps, ContextSearches searches)
      : stages_(std::move(stages)),
        tables_(std::move(tables)),
        sweeps_(std::move(sweeps)),
        searches_(std::move(searches)),
        symbols_(rules) {}

  Findings run(Document& document, const MatchOptions& options) const override {
    EngineLoan engine(*this);
    engine->begin(options);
    CascadeRun run(document, options, symbols_, *engine);
    for (const Stage& stage : stages_) {
      run.run(stage);
      if (!document.errors.empty()) break;  // a limit was passed
      if (stage.last_of_pack && stage.pack->name == options.until_pack) break;
    }
    return std::move(run).finish();
  }

 private:
  // An engine for one article. They are kept for the next ones, which find their automata ready.
  class EngineLoan {
   public:
    explicit EngineLoan(const Cascade& cascade) : cascade_(cascade), engine_(cascade.take_engine()) {}
    EngineLoan(const EngineLoan&) = delete;
    EngineLoan& operator=(const EngineLoan&) = delete;
    ~EngineLoan() { cascade_.give_back(std::move(engine_)); }
    GatedEngine& operator*() const { return *engine_; }
    GatedEngine* operator->() const { return engine_.get(); }

   private:
    const Cascade& cascade_;
    std::unique_ptr<GatedEngine> engine_;
  };

  std::unique_ptr<GatedEngine> take_engine() const {
    const std::lock_guard lock(engines_mutex_);
    if (engines_.empty()) return std::make_unique<GatedEngine>(sweeps_, searches_);
    const auto is_mine = [](const Idle& idle) { return idle.user == std::this_thread::get_id(); };
    const auto mine = std::find_if(engines_.begin(), engines_.end(), is_mine);
    const auto taken = mine != engines_.end() ? mine : engines_.begin();
    std::unique_ptr<GatedEngine> engine = std::move(taken->engine);
    engines_.erase(taken);
    return engine;
  }
  void give_back(std::unique_ptr<GatedEngine> engine) const {
    const std::lock_guard lock(engines_mutex_);
    engines_.push_back({std::this_thread::get_id(), std::move(engine)});
  }

  // What they remember of articles is never seen outside. A thread takes the one that it had last, if it can: that
  // one lies in the caches of its processor.
  struct Idle {
    std::thread::id user;
    std::unique_ptr<GatedEngine> engine;
  };

  std::vector<Stage> stages_;
  std::map<const Lexicon*, std::unique_ptr<LexiconTable>> tables_;
  std::vector<Sweep> sweeps_;
  ContextSearches searches_;
  LabelSymbols symbols_;
  mutable std::mutex engines_mutex_;
  mutable std::vector<Idle> engines_;
};

}  // namespace

std::unique_ptr<Matcher> Matcher::compile(const RuleSet& rules, Diagnostics& diagnostics) {
  Diagnostics found;
  RuleCompiler compiler(rules, found);
  std::vector<Stage> stages = compiler.compile();
  diagnostics.append(found);
  if (found.has_errors()) return nullptr;
  return std::make_unique<Cascade>(rules, std::move(stages), compiler.take_tables(), compiler.take_sweeps(), compiler.take_searches());
}

}  // namespace boctach
