// Any bytes as a rule file: refused with a reason, or formatted so that a second time changes nothing.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "fuzz/require.h"
#include "rules/rule_format.h"

namespace {

using boctach::require;

constexpr std::size_t largest_file = 4096;

std::optional<std::string> formatted(const std::string& text) {
  boctach::RuleSet rules;
  rules.sources["pack.yaml"] = text;
  boctach::Diagnostics diagnostics;
  boctach::Reporter reporter(rules, diagnostics);
  auto result = boctach::format_rules("pack.yaml", reporter);
  require(result.has_value() != diagnostics.has_errors(), "refused without a reason, or formatted with an error");
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > largest_file) return 0;
  // That no value changes is checked by the formatter itself.
  const auto once = formatted(std::string(bytes, bytes + size));
  if (once) require(formatted(*once) == once, "the second time changes something");
  return 0;
}
