#include "matching/canonical_pattern.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "text/case_fold.h"

namespace boctach {
namespace {

struct Alternative {
  std::string written;
  std::string text;  // without escapes, in folded case
};

bool is_special(char c) { return std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos; }

// False if a text cannot be folded: what it matches is then not plain to see.
bool fold(std::vector<Alternative>& alternatives) {
  std::string folded;
  for (Alternative& alternative : alternatives) {
    if (!fold_case_in_place(alternative.text, folded)) return false;
    alternative.text = folded;
  }
  return true;
}

// The alternatives from `at` to the bracket that closes their group, if all of
// them are plain texts; `at` is then that bracket.
std::optional<std::vector<Alternative>> read_plain(std::string_view expression, std::size_t& at) {
  std::vector<Alternative> read(1);
  std::size_t i = at;
  for (; i < expression.size() && expression[i] != ')'; ++i) {
    if (expression[i] == '|') {
      read.emplace_back();
      continue;
    }
    if (expression[i] == '\\' && i + 1 < expression.size() && (is_special(expression[i + 1]) || expression[i + 1] == '-')) {
      read.back().written += expression[i++];
    } else if (is_special(expression[i])) {
      return std::nullopt;
    }
    read.back().written += expression[i];
    read.back().text += expression[i];
  }
  if (i == expression.size() || !fold(read)) return std::nullopt;
  at = i;
  return read;
}

bool starts_with(const std::string& text, const std::string& start) { return text.compare(0, start.size(), start) == 0; }

bool stands_before(const Alternative& a, const Alternative& b) {
  const std::size_t common = std::min(a.text.size(), b.text.size());
  const int order = a.text.compare(0, common, b.text, 0, common);
  return order != 0 ? order < 0 : a.text.size() > b.text.size();
}

// Sorts; false, with nothing changed, if the order as written counts. Of two
// that can match at one place, one starts with the other: if the shorter is
// written first, it hides the longer wherever both would do.
bool sort(std::vector<Alternative>& alternatives) {
  std::vector<std::size_t> order(alternatives.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return stands_before(alternatives[a], alternatives[b]); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Alternative& shorter = alternatives[order[i]];
    for (std::size_t k = i; k > 0 && starts_with(alternatives[order[k - 1]].text, shorter.text); --k) {
      if (order[k - 1] > order[i]) return false;
    }
  }
  std::vector<Alternative> sorted;
  for (const std::size_t i : order) sorted.push_back(std::move(alternatives[i]));
  alternatives = std::move(sorted);
  return true;
}

// The end of the class in square brackets that starts at `at`.
std::size_t class_end(std::string_view expression, std::size_t at) {
  std::size_t i = at + 1;
  if (i < expression.size() && expression[i] == '^') ++i;
  for (bool first = true; i < expression.size() && (first || expression[i] != ']'); first = false) {
    if (expression.substr(i, 2) == "[:") {
      const std::size_t close = expression.find(":]", i);
      if (close == std::string_view::npos) return expression.size();
      i = close + 2;
    } else {
      i += expression[i] == '\\' ? 2 : 1;
    }
  }
  return std::min(i + 1, expression.size());
}

// Behind the ( and what marks its kind.
std::size_t group_start(std::string_view expression, std::size_t at) {
  if (expression.substr(at, 4) == "(?P<") return std::min(expression.find('>', at), expression.size() - 1) + 1;
  if (expression.substr(at, 2) != "(?") return at + 1;
  const std::size_t colon = expression.find_first_of(":)", at);
  return colon == std::string_view::npos ? expression.size() : colon + (expression[colon] == ':' ? 1 : 0);
}

// True for (?i) and its like. RE2 takes a repetition behind it for one of what stands before it.
bool is_flags(std::string_view text) {
  if (text.substr(0, 2) != "(?" || text.substr(0, 3) == "(?P") return false;
  const std::size_t end = text.find_first_of(":)");
  return end != std::string_view::npos && text[end] == ')';
}

// Moves the blank of "(?: word)? " behind the word; true if one stood at `at`.
bool move_blank(std::string_view expression, std::size_t& at, std::string& out) {
  static constexpr std::string_view open = "(?: ";
  if (expression.substr(at, open.size()) != open) return false;
  std::size_t close = at + open.size();
  const auto words = read_plain(expression, close);
  if (!words || words->size() != 1 || words->front().text.empty() || expression.substr(close, 3) != ")? ") return false;
  const std::string_view behind = expression.substr(close + 3);
  if (is_flags(behind) || (!behind.empty() && std::string_view("?*+{").find(behind[0]) != std::string_view::npos)) return false;
  out += " (?:" + words->front().written + " )?";
  at = close + 3;
  return true;
}

}  // namespace

std::string canonical_pattern(std::string_view expression) {
  std::string out;
  for (std::size_t at = 0; at < expression.size();) {
    if (move_blank(expression, at, out)) continue;
    std::size_t end = at + 1;
    if (expression[at] == '\\') end = std::min(at + 2, expression.size());
    if (expression.substr(at, 2) == "\\Q") return std::string(expression);
    if (expression[at] == '[') end = class_end(expression, at);
    if (expression[at] == '(') end = group_start(expression, at);
    out += expression.substr(at, end - at);
    if (expression[at] == '(') {
      auto alternatives = read_plain(expression, end);
      if (alternatives && alternatives->size() > 2 && sort(*alternatives)) {
        for (std::size_t i = 0; i < alternatives->size(); ++i) out += (i == 0 ? "" : "|") + (*alternatives)[i].written;
      } else {
        end = group_start(expression, at);
      }
    }
    at = end;
  }
  return out;
}

}  // namespace boctach
