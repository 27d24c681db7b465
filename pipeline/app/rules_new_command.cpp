#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/loaded_rules.h"
#include "app/options.h"
#include "app/written_file.h"
#include "boctach/failure.h"
#include "boctach/matcher.h"
#include "boctach/record.h"
#include "boctach/record_schema.h"
#include "flow/rule_tests.h"
#include "rules/new_rule.h"
#include "rules/rule_files.h"
#include "rules/yaml_gate.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    "boctach rules new [--label L] [--example TEXT] [--counterexample TEXT] [--pack NAME] [--id ID] [--into DIR]\n"
    "Writes a first rule of your own, which finds what is marked in its example. What is not given is asked for. The rule goes into the "
    "file "
    "of its\n"
    "pack in DIR, or into a new one; nothing is written if the rules would not load or the example would not hold.";

constexpr const char* examples =
    "  boctach rules new                             asks for everything\n"
    "  boctach rules new --label school --into my-rules --example 'h\u1ecdc \u1edf \u27e6Tr\u01b0\u1eddng s\u1ed1 7\u27e7'\n"
    "  boctach rules new --pack vn.documents --label document    a rule more in a pack there is\n";

std::string with_marks(std::string text) {
  // The marks are on no keyboard.
  const auto replace = [&](std::string_view typed, std::string_view mark) {
    for (std::size_t at = text.find(typed); at != std::string::npos; at = text.find(typed, at)) text.replace(at, typed.size(), mark);
  };
  replace("[[", "\u27e6");
  replace("]]", "\u27e7");
  return text;
}

std::string name_complaint(const std::string& name) {
  const bool good = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
  return good ? "" : say("a name has letters a-z, digits, and - _ .");
}

using Complaint = std::function<std::string(const std::string&)>;

// The value of an option, or an answer that nothing is wrong with.
std::string asked(const Options& options, const std::string& name, const std::string& question, const Complaint& complaint_about) {
  if (options.has(name)) {
    std::string given = with_marks(options.get(name));
    if (const std::string wrong = complaint_about(given); !wrong.empty()) throw UsageError(say("--{0}: {1}", {name, wrong}));
    return given;
  }
  while (true) {
    std::cerr << question << ": " << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer)) throw UsageError(say("no answer; give it with --{0}", {name}));
    if (!answer.empty() && answer.back() == '\r') answer.pop_back();
    answer = with_marks(answer);
    const std::string wrong = complaint_about(answer);
    if (wrong.empty()) return answer;
    std::cerr << "  " << wrong << '\n';
  }
}

std::string place_of_rules(const Options& options) {
  std::string directory = options.has("into") ? options.get("into") : user_rules();
  if (directory.empty()) throw UsageError("where to? name a directory with --into");
  if (fs::exists(fs::path(directory) / "main.yaml")) {
    throw UsageError(say("{0} is a rule set of its own (main.yaml); name a directory that lies over one with --into", {directory}));
  }
  return directory;
}

// The rule set there is now, with the directory laid over it if there are rules in it.
std::vector<std::string> directories_with(const std::string& directory) {
  std::vector<std::string> known = find_rules({});
  const auto is_there = [&](const std::string& other) { return fs::exists(directory) && fs::equivalent(other, directory); };
  if (std::any_of(known.begin(), known.end(), is_there)) return known;
  const bool has_rules = fs::is_directory(directory) && std::any_of(fs::directory_iterator(directory), fs::directory_iterator(),
                                                                    [](const auto& entry) { return is_rule_file(entry.path()); });
  if (has_rules) known.push_back(directory);
  return known;
}

RuleSet load(const std::string& directory) {
  Diagnostics diagnostics;
  RuleSet rules = load_rules(directories_with(directory), diagnostics);
  show(diagnostics);
  return rules;
}

const Pack* find_pack(const RuleSet& rules, const std::string& name) {
  const auto pack = std::find_if(rules.packs.begin(), rules.packs.end(), [&](const Pack& other) { return other.name == name; });
  return pack == rules.packs.end() ? nullptr : &*pack;
}

// In a new pack the array is called like the label.
void check_array(const RuleSet& rules, const std::string& label) {
  if (std::find(record_keys.begin(), record_keys.end(), label) != record_keys.end())
    throw UsageError(say("'{0}' is a key of every record, and its array would be called so: take another --label", {label}));
  for (const RecordLabel& known : record_labels(rules)) {
    if (known.array == label && known.label != label)
      throw UsageError(say("'{0}' is the array of label '{1}' already: take another --label", {label, known.label}));
  }
}

std::string free_id(const NewRule& rule, const Pack* pack, const std::string& wanted) {
  const auto taken = [&](const std::string& id) {
    return pack != nullptr && std::any_of(pack->rules.begin(), pack->rules.end(), [&](const Rule& other) { return other.id == id; });
  };
  if (!wanted.empty()) {
    if (taken(wanted)) throw UsageError(say("there is a rule {0}/{1} already; give another --id", {rule.pack, wanted}));
    return wanted;
  }
  int number = 1;
  while (taken(rule.label + "-" + std::to_string(number))) ++number;
  return rule.label + "-" + std::to_string(number);
}

// What will be written, and what stood there.
struct Change {
  std::string file;
  std::optional<std::string> before;
  std::string after;
};

