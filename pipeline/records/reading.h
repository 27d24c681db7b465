#ifndef BOCTACH_RECORDS_READING_H_
#define BOCTACH_RECORDS_READING_H_

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "boctach/span.h"

namespace boctach {

// The arrays of a record that gold speaks of.
inline constexpr std::array<const char*, 4> read_arrays{"dates", "documents", "people", "campaigns"};

struct ReadMention {
  std::string text;
  std::string rule;          // of records; empty in gold
  std::optional<Span> span;  // bytes of Reading::text; none if it is not known or not in the text
};

// A date, a document, a person or a campaign.
struct ReadItem {
  std::string text;                           // as printed; empty where gold names no span (people, campaigns)
  std::map<std::string, std::string> fields;  // value, number, name, ...; what is not known is left out
  std::vector<std::string> titles;
  std::vector<ReadMention> mentions;  // of records all; of gold none, or where it stands

  // Gold alone: neither required nor wrong; titles of that kind; other values that are right too.
  bool optional = false;
  std::vector<std::string> optional_titles;
  std::vector<std::string> also;

  // Records alone: which rules set a field, of titles one beside each.
  std::map<std::string, std::vector<std::string>> rules;

  // Empty if it is not there.
  [[nodiscard]] std::string get(const std::string& field) const {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string() : found->second;
  }
  // Its text, else that of its first mention.
  [[nodiscard]] std::string printed() const { return text.empty() && !mentions.empty() ? mentions.front().text : text; }
};

// What somebody found in an article: a careful reader (gold) or the program (a
// record read back). Both have this form, so that they can be compared.
struct Reading {
  std::string id;
  std::string file;                                    // the name of its file without ending: of the article, or of the gold; may be empty
  std::map<std::string, std::string> metadata;         // title, published, byline, outlet; what is not known is left out
  std::map<std::string, std::vector<ReadItem>> items;  // by array
  std::vector<std::string> boilerplate;                // gold: pieces that are page chrome
  std::vector<std::string> bylines;                    // gold: credits of authors and photographers
  std::optional<std::string> text;                     // records: the cleaned text, NFC

  [[nodiscard]] const std::vector<ReadItem>& of(const std::string& array) const {
    static const std::vector<ReadItem> none;
    const auto found = items.find(array);
    return found == items.end() ? none : found->second;
  }
};

}  // namespace boctach

#endif  // BOCTACH_RECORDS_READING_H_
