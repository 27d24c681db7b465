#ifndef BOCTACH_TESTS_FUZZ_REQUIRE_H_
#define BOCTACH_TESTS_FUZZ_REQUIRE_H_

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace boctach {

// Not assert: it must hold in release builds too.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "%.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_FUZZ_REQUIRE_H_
