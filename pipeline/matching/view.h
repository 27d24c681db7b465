#ifndef BOCTACH_MATCHING_VIEW_H_
#define BOCTACH_MATCHING_VIEW_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/offset_map.h"
#include "boctach/rule_set.h"
#include "boctach/span.h"
#include "text/sentences.h"

namespace boctach {

// A mention to be folded into one symbol of a view.
struct Folding {
  Span clean;           // where it stands in the clean text
  std::size_t mention;  // its index
  int sees_rank;        // place of its label in `sees`
  char32_t symbol;
};

// What rules see: the clean text folded, with mentions of earlier stages
// replaced by symbols. Never changes.
class View {
 public:
  // Symbols are of plane 15.
  static constexpr std::size_t symbol_size = 4;

  // A symbol, and what was folded into it.
  struct Folded {
    std::size_t place;
    Span base;  // in the text of base()
    std::size_t mention;
  };

  // The view without symbols.
  explicit View(std::string_view clean);
  // `base`, which must outlive the view, with `foldings` folded; of overlapping ones the longer, then the one
  // whose label stands earlier in `sees`, then the earlier.
  View(const View& base, std::vector<Folding> foldings);

  [[nodiscard]] std::string_view text() const { return text_; }
  // The stretch of the clean text a span of the view stands for.
  [[nodiscard]] Span clean(Span view) const { return map_.source(view); }
  [[nodiscard]] Span from_clean(Span clean) const { return map_.text(clean); }
  // The view it was folded from; itself if it has no symbols.
  [[nodiscard]] const View& base() const { return base_ == nullptr ? *this : *base_; }
  // Its symbols, ascending.
  [[nodiscard]] const std::vector<Folded>& folded() const { return folded_; }
  // The mentions folded inside a span of the view, in order.
  [[nodiscard]] std::vector<std::size_t> mentions(Span view) const;
  // The text with symbols written as <label>.
  [[nodiscard]] std::string readable(const std::map<std::string, char32_t, std::less<>>& symbols) const;
  // The regions a scope cuts the view into. Found when first asked for: a view is of one thread.
  [[nodiscard]] const std::vector<Span>& regions(Scope scope) const;

 private:
  [[nodiscard]] const Stops& stops() const;

  std::string text_;
  OffsetMap map_;
  const View* base_ = nullptr;
  std::vector<Folded> folded_;
  mutable std::array<std::optional<std::vector<Span>>, 5> regions_;  // by scope
  mutable std::optional<Stops> stops_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_VIEW_H_
