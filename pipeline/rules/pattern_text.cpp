#include "rules/pattern_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "rules/pattern_fold.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// "pack/name" cut in two; no pack: the one given.
std::pair<const Pack*, std::string_view> owner_of(const RuleSet& rules, const Pack& pack, std::string_view name) {
  const std::size_t slash = name.rfind('/');
  if (slash == std::string_view::npos) return {&pack, name};
  return {find_pack(rules, name.substr(0, slash)), name.substr(slash + 1)};
}

std::string escape_literal(std::string_view text) {
  static constexpr std::string_view special = "\\.+*?()|[]{}^$";
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// Longest first: RE2 takes the leftmost-first alternative, not the longest.
std::string lexicon_expression(const Lexicon& lexicon) {
  std::set<std::string> distinct;
  for (const LexiconEntry& entry : lexicon.entries) {
    std::string folded = fold_view(entry.value);
    distinct.insert(lexicon.fold_case ? to_lower(folded) : std::move(folded));
  }
  std::vector<std::pair<std::size_t, std::string>> ordered;
  for (const std::string& value : distinct) ordered.emplace_back(count_code_points(value), value);
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string result = lexicon.fold_case ? "(?i:" : "(?:";
  for (std::size_t i = 0; i < ordered.size(); ++i) result += (i == 0 ? "" : "|") + escape_literal(ordered[i].second);
  return result + ")";
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t slashes = 0;
  while (slashes < at && text[at - slashes - 1] == '\\') ++slashes;
  return slashes % 2 == 1;
}

}  // namespace

std::vector<std::string> labels(const RuleSet& rules) {
  std::vector<std::string> result;
  for (const Pack& pack : rules.packs) {
    for (const Rule& rule : pack.rules) {
      if (rule.veto || rule.link || rule.label.empty()) continue;
      if (std::find(result.begin(), result.end(), rule.label) == result.end()) result.push_back(rule.label);
    }
  }
  return result;
}

// UTF-8 of U+F0000 to U+FFFFF starts with F3 B0 to F3 BF.
bool is_view_symbol(std::string_view character) {
  return character.size() == 4 && character[0] == '\xF3' && static_cast<unsigned char>(character[1]) >= 0xB0;
}

