#ifndef BOCTACH_MATCHING_LEXICON_TABLE_H_
#define BOCTACH_MATCHING_LEXICON_TABLE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "boctach/rule_set.h"

namespace boctach {

// A lexicon made ready for look-up by folded text.
class LexiconTable {
 public:
  // `lexicon` must outlive the table.
  explicit LexiconTable(const Lexicon& lexicon);

  // The `column` (empty: the entry itself) of the entry that `text` is, or null.
  [[nodiscard]] const std::string* find(std::string_view text, std::string_view column) const;

 private:
  [[nodiscard]] std::string key(std::string_view text) const;

  const Lexicon& lexicon_;
  std::unordered_map<std::string, std::size_t> entries_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_LEXICON_TABLE_H_
