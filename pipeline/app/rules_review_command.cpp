#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "app/article_options.h"
#include "app/command.h"
#include "app/input_options.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "app/written_file.h"
#include "boctach/failure.h"
#include "flow/review.h"
#include "rules/diagnose.h"
#include "rules/yaml_text.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    "boctach rules review --label L INPUT... [options]\n"
    "Shows mentions drawn from articles one by one, each in its sentence: y if what is marked is right, n if it is not, s to skip, q to "
    "end.\n"
    "Answers become examples and counterexamples of the rules that found them, in an overlay of your own; a counterexample fails in\n"
    "`boctach rules test` until its rule is mended.";

constexpr const char* examples =
    "  boctach rules review --label document samples/articles\n"
    "  boctach rules review --label person dump.jsonl --count 50 --into my-rules\n";

struct Answers {
  std::vector<std::string> right;  // marked
  std::vector<std::string> wrong;  // plain
};

std::size_t number_of(const Options& options, const std::string& name, std::size_t otherwise) {
  if (!options.has(name)) return otherwise;
  const std::string written = options.get(name);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (error != std::errc{} || end != written.data() + written.size())
    throw UsageError(say("--{0} takes a number, not '{1}'", {name, written}));
  return number;
}

void check_label(const RuleSet& rules, const std::string& label) {
  std::vector<std::string> known;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (rule.label == label) return;
      known.push_back(rule.label);
    }
  }
  throw UsageError(say("no rule gives label '{0}'; {1}", {label, suggest(label, known, "see `boctach rules show`")}));
}

// By rule. Ends with the items, a `q`, or the end of the input.
std::map<const Rule*, Answers> ask(const std::vector<ReviewItem>& items) {
  std::map<const Rule*, Answers> answers;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ReviewItem& item = items[i];
    std::cerr << '\n'
              << say("{0} of {1}", {std::to_string(i + 1), std::to_string(items.size())}) << "  " << item.rule->full_name() << "  "
              << item.article << '\n';
    std::cerr << "  " << item.marked << "\n  " << say("right? [y/n/s/q]") << ' ';
    std::string answer;
    do {
      if (!std::getline(std::cin, answer)) return answers;
      if (answer == "q") return answers;
      if (answer == "y") answers[item.rule].right.push_back(item.marked);
      if (answer == "n") answers[item.rule].wrong.push_back(item.plain);
    } while (answer != "y" && answer != "n" && answer != "s" && (std::cerr << "  y/n/s/q: "));
  }
  return answers;
}

void add_list(std::string& yaml, const std::string& key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  yaml.append("      ").append(key).append(":\n");
  for (const std::string& text : texts) yaml.append("        - {text: ").append(single_quoted(text)).append("}\n");
}

std::string patch_of(const Rule& rule, const Answers& answers) {
  std::string yaml = "  - rule: " + rule.id + "\n    append:\n";
  add_list(yaml, "examples", answers.right);
  add_list(yaml, "counterexamples", answers.wrong);
  return yaml;
}

// One file a pack: review-PACK.yaml, which nothing but this command writes.
void write(const std::string& directory, const std::map<const Rule*, Answers>& answers) {
  std::map<std::string, std::string> patches;  // by pack
  for (const auto& [rule, given] : answers) patches[rule->pack] += patch_of(*rule, given);
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) throw OutputError(say("{0}: {1}", {directory, error.message()}));
  for (const auto& [pack, patch] : patches) {
    const std::string file = (fs::path(directory) / ("review-" + pack + ".yaml")).string();
    std::string text =
        "# Answers given in boctach rules review, added to the end of this file.\nformat: 1\noverlay: " + pack + "\npatch:\n";
    if (fs::exists(file)) {
      std::ifstream stream(file, std::ios::binary);
      text.assign(std::istreambuf_iterator<char>(stream), {});
      if (text.find("\npatch:\n") == std::string::npos)
        throw OutputError(say("{0}: was not written by this command; nothing was added", {file}));
    }
    write_file(file, text + patch);
    std::cout << file << '\n';
  }
}

}  // namespace

int rules_review_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("label", "L", "the label whose mentions are shown");
  options.add("count", "N", "how many are drawn (default 20)");
  options.add("seed", "N", "another number draws others (default 0)");
  options.add("into", "DIR", "the directory of your rules (default: boctach/rules in your configuration directory)");
  add_article_options(options);
  if (!options.parse(arguments)) return exit_done;
  if (!options.has("label")) throw UsageError("rules review wants --label");
  if (options.inputs().empty()) throw UsageError("rules review wants articles");
  const std::vector<std::string> inputs = options.inputs();
  if (std::find(inputs.begin(), inputs.end(), "-") != inputs.end())
    throw UsageError("rules review reads answers from standard input; name files");
  const std::string directory = options.has("into") ? options.get("into") : user_rules();
  if (directory.empty()) throw UsageError("no configuration directory; name one with --into");
  const ArticlePipeline extraction(options);
  check_label(extraction.rules(), options.get("label"));
  const auto source = open_source(inputs, source_options(options), std::cin);
  const std::vector<ReviewItem> items =
      sample_mentions(extraction.pipeline(), *source, options.get("label"), number_of(options, "count", 20),
                      static_cast<unsigned>(number_of(options, "seed", 0)));
  if (items.empty()) std::cerr << "boctach: " << say("no mention to show") << '\n';
  const std::map<const Rule*, Answers> answers = ask(items);
  if (!answers.empty()) write(directory, answers);
  if (!std::cout.flush()) throw OutputError("standard output cannot be written");
  return exit_done;
}

}  // namespace boctach
