#include "filters/tags.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace boctach {
namespace {

// A tag longer than this is text with a '<' in it; the bound keeps the walk linear.
constexpr std::size_t longest_tag = 4096;
constexpr std::size_t longest_name = 12;

using Named = std::pair<std::string_view, TagKind>;

// The elements of HTML (WHATWG list and the obsolete ones), sorted.
constexpr std::array<Named, 121> elements{{
    {"a", TagKind::Inline},        {"abbr", TagKind::Inline},      {"acronym", TagKind::Inline},   {"address", TagKind::Block},
    {"area", TagKind::Inline},     {"article", TagKind::Block},    {"aside", TagKind::Block},      {"audio", TagKind::Inline},
    {"b", TagKind::Inline},        {"base", TagKind::Inline},      {"basefont", TagKind::Inline},  {"bdi", TagKind::Inline},
    {"bdo", TagKind::Inline},      {"big", TagKind::Inline},       {"blockquote", TagKind::Block}, {"body", TagKind::Block},
    {"br", TagKind::Block},        {"button", TagKind::Inline},    {"canvas", TagKind::Inline},    {"caption", TagKind::Block},
    {"center", TagKind::Block},    {"cite", TagKind::Inline},      {"code", TagKind::Inline},      {"col", TagKind::Inline},
    {"colgroup", TagKind::Inline}, {"data", TagKind::Inline},      {"dd", TagKind::Block},         {"del", TagKind::Inline},
    {"details", TagKind::Block},   {"dfn", TagKind::Inline},       {"dialog", TagKind::Block},     {"div", TagKind::Block},
    {"dl", TagKind::Block},        {"dt", TagKind::Block},         {"em", TagKind::Inline},        {"embed", TagKind::Inline},
    {"fieldset", TagKind::Block},  {"figcaption", TagKind::Block}, {"figure", TagKind::Block},     {"font", TagKind::Inline},
    {"footer", TagKind::Block},    {"form", TagKind::Block},       {"frame", TagKind::Inline},     {"frameset", TagKind::Block},
    {"h1", TagKind::Block},        {"h2", TagKind::Block},         {"h3", TagKind::Block},         {"h4", TagKind::Block},
    {"h5", TagKind::Block},        {"h6", TagKind::Block},         {"head", TagKind::Block},       {"header", TagKind::Block},
    {"hr", TagKind::Block},        {"html", TagKind::Block},       {"i", TagKind::Inline},         {"iframe", TagKind::Inline},
    {"img", TagKind::Inline},      {"input", TagKind::Inline},     {"ins", TagKind::Inline},       {"kbd", TagKind::Inline},
    {"label", TagKind::Inline},    {"legend", TagKind::Block},     {"li", TagKind::Block},         {"link", TagKind::Inline},
    {"main", TagKind::Block},      {"map", TagKind::Inline},       {"mark", TagKind::Inline},      {"marquee", TagKind::Inline},
    {"menu", TagKind::Block},      {"meta", TagKind::Inline},      {"meter", TagKind::Inline},     {"nav", TagKind::Block},
    {"nobr", TagKind::Inline},     {"noscript", TagKind::Inline},  {"object", TagKind::Inline},    {"ol", TagKind::Block},
    {"optgroup", TagKind::Inline}, {"option", TagKind::Cell},      {"output", TagKind::Inline},    {"p", TagKind::Block},
    {"param", TagKind::Inline},    {"picture", TagKind::Inline},   {"pre", TagKind::Block},        {"progress", TagKind::Inline},
    {"q", TagKind::Inline},        {"rp", TagKind::Inline},        {"rt", TagKind::Inline},        {"ruby", TagKind::Inline},
    {"s", TagKind::Inline},        {"samp", TagKind::Inline},      {"script", TagKind::Script},    {"section", TagKind::Block},
    {"select", TagKind::Inline},   {"small", TagKind::Inline},     {"source", TagKind::Inline},    {"span", TagKind::Inline},
    {"strike", TagKind::Inline},   {"strong", TagKind::Inline},    {"style", TagKind::Style},      {"sub", TagKind::Inline},
    {"summary", TagKind::Block},   {"sup", TagKind::Inline},       {"svg", TagKind::Inline},       {"table", TagKind::Block},
    {"tbody", TagKind::Block},     {"td", TagKind::Cell},          {"template", TagKind::Inline},  {"textarea", TagKind::Inline},
    {"tfoot", TagKind::Block},     {"th", TagKind::Cell},          {"thead", TagKind::Block},      {"time", TagKind::Inline},
    {"title", TagKind::Block},     {"tr", TagKind::Block},         {"track", TagKind::Inline},     {"tt", TagKind::Inline},
    {"u", TagKind::Inline},        {"ul", TagKind::Block},         {"var", TagKind::Inline},       {"video", TagKind::Inline},
    {"wbr", TagKind::Inline},
}};

// Name spaces that office programs leave behind: <o:p>, <v:shape>, <st1:place>.
constexpr std::array<std::string_view, 6> office_prefixes{"m:", "o:", "st1:", "st2:", "v:", "w:"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_name_byte(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == ':'; }

bool ends_name(char c) { return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

TagKind kind_of(std::string_view name) {
  const auto found =
      std::lower_bound(elements.begin(), elements.end(), name, [](const Named& e, std::string_view n) { return e.first < n; });
  if (found != elements.end() && found->first == name) return found->second;
  const auto prefixed = [name](std::string_view prefix) { return name.substr(0, prefix.size()) == prefix; };
  return std::any_of(office_prefixes.begin(), office_prefixes.end(), prefixed) ? TagKind::Inline : TagKind::None;
}

bool is_declaration(std::string_view rest) {
  std::string start(rest.substr(0, 9));
  std::transform(start.begin(), start.end(), start.begin(), lower);
  return start == "<!doctype" || start.substr(0, 5) == "<?xml";
}

}  // namespace

Tag tag_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, longest_tag);
  Tag tag;
  tag.closing = rest.size() > 1 && rest[1] == '/';
  std::size_t end = tag.closing ? 2 : 1;
  std::string name;
  for (; end < rest.size() && name.size() <= longest_name && is_name_byte(rest[end]); ++end) name += lower(rest[end]);
  if (!name.empty() && end < rest.size() && ends_name(rest[end])) tag.kind = kind_of(name);
  if (is_declaration(rest)) tag.kind = TagKind::Inline;
  if (tag.kind == TagKind::None) return tag;
  const std::size_t close = rest.find('>', end);
  if (close == std::string_view::npos) return {};
  tag.end = at + close + 1;
  return tag;
}

}  // namespace boctach
