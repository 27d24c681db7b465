#include "matching/start_gate.h"

#include <algorithm>
#include <utility>

#include "matching/word_bytes.h"

namespace boctach {
namespace {

constexpr std::size_t most_bytes = KnownStarts::most_bytes;
constexpr std::size_t behind_sign = 3;  // bytes looked at behind a character that is no part of a word
constexpr std::size_t behind_word = 2;  // bytes looked at behind one that may start something

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t character_at_or_before(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && !starts_character(text[at])) --at;
  return at;
}

}  // namespace

StartGate::StartGate(const Ask& inside, const Ask& opening) : inside_(inside), opening_(opening) {}

void StartGate::forget() { known_.clear(); }

void StartGate::forget_folded() {
  known_.remove_if([](const Known& known) { return &known.view->base() != known.view; });
}

StartGate::Known& StartGate::known(const View& view) {
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& k) { return k.view == &view; });
  if (known != known_.end()) return *known;
  known_.emplace_back().view = &view;
  return known_.back();
}

const std::vector<StartGate::Start>& StartGate::starts(const View& view) {
  Known& mine = known(view);
  if (mine.starts) return *mine.starts;
  std::vector<Start> starts;
  if (&view.base() == &view) {
    scan(view.text(), 0, view.text().size(), starts);
  } else {
    map(view, this->starts(view.base()), starts);
  }
  return mine.starts.emplace(std::move(starts));
}

const std::vector<Sweeps>& StartGate::openings(const View& view, Scope scope) {
  std::optional<std::vector<Sweeps>>& mine = known(view).openings[static_cast<std::size_t>(scope)];
  if (mine) return *mine;
  mine.emplace();
  const std::string_view text = view.text();
  const std::vector<Span>& regions = view.regions(scope);
  mine->resize(regions.size());
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const std::size_t at = regions[i].begin;
    if (regions[i].empty() || !opening_.first.may_start(text, at)) continue;
    if (put(opening_, text, at, std::max(word_end(text, at), at + size_at(text, at)), i)) add_openings(text, *mine);
  }
  add_openings(text, *mine);
  return *mine;
}

void StartGate::scan(std::string_view text, std::size_t from, std::size_t to, std::vector<Start>& starts) {
  bool in_word = from > 0 && from < to && is_surely_word(text, character_at_or_before(text, from - 1));
  for (std::size_t at = from; at < to;) {
    std::size_t end = word_end(text, at);
    if (end == at) {
      end += size_at(text, at);
      if (inside_.first.may_start(text, at) && put(inside_, text, at, std::min(end + behind_sign, text.size()), 0))
        add_starts(text, starts);
    } else if (!in_word && inside_.first.may_start(text, at)) {
      if (put(inside_, text, at, end, 0)) add_starts(text, starts);
    }
    in_word = false;
    at = end;
  }
  add_starts(text, starts);
}

// What stands near a symbol is looked at again: what is known of it holds for what the symbol stands for.
void StartGate::map(const View& view, const std::vector<Start>& base, std::vector<Start>& starts) {
  const std::string_view text = view.text();
  auto next = base.begin();
  std::size_t done = 0;   // in the view
  std::size_t shift = 0;  // from the view to the base; wraps around where that is shorter
  const auto take_until = [&](std::size_t end) {
    for (; next != base.end() && next->place - shift < end; ++next) {
      if (next->place - shift >= done) starts.push_back({static_cast<std::uint32_t>(next->place - shift), next->sweeps});
    }
    done = std::max(done, end);
  };
  for (const View::Folded& folded : view.folded()) {
    take_until(character_at_or_before(text, folded.place - std::min(folded.place, most_bytes)));
    const std::size_t behind = folded.place + View::symbol_size;
    const std::size_t end = behind < text.size() ? behind + size_at(text, behind) : behind;
    if (done < end) scan(text, done, end, starts);
    done = std::max(done, end);
    shift = folded.base.end - behind;
    while (next != base.end() && next->place < folded.base.end) ++next;
  }
  take_until(text.size());
}

void StartGate::add_starts(std::string_view text, std::vector<Start>& starts) {
  for (const Pending& place : look_up(inside_, text)) {
    if (place.sweeps != 0) starts.push_back({static_cast<std::uint32_t>(place.at), place.sweeps});
  }
}

void StartGate::add_openings(std::string_view text, std::vector<Sweeps>& openings) {
  for (const Pending& place : look_up(opening_, text)) openings[place.region] = place.sweeps;
}

bool StartGate::put(TwoLooks& looks, std::string_view text, std::size_t at, std::size_t end, std::size_t region) {
  const std::size_t looked_at = std::min(end, at + most_bytes);
  Pending& place = pending_[pendings_++];
  place = {at, looked_at, region, KnownStarts::take(text, at, looked_at - at), 0};
  looks.first.expect(place.bytes);
  return pendings_ == most_pending;
}

// What is looked at next is fetched for all of them before any needs it.
std::span<const StartGate::Pending> StartGate::look_up(TwoLooks& looks, std::string_view text) {
  const std::span<Pending> places(pending_.data(), std::exchange(pendings_, 0));
  for (Pending& place : places) {
    place.sweeps = looks.first.of(place.bytes);
    if (place.sweeps == 0) continue;
    place.bytes = KnownStarts::take(text, place.at, std::min(std::min(place.end + behind_word, text.size()) - place.at, most_bytes));
    looks.behind.expect(place.bytes);
  }
  for (Pending& place : places) {
    if (place.sweeps != 0) place.sweeps = looks.behind.of(place.bytes, place.sweeps);
  }
  return places;
}

}  // namespace boctach
