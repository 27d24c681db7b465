#include "flow/rule_tests.h"

#include <algorithm>
#include <map>
#include <utility>

#include "boctach/record_builder.h"
#include "flow/example_run.h"
#include "formats/record_subset.h"
#include "rules/diagnose.h"
#include "text/messages.h"

namespace boctach {
namespace {

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

// Runs the examples of rules and says what is wrong with them.
class RuleTester {
 public:
  RuleTester(const RuleSet& rules, const Matcher& matcher) : rules_(rules), matcher_(matcher) {}

  void test(const Rule& rule) {
    for (const Example& example : rule.examples) {
      ++result_.run;
      const std::size_t before = result_.diagnostics.size();
      if (example.counter) {
        test_counterexample(rule, example);
      } else if (example.todo) {
        test_known_gap(rule, example);
      } else {
        test_example(rule, example);
      }
      if (result_.diagnostics.size() > before && result_.diagnostics.all().back().severity == Severity::Error) ++result_.failed;
    }
  }

  RuleTestResult take() { return std::move(result_); }

 private:
  void report(const std::string& code, const Example& example, const std::string& message, const std::string& help) {
    result_.diagnostics.add(diagnose(rules_, code, message, example.text.mark, help));
  }

  void test_counterexample(const Rule& rule, const Example& example) {
    const ExampleRun run(matcher_, rule, example);
    const bool matches = !run.found().empty();
    if (example.todo) {
      if (!matches) report("W501", example, say("the known gap of {0} is closed", {rule.full_name()}), "take `todo: true` away");
    } else if (matches) {
      const std::string found(run.found().front().span.of(run.marked().text));
      report("E502", example, say("counterexample of {0} matches {1}", {rule.full_name(), in_quotes(found)}), run.trace());
    }
  }

  // What an example asks for in vain is its own affair as long as it is known.
  void test_known_gap(const Rule& rule, const Example& example) {
    RuleTester probe(rules_, matcher_);
    probe.test_example(rule, example);
    if (probe.result_.diagnostics.size() == 0)
      report("W501", example, say("the known gap of {0} is closed", {rule.full_name()}), "take `todo: true` away");
  }

  void test_example(const Rule& rule, const Example& example) {
    const ExampleRun run(matcher_, rule, example);
    if (!run.marked().balanced) {
      report("E501", example, say("example of {0} has an unpaired bracket", {rule.full_name()}), "mark a mention as \u27e6...\u27e7");
      return;
    }
    const std::vector<Span>& wanted = run.marked().spans;
    std::vector<Span> found;
    for (const ExampleRun::Finding& finding : run.found()) found.push_back(finding.span);
    const bool any_will_do = rule.link && !found.empty();
    if (wanted.empty() && !any_will_do) {
      report("E501", example, say("example of {0} marks nothing", {rule.full_name()}),
             "write what the rule finds as \u27e6...\u27e7; a text in which it finds nothing is a counterexample");
      return;
    }
    if (found != wanted && !wanted.empty()) {
      if (const Rule* winner = run.winner()) {
        report("E504", example, say("example of {0} is won by {1}", {rule.full_name(), winner->full_name()}), run.trace());
        return;
      }
      std::string what;
      for (const Span span : found) what += (what.empty() ? "" : ", ") + in_quotes(span.of(run.marked().text));
      report("E501", example, say("example of {0} does not hold: found {1}", {rule.full_name(), what.empty() ? say("nothing") : what}),
             run.trace());
      return;
    }
    if (example.expect.size() > found.size())
      report("E501", example,
             say("example of {0} expects {1} mentions and has {2}",
                 {rule.full_name(), std::to_string(example.expect.size()), std::to_string(found.size())}),
             "one element of `expect` stands for one \u27e6...\u27e7, in their order");
    for (std::size_t i = 0; i < example.expect.size() && i < run.found().size(); ++i)
      compare(rule, example, example.expect[i], run.found()[i]);
    if (!example.record.empty()) compare_record(rule, example);
  }

  // The record is of all packs: links may come behind the rule's own.
  void compare_record(const Rule& rule, const Example& example) {
    Document document;
    document.buffer = TextBuffer(read_marks(example.text.value).text);
    document.metadata.published = example.published;
    document.metadata.title = example.title;
    MatchOptions options;
    options.cleaning = rule.clean.drop != Drop::None;
    const Findings findings = matcher_.run(document, options);
    const std::string wrong = first_difference(RecordBuilder(rules_, {}).build(document, findings), example.record);
    if (!wrong.empty()) report("E503", example, say("the record of an example of {0} differs: {1}", {rule.full_name(), wrong}), "");
  }

  void compare(const Rule& rule, const Example& example, const std::map<std::string, std::string>& expect,
               const ExampleRun::Finding& finding) {
    for (const auto& [field, wanted] : expect) {
      const auto found = finding.fields.find(field);
      const std::string got = found == finding.fields.end() ? "" : found->second;
      if (got != wanted) {
        report("E501", example, say("example of {0} gives {1} {2}, not {3}", {rule.full_name(), field, in_quotes(got), in_quotes(wanted)}),
               "");
      }
    }
  }

  const RuleSet& rules_;
  const Matcher& matcher_;
  RuleTestResult result_;
};

bool is_asked_for(const Rule& rule, const std::vector<std::string>& names) {
  const auto means = [&](const std::string& name) { return name == rule.id || name == rule.full_name() || name == rule.pack; };
  return names.empty() || std::any_of(names.begin(), names.end(), means);
}

}  // namespace

RuleTestResult test_rules(const RuleSet& rules, const Matcher& matcher, const std::vector<std::string>& names) {
  RuleTester tester(rules, matcher);
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (rule.enabled && !rule.veto && is_asked_for(rule, names)) tester.test(rule);
    }
  }
  return tester.take();
}

}  // namespace boctach
