#ifndef BOCTACH_RECORD_H_
#define BOCTACH_RECORD_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/document.h"

namespace boctach {

// A place in both texts. `start` and `end` are in the unit of the record
// (code points of the cleaned text unless said); raw_* are bytes of the
// article as it came in, or of its field `raw_field`.
struct Place {
  bool in_text = true;  // false: the stretch was dropped from the cleaned text
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t raw_start = 0;
  std::size_t raw_end = 0;
  std::string raw_field;  // empty: the record's own
};

struct Evidence {
  std::string rule;
  Place place;
};

// What a field of an item holds: nothing, a text, a number, or a list of texts.
using Value = std::variant<std::monostate, std::string, std::int64_t, std::vector<std::string>>;

struct RecordMention {
  std::string text;  // as it stands in the article; empty if that was to be left out
  std::string rule;
  bool experimental = false;
  std::vector<std::string> also;
  Place place;
};

// One element of a label's array. A label written `as: items` has its mentions
// in `mentions`; one written `as: mentions` has exactly one.
struct Item {
  std::vector<std::pair<std::string, Value>> fields;  // in the declared order
  std::vector<std::pair<std::string, std::vector<Evidence>>> evidence;
  std::vector<RecordMention> mentions;
};

struct LabelArray {
  std::string label;
  std::string array;  // the key in the record
  bool items = false;
  std::vector<Item> items_found;
};

// Keys of every record, beside the arrays of labels; keys of an item and of a mention written alone, beside their fields. No array and no
// field is called so.
inline constexpr std::array<std::string_view, 16> record_keys{"schema", "id",      "status",    "source", "duplicate_of", "raw_field",
                                                              "error",  "title",   "published", "byline", "outlet",       "evidence",
                                                              "text",   "offsets", "rules",     "notes"};
inline constexpr std::array<std::string_view, 2> item_keys{"evidence", "mentions"};
inline constexpr std::array<std::string_view, 9> mention_keys{"text", "rule",      "experimental", "also",     "start",
                                                              "end",  "raw_start", "raw_end",      "raw_field"};

// What is written for one article.
struct Record {
  std::string id;
  bool ok = true;
  DocumentError error;  // if not ok
  Origin origin;
  std::optional<std::string> duplicate_of;  // the id of the run's first article with the same text, if asked for
  std::string raw_field;                    // the input field raw_* count in; empty: the whole input
  std::optional<std::string> title;
  std::optional<std::string> published;
  std::optional<std::string> byline;
  std::optional<std::string> outlet;
  std::vector<std::pair<std::string, Evidence>> metadata_evidence;
  std::vector<LabelArray> arrays;
  std::string rules;    // hash of the rule set
  std::string offsets;  // "bytes", "utf16"; empty for code points
  std::vector<Diagnostic> notes;
  std::optional<std::string> text;  // the cleaned text, if asked for
};

}  // namespace boctach

#endif  // BOCTACH_RECORD_H_
