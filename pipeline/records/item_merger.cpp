#include "records/item_merger.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace boctach {
namespace {

// The form of a value that keys compare: folded, zeros in front of a number gone.
std::string key_of(const FieldMap& fields, const std::string& name) {
  const FieldTexts* found = fields.find(name);
  if (found == nullptr || found->texts.empty()) return {};
  std::string key = fold_key(found->texts.front());
  const std::size_t digit = key.find_first_not_of('0');
  if (digit != std::string::npos && digit > 0 && key[digit] >= '0' && key[digit] <= '9') key.erase(0, digit);
  return key;
}

enum class Agreement { None, Partly, Wholly };

// The same of an item, which keeps it.
const std::string& key_of(ItemMerger::Growing& item, const std::string& name) {
  if (const std::string* known = item.keys.find(name)) return *known;
  return item.keys[name] = key_of(item.fields, name);
}

// Does one begin the other, by whole words?
bool begins(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() < b.size() ? b : a;
  const std::string& shorter = a.size() < b.size() ? a : b;
  return longer.compare(0, shorter.size(), shorter) == 0 && longer[shorter.size()] == ' ';
}

// `keys`: of a mention, by part of the rule's key.
Agreement compare(const Rule& rule, const std::vector<std::string>& keys, ItemMerger::Growing& item) {
  Agreement agreement = Agreement::Wholly;
  bool shares = false;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string& mine = keys[i];
    const std::string& theirs = key_of(item, rule.key[i].field);
    if (mine == theirs) {
      shares = shares || !mine.empty();
    } else if (rule.key[i].if_both && (mine.empty() || theirs.empty() || (rule.key[i].if_begins && begins(mine, theirs)))) {
      agreement = Agreement::Partly;
    } else {
      return Agreement::None;
    }
  }
  return shares ? agreement : Agreement::None;
}

bool is_known(const std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) != texts.end()) return true;
  const std::string key = fold_key(text);
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& other) { return fold_key(other) == key; });
}

std::size_t richness_of(const FieldMap& fields) {
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(), [](const auto& field) { return !field.second.texts.empty(); }));
}

void extend(FieldTexts& mine, const FieldTexts& given) {
  for (std::size_t i = 0; i < given.texts.size(); ++i) {
    if (is_known(mine.texts, given.texts[i])) continue;
    mine.texts.push_back(given.texts[i]);
    if (i < given.evidence.size()) mine.evidence.push_back(given.evidence[i]);
  }
}

}  // namespace

void ItemMerger::add(const Rule& rule, FieldMap fields, RecordMention mention) {
  ++count_;
  Growing* item = find(rule, fields);
  if (item == nullptr && rule.join == "existing") return;  // the short form of nothing
  if (item == nullptr) {
    const std::size_t richness = richness_of(fields);
    items_.push_back({std::move(fields), {}, 0, richness, {}});
    item = &items_.back();
  } else {
    take_over(rule, fields, *item);
  }
  item->last_mention = count_;
  item->mentions.push_back(std::move(mention));
}

// A whole agreement counts most; of several partial ones the item that was
// mentioned last, or none if the rule asks for that.
ItemMerger::Growing* ItemMerger::find(const Rule& rule, const FieldMap& fields) {
  std::vector<std::string> keys;
  for (const KeyPart& part : rule.key) keys.push_back(key_of(fields, part.field));
  std::vector<Growing*> partly;
  for (Growing& item : items_) {
    const Agreement agreement = compare(rule, keys, item);
    if (agreement == Agreement::Wholly) return &item;
    if (agreement == Agreement::Partly) partly.push_back(&item);
  }
  if (partly.empty() || rule.join == "never" || (rule.join == "unique" && partly.size() > 1)) return nullptr;
  return *std::max_element(partly.begin(), partly.end(),
                           [](const Growing* a, const Growing* b) { return a->last_mention < b->last_mention; });
}

// The fields an item shows are those of its first mention, or, by `prefer`, of
// the one with the most fields, or each the longest; what is not said there is
// taken from the others, in their order.
void ItemMerger::take_over(const Rule& rule, const FieldMap& fields, Growing& item) {
  const std::size_t richness = richness_of(fields);
  const bool richer = rule.prefer == "richest" && richness > item.richness;
  if (richer) item.richness = richness;
  for (const auto& [name, given] : fields) {
    FieldTexts& mine = item.fields[name];
    if (given.texts.empty()) continue;
    const bool longer = rule.prefer == "longest" && !mine.texts.empty() && given.texts.front().size() > mine.texts.front().size();
    if (mine.texts.empty() || longer || richer) item.keys.clear();  // of the first text of each
    if (given.list || mine.list) {
      mine.list = true;
      extend(mine, given);
    } else if (mine.texts.empty() || longer || richer) {
      mine = given;
    }
  }
}

}  // namespace boctach
