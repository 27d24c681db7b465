#ifndef BOCTACH_FILTER_H_
#define BOCTACH_FILTER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/text_editor.h"

namespace boctach {

// Kinds of characters that a text may hold, a bit each.
using Signs = std::uint16_t;
inline constexpr Signs all_signs = 0xFFFF;

// Cleans characters: keeps, replaces or drops stretches of a text through an
// editor. A filter holds no state of a document; one object serves all threads.
class Filter {
 public:
  Filter() = default;
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  virtual ~Filter() = default;

  // The name rules/main.yaml calls it by.
  [[nodiscard]] virtual std::string_view name() const = 0;

  // A text that holds none of these has nothing for this filter to change or to note.
  [[nodiscard]] virtual Signs looks_for() const { return all_signs; }

  // Walks the editor. What is left unwalked is kept. Input is valid UTF-8 for
  // every filter but legacy-encodings and repair-utf8; so is what a filter writes.
  virtual void apply(TextEditor& editor, Diagnostics& notes) const = 0;
};

// The filter of that name, or null.
std::unique_ptr<Filter> make_filter(std::string_view name);

// All names, in the order they are documented.
std::vector<std::string> filter_names();

}  // namespace boctach

#endif  // BOCTACH_FILTER_H_
