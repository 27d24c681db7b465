#include "records/annotation.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "records/gold_places.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Label and array, in the order of annotation_labels; page chrome and credits are lists of texts.
constexpr std::pair<std::string_view, const char*> label_arrays[] = {
    {"Date", "dates"}, {"Document", "documents"}, {"Person", "people"}, {"Campaign", "campaigns"}};

// Gold names a document mention by mention; a person and a campaign once, by name.
bool named_once(std::string_view array) { return array == "people" || array == "campaigns"; }

bool is_gold_field(std::string_view array, const std::string& field) {
  static const std::set<std::string> document{"type", "number", "year", "symbol", "name", "issuer", "date"};
  if (array == "dates") return field == "value";
  if (array == "documents") return document.count(field) > 0;
  return array == "campaigns" && (field == "kind" || field == "period");
}

void add_note(std::string& note, const std::string& key, const std::string& value) {
  if (!note.empty()) note += " | ";
  note += key + "=";
  for (const char c : value) {
    if (c == '\n' || c == '\t') {
      note += ' ';
      continue;
    }
    if (c == '|' || c == '\\') note += '\\';
    note += c;
  }
}

std::string note_of(const ReadItem& item, std::string_view array) {
  std::string note;
  for (const auto& [field, value] : item.fields) {
    if (is_gold_field(array, field)) add_note(note, field, value);
  }
  for (const std::string& title : item.titles) add_note(note, "title", title);
  for (const std::string& title : item.optional_titles) add_note(note, "optional_title", title);
  for (const std::string& value : item.also) add_note(note, "also", value);
  if (item.optional) note += note.empty() ? "optional" : " | optional";
  return note;
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \n\t\r");
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(" \n\t\r") + 1 - begin);
}

std::vector<std::string> parts_of(const std::string& note) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < note.size(); ++i) {
    if (note[i] == '\\' && i + 1 < note.size()) {
      parts.back() += note[++i];
    } else if (note[i] == '|') {
      parts.emplace_back();
    } else {
      parts.back() += note[i];
    }
  }
  return parts;
}

void read_note(const std::string& note, std::string_view array, ReadItem& item, std::vector<std::string>& unknown) {
  for (const std::string& part : parts_of(note)) {
    const std::size_t equals = part.find('=');
    const std::string key = trimmed(part.substr(0, equals));
    const std::string value = equals == std::string::npos ? std::string() : to_nfc(trimmed(part.substr(equals + 1)));
    if (key == "optional") {
      item.optional = true;
    } else if (key == "title") {
      item.titles.push_back(value);
    } else if (key == "optional_title") {
      item.optional_titles.push_back(value);
    } else if (key == "also") {
      item.also.push_back(value);
    } else if (is_gold_field(array, key)) {
      if (!value.empty()) item.fields[key] = value;
    } else if (!key.empty()) {
      unknown.push_back(key);
    }
  }
}

// One item a mention, the text of each as it is printed.
std::vector<ReadItem> by_mention(const std::vector<ReadItem>& items) {
  std::vector<ReadItem> all;
  for (const ReadItem& item : items) {
    if (item.mentions.empty()) all.push_back(item);
    for (const ReadMention& mention : item.mentions) {
      all.push_back(item);
      all.back().text = mention.text;
      all.back().mentions = {mention};
    }
  }
  return all;
}

void mark(const std::string& label, const std::vector<Span>& places, const std::string& note, AnnotatedText& marked) {
  marked.annotations.push_back({label, places.front(), note});
}

void mark_items(const Reading& reading, std::pair<std::string_view, const char*> label, AnnotatedText& marked,
                std::vector<std::string>& lost) {
  std::vector<ReadItem> items = reading.of(label.second);
  const bool once = named_once(label.second);
  const bool placed = std::any_of(items.begin(), items.end(), [](const ReadItem& item) { return !item.mentions.empty(); });
  if (!once && placed) items = by_mention(items);
  if (!once && !placed) place_mentions(items, marked.text);
  for (const ReadItem& item : items) {
    const std::string name = once ? item.get("name") : item.text;
    const bool known = !once && !item.mentions.empty() && item.mentions.front().span;
    const std::vector<Span> places = known  ? std::vector<Span>{*item.mentions.front().span}
                                     : once ? places_of(name, marked.text)
                                            : std::vector<Span>{};
    if (places.empty()) {
      lost.push_back(name);
    } else {
      mark(std::string(label.first), places, note_of(item, label.second), marked);
    }
  }
}

