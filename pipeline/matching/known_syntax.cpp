#include "matching/known_syntax.h"

namespace boctach {
namespace {

constexpr std::size_t least_bytes = 64;  // of what is worth keeping

std::size_t beginning_of(std::string_view text) { return std::hash<std::string_view>()(text.substr(0, least_bytes)); }

}  // namespace

const KnownSyntax::Known* KnownSyntax::find(std::string_view rest, Part part, bool any_case) const {
  if (rest.size() < least_bytes) return nullptr;
  const auto [begin, end] = known_.equal_range(beginning_of(rest));
  for (auto candidate = begin; candidate != end; ++candidate) {
    const Known& known = candidate->second;
    if (known.part == part && known.any_case == any_case && rest.substr(0, known.text.size()) == known.text) return &known;
  }
  return nullptr;
}

void KnownSyntax::add(std::string_view text, Part part, bool any_case, const Syntax& syntax) {
  if (text.size() >= least_bytes) known_.emplace(beginning_of(text), Known{std::string(text), part, any_case, syntax});
}

}  // namespace boctach
