#ifndef BOCTACH_SPAN_H_
#define BOCTACH_SPAN_H_

#include <algorithm>
#include <compare>
#include <cstddef>
#include <string_view>

namespace boctach {

// A half-open range of bytes [begin, end) of some text. Which text is said by
// whoever hands the span out; inside the library positions are always bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  // True if `other` lies wholly inside this span (an equal span does).
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  // True if the two share at least one byte; empty spans share none.
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end && !empty() && !other.empty(); }
  // The bytes of `text` under this span; the span must lie inside it.
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }

  auto operator<=>(const Span&) const = default;
};

// The smallest span that contains both.
inline Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace boctach

#endif  // BOCTACH_SPAN_H_
