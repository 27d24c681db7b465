#include <algorithm>

#include "matching/canonical_pattern.h"
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
  std::unique_ptr<Expression> made = defer(pattern);
  if (made->re().ok()) return made;
  error = made->re().error();
  return nullptr;
}

std::unique_ptr<Expression> Expression::defer(std::string pattern) {
  return std::unique_ptr<Expression>(new Expression(std::move(pattern)));
}

const RE2& Expression::re() const {
  std::call_once(compiled_, [this] {
    re_ = std::make_unique<const RE2>(canonical_pattern(pattern_), expression_options());
    for (const auto& [name, number] : re_->NamedCapturingGroups()) names_.emplace_back(number, name);
    std::sort(names_.begin(), names_.end());
  });
  return *re_;
}

void Expression::Match::shift(std::size_t by) {
  const auto move_span = [by](Span& place) { place = {place.begin + by, place.end + by}; };
  move_span(span);
  for (auto& [name, place] : groups) move_span(place);
}

bool Expression::find(std::string_view text, std::size_t from, Match& match) const {
  return run(text, {from, text.size()}, RE2::UNANCHORED, match);
}

bool Expression::run(std::string_view text, Span where, RE2::Anchor anchor, Match& match) const {
  const RE2& expression = re();
  const re2::StringPiece whole(text.data(), text.size());
  const int slots = names_.empty() ? 1 : names_.back().first + 1;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(slots));
  if (!expression.Match(whole, where.begin, where.end, anchor, found.data(), slots)) return false;
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
  return re().Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

bool Expression::can_match_nothing() const { return re().Match("", 0, 0, RE2::ANCHOR_BOTH, nullptr, 0); }

}  // namespace boctach