// Editors find the schema from the file: a path from elsewhere would not move with it.
std::string schema_near(const std::string& directory) {
  constexpr const char* name = "schema/rules-1.schema.json";
  for (const char* way : {"", "../", "../rules/"}) {
    // Not through the directory, which may not be there yet.
    if (fs::exists((fs::absolute(directory) / way / name).lexically_normal())) return std::string(way) + name;
  }
  return "";
}

std::optional<Change> change_of_pack(const std::string& directory, const NewRule& rule) {
  if (!fs::is_directory(directory)) return std::nullopt;
  RuleSet read;
  RuleFiles files({directory}, read);
  Diagnostics diagnostics;
  Reporter reporter(read, diagnostics);
  for (const std::string& name : files.yaml_files(0)) {
    const std::string& text = *files.read(name);
    const auto tree = read_yaml(name, reporter);
    if (!tree || (tree->text("pack") != rule.pack && tree->text("overlay") != rule.pack)) continue;
    const std::string file = (fs::path(directory) / name).string();
    const auto after = with_rule(text, *tree, rule);
    if (!after) throw UsageError(say("{0}: the rules of this file are no list with dashes; nothing can be put behind them", {file}));
    return Change{file, text, *after};
  }
  return std::nullopt;
}

Change change_for(const std::string& directory, const NewRule& rule, bool overlay) {
  if (auto change = change_of_pack(directory, rule)) return *change;
  for (const std::string& name : {rule.pack.substr(rule.pack.rfind('.') + 1), rule.pack}) {
    const std::string file = (fs::path(directory) / (name + ".yaml")).string();
    if (!name.empty() && !fs::exists(file)) return {file, std::nullopt, new_rule_file(rule, overlay, schema_near(directory))};
  }
  throw UsageError(say("{0}/{1}.yaml holds another pack; give another --pack", {directory, rule.pack}));
}

void take_back(const Change& change, bool new_directory) {
  if (change.before) return write_file(change.file, *change.before);
  const fs::path file(change.file);
  fs::remove(file);
  if (new_directory) fs::remove(file.parent_path());
}

// Runs its examples where it stands; what is wrong is told.
bool holds(const std::string& directory, const NewRule& rule) {
  const RuleSet rules = load(directory);
  Diagnostics compiling;
  const auto matcher = Matcher::compile(rules, compiling);
  show(compiling);
  const RuleTestResult result = test_rules(rules, *matcher, {rule.pack + "/" + rule.id});
  for (const Diagnostic& diagnostic : result.diagnostics.all()) std::cerr << format(diagnostic);
  return result.failed == 0 && result.run > 0;
}

NewRule ask(const Options& options) {
  NewRule rule;
  rule.label = asked(options, "label", say("label, the kind of thing it finds (school, money)"), name_complaint);
  rule.example = asked(options, "example", say("a text with the mention marked, \u27e6so\u27e7 or [[so]]"),
                       [](const std::string& text) { return complaint(text, true); });
  rule.counterexample =
      asked(options, "counterexample", say("a text it must leave alone"), [](const std::string& text) { return complaint(text, false); });
  rule.pack = options.has("pack") ? options.get("pack") : "my." + rule.label;
  if (const std::string wrong = name_complaint(rule.pack); !wrong.empty()) throw UsageError(say("--pack: {0}", {wrong}));
  if (options.has("id")) rule.id = asked(options, "id", "", name_complaint);
  return rule;
}

}  // namespace

int rules_new_command(const Arguments& arguments) {
  Options options(usage, examples);
  options.add("label", "L", "the kind of thing it finds, one word");
  options.add("example", "TEXT", "a text with the mention between \u27e6 and \u27e7 (or [[ and ]])");
  options.add("counterexample", "TEXT", "a text the rule must leave alone");
  options.add("pack", "NAME", "the pack it belongs to (default: my.LABEL)");
  options.add("id", "ID", "its name in the pack (default: LABEL-1, or the next number)");
  options.add("into", "DIR", "the directory of your rules (default: boctach/rules in your configuration directory)");
  if (!options.parse(arguments)) return exit_done;
  if (!options.inputs().empty()) throw UsageError("rules new takes options only; see boctach rules new --help");
  const std::string directory = place_of_rules(options);
  NewRule rule = ask(options);
  const RuleSet rules = load(directory);
  const Pack* pack = find_pack(rules, rule.pack);
  if (pack == nullptr) check_array(rules, rule.label);
  rule.id = free_id(rule, pack, rule.id);
  const Change change = change_for(directory, rule, pack != nullptr);
  std::error_code error;
  const bool new_directory = fs::create_directories(directory, error);
  if (error) throw OutputError(say("{0}: {1}", {directory, error.message()}));
  write_file(change.file, change.after);
  bool good = false;
  try {
    good = holds(directory, rule);
  } catch (...) {
    take_back(change, new_directory);
    throw;
  }
  if (!good) {
    take_back(change, new_directory);
    std::cerr << "boctach: " << say("the rule would not do what its examples say; nothing was written") << '\n';
    return exit_look;
  }
  std::cout << change.file << ": " << rule.pack << '/' << rule.id << '\n';
  return exit_done;
}

}  // namespace boctach
