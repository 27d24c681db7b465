#ifndef BOCTACH_RULES_CHOICES_H_
#define BOCTACH_RULES_CHOICES_H_

#include <string_view>
#include <utility>
#include <vector>

namespace boctach {

// The words of a closed list and what they mean.
template <typename Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

template <typename Value>
Value pick(const Choices<Value>& choices, std::string_view word, Value fallback) {
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
  }
  return fallback;
}

}  // namespace boctach

#endif  // BOCTACH_RULES_CHOICES_H_
