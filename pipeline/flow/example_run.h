#ifndef BOCTACH_FLOW_EXAMPLE_RUN_H_
#define BOCTACH_FLOW_EXAMPLE_RUN_H_

#include <map>
#include <string>
#include <vector>

#include "boctach/document.h"
#include "boctach/matcher.h"
#include "boctach/rule_set.h"
#include "boctach/span.h"
#include "flow/marked_text.h"
#include "records/date_resolver.h"

namespace boctach {

// An example of a rule, run through the packs up to that of the rule.
class ExampleRun {
 public:
  // What the rule found: where, and its fields as texts.
  struct Finding {
    Span span;
    std::map<std::string, std::string> fields;
  };

  ExampleRun(const Matcher& matcher, const Rule& rule, const Example& example);

  [[nodiscard]] const MarkedText& marked() const { return marked_; }
  [[nodiscard]] const std::vector<Finding>& found() const { return found_; }
  // The rule that won one of the marked places over this one; null if none did.
  [[nodiscard]] const Rule* winner() const;
  // What became of the candidates at the places the example marks.
  [[nodiscard]] std::string trace() const;

 private:
  void collect();
  void collect_links(const DateResolver& resolver);
  [[nodiscard]] std::string value_of(const Link& link, const DateResolver& resolver) const;

  const Rule& rule_;
  MarkedText marked_;
  Document document_;
  Findings findings_;
  std::vector<Finding> found_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_EXAMPLE_RUN_H_
