#include "matching/literal_algebra.h"

#include <algorithm>
#include <utility>

#include "rules/pattern_text.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Larger sets cost more to look for than they save.
constexpr std::size_t most_exact = 64;
constexpr std::size_t longest_exact = 48;
constexpr std::size_t most_needed = 600;
constexpr std::size_t most_starts = 400;
// A start of so many bytes is rare enough; of less, if there are too many.
constexpr std::size_t start_sizes[] = {9, 6, 4, 3};

std::size_t sum(std::size_t a, std::size_t b) { return a == unbounded || b == unbounded ? unbounded : a + b; }

std::size_t worth(const Literals& texts) {
  static constexpr std::size_t long_enough = 8;
  std::size_t least = long_enough;
  for (const std::string& text : texts) least = std::min(least, is_view_symbol(text) ? long_enough : text.size());
  return least;
}

// The longer its shortest text, the rarer a set is found, up to a point; then
// the smaller set is the better one.
bool better(const NeededLiterals& a, const NeededLiterals& b) {
  const std::size_t mine = worth(a.texts);
  const std::size_t theirs = worth(b.texts);
  return mine != theirs ? mine > theirs : a.texts.size() < b.texts.size();
}

// Keeps the best ones.
void keep(std::vector<NeededLiterals>& needed, NeededLiterals other) {
  static constexpr std::size_t most = 4;
  if (other.texts.empty() || other.texts.count("") > 0 || other.texts.size() > most_needed) return;
  const auto is_same = [&](const NeededLiterals& known) { return known.texts == other.texts; };
  if (std::any_of(needed.begin(), needed.end(), is_same)) return;
  needed.insert(std::upper_bound(needed.begin(), needed.end(), other, better), std::move(other));
  if (needed.size() > most) needed.pop_back();
}

// False if the product would be too large.
bool append_exact(Literals& left, const Literals& right) {
  if (left.size() * right.size() > most_exact) return false;
  Literals product;
  for (const std::string& a : left) {
    for (const std::string& b : right) {
      if (a.size() + b.size() > longest_exact) return false;
      product.insert(a + b);
    }
  }
  left = std::move(product);
  return true;
}

// Both ways of going on; what is whole in one way only is followed by what comes.
void add_start(Starts& starts, const std::string& text, const GoingOn& going_on) {
  const auto [place, fresh] = starts.texts.emplace(text, going_on);
  if (fresh) return;
  GoingOn& both = place->second;
  both.open = both.open || going_on.open || both.whole != going_on.whole;
  both.whole = both.whole && going_on.whole;
  both.next.add(going_on.next);
}

// Longer texts cut to `limit` bytes or a few more.
Starts shortened(const Starts& starts, std::size_t limit) {
  Starts result{starts.known, {}};
  for (const auto& [text, going_on] : starts.texts) {
    std::size_t size = 0;
    while (size < text.size() && size < limit) size += decode(text, size).size;
    if (size == text.size()) {
      add_start(result, text, going_on);
    } else {
      GoingOn cut{false, false, {}};
      add_both_cases(text.substr(size, decode(text, size).size), cut.next);
      add_start(result, text.substr(0, size), cut);
    }
  }
  return result;
}

Starts either(const Starts& a, const Starts& b) {
  if (!a.known || !b.known) return {};
  for (const std::size_t limit : start_sizes) {
    Starts result = shortened(a, limit);
    for (const auto& [text, going_on] : shortened(b, limit).texts) add_start(result, text, going_on);
    if (result.texts.size() <= most_starts) return result;
  }
  return {};
}

// `text` before a part that is not made part of it.
GoingOn before(const GoingOn& text, const Knowledge& part) {
  GoingOn result = text;
  if (!text.whole && !text.open) return result;
  result.next.add(part.first);
  result.open = part.may_be_empty;
  result.whole = false;
  return result;
}

// Texts of `limit` bytes are not made longer. Not known if they get too many.
Starts product(const Starts& a, const Knowledge& b, std::size_t limit) {
  Starts result{true, {}};
  for (const auto& [text, going_on] : a.texts) {
    if (!going_on.whole || text.size() >= limit || !b.starts.known) {
      add_start(result, text, before(going_on, b));
      continue;
    }
    for (const auto& [tail, tail_going_on] : b.starts.texts) {
      // A symbol stands alone.
      const bool cut = !text.empty() && is_view_symbol(tail);
      add_start(result, cut ? text : text + tail, cut ? before(going_on, symbol(tail)) : tail_going_on);
    }
    if (result.texts.size() > most_starts) return {};
  }
  return result;
}

