#include "matching/gated_engine.h"

#include <algorithm>

#include "text/case_fold.h"
#include "text/unicode.h"

namespace boctach {

std::vector<RawMatch> GatedEngine::find_all(const CompiledRule& rule, const View& view) {
  const bool gated = options_.gate && (rule.starts || !rule.needed.empty() || !rule.expression) && read(view.base());
  if (!gated) {
    asked_ += view.regions(rule.rule->scope).size();
    return boctach::find_all(rule, view);
  }
  std::vector<RawMatch> found;
  if (!rule.expression) {
    look_up(rule, view, found);
  } else if (rule.starts) {
    try_starts(rule, view, found);
  } else {
    try_regions(rule, view, found);
  }
  return found;
}

void GatedEngine::use(const TriggerIndex& index) {
  if (index_ != &index) forget();
  index_ = &index;
}

bool GatedEngine::read(const View& base) {
  if (base_ == &base) return known_;
  base_ = &base;
  known_ = fold_case_in_place(base.text(), folded_);
  if (known_) index_->scan(base.text(), folded_, options_.candidates, hits_);
  return known_;
}

bool GatedEngine::Places::any_in(Span span) {
  while (next != end && *next < span.begin) ++next;
  return next != end && *next < span.end;
}

GatedEngine::Places GatedEngine::places(std::size_t set, const View& view, std::vector<std::size_t>& room) const {
  const Places known = {hits_.of(set).first, hits_.of(set).last};
  if (&view == base_) return known;
  room.clear();
  view.from_base(known.next, known.end, room);
  const auto middle = static_cast<std::ptrdiff_t>(room.size());
  for (const std::string& symbol : index_->symbols(set)) {
    for (const std::size_t place : view.symbol_places()) {
      if (view.text().compare(place, symbol.size(), symbol) == 0) room.push_back(place);
    }
  }
  std::sort(room.begin() + middle, room.end());
  std::inplace_merge(room.begin(), room.begin() + middle, room.end());
  return {room.data(), room.data() + room.size()};
}

void GatedEngine::collect_needed(const CompiledRule& rule, const View& view) {
  needed_.clear();
  room_.resize(std::max(room_.size(), rule.needed.size()));
  for (std::size_t i = 0; i < rule.needed.size(); ++i) {
    needed_.push_back(places(rule.needed[i].set, view, room_[i]));
    needed_.back().least = rule.needed[i].least;
    needed_.back().most = rule.needed[i].most;
  }
}

bool GatedEngine::needed_in(Span region) {
  return std::all_of(needed_.begin(), needed_.end(), [region](Places& places) { return places.any_in(region); });
}

bool GatedEngine::needed_behind(std::size_t start, Span region) {
  return std::all_of(needed_.begin(), needed_.end(), [&](Places& places) {
    const std::size_t room = region.end - start;
    return places.least < room && places.any_in({start + places.least, start + std::min(room - 1, places.most) + 1});
  });
}

// A match starts at one of the places or nowhere; whether it does is for the
// expression to say, and what came before it in the text cannot change that.
void GatedEngine::try_starts(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found) {
  std::vector<std::size_t> room;
  const Places starts = places(*rule.starts, view, room);
  if (starts.next == starts.end) return;
  collect_needed(rule, view);
  const std::vector<Span>& regions = view.regions(rule.rule->scope);
  auto region = regions.begin();
  std::string folded;
  const std::string_view lexicon = lexicon_text(rule, view, folded);
  RawMatch raw;
  for (const std::size_t* place = starts.next; place != starts.end; ++place) {
    while (region != regions.end() && region->end <= *place) ++region;
    if (region == regions.end()) return;
    if (*place < region->begin || !needed_behind(*place, *region)) continue;
    ++asked_;
    if (rule.lexicon) {
      const std::size_t size = rule.lexicon->longest_at(lexicon.substr(0, region->end), *place);
      if (size > 0) found.push_back(lexicon_match(rule, {*place, *place + size}, *region));
      continue;
    }
    if (!rule.expression->match_at(region->of(view.text()), *place - region->begin, raw.match)) continue;
    raw.region = *region;
    raw.match.shift(region->begin);
    found.push_back(raw);
  }
}

// Every place where a word may start, without any trigger.
void GatedEngine::look_up(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found) {
  std::string folded;
  const std::string_view lexicon = lexicon_text(rule, view, folded);
  for (const Span region : view.regions(rule.rule->scope)) {
    const std::string_view text = lexicon.substr(0, region.end);
    for (std::size_t at = region.begin; at < region.end; at += decode(text, at).size) {
      const std::size_t size = rule.lexicon->longest_at(text, at);
      if (size > 0) found.push_back(lexicon_match(rule, {at, at + size}, region));
    }
  }
}

// The text of a view as the lexicon of a rule wants it.
std::string_view GatedEngine::lexicon_text(const CompiledRule& rule, const View& view, std::string& room) const {
  if (!rule.lexicon || !rule.lexicon->folds_case()) return view.text();
  if (&view == base_) return folded_;
  fold_case_in_place(view.text(), room);
  return room;
}

void GatedEngine::try_regions(const CompiledRule& rule, const View& view, std::vector<RawMatch>& found) {
  collect_needed(rule, view);
  for (const Span region : view.regions(rule.rule->scope)) {
    if (!needed_in(region)) continue;
    ++asked_;
    find_in(rule, view, region, found);
  }
}

}  // namespace boctach
