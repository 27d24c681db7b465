#include <algorithm>

#include "matching/compiled_rule.h"

namespace boctach {
namespace {

// Too little memory is silent in RE2: it falls back to engines ten times slower.
constexpr std::int64_t expression_memory = std::int64_t{64} << 20;

RE2::Options expression_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(expression_memory);
  return options;
}

}  // namespace

std::unique_ptr<Expression> Expression::compile(const std::string& pattern, std::string& error) {
  std::unique_ptr<Expression> made(new Expression(pattern, expression_options()));
  if (!made->re_.ok()) {
    error = made->re_.error();
    return nullptr;
  }
  for (const auto& [name, number] : made->re_.NamedCapturingGroups()) made->names_.emplace_back(number, name);
  std::sort(made->names_.begin(), made->names_.end());
  return made;
}

void Expression::Match::shift(std::size_t by) {
  const auto move_span = [by](Span& place) { place = {place.begin + by, place.end + by}; };
  move_span(span);
  for (auto& [name, place] : groups) move_span(place);
}

bool Expression::find(std::string_view text, std::size_t from, Match& match) const {
  return run(text, {from, text.size()}, RE2::UNANCHORED, match);
}

// Where nothing matches the automaton says so at once; the captures are then
// taken on the match alone. In one call RE2 would ready its slower engine for
// all of the text.
bool Expression::match_at(std::string_view text, std::size_t at, Match& match) const {
  re2::StringPiece whole;
  if (!re_.Match({text.data(), text.size()}, at, text.size(), RE2::ANCHOR_START, &whole, 1) || whole.empty()) return false;
  if (names_.empty()) {
    match.span = {at, at + whole.size()};
    match.groups.clear();
    return true;
  }
  return run(text, {at, at + whole.size()}, RE2::ANCHOR_START, match);
}

bool Expression::run(std::string_view text, Span where, RE2::Anchor anchor, Match& match) const {
  const re2::StringPiece whole(text.data(), text.size());
  const int slots = names_.empty() ? 1 : names_.back().first + 1;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(slots));
  if (!re_.Match(whole, where.begin, where.end, anchor, found.data(), slots)) return false;
  const auto span_of = [&](const re2::StringPiece& piece) {
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    return Span{begin, begin + piece.size()};
  };
  match.span = span_of(found[0]);
  match.groups.clear();
  for (const auto& [number, name] : names_) {
    const re2::StringPiece& piece = found[static_cast<std::size_t>(number)];
    if (piece.data() != nullptr) match.groups.emplace_back(name, span_of(piece));
  }
  return true;
}

bool Expression::matches(std::string_view text) const {
  return re_.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

bool Expression::can_match_nothing() const { return re_.Match("", 0, 0, RE2::ANCHOR_BOTH, nullptr, 0); }

}  // namespace boctach
