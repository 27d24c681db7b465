#ifndef BOCTACH_TESTS_MATCHING_SCRATCH_RULES_H_
#define BOCTACH_TESTS_MATCHING_SCRATCH_RULES_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "boctach/matcher.h"
#include "boctach/rule_set.h"

namespace boctach {

// Rules written inside a test: packs as YAML, loaded and compiled.
class ScratchRules {
 public:
  // Each pack is its text without the `format` line; files are p0.yaml, p1.yaml, ...
  explicit ScratchRules(const std::vector<std::string>& packs) {
    std::string name = std::filesystem::temp_directory_path() / "boctach-rules-XXXXXX";
    directory_ = mkdtemp(name.data());
    std::string main = "format: 1\nfilters: [nfc]\npacks:\n";
    for (std::size_t i = 0; i < packs.size(); ++i) {
      const std::string file = "p" + std::to_string(i) + ".yaml";
      std::ofstream(directory_ / file) << "format: 1\nversion: 1.0.0\nabout: a test\n" << packs[i];
      main += "  - " + file + "\n";
    }
    std::ofstream(directory_ / "main.yaml") << main;
    rules = load_rules(directory_, diagnostics);
    if (!diagnostics.has_errors()) matcher = Matcher::compile(rules, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      if (diagnostic.severity == Severity::Error) messages += format(diagnostic);
    }
  }
  ScratchRules(const ScratchRules&) = delete;
  ScratchRules& operator=(const ScratchRules&) = delete;
  ~ScratchRules() { std::filesystem::remove_all(directory_); }

  struct Result {
    Document document;
    Findings findings;
  };

  [[nodiscard]] Result run(const std::string& text, MatchOptions options = {}) const {
    Result result;
    result.document.buffer = TextBuffer(text);
    options.candidates = true;
    result.findings = matcher->run(result.document, options);
    return result;
  }

  // What was found, as "label:text" in text order.
  [[nodiscard]] std::vector<std::string> found(const std::string& text) const {
    const Result result = run(text);
    std::vector<std::string> all;
    for (const Mention& mention : result.findings.mentions) {
      if (mention.early) continue;
      all.push_back(mention.rule->label + ":" + std::string(mention.span.of(result.document.buffer.text())));
    }
    return all;
  }

  RuleSet rules;
  Diagnostics diagnostics;
  std::string messages;
  std::unique_ptr<Matcher> matcher;

 private:
  std::filesystem::path directory_;
};

// The lines every rule of a test needs and no test cares for.
inline std::string rule(const std::string& id, const std::string& body) {
  return "  - id: " + id + "\n" + body + "    examples: [{text: 'x'}]\n    counterexamples: [{text: 'x', why: none}]\n";
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_MATCHING_SCRATCH_RULES_H_
