#include "boctach/mention.h"

namespace boctach {

const FieldValue* Mention::field(std::string_view name) const {
  for (const FieldValue& value : fields) {
    if (value.name == name) return &value;
  }
  return nullptr;
}

const Group* Mention::group(std::string_view name) const {
  for (const Group& group : groups) {
    if (group.name == name) return &group;
  }
  return nullptr;
}

}  // namespace boctach
