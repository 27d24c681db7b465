#ifndef BOCTACH_TESTS_FORMATS_MADE_RECORDS_H_
#define BOCTACH_TESTS_FORMATS_MADE_RECORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "boctach/record.h"
#include "boctach/rule_set.h"

namespace boctach {

// Labels of every kind: mentions and items, lists, numbers, a field that is
// left out, and names that databases and columns have taken already.
inline std::vector<RecordLabel> made_labels() {
  return {{"date", "dates", false, 1, {{"value", "date"}, {"anchor", "string"}, {"modifier", "string"}, {"flags", "list"}}, {}},
          {"person", "people", true, 2, {{"name", "string"}, {"year", "int"}, {"titles", "list"}}, {}},
          {"search", "search", true, 3, {{"item", "string"}, {"tags", "list"}, {"select", "string"}}, {}},
          {"bare", "bare", false, 4, {}, {}}};
}

// Records with whatever may stand in them, from a seed.
class RecordMaker {
 public:
  explicit RecordMaker(unsigned seed) : random_(seed) {}

  Record make(std::size_t number) {
    Record record;
    record.id = "bài-" + std::to_string(number);
    record.origin.path = "thư mục/tệp.jsonl";
    if (chance(2)) record.origin.line = number + 1;
    if (record.origin.line > 0) record.origin.byte = number * 100;
    record.rules = "xxh3:0123456789abcdef";
    if (chance(5)) record.duplicate_of = "bài-" + std::to_string(number / 2);
    if (chance(4)) record.notes.push_back({Severity::Note, "N101", text(), {}, "", 1, ""});
    if (chance(8)) {
      record.ok = false;
      record.error = {"E902", "read", text()};
      return record;
    }
    for (auto* field : {&record.title, &record.published, &record.byline, &record.outlet, &record.text}) {
      if (chance(2)) *field = text();
    }
    if (record.title) record.metadata_evidence.emplace_back("title", evidence());
    if (record.outlet) record.metadata_evidence.emplace_back("outlet", evidence());
    if (chance(4)) record.raw_field = "text";
    if (chance(4)) record.offsets = "utf16";
    for (const RecordLabel& label : made_labels()) {
      if (!chance(10)) record.arrays.push_back(array(label));
    }
    return record;
  }

 private:
  bool chance(unsigned of) { return random_() % of == 0; }

  std::string text() {
    static const std::array<const char*, 12> pieces{"Đà Nẵng", " ", "\"", "\n", ",", "=1+1", "huyện Yên Lãng", "", "\r", "'", "; ", "\t"};
    std::string made;
    for (std::size_t i = random_() % 5; i > 0; --i) made += pieces[random_() % pieces.size()];
    return made;
  }

  Place place() {
    Place made;
    made.in_text = !chance(5);
    if (made.in_text) made.start = random_() % 1000;
    if (made.in_text) made.end = made.start + random_() % 50;
    made.raw_start = random_() % 2000;
    made.raw_end = made.raw_start + random_() % 80;
    if (chance(4)) made.raw_field = "title";
    return made;
  }

  Evidence evidence() { return {"vn.x/rule-" + std::to_string(random_() % 9), place()}; }

  RecordMention mention() {
    RecordMention made{text(), "vn.x/một", chance(6), {}, place()};
    for (std::size_t i = random_() % 3; i > 0; --i) made.also.push_back("vn.y/rule-" + std::to_string(i));
    return made;
  }

  Value value(const std::string& type) {
    if (type == "list") {
      std::vector<std::string> list;
      for (std::size_t i = random_() % 4; i > 0; --i) list.push_back(text());
      return list;
    }
    if (chance(3)) return {};
    return type == "int" ? Value(static_cast<std::int64_t>(random_()) - 2147483648) : Value(text());
  }

  LabelArray array(const RecordLabel& label) {
    LabelArray made{label.label, label.array, label.items, {}};
    for (std::size_t i = random_() % 4; i > 0; --i) {
      Item& item = made.items_found.emplace_back();
      for (const auto& [name, type] : label.fields) {
        Value held = value(type);
        const auto* list = std::get_if<std::vector<std::string>>(&held);
        const bool empty = list != nullptr ? list->empty() : std::holds_alternative<std::monostate>(held);
        if ((name == "modifier" || name == "flags") && empty) continue;
        item.fields.emplace_back(name, std::move(held));
        if (label.items && chance(2)) item.evidence.emplace_back(name, std::vector<Evidence>(1 + random_() % 3, evidence()));
      }
      item.mentions.push_back(mention());
      for (std::size_t more = label.items ? random_() % 3 : 0; more > 0; --more) item.mentions.push_back(mention());
    }
    return made;
  }

  std::mt19937 random_;
};

}  // namespace boctach

#endif  // BOCTACH_TESTS_FORMATS_MADE_RECORDS_H_
