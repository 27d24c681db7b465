#include "matching/start_gate.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "matching/word_bytes.h"

namespace boctach {
namespace {

constexpr std::size_t most_bytes = 15;    // of a word that are looked at
constexpr std::size_t opening_bytes = 8;  // looked at where a region starts
constexpr std::size_t behind_sign = 3;    // bytes looked at behind a character that is no part of a word
constexpr unsigned table_bits = 16;
constexpr std::size_t table_size = std::size_t{1} << table_bits;
constexpr std::size_t most_words = table_size / 2;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t character_at_or_before(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && !starts_character(text[at])) --at;
  return at;
}

}  // namespace

StartGate::StartGate(Ask inside, Ask opening) : inside_(std::move(inside)), opening_(std::move(opening)) {}

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

const std::vector<StartGate::Sweeps>& StartGate::openings(const View& view, Scope scope) {
  std::optional<std::vector<Sweeps>>& mine = known(view).openings[static_cast<std::size_t>(scope)];
  if (mine) return *mine;
  mine.emplace();
  const std::string_view text = view.text();
  for (const Span region : view.regions(scope)) {
    mine->push_back(region.empty() ? 0 : opening_(text, region.begin, std::min(text.size() - region.begin, opening_bytes)));
  }
  return *mine;
}

void StartGate::scan(std::string_view text, std::size_t from, std::size_t to, std::vector<Start>& starts) {
  bool in_word = from > 0 && from < to && is_surely_word(text, character_at_or_before(text, from - 1));
  for (std::size_t at = from; at < to;) {
    std::size_t end = at + size_at(text, at);
    if (!is_surely_word(text, at)) {
      add(text, at, std::min(end + behind_sign, text.size()), starts);
    } else {
      while (end < text.size() && is_surely_word(text, end)) end += size_at(text, end);
      if (!in_word) add(text, at, end, starts);
    }
    in_word = false;
    at = end;
  }
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

void StartGate::add(std::string_view text, std::size_t at, std::size_t end, std::vector<Start>& starts) {
  const std::size_t size = std::clamp(end - at, std::min<std::size_t>(text.size() - at, 2), most_bytes);
  const Sweeps sweeps = inside_(text, at, size);
  if (sweeps != 0) starts.push_back({static_cast<std::uint32_t>(at), sweeps});
}

StartGate::Words::Words(Ask ask) : ask_(std::move(ask)), words_(table_size), pairs_(std::size_t{256} * 256, unknown) {}

StartGate::Sweeps StartGate::Words::operator()(std::string_view text, std::size_t at, std::size_t size) {
  if (size >= 2) {
    Sweeps& pair = pairs_[std::size_t{256} * static_cast<unsigned char>(text[at]) + static_cast<unsigned char>(text[at + 1])];
    if (pair == unknown) pair = ask_(text.substr(at, 2));
    if (pair == 0) return 0;
  }
  std::uint64_t halves[2] = {0, 0};
  std::memcpy(halves, text.data() + at, size);
  halves[1] |= std::uint64_t{size} << 56;
  const std::uint64_t mixed = (halves[0] ^ (halves[1] * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
  for (std::size_t i = mixed >> (64 - table_bits);; i = (i + 1) % table_size) {
    Word& word = words_[i];
    if (word.low == halves[0] && word.high == halves[1]) return word.sweeps;
    if (word.high != 0) continue;
    const Sweeps sweeps = ask_(text.substr(at, size));
    if (++known_ > most_words) {
      std::fill(words_.begin(), words_.end(), Word{});
      known_ = 0;
      return sweeps;
    }
    word = {halves[0], halves[1], sweeps};
    return sweeps;
  }
}

}  // namespace boctach
