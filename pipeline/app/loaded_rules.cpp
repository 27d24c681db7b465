#include "app/loaded_rules.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "boctach/failure.h"
#include "rules/rule_files.h"
#include "text/messages.h"

namespace boctach {

namespace {

namespace fs = std::filesystem;

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_base(const std::string& directory) { return fs::exists(fs::path(directory) / "main.yaml"); }

bool has_rule_files(const std::string& directory) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    if (is_rule_file(entry.path())) return true;
  }
  return false;
}

std::string installed_rules() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path() / ".." / "share" / "boctach" / "rules";
  if (!error && is_base(beside.string())) return fs::weakly_canonical(beside).string();
  throw InputError("no rules found; name them with --rules DIR or BOCTACH_RULES");
}

std::vector<std::string> split_path(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t colon = std::min(path.find(':', at), path.size());
    if (colon > at) parts.push_back(path.substr(at, colon - at));
    at = colon + 1;
  }
  return parts;
}

}  // namespace

std::string user_rules() {
  std::string config = from_environment("XDG_CONFIG_HOME");
  if (config.empty() && !from_environment("HOME").empty()) config = from_environment("HOME").append("/.config");
  return config.empty() ? "" : config + "/boctach/rules";
}

std::vector<std::string> find_rules(const std::vector<std::string>& given) {
  std::vector<std::string> wanted = split_path(from_environment("BOCTACH_RULES"));
  // A base that is given replaces that of the environment, and what was to lie over it.
  if (std::any_of(given.begin(), given.end(), is_base)) wanted.clear();
  wanted.insert(wanted.end(), given.begin(), given.end());
  std::string base;
  std::vector<std::string> over;
  if (const std::string own = user_rules(); has_rule_files(own)) wanted.insert(wanted.begin(), own);
  for (const std::string& directory : wanted) {
    if (!fs::is_directory(directory)) throw InputError(say("{0}: no such directory", {directory}));
    if (!has_rule_files(directory)) throw InputError(say("{0}: no rule files (*.yaml) in this directory", {directory}));
    if (!is_base(directory)) {
      over.push_back(directory);
    } else if (base.empty()) {
      base = directory;
    } else {
      throw InputError(say("{0} is a second directory with a main.yaml, beside {1}; only one can be the base", {directory, base}));
    }
  }
  over.insert(over.begin(), base.empty() ? installed_rules() : base);
  return over;
}

void show(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) std::cerr << format(diagnostic);
  if (diagnostics.has_errors()) throw RulesError("the rules do not hold");
}

}  // namespace boctach
