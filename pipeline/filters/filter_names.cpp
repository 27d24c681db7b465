#include <array>
#include <utility>

#include "boctach/filter.h"
#include "filters/factories.h"

namespace boctach {
namespace {

using Factory = std::unique_ptr<Filter> (*)();

constexpr std::array<std::pair<std::string_view, Factory>, 9> factories{{
    {"legacy-encodings", make_legacy_encodings},
    {"repair-utf8", make_repair_utf8},
    {"entities", make_entities},
    {"strip-markup", make_strip_markup},
    {"invisibles", make_invisibles},
    {"nfc", make_nfc},
    {"look-alikes", make_look_alikes},
    {"whitespace", make_whitespace},
    {"lost-letters", make_lost_letters},
}};

}  // namespace

std::unique_ptr<Filter> make_filter(std::string_view name) {
  for (const auto& [known, factory] : factories) {
    if (known == name) return factory();
  }
  return nullptr;
}

std::vector<std::string> filter_names() {
  std::vector<std::string> names;
  for (const auto& entry : factories) names.emplace_back(entry.first);
  return names;
}

}  // namespace boctach
