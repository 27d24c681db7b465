#include "rules/pattern_parts.h"

#include <algorithm>

#include "text/unicode.h"

namespace boctach {
namespace {

std::size_t end_of_class(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '^') ++i;
  if (i < text.size() && text[i] == ']') ++i;
  while (i < text.size() && text[i] != ']') {
    if (text[i] == '\\') ++i;
    ++i;
  }
  return std::min(i + 1, text.size());
}

std::size_t end_of_escape(std::string_view text, std::size_t at) {
  std::size_t end = std::min(at + 2, text.size());
  if (end < text.size() && text[end] == '{' && (text[at + 1] == 'p' || text[at + 1] == 'P' || text[at + 1] == 'x')) {
    end = std::min(text.find('}', end), text.size() - 1) + 1;
  }
  return end;
}

std::size_t end_of_atom(std::string_view text, std::size_t at);

std::size_t end_of_group(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  while (i < text.size() && text[i] != ')') i = end_of_atom(text, i);
  return std::min(i + 1, text.size());
}

std::size_t end_of_atom(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "{{") return std::min(text.find("}}", at), text.size() - std::min<std::size_t>(2, text.size())) + 2;
  if (text[at] == '\\') return end_of_escape(text, at);
  if (text[at] == '[') return end_of_class(text, at);
  if (text[at] == '(') return end_of_group(text, at);
  return at + decode(text, at).size;
}

std::size_t end_of_quantifier(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end < text.size() && (text[end] == '*' || text[end] == '+' || text[end] == '?')) {
    ++end;
  } else if (end < text.size() && text[end] == '{' && text.substr(end, 2) != "{{") {
    end = std::min(text.find('}', end), text.size() - 1) + 1;
  } else {
    return at;
  }
  return end < text.size() && text[end] == '?' ? end + 1 : end;
}

std::vector<std::string_view> alternatives(std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '|') {
      found.push_back(text.substr(begin, at - begin));
      begin = ++at;
    } else {
      at = std::max(end_of_atom(text, at), at + 1);
    }
  }
  found.push_back(text.substr(begin));
  return found;
}

// What a group holds, if it does nothing but hold it; else nothing.
std::string_view inside(std::string_view group) {
  if (group.size() < 2 || group[0] != '(') return {};
  std::string_view held = group.substr(1, group.size() - 2);
  if (held.substr(0, 2) == "?:") return held.substr(2);
  if (held.substr(0, 3) == "?P<") return held.substr(std::min(held.find('>'), held.size() - 1) + 1);
  return held.substr(0, 1) == "?" ? std::string_view() : held;
}

void split(std::string_view text, std::vector<std::string>& parts) {
  bool in_letters = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::max(end_of_atom(text, at), at + 1);
    const std::size_t after = end_of_quantifier(text, end);
    const std::string_view atom = text.substr(at, end - at);
    const std::string_view held = after == end ? inside(atom) : std::string_view();
    const bool letter = after == end && std::string_view("([{.^$").find(atom[0]) == std::string_view::npos;
    if (!held.empty() && alternatives(held).size() == 1) {
      split(held, parts);
    } else if (letter && in_letters) {
      parts.back() += atom;
    } else {
      parts.emplace_back(text.substr(at, after - at));
    }
    in_letters = letter;
    at = after;
  }
}

bool is_plain(std::string_view text) { return !text.empty() && text.find_first_of("\\.[](){}*+?^$|") == std::string_view::npos; }

// What the group holds that `text` ends with, if it ends with one that nothing repeats; else nothing.
std::string_view last_group(std::string_view text) {
  std::string_view last;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::max(end_of_atom(text, at), at + 1);
    const std::size_t after = end_of_quantifier(text, end);
    last = after == end && text[at] == '(' ? inside(text.substr(at, end - at)) : std::string_view();
    at = after;
  }
  return last;
}

// `text` is a part of `pattern`, whose end it stands at.
void find_shadowed(std::string_view pattern, std::string_view text, std::vector<ShadowedAlternative>& found) {
  const std::vector<std::string_view> all = alternatives(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto starts_it = [&](std::string_view before) { return is_plain(before) && all[i].substr(0, before.size()) == before; };
    const auto before = std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), starts_it);
    if (before != all.begin() + static_cast<std::ptrdiff_t>(i))
      found.push_back({static_cast<std::size_t>(all[i].data() - pattern.data()), std::string(all[i]), std::string(*before)});
    if (const std::string_view group = last_group(all[i]); !group.empty()) find_shadowed(pattern, group, found);
  }
}

}  // namespace

bool is_optional_part(std::string_view part) {
  const std::string_view quantifier = part.substr(part.empty() ? 0 : end_of_atom(part, 0));
  return !quantifier.empty() && (quantifier[0] == '?' || quantifier[0] == '*' || quantifier.substr(0, 3) == "{0,");
}

std::vector<ShadowedAlternative> shadowed_alternatives(std::string_view pattern) {
  std::vector<ShadowedAlternative> found;
  find_shadowed(pattern, pattern, found);
  return found;
}

std::vector<std::vector<std::string>> pattern_parts(std::string_view pattern) {
  std::vector<std::vector<std::string>> all;
  for (const std::string_view alternative : alternatives(pattern)) split(alternative, all.emplace_back());
  return all;
}

}  // namespace boctach
