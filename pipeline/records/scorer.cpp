#include "records/scorer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "records/document_keys.h"
#include "records/gold_places.h"
#include "records/ledger.h"
#include "records/same_text.h"
#include "records/same_value.h"
#include "records/span_rows.h"

namespace boctach {
namespace {

// Names of campaigns are shortened freely; more letters than these are another name.
constexpr std::size_t most_letters_apart = 18;
constexpr std::size_t least_letters = 8;

std::size_t letters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool same_campaign(const ReadItem& found, const ReadItem& wanted) {
  const std::string period = found.get("period");
  const std::string wanted_period = wanted.get("period");
  if (!period.empty() && !wanted_period.empty() && !same_value(period, wanted_period)) return false;
  const std::string a = fold_name(found.get("name"));
  const std::string b = fold_name(wanted.get("name"));
  if (a == b) return true;
  const std::size_t less = std::min(letters(a), letters(b));
  const std::size_t more = std::max(letters(a), letters(b));
  const bool part = a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  return part && less >= least_letters && more - less <= most_letters_apart;
}

bool same_name(const ReadItem& found, const ReadItem& wanted) { return fold_name(found.get("name")) == fold_name(wanted.get("name")); }

bool date_text(const ReadItem& found, const ReadItem& wanted) { return texts_overlap(found.text, wanted.text); }

bool date_text_and_value(const ReadItem& found, const ReadItem& wanted) {
  return date_text(found, wanted) && right_value(found.get("value"), wanted.get("value"), wanted.also);
}

bool same_document_name(const ReadItem& found, const ReadItem& wanted) {
  const auto named = [](const ReadItem& item) { return item.get("name").empty() ? item.printed() : item.get("name"); };
  return code_key(found).empty() && code_key(wanted).empty() && texts_overlap(named(found), named(wanted));
}

// One article: what gold says of it, and what the record does.
class ArticleScore {
 public:
  ArticleScore(Score& score, const Reading& gold, const Reading& found) : gold_(gold), found_(found), ledger_(score, gold, found) {
    for (const std::string& piece : gold.boilerplate) chrome_.push_back(fold_text(piece));
    for (const std::string& credit : gold.bylines) chrome_.push_back(fold_text(credit));
  }

  void dates() {
    const std::vector<ReadItem> found = dates_of_the_article();
    ledger_.items("dates: text and value", align(found, gold_.of("dates"), {date_text_and_value}), "value");
    ledger_.only_count("dates: text", align(found, gold_.of("dates"), {date_text}));
    if (found_.text) score_mention_spans("dates", found, gold_.of("dates"), ledger_);
  }

  void documents() {
    const std::vector<ReadItem> found = distinct_documents(found_.of("documents"));
    const std::vector<ReadItem> wanted = distinct_documents(gold_.of("documents"));
    const auto same_key = [](const ReadItem& a, const ReadItem& b) { return document_key(a) == document_key(b); };
    const std::vector<Pair> pairs = align(found, wanted, {same_key, same_document_name});
    ledger_.items("documents", pairs);
    ledger_.attribute({"documents: type", "type",
                       [](const ReadItem& a, const ReadItem& b) { return fold_text(a.get("type")) == fold_text(b.get("type")); }},
                      pairs);
    ledger_.attribute(
        {"documents: date", "date",
         [](const ReadItem& a, const ReadItem& b) { return !a.get("date").empty() && right_value(a.get("date"), b.get("date"), b.also); }},
        pairs);
    ledger_.attribute({"documents: issuer", "issuer",
                       [](const ReadItem& a, const ReadItem& b) { return contains_words(a.get("issuer"), b.get("issuer")); }},
                      pairs);
    if (found_.text) score_mention_spans("documents", mentions_of(found_.of("documents")), gold_.of("documents"), ledger_);
  }

  void people() {
    const std::vector<Pair> pairs = align(found_.of("people"), gold_.of("people"), {same_name});
    ledger_.items("people", pairs);
    for (const Pair& pair : pairs) {
      if (pair.found != nullptr && pair.wanted != nullptr && !pair.wanted->optional) titles(*pair.found, *pair.wanted);
    }
    if (found_.text) score_name_spans("people", found_, gold_, ledger_);
  }

  void campaigns() {
    const std::vector<Pair> pairs = align(found_.of("campaigns"), gold_.of("campaigns"), {same_campaign});
    ledger_.items("campaigns", pairs);
    ledger_.attribute(
        {"campaigns: kind", "kind", [](const ReadItem& a, const ReadItem& b) { return texts_overlap(a.get("kind"), b.get("kind")); }, true},
        pairs);
    ledger_.attribute(
        {"campaigns: period", "period", [](const ReadItem& a, const ReadItem& b) { return same_value(a.get("period"), b.get("period")); }},
        pairs);
    if (found_.text) score_name_spans("campaigns", found_, gold_, ledger_);
  }

