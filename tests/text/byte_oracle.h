#ifndef BOCTACH_TESTS_TEXT_BYTE_ORACLE_H_
#define BOCTACH_TESTS_TEXT_BYTE_ORACLE_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/span.h"

namespace boctach {

// The slow, obvious alignment: for every byte of a text the source span it
// came from. What OffsetMap says is checked against it.
struct ByteOracle {
  std::vector<Span> bytes;

  static ByteOracle identity(std::size_t size) {
    ByteOracle oracle;
    for (std::size_t i = 0; i < size; ++i) oracle.bytes.push_back({i, i + 1});
    return oracle;
  }

  [[nodiscard]] Span source(Span span) const {
    if (span.empty()) {
      const std::size_t before = span.begin > 0 ? bytes[span.begin - 1].end : 0;
      const std::size_t behind = span.begin < bytes.size() ? bytes[span.begin].begin : before;
      return {behind, std::max(before, behind)};
    }
    Span all = bytes[span.begin];
    for (std::size_t i = span.begin; i < span.end; ++i) all = hull(all, bytes[i]);
    return all;
  }

  [[nodiscard]] ByteOracle then(const ByteOracle& later) const {
    ByteOracle composed;
    for (const Span span : later.bytes) composed.bytes.push_back(source(span));
    return composed;
  }
};

}  // namespace boctach

#endif  // BOCTACH_TESTS_TEXT_BYTE_ORACLE_H_