std::optional<std::size_t> label_index(const RuleSet& rules, std::string_view label) {
  const std::vector<std::string> all = labels(rules);
  const auto found = std::find(all.begin(), all.end(), label);
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

const Pack* find_pack(const RuleSet& rules, std::string_view name) {
  const auto found = std::find_if(rules.packs.begin(), rules.packs.end(), [&](const Pack& pack) { return pack.name == name; });
  return found == rules.packs.end() ? nullptr : &*found;
}

const Lexicon* find_lexicon(const RuleSet& rules, const Pack& pack, std::string_view name) {
  const auto [owner, short_name] = owner_of(rules, pack, name);
  if (owner == nullptr) return nullptr;
  const auto found = owner->lexicons.find(std::string(short_name));
  return found == owner->lexicons.end() ? nullptr : &found->second;
}

const Pattern* find_fragment(const RuleSet& rules, const Pack& pack, std::string_view name) {
  const auto [owner, short_name] = owner_of(rules, pack, name);
  if (owner == nullptr) return nullptr;
  const auto found = owner->define.find(std::string(short_name));
  return found == owner->define.end() ? nullptr : &found->second;
}

std::vector<Insertion> insertions(std::string_view pattern) {
  std::vector<Insertion> result;
  for (std::size_t at = pattern.find("{{"); at != std::string_view::npos; at = pattern.find("{{", at)) {
    const std::size_t close = pattern.find("}}", at + 2);
    if (close == std::string_view::npos) break;
    const std::string_view name = pattern.substr(at + 2, close - at - 2);
    if (is_escaped(pattern, at) || name.empty() || name.find_first_of("{}") != std::string_view::npos) {
      ++at;
      continue;
    }
    result.push_back({at, close + 2, std::string(name)});
    at = close + 2;
  }
  return result;
}

std::string PatternExpander::expand(const Pack& pack, const std::string& pattern) {
  open_.clear();
  circular_ = false;
  written_ = 0;
  return put_in(pack, pattern);
}

// No letter stands beside another one of what is put in: each is folded as in
// the view by itself.
std::string PatternExpander::put_in(const Pack& pack, std::string_view pattern) {
  std::string result;
  std::size_t done = 0;
  for (const Insertion& insertion : insertions(pattern)) {
    result += as_in_view(pattern.substr(done, insertion.begin - done));
    written_ += insertion.begin - done;
    const auto text = written_ > largest_expansion ? std::nullopt : resolve(pack, insertion.name);
    result += text ? *text : pattern.substr(insertion.begin, insertion.end - insertion.begin);
    done = insertion.end;
  }
  written_ += pattern.size() - done;
  return result += as_in_view(pattern.substr(done));
}

std::string PatternExpander::as_in_view(std::string_view text) const {
  return with_words_ == Lexicons::PutIn ? fold_pattern(text) : std::string(text);
}

std::optional<std::string> PatternExpander::resolve(const Pack& pack, const std::string& name) {
  if (name.rfind("lex:", 0) == 0) {
    const Lexicon* lexicon = with_words_ == Lexicons::PutIn ? find_lexicon(rules_, pack, name.substr(4)) : nullptr;
    if (lexicon == nullptr) return std::nullopt;
    std::string& words = lexicons_[lexicon];
    if (words.empty()) words = as_in_view(lexicon_expression(*lexicon));
    written_ += words.size();
    return words;
  }
  if (name[0] == '@') {
    if (labels_.empty()) labels_ = labels(rules_);
    const auto found = std::find(labels_.begin(), labels_.end(), std::string_view(name).substr(1));
    if (found == labels_.end()) return std::nullopt;
    std::string symbol;
    append_utf8(symbol, static_cast<char32_t>(first_symbol + static_cast<std::size_t>(found - labels_.begin())));
    return symbol;
  }
  return resolve_fragment(pack, name);
}

std::optional<std::string> PatternExpander::resolve_fragment(const Pack& pack, const std::string& name) {
  const Pattern* fragment = find_fragment(rules_, pack, name);
  if (fragment == nullptr) return built_in_fragment(name);
  if (const auto known = fragments_.find(fragment); known != fragments_.end()) {
    written_ += known->second.size();
    return known->second;
  }
  // A fragment that contains itself, reported when loaded, must not recurse for ever.
  if (!open_.insert(fragment).second) {
    circular_ = true;
    return std::nullopt;
  }
  written_ += std::string_view("(?:)").size();
  std::string text = "(?:" + put_in(*owner_of(rules_, pack, name).first, fragment->value) + ")";
  open_.erase(fragment);
  if (!circular_ && written_ <= largest_expansion) fragments_.emplace(fragment, text);
  return text;
}

std::string expand_pattern(const RuleSet& rules, const Pack& pack, const std::string& pattern) {
  return PatternExpander(rules).expand(pack, pattern);
}

std::string expand_fragments(const RuleSet& rules, const Pack& pack, const std::string& pattern) {
  return PatternExpander(rules, PatternExpander::Lexicons::Left).expand(pack, pattern);
}

std::vector<std::string> group_names(std::string_view pattern) {
  std::vector<std::string> result;
  for (std::size_t at = pattern.find("(?P<"); at != std::string_view::npos; at = pattern.find("(?P<", at + 4)) {
    if (is_escaped(pattern, at)) continue;
    const std::size_t close = pattern.find('>', at);
    if (close == std::string_view::npos) break;
    result.emplace_back(pattern.substr(at + 4, close - at - 4));
  }
  return result;
}

std::optional<std::string> lone_lexicon(std::string_view pattern) {
  if (pattern.rfind("(?P<", 0) == 0 && !pattern.empty() && pattern.back() == ')') {
    const std::size_t close = pattern.find('>');
    if (close == std::string_view::npos) return std::nullopt;
    pattern = pattern.substr(close + 1, pattern.size() - close - 2);
  }
  const std::vector<Insertion> all = insertions(pattern);
  if (all.size() != 1 || all[0].begin != 0 || all[0].end != pattern.size() || all[0].name.rfind("lex:", 0) != 0) return std::nullopt;
  return all[0].name.substr(4);
}

}  // namespace boctach
