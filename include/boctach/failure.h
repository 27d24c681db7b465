#ifndef BOCTACH_FAILURE_H_
#define BOCTACH_FAILURE_H_

#include <stdexcept>

namespace boctach {

// The world failed: an input that cannot be read, an output that cannot be
// written. The message names the file. Caught once, in main.
class InputError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class OutputError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace boctach

#endif  // BOCTACH_FAILURE_H_
