#ifndef BOCTACH_APP_ARTICLE_OPTIONS_H_
#define BOCTACH_APP_ARTICLE_OPTIONS_H_

#include <memory>
#include <string>
#include <vector>

#include "app/options.h"
#include "boctach/pipeline.h"
#include "boctach/rule_set.h"

namespace boctach {

// The options of every command that makes records of articles: the rules, what
// is read from the input, and what stands in a record.
void add_article_options(Options& options);
// --no-text, for those that write records.
void add_no_text(Options& options);

// The rules that such options name, loaded and compiled. What is wrong with
// them was said on standard error when RulesError is thrown.
class ArticlePipeline {
 public:
  explicit ArticlePipeline(const Options& options);
  ArticlePipeline(const ArticlePipeline&) = delete;
  ArticlePipeline& operator=(const ArticlePipeline&) = delete;
  ~ArticlePipeline() = default;

  [[nodiscard]] const Pipeline& pipeline() const { return *pipeline_; }
  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  // The labels whose arrays its records have, in their order.
  [[nodiscard]] const std::vector<RecordLabel>& labels() const { return labels_; }
  // Of the rules, with --verbose.
  [[nodiscard]] const RuleTimes& times() const { return times_; }

 private:
  RuleSet rules_;
  std::vector<RecordLabel> labels_;
  RuleTimes times_;
  std::unique_ptr<Pipeline> pipeline_;
};

// The rule of that name, PACK/ID, or ID where no other pack has it; UsageError if there is none.
const Rule& rule_named(const RuleSet& rules, const std::string& name);

}  // namespace boctach

#endif  // BOCTACH_APP_ARTICLE_OPTIONS_H_