void mark_texts(const std::vector<std::string>& texts, const std::string& label, AnnotatedText& marked) {
  for (const std::string& text : texts) {
    const std::vector<Span> places = places_of(text, marked.text);
    if (!places.empty()) mark(label, places, "", marked);
  }
}

void add_item(ReadItem item, std::vector<ReadItem>& items, bool once) {
  const auto same =
      std::find_if(items.begin(), items.end(), [&](const ReadItem& other) { return once && other.get("name") == item.get("name"); });
  if (same == items.end()) {
    items.push_back(std::move(item));
    return;
  }
  same->fields.merge(item.fields);
  const auto add = [](const std::vector<std::string>& from, std::vector<std::string>& to) {
    for (const std::string& text : from) {
      if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
    }
  };
  add(item.titles, same->titles);
  add(item.optional_titles, same->optional_titles);
}

bool is_noted(const ReadItem& item) {
  const std::size_t named = item.fields.count("name");
  return item.fields.size() > (item.text.empty() ? named : 0) || !item.titles.empty() || !item.optional_titles.empty() ||
         !item.also.empty() || item.optional;
}

std::string key_of(const ReadItem& item) { return item.text.empty() ? item.get("name") : item.text; }

void take_notes(std::vector<ReadItem>& items, const std::vector<ReadItem>& known) {
  std::multiset<std::string> seen;
  for (ReadItem& item : items) {
    const std::string key = key_of(item);
    std::size_t nth = seen.count(key);
    seen.insert(key);
    if (is_noted(item)) continue;
    for (const ReadItem& other : known) {
      if (key_of(other) != key || nth-- > 0) continue;
      item = other;
      break;
    }
  }
}

void keep_unmarkable(std::vector<std::string>& texts, const std::vector<std::string>& known, const std::string& text) {
  std::vector<std::string> kept;
  for (const std::string& piece : known) {
    if (places_of(piece, text).empty()) kept.push_back(piece);
  }
  texts.insert(texts.begin(), kept.begin(), kept.end());
}

}  // namespace

AnnotatedText annotate(const Reading& reading, const std::string& text, std::vector<std::string>& lost) {
  AnnotatedText marked{reading.id, text, {}};
  for (const auto& label : label_arrays) mark_items(reading, label, marked, lost);
  mark_texts(reading.boilerplate, "Boilerplate", marked);
  mark_texts(reading.bylines, "Byline", marked);
  std::stable_sort(marked.annotations.begin(), marked.annotations.end(),
                   [](const Annotation& a, const Annotation& b) { return a.span < b.span; });
  return marked;
}

Reading read_annotations(const AnnotatedText& marked, std::vector<std::string>& unknown) {
  Reading reading;
  reading.id = marked.id;
  std::vector<Annotation> sorted = marked.annotations;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Annotation& a, const Annotation& b) { return a.span < b.span; });
  for (const Annotation& annotation : sorted) {
    const std::string text = to_nfc(annotation.span.of(marked.text));
    const auto label =
        std::find_if(std::begin(label_arrays), std::end(label_arrays), [&](const auto& one) { return one.first == annotation.label; });
    if (annotation.label == "Boilerplate") {
      reading.boilerplate.push_back(text);
    } else if (annotation.label == "Byline") {
      reading.bylines.push_back(text);
    } else if (label == std::end(label_arrays)) {
      unknown.push_back(annotation.label);
    } else {
      ReadItem item;
      const bool once = named_once(label->second);
      once ? item.fields["name"] = text : item.text = text;
      read_note(annotation.note, label->second, item, unknown);
      add_item(std::move(item), reading.items[label->second], once);
    }
  }
  return reading;
}

Reading merge_gold(Reading reading, const Reading& known, const std::string& text) {
  reading.metadata = known.metadata;
  keep_unmarkable(reading.boilerplate, known.boilerplate, text);
  keep_unmarkable(reading.bylines, known.bylines, text);
  for (const auto& [array, items] : known.items) {
    std::vector<ReadItem>& marked = reading.items[array];
    take_notes(marked, items);
    std::vector<ReadItem> kept;
    for (const ReadItem& item : items) {
      if (places_of(key_of(item), text).empty()) kept.push_back(item);
    }
    marked.insert(marked.begin(), kept.begin(), kept.end());
  }
  return reading;
}

}  // namespace boctach
