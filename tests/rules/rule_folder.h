#ifndef BOCTACH_TESTS_RULES_RULE_FOLDER_H_
#define BOCTACH_TESTS_RULES_RULE_FOLDER_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "boctach/rule_set.h"

namespace boctach {

// What loading says about a folder.
inline std::string messages(const Diagnostics& diagnostics) {
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.all()) result += format(diagnostic);
  return result;
}

// A rules folder written inside a test, and what loading it gave.
class RuleFolder {
 public:
  using Files = std::vector<std::pair<std::string, std::string>>;

  // Files beside main.yaml, by name; those that end in .yaml are its packs.
  explicit RuleFolder(const Files& files) {
    std::string name = std::filesystem::temp_directory_path() / "boctach-rules-XXXXXX";
    directory_ = mkdtemp(name.data());
    std::string main = "format: 1\nfilters: [nfc]\npacks:\n";
    for (const auto& [file, text] : files) {
      std::ofstream(directory_ / file) << text;
      if (file.find(".yaml") != std::string::npos) main += "  - " + file + "\n";
    }
    std::ofstream(directory_ / "main.yaml") << main;
    rules = load_rules(directory_, diagnostics);
  }
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;
  ~RuleFolder() { std::filesystem::remove_all(directory_); }

  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }

  Diagnostics diagnostics;
  RuleSet rules;

 private:
  std::filesystem::path directory_;
};

// A pack with one rule; `keys` are lines put under the rule, `head` under the pack.
inline std::string pack_text(const std::string& name, const std::string& pattern, const std::string& keys = "",
                             const std::string& head = "") {
  return "format: 1\npack: " + name + "\n" + head + "rules:\n  - id: one\n    label: number\n    pattern: " + pattern + "\n" + keys +
         "    examples: [{text: '⟦số 1⟧'}]\n    counterexamples: [{text: 'con số'}]\n";
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_RULES_RULE_FOLDER_H_
