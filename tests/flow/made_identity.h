#ifndef BOCTACH_TESTS_FLOW_MADE_IDENTITY_H_
#define BOCTACH_TESTS_FLOW_MADE_IDENTITY_H_

#include <string>

#include "formats/run_manifest.h"

namespace boctach {

// What a run is known by, over rules of that hash.
inline RunIdentity made_identity(const std::string& rules = "xxh3:1") {
  return {"1.0", rules, {{"labels", "dates"}}, {{"a.jsonl", "12 bytes"}}};
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_FLOW_MADE_IDENTITY_H_
