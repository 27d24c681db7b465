#include "records/document_keys.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

#include "records/same_text.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::string_view code_prefix = "code:";
constexpr std::string_view number_prefix = "num:";
constexpr std::string_view name_prefix = "name:";

bool starts_with(const std::string& text, std::string_view start) { return text.compare(0, start.size(), start) == 0; }

bool has_letter(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (is_letter(c.code_point)) return true;
    at += c.size;
  }
  return false;
}

std::string without_zeros(const std::string& text) {
  const std::size_t begin = text.find_first_not_of('0');
  return begin == std::string::npos ? std::string() : text.substr(begin);
}

std::string all_digits(const std::string& text) {
  std::string digits;
  for (const std::string& run : digit_runs(text)) digits += run;
  return digits;
}

// The number a short form shares with the full one.
std::string first_number(const ReadItem& document) {
  const std::string code = document.get("code");
  const std::vector<std::string> runs = digit_runs(code.empty() ? document.get("number") : code);
  return runs.empty() ? std::string() : without_zeros(runs.front());
}

bool is_year(const std::string& word) {
  return word.size() == 4 && (starts_with(word, "19") || starts_with(word, "20")) && digit_runs(word) == std::vector<std::string>{word};
}

// A key without what tells editions of one law apart: "... nam 2015", "... so 31/2004/QH11"; and without "cua".
std::string stem(std::string key) {
  const std::size_t last = key.rfind(' ');
  if (last != std::string::npos) {
    const std::string word = key.substr(last + 1);
    const std::size_t before = last == 0 ? std::string::npos : key.rfind(' ', last - 1);
    const std::string lead = before == std::string::npos ? std::string() : key.substr(before + 1, last - before - 1);
    if (lead == "s\u1ed1") {
      key.resize(before);
    } else if (is_year(word)) {
      key.resize(lead == "n\u0103m" ? before : last);
    }
  }
  constexpr std::string_view of = " c\u1ee7a ";
  for (std::size_t at = key.find(of); at != std::string::npos; at = key.find(of, at + 1)) key.replace(at, of.size(), " ");
  return key;
}

void add_to(ReadItem& item, const ReadItem& mention) {
  constexpr std::array<const char*, 3> filled{"type", "issuer", "date"};
  for (const char* field : filled) {
    if (!item.get(field).empty() || mention.get(field).empty()) continue;
    item.fields[field] = mention.get(field);
    if (const auto rules = mention.rules.find(field); rules != mention.rules.end()) item.rules[field] = rules->second;
  }
  item.mentions.insert(item.mentions.end(), mention.mentions.begin(), mention.mentions.end());
  item.optional = item.optional && mention.optional;
}

using Keyed = std::vector<std::pair<std::string, ReadItem>>;

void settle_names(Keyed& items) {
  for (auto& [key, item] : items) {
    if (!starts_with(key, name_prefix)) continue;
    for (const auto& other : items) {
      const bool longer = starts_with(other.first, name_prefix) && count_code_points(other.first) > count_code_points(key);
      if (longer && stem(other.first) == stem(key)) item.optional = true;
    }
  }
}

void settle_numbers(Keyed& items) {
  std::set<std::pair<std::string, std::string>> full;  // type and number of those with a symbol
  for (const auto& [key, item] : items) {
    if (starts_with(key, code_prefix)) full.emplace(fold_text(item.get("type")), first_number(item));
  }
  for (auto& [key, item] : items) {
    if (!starts_with(key, number_prefix)) continue;
    const std::string number = key.substr(key.rfind(':') + 1);
    if (full.count({fold_text(item.get("type")), number}) > 0) item.optional = true;
  }
}

}  // namespace

std::string code_key(const ReadItem& document) {
  std::string code = document.get("code");
  if (code.empty()) {
    const std::string number = document.get("number");
    const std::string symbol = document.get("symbol");
    code = has_letter(number) || symbol.empty() ? number : number + document.get("year") + symbol;
  }
  if (!has_letter(code)) return {};
  const std::string upper = to_upper(to_nfc(code));
  std::string key;
  for (std::size_t at = 0; at < upper.size();) {
    const Decoded c = decode(upper, at);
    if (is_word(c.code_point) && !is_mark(c.code_point)) append_utf8(key, c.code_point == 0xD0 ? 0x110 : c.code_point);
    at += c.size;
  }
  return without_zeros(key);
}

std::string document_key(const ReadItem& document) {
  if (const std::string code = code_key(document); !code.empty()) return std::string(code_prefix) + code;
  if (const std::string digits = all_digits(document.get("number")); !digits.empty())
    return std::string(number_prefix) + fold_text(document.get("type")) + ":" + without_zeros(digits);
  const std::string name = document.get("name");
  return std::string(name_prefix) + fold_text(name.empty() ? document.printed() : name);
}

std::vector<ReadItem> distinct_documents(const std::vector<ReadItem>& mentions) {
  Keyed items;
  for (const ReadItem& mention : mentions) {
    const std::string key = document_key(mention);
    const auto same = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.first == key; });
    if (same == items.end()) {
      items.emplace_back(key, mention);
    } else {
      add_to(same->second, mention);
    }
  }
  settle_names(items);
  settle_numbers(items);
  std::vector<ReadItem> distinct;
  distinct.reserve(items.size());
  for (auto& [key, item] : items) distinct.push_back(std::move(item));
  return distinct;
}

}  // namespace boctach
