#ifndef BOCTACH_RECORDS_FIELD_TEXTS_H_
#define BOCTACH_RECORDS_FIELD_TEXTS_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/record.h"

namespace boctach {

// A field of a mention: its texts, and what gave them if that was not the
// mention itself.
struct FieldTexts {
  bool list = false;  // several mentions of an item add to it
  std::vector<std::string> texts;
  std::vector<Evidence> evidence;
};

// What is known by the name of a field. There are few, so they are looked
// through; names must outlive it.
template <typename T>
class ByField {
 public:
  // Made empty if it is not there; holds until the next one is made.
  T& operator[](std::string_view name) {
    const auto found = std::find_if(fields_.begin(), fields_.end(), [name](const auto& field) { return field.first == name; });
    return found != fields_.end() ? found->second : fields_.emplace_back(name, T{}).second;
  }
  // Null if it is not there.
  [[nodiscard]] const T* find(std::string_view name) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(), [name](const auto& field) { return field.first == name; });
    return found != fields_.end() ? &found->second : nullptr;
  }
  void clear() { fields_.clear(); }

  // In the order they were made.
  [[nodiscard]] auto begin() const { return fields_.begin(); }
  [[nodiscard]] auto end() const { return fields_.end(); }

 private:
  std::vector<std::pair<std::string_view, T>> fields_;
};

using FieldMap = ByField<FieldTexts>;

}  // namespace boctach

#endif  // BOCTACH_RECORDS_FIELD_TEXTS_H_
