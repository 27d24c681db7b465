#include "text/case_orbits.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace boctach {
namespace {

// No letter outside of these has another case; nine tenths of Unicode need not be asked.
constexpr std::pair<char32_t, char32_t> cased[] = {
    {0x41, 0x2FFF},     {0xA640, 0xABFF},   {0xFB00, 0xFB1F},   {0xFF21, 0xFF5A},
    {0x10400, 0x10FFF}, {0x11800, 0x118FF}, {0x16E40, 0x16E7F}, {0x1E900, 0x1E943},
};

struct Orbits {
  std::unordered_map<char32_t, std::u32string> by_member;
  std::vector<char32_t> members;
};

Orbits make_orbits() {
  std::map<char32_t, std::u32string> by_folded;
  for (const auto& [first, last] : cased) {
    for (char32_t c = first; c <= last; ++c) {
      const auto folded = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
      if (folded != c) by_folded[folded] += c;
    }
  }
  Orbits orbits;
  for (auto& [folded, orbit] : by_folded) {
    orbit += folded;
    std::sort(orbit.begin(), orbit.end());
    for (const char32_t c : orbit) {
      orbits.by_member.emplace(c, orbit);
      orbits.members.push_back(c);
    }
  }
  std::sort(orbits.members.begin(), orbits.members.end());
  return orbits;
}

const Orbits& orbits() {
  static const Orbits made = make_orbits();
  return made;
}

}  // namespace

const std::u32string& case_orbit(char32_t c) {
  static const std::u32string none;
  const auto found = orbits().by_member.find(c);
  return found == orbits().by_member.end() ? none : found->second;
}

const std::vector<char32_t>& characters_with_case() { return orbits().members; }

}  // namespace boctach
