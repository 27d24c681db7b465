#ifndef BOCTACH_TEXT_CODE_SPACING_H_
#define BOCTACH_TEXT_CODE_SPACING_H_

#include <cstddef>
#include <string_view>

namespace boctach {

// True for the hyphen and every dash that is printed in its place.
bool is_dash(char32_t c);

// A number and the years and capital parts that hang on it by slashes and
// dashes, with or without spaces around those.
struct NumberChain {
  std::size_t end = 0;   // behind the last part; the chain's start if there is no number
  bool is_code = false;  // 30/2020/ND-CP, 949-KL/TU: it has a slash and a part in
                         // capitals, which "2021 - Top 10" and "11/7 - Ha Noi" have not
};

// The chain at `position`, where a number must start.
NumberChain number_chain(std::string_view text, std::size_t position);

}  // namespace boctach

#endif  // BOCTACH_TEXT_CODE_SPACING_H_