Starts then(const Starts& a, const Knowledge& b) {
  if (!a.known) return a;
  for (const std::size_t limit : start_sizes) {
    Starts longer = product(shortened(a, limit), b, limit);
    if (longer.known) return longer;
  }
  return product(a, b, 0);
}

}  // namespace

std::vector<NeededLiterals> needed_of(const Knowledge& knowledge) {
  std::vector<NeededLiterals> needed = knowledge.needed;
  if (knowledge.is_exact) keep(needed, {knowledge.exact, 0, 0});
  return needed;
}

Knowledge either(Knowledge a, Knowledge b) {
  Knowledge result;
  const std::vector<NeededLiterals> needed = needed_of(a);
  const std::vector<NeededLiterals> others = needed_of(b);
  if (!needed.empty() && !others.empty()) {
    NeededLiterals both = needed.front();
    both.texts.insert(others.front().texts.begin(), others.front().texts.end());
    both.least = std::min(both.least, others.front().least);
    both.most = std::max(both.most, others.front().most);
    keep(result.needed, std::move(both));
  }
  result.starts = either(a.starts, b.starts);
  result.may_be_empty = a.may_be_empty || b.may_be_empty;
  result.first = a.first;
  result.first.add(b.first);
  result.least_width = std::min(a.least_width, b.least_width);
  result.most_width = std::max(a.most_width, b.most_width);
  result.is_exact = a.is_exact && b.is_exact;
  if (result.is_exact) {
    result.exact = std::move(a.exact);
    result.exact.merge(b.exact);
    result.is_exact = result.exact.size() <= most_needed;
  }
  return result;
}

Sequence::Sequence() : whole_(empty_text()) {}

// A running product of exact parts; where it breaks off, it is one thing that
// is needed.
void Sequence::append(Knowledge part) {
  whole_.starts = then(whole_.starts, part);
  if (whole_.may_be_empty) whole_.first.add(part.first);
  whole_.may_be_empty = whole_.may_be_empty && part.may_be_empty;
  if (!part.is_exact || !append_exact(run_, part.exact)) {
    end_run();
    for (NeededLiterals& needed : needed_of(part)) {
      keep(whole_.needed, {std::move(needed.texts), sum(whole_.least_width, needed.least), sum(whole_.most_width, needed.most)});
    }
    const bool goes_on = part.is_exact && part.exact.size() <= most_exact;
    run_least_ = goes_on ? whole_.least_width : sum(whole_.least_width, part.least_width);
    run_most_ = goes_on ? whole_.most_width : sum(whole_.most_width, part.most_width);
    run_ = goes_on ? std::move(part.exact) : Literals{""};
  }
  whole_.least_width = sum(whole_.least_width, part.least_width);
  whole_.most_width = sum(whole_.most_width, part.most_width);
}

void Sequence::end_run() {
  all_exact_ = false;
  keep(whole_.needed, {std::move(run_), run_least_, run_most_});
}

Knowledge Sequence::finish() && {
  whole_.is_exact = all_exact_;
  if (all_exact_) {
    whole_.exact = std::move(run_);
  } else {
    whole_.exact.clear();
    end_run();
  }
  return std::move(whole_);
}

Knowledge repeated(Knowledge once, std::size_t least, std::size_t most) {
  Knowledge result = once;
  result.is_exact = false;
  result.exact.clear();
  result.needed = least > 0 ? needed_of(once) : std::vector<NeededLiterals>{};
  result.least_width = once.least_width * least;
  result.most_width = most == unbounded || once.most_width == unbounded ? unbounded : once.most_width * most;
  if (most > 1) {
    Knowledge again = once;
    again.may_be_empty = true;
    for (auto& [text, going_on] : result.starts.texts) going_on = before(going_on, again);
  }
  if (least == 0) {
    result.may_be_empty = true;
    result.starts = either(result.starts, empty_text().starts);
    result.is_exact = most == 1 && once.is_exact;
    result.exact = std::move(once.exact);
    result.exact.insert("");
  }
  return result;
}

}  // namespace boctach
