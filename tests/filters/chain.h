#ifndef BOCTACH_TESTS_FILTERS_CHAIN_H_
#define BOCTACH_TESTS_FILTERS_CHAIN_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/filter.h"
#include "boctach/text_buffer.h"
#include "boctach/text_editor.h"

namespace boctach {

struct Case {
  std::string in;
  std::string out;
};

// One filter over a text of its own.
inline std::string filtered(std::string_view name, std::string_view text) {
  TextEditor editor(text);
  Diagnostics notes;
  make_filter(name)->apply(editor, notes);
  return std::move(editor).finish().text;
}

// The filters of that name, or all, one behind the other.
inline void run_filters(TextBuffer& buffer, const std::vector<std::string>& names = filter_names()) {
  Diagnostics notes;
  for (const std::string& name : names) {
    TextEditor editor(buffer.text());
    make_filter(name)->apply(editor, notes);
    buffer.rewrite(std::move(editor));
  }
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_FILTERS_CHAIN_H_