  void metadata() {
    for (const char* key : {"published", "title", "byline", "outlet"}) {
      const auto wanted = gold_.metadata.find(key);
      if (wanted == gold_.metadata.end()) continue;
      const auto known = found_.metadata.find(key);
      const std::string found = known == found_.metadata.end() ? std::string() : known->second;
      const bool is_date = std::string(key) == "published";
      const bool right = is_date ? same_value(found, wanted->second) : fold_text(found) == fold_text(wanted->second);
      ledger_.single(std::string("meta: ") + key, wanted->second, found, right);
    }
  }

  // What cleaning must leave, and what it must take.
  void text() {
    if (!found_.text) return;
    const std::string kept = fold_name(*found_.text);
    for (const char* array : {"dates", "documents", "people"}) {
      for (const ReadItem& item : gold_.of(array)) {
        // Even of people of whom it does not matter whether they are found.
        const bool required = !item.optional || std::string(array) == "people";
        if (!required || in_chrome(name_of(item))) continue;
        ledger_.in_text("article text kept", name_of(item), kept.find(fold_name(name_of(item))) != std::string::npos);
      }
    }
    const std::string plain = fold_text(*found_.text);
    for (const std::string& piece : gold_.boilerplate) {
      const std::string folded = fold_text(piece);
      ledger_.in_text("boilerplate removed", piece, !folded.empty() && plain.find(folded) == std::string::npos);
    }
  }

 private:
  // Without those that stand in page chrome or in a credit, unless gold lists them.
  [[nodiscard]] std::vector<ReadItem> dates_of_the_article() const {
    std::vector<ReadItem> dates;
    for (const ReadItem& date : found_.of("dates")) {
      const auto listed = [&](const ReadItem& wanted) { return date_text(date, wanted); };
      const std::vector<ReadItem>& wanted = gold_.of("dates");
      if (!in_chrome(date.text) || std::any_of(wanted.begin(), wanted.end(), listed)) dates.push_back(date);
    }
    return dates;
  }

  [[nodiscard]] bool in_chrome(const std::string& text) const {
    const std::string folded = fold_text(text);
    return std::any_of(chrome_.begin(), chrome_.end(), [&](const std::string& piece) { return piece.find(folded) != std::string::npos; });
  }

  void titles(const ReadItem& found, const ReadItem& wanted) {
    const auto listed = [](const std::vector<std::string>& titles, bool optional) {
      std::vector<ReadItem> items(titles.size());
      for (std::size_t i = 0; i < titles.size(); ++i) {
        items[i].text = titles[i];
        items[i].optional = optional;
      }
      return items;
    };
    std::vector<ReadItem> given = listed(found.titles, false);
    const auto rules = found.rules.find("titles");
    for (std::size_t i = 0; i < given.size() && !found.mentions.empty(); ++i) {
      ReadMention mention = found.mentions.front();
      if (rules != found.rules.end() && !rules->second.empty()) mention.rule = rules->second[std::min(i, rules->second.size() - 1)];
      given[i].mentions.push_back(std::move(mention));
    }
    std::vector<ReadItem> asked = listed(wanted.titles, false);
    for (ReadItem& item : asked) {
      if (!found.mentions.empty()) item.mentions.push_back({item.text, "", found.mentions.front().span});
    }
    const std::vector<ReadItem> may = listed(wanted.optional_titles, true);
    asked.insert(asked.end(), may.begin(), may.end());
    const auto same = [](const ReadItem& a, const ReadItem& b) { return fold_name(a.text) == fold_name(b.text); };
    ledger_.titles("people: titles", align(given, asked, {same}), wanted.get("name"));
  }

  const Reading& gold_;
  const Reading& found_;
  Ledger ledger_;
  std::vector<std::string> chrome_;  // folded
};

}  // namespace

void Scorer::add(const Reading& gold, const Reading* found) {
  Reading nothing;
  if (found == nullptr) score_.no_record.push_back(gold.id);
  const Reading& record = found != nullptr ? *found : nothing;
  Reading placed = gold;
  if (record.text) {
    for (const char* array : {"dates", "documents"}) place_mentions(placed.items[array], *record.text);
  }
  ArticleScore article(score_, placed, record);
  article.dates();
  article.documents();
  article.people();
  article.campaigns();
  article.metadata();
  article.text();
}

}  // namespace boctach
