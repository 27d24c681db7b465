#include "app/loaded_rules.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "boctach/failure.h"

namespace boctach {

std::string find_rules(const std::string& given) {
  namespace fs = std::filesystem;
  if (!given.empty()) {
    if (!fs::exists(fs::path(given) / "main.yaml")) throw InputError(given + ": no main.yaml in this directory");
    return given;
  }
  if (const char* named = std::getenv("BOCTACH_RULES"); named != nullptr && *named != '\0') return find_rules(named);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path() / ".." / "share" / "boctach" / "rules";
  if (!error && fs::exists(beside / "main.yaml")) return fs::weakly_canonical(beside).string();
  throw InputError("no rules found; name them with --rules DIR or BOCTACH_RULES");
}

void show(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) std::cerr << format(diagnostic);
  if (diagnostics.has_errors()) throw RulesError("the rules do not hold");
}

}  // namespace boctach
