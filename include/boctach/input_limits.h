#ifndef BOCTACH_INPUT_LIMITS_H_
#define BOCTACH_INPUT_LIMITS_H_

#include <cstddef>

namespace boctach {

// How much of an input is held or followed at most. All are counts, never
// clocks, so that no record depends on the machine. What passes a limit becomes
// an error record with its code, and reading goes on behind it.
struct InputLimits {
  std::size_t article = std::size_t{16} << 20;  // bytes of an article as it came in: a file, or its fields decoded
  std::size_t line = std::size_t{64} << 20;     // bytes of a line of NDJSON, a row of CSV or of a database
  std::size_t json_depth = 64;                  // objects and arrays inside of each other
  std::size_t entries = 20'000'000;             // members of an archive, those left out among them
  std::size_t entry = std::size_t{8} << 30;     // bytes of one member
  std::size_t archive = std::size_t{1} << 40;   // bytes of all members
  std::size_t ratio = 200;                      // bytes that come out of one compressed byte, once 1 MiB came out
  std::size_t nesting = 2;                      // archives inside of each other
};

}  // namespace boctach

#endif  // BOCTACH_INPUT_LIMITS_H_
