#include "matching/lexicon_table.h"

#include <algorithm>

#include "text/fold.h"
#include "text/unicode.h"

namespace boctach {

LexiconTable::LexiconTable(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (std::size_t i = 0; i < lexicon.entries.size(); ++i) entries_.emplace(key(lexicon.entries[i].value), i);
}

const std::string* LexiconTable::find(std::string_view text, std::string_view column) const {
  const auto found = entries_.find(key(text));
  if (found == entries_.end()) return nullptr;
  const LexiconEntry& entry = lexicon_.entries[found->second];
  if (column.empty()) return &entry.value;
  const auto named = std::find(lexicon_.columns.begin(), lexicon_.columns.end(), column);
  const auto index = static_cast<std::size_t>(named - lexicon_.columns.begin());
  return index < entry.columns.size() ? &entry.columns[index] : &entry.value;
}

std::string LexiconTable::key(std::string_view text) const {
  std::string folded = fold_view(text);
  return lexicon_.fold_case ? to_lower(folded) : folded;
}

}  // namespace boctach
