#include "matching/expression_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "rules/pattern_text.h"
#include "text/unicode.h"

namespace boctach {
namespace {

Knowledge digits() {
  ByteSet first;
  for (unsigned char c = '0'; c <= '9'; ++c) first.add(c);
  return exactly({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, first);
}

bool is_special(char c) { return std::string_view("|()[]{}*+?\\.^$").find(c) != std::string_view::npos; }

bool is_repetition(char c) { return c == '*' || c == '+' || c == '?' || c == '{'; }

}  // namespace

const Knowledge* KnownGroups::find(std::string_view group, bool any_case) const {
  const auto known = known_.find({std::string(group), any_case});
  return known == known_.end() ? nullptr : &known->second;
}

void KnownGroups::add(std::string_view group, bool any_case, const Knowledge& knowledge) {
  known_.emplace(std::pair(std::string(group), any_case), knowledge);
}

Knowledge ExpressionReader::lose() {
  lost_ = true;
  return anything();
}

Knowledge ExpressionReader::alternatives() {
  std::vector<Knowledge> all;
  all.push_back(sequence());
  while (!lost_ && !at_end() && ahead() == '|') {
    ++at_;
    branched_ = branched_ || depth_ == 0;
    all.push_back(sequence());
  }
  // Two by two: the entries of a lexicon, joined one after the other, take the square of the time.
  for (std::size_t step = 1; step < all.size(); step *= 2) {
    for (std::size_t i = 0; i + step < all.size(); i += 2 * step) all[i] = either(std::move(all[i]), std::move(all[i + step]));
  }
  return std::move(all.front());
}

Knowledge ExpressionReader::sequence() {
  Sequence parts;
  while (!lost_ && !at_end() && ahead() != '|' && ahead() != ')') parts.append(repetitions(atom()));
  return std::move(parts).finish();
}

Knowledge ExpressionReader::atom() {
  switch (ahead()) {
    case '(':
      return group();
    case '[':
      return character_class();
    case '\\':
      return escape();
    case '.':
      ++at_;
      return character_of(ByteSet::all());
    case '^':
    case '$':
      ++at_;
      return empty_text();
    case '*':
    case '+':
    case '?':
      return lose();
    default:
      return literal();
  }
}

// The end of the group that starts here; the end of the text if it is not closed.
std::size_t ExpressionReader::end_of_group() const {
  int depth = 0;
  bool in_class = false;
  for (std::size_t at = at_; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '\\') {
      ++at;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
      if (text_.substr(at + 1, 1) == "^") ++at;
      if (text_.substr(at + 1, 1) == "]") ++at;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      return at + 1;
    }
  }
  return text_.size();
}

// A large group is read once, wherever it stands: most are lexicons.
Knowledge ExpressionReader::group() {
  static constexpr std::size_t large = 64;
  const std::size_t begin = at_;
  const std::size_t end = end_of_group();
  if (end - begin < large) return new_group();
  const std::string_view text = text_.substr(begin, end - begin);
  const bool outside = any_case_;
  if (const Knowledge* known = groups_.find(text, outside)) {
    at_ = end;
    return *known;
  }
  Knowledge knowledge = new_group();
  if (!lost_ && at_ == end) groups_.add(text, outside, knowledge);
  return knowledge;
}

Knowledge ExpressionReader::new_group() {
  const bool outside = any_case_;
  ++at_;
  if (starts("?P<")) {
    const std::size_t close = text_.find('>', at_);
    if (close == std::string_view::npos) return lose();
    at_ = close + 1;
  } else if (starts("?")) {
    if (!read_flags()) return lose();
    // RE2 takes a repetition behind (?i) for one of what stands before it.
    if (text_[at_ - 1] == ')') return !at_end() && is_repetition(ahead()) ? lose() : empty_text();
  }
  ++depth_;
  Knowledge inside = alternatives();
  --depth_;
  any_case_ = outside;
  if (at_end() || ahead() != ')') return lose();
  ++at_;
  return inside;
}

// Of (?flags) or (?flags:, to behind the last character of it.
bool ExpressionReader::read_flags() {
  bool on = true;
  for (++at_; !at_end(); ++at_) {
    const char flag = ahead();
    if (flag == ':' || flag == ')') {
      ++at_;
      return true;
    }
    if (std::string_view("imsU-").find(flag) == std::string_view::npos) return false;
    if (flag == '-') on = false;
    if (flag == 'i') any_case_ = on;
  }
  return false;
}

Knowledge ExpressionReader::escape() {
  if (starts("\\x{")) return literal();
  const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
  at_ += 2;
  switch (c) {
    case 'A':
    case 'z':
    case 'b':
    case 'B':
      return empty_text();
    case 'd':
      return digits();
    case 'n':
      return one_character('\n', false);
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
      return character_of(ByteSet::all());
    case 'p':
    case 'P': {
      const std::size_t close = starts("{") ? text_.find('}', at_) : at_;
      if (close >= text_.size()) return lose();
      at_ = close + 1;
      return character_of(ByteSet::all());
    }
    default:
      break;
  }
  // \Q, \C and whatever else: not worth knowing.
  const bool is_plain = c != '\0' && !is_ascii_word(c) && (c & 0x80) == 0;
  return is_plain ? one_character(static_cast<char32_t>(c), false) : lose();
}

// A character, and those behind it that nothing repeats, as far as starts are looked at.
Knowledge ExpressionReader::literal() {
  static constexpr std::size_t long_enough = 9;
  const std::optional<char32_t> c = character();
  if (!c) return anything();
  Knowledge first = one_character(*c, any_case_);
  if (!first.is_exact || (!at_end() && is_repetition(ahead()))) return first;
  std::string run = *first.exact.begin();
  while (!at_end() && run.size() < long_enough && !is_special(ahead())) {
    const Decoded next = decode(text_, at_);
    const std::size_t behind = at_ + next.size;
    const std::optional<std::string> text = folded(next.code_point);
    if (!text || is_view_symbol(*text) || (behind < text_.size() && is_repetition(text_[behind]))) break;
    run += *text;
    at_ = behind;
  }
  return exactly({std::move(run)}, first.first);
}

// The number at `at_`, to behind it; nothing if there is none of a sane size.
std::optional<std::size_t> ExpressionReader::number() {
  std::size_t value = 0;
  const std::size_t begin = at_;
  for (; !at_end() && ahead() >= '0' && ahead() <= '9' && value <= 1000; ++at_)
    value = value * 10 + static_cast<std::size_t>(ahead() - '0');
  return at_ > begin && value <= 1000 ? std::optional(value) : std::nullopt;
}

Knowledge ExpressionReader::repetitions(Knowledge once) {
  while (!lost_ && !at_end()) {
    std::size_t least = 0;
    std::size_t most = unbounded;
    if (ahead() == '*' || ahead() == '?' || ahead() == '+') {
      least = ahead() == '+' ? 1 : 0;
      most = ahead() == '?' ? 1 : unbounded;
      ++at_;
    } else if (ahead() == '{') {
      ++at_;
      const std::optional<std::size_t> from = number();
      std::optional<std::size_t> to = from;
      if (starts(",")) {
        ++at_;
        to = starts("}") ? std::optional(unbounded) : number();
      }
      // A brace that is only a brace: not worth knowing.
      if (!from || !to || !starts("}")) return lose();
      ++at_;
      least = *from;
      most = *to;
    } else {
      break;
    }
    // What makes it lazy or greedy is no repetition.
    if (starts("?")) ++at_;
    once = repeated(std::move(once), least, most);
  }
  return once;
}

}  // namespace boctach
