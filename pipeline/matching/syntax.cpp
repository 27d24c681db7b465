#include "matching/syntax.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace boctach {
namespace {

constexpr int deepest = 200;
constexpr std::size_t largest = 500000;         // characters; whether RE2 takes more is for RE2 to say
constexpr std::size_t most_repetitions = 1000;  // RE2 refuses more, also of one inside of another

bool is_ascii_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

struct NotKnown {};

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  ParsedExpression parse() {
    ParsedExpression parsed;
    parsed.syntax = alternatives();
    if (!at_end()) throw NotKnown{};
    check_repetitions(parsed.syntax, 1);
    if (size_of(parsed.syntax) > largest) throw NotKnown{};
    parsed.groups = std::move(groups_);
    return parsed;
  }

 private:
  Syntax alternatives() {
    if (++depth_ > deepest) throw NotKnown{};
    std::vector<Syntax> all;
    all.push_back(sequence());
    while (skip("|")) all.push_back(sequence());
    --depth_;
    if (all.size() == 1) return std::move(all.front());
    Syntax result;
    result.kind = Syntax::Kind::Alternatives;
    result.parts = std::move(all);
    return result;
  }

  Syntax sequence() {
    std::vector<Syntax> parts;
    while (!at_end() && ahead() != '|' && ahead() != ')') {
      Syntax part = repetition(atom());
      if (part.kind == Syntax::Kind::Nothing) continue;
      if (part.kind == Syntax::Kind::Text && !parts.empty() && parts.back().kind == Syntax::Kind::Text &&
          parts.back().any_case == part.any_case) {
        parts.back().text += part.text;
      } else {
        parts.push_back(std::move(part));
      }
    }
    if (parts.empty()) return {};
    if (parts.size() == 1) return std::move(parts.front());
    Syntax result;
    result.kind = Syntax::Kind::Sequence;
    result.parts = std::move(parts);
    return result;
  }

  Syntax atom() {
    switch (ahead()) {
      case '(':
        return group();
      case '[':
        return character_class();
      case '\\':
        return escape();
      case '.':
        ++at_;
        return of_class(CharacterSet::of('\n').negate());
      case '^':
        ++at_;
        return edge(Syntax::Kind::TextStart);
      case '$':
        ++at_;
        return edge(Syntax::Kind::TextEnd);
      case '*':
      case '+':
      case '?':
      case '{':
        throw NotKnown{};
      default:
        return of_character(plain_character());
    }
  }

  Syntax repetition(Syntax once) {
    if (at_end()) return once;
    Syntax result;
    result.kind = Syntax::Kind::Repetition;
    if (skip("*")) {
      result.most = Syntax::no_end;
    } else if (skip("+")) {
      result.least = 1;
      result.most = Syntax::no_end;
    } else if (skip("?")) {
      result.most = 1;
    } else if (ahead() == '{') {
      read_bounds(result);
    } else {
      return once;
    }
    result.greedy = !skip("?");
    if (!at_end() && std::string_view("*+?{").find(ahead()) != std::string_view::npos) throw NotKnown{};
    if (result.most == Syntax::no_end && once.can_be_empty()) throw NotKnown{};
    if (result.most == 0) return {};
    result.parts.push_back(std::move(once));
    return result;
  }

  void read_bounds(Syntax& repetition) {
    ++at_;
    repetition.least = number();
    repetition.most = repetition.least;
    if (skip(",")) repetition.most = !at_end() && ahead() == '}' ? Syntax::no_end : number();
    if (!skip("}") || repetition.most < repetition.least) throw NotKnown{};
  }

  std::size_t number() {
    std::size_t value = 0;
    const std::size_t begin = at_;
    for (; !at_end() && ahead() >= '0' && ahead() <= '9'; ++at_) {
      value = value * 10 + static_cast<std::size_t>(ahead() - '0');
      if (value > most_repetitions) throw NotKnown{};
    }
    if (at_ == begin) throw NotKnown{};
    return value;
  }

  Syntax group() {
    const bool outside = any_case_;
    Syntax result;
    ++at_;
    if (skip("?P<")) {
      result.kind = Syntax::Kind::Group;
      result.group = name_group();
    } else if (skip("?")) {
      // RE2 takes a repetition behind (?i) for one of what stands before it.
      if (!flags()) {
        if (!at_end() && std::string_view("*+?{").find(ahead()) != std::string_view::npos) throw NotKnown{};
        return {};
      }
    }
    Syntax inside = alternatives();
    any_case_ = outside;
    if (!skip(")")) throw NotKnown{};
    // What is repeated behind the bracket is all of it: a sequence of its own must stay one.
    if (result.kind != Syntax::Kind::Group) return inside;
    result.parts.push_back(std::move(inside));
    return result;
  }

  int name_group() {
    const std::size_t close = text_.find('>', at_);
    if (close == std::string_view::npos) throw NotKnown{};
    const std::string name(text_.substr(at_, close - at_));
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_ascii_word)) throw NotKnown{};
    if (std::find(groups_.begin(), groups_.end(), name) != groups_.end()) throw NotKnown{};
    at_ = close + 1;
    groups_.push_back(name);
    return static_cast<int>(groups_.size()) - 1;
  }

  // Of (?flags) and (?flags:, to behind them; true if a group is open.
  bool flags() {
    bool on = true;
    for (; !at_end(); ++at_) {
      if (ahead() == ':' || ahead() == ')') return text_[at_++] == ':';
      if (ahead() == '-' && on) {
        on = false;
      } else if (ahead() == 'i') {
        any_case_ = on;
      } else {
        throw NotKnown{};
      }
    }
    throw NotKnown{};
  }

  Syntax escape() {
    if (skip("\\A")) return edge(Syntax::Kind::TextStart);
    if (skip("\\z")) return edge(Syntax::Kind::TextEnd);
    if (skip("\\d")) return of_class(CharacterSet().add('0', '9'));
    return of_character(escaped_character());
  }

  // A character behind a backslash, as RE2 reads it inside of brackets and outside.
  char32_t escaped_character() {
    if (skip("\\x{")) {
      char32_t c = 0;
      const std::size_t begin = at_;
      for (; !at_end() && ahead() != '}'; ++at_) {
        const auto digit = std::string_view("0123456789abcdefABCDEF").find(ahead());
        if (digit == std::string_view::npos || c > 0x10FFFF) throw NotKnown{};
        c = c * 16 + static_cast<char32_t>(digit < 16 ? digit : digit - 6);
      }
      if (at_ == begin || c > 0x10FFFF || !skip("}")) throw NotKnown{};
      return c;
    }
    if (skip("\\n")) return '\n';
    if (skip("\\t")) return '\t';
    ++at_;
    if (at_end() || is_ascii_word(ahead()) || (static_cast<unsigned char>(ahead()) & 0x80) != 0) throw NotKnown{};
    return static_cast<unsigned char>(text_[at_++]);
  }

  char32_t plain_character() {
    if (at_end()) throw NotKnown{};
    const Decoded c = decode(text_, at_);
    if (!c.valid) throw NotKnown{};
    at_ += c.size;
    return c.code_point;
  }

  Syntax character_class() {
    ++at_;
    const bool negated = skip("^");
    CharacterSet characters;
    for (bool leading = true; leading || at_end() || ahead() != ']'; leading = false) {
      if (at_end() || text_.substr(at_, 2) == "[:") throw NotKnown{};
      if (skip("\\d")) {
        characters.add('0', '9');
        continue;
      }
      const char32_t first = ahead() == '\\' ? escaped_character() : plain_character();
      char32_t last = first;
      if (text_.substr(at_, 1) == "-" && text_.substr(at_, 2) != "-]") {
        ++at_;
        last = !at_end() && ahead() == '\\' ? escaped_character() : plain_character();
      }
      if (last < first) throw NotKnown{};
      characters.add(first, last);
    }
    ++at_;
    if (any_case_) characters.add_other_cases();
    return of_class(negated ? characters.negate() : characters);
  }

  static Syntax of_class(CharacterSet characters) {
    Syntax result;
    result.kind = Syntax::Kind::Class;
    characters.settle();
    result.characters = std::make_shared<CharacterSet>(std::move(characters));
    return result;
  }

  Syntax of_character(char32_t c) const {
    Syntax result;
    result.kind = Syntax::Kind::Text;
    result.text = c;
    result.any_case = any_case_;
    return result;
  }

  static Syntax edge(Syntax::Kind kind) {
    Syntax result;
    result.kind = kind;
    return result;
  }

  // Characters, each counted as often as it is repeated.
  static std::size_t size_of(const Syntax& syntax) {
    std::size_t size = 1 + syntax.text.size();
    for (const Syntax& part : syntax.parts) size += size_of(part);
    if (syntax.kind == Syntax::Kind::Repetition)
      size *= std::max<std::size_t>(1, syntax.most == Syntax::no_end ? syntax.least : syntax.most);
    return size;
  }

  static void check_repetitions(const Syntax& syntax, std::size_t times) {
    if (syntax.kind == Syntax::Kind::Repetition) {
      const std::size_t most = syntax.most == Syntax::no_end ? syntax.least : syntax.most;
      times *= std::max<std::size_t>(most, 1);
      if (times > most_repetitions) throw NotKnown{};
    }
    for (const Syntax& part : syntax.parts) check_repetitions(part, times);
  }

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char ahead() const { return text_[at_]; }
  bool skip(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool any_case_ = false;
  int depth_ = 0;
  std::vector<std::string> groups_;
};

}  // namespace

bool Syntax::can_be_empty() const {
  const auto empty = [](const Syntax& part) { return part.can_be_empty(); };
  switch (kind) {
    case Kind::Text:
    case Kind::Class:
      return false;
    case Kind::Sequence:
      return std::all_of(parts.begin(), parts.end(), empty);
    case Kind::Alternatives:
      return std::any_of(parts.begin(), parts.end(), empty);
    case Kind::Repetition:
      return least == 0 || parts.front().can_be_empty();
    case Kind::Group:
      return parts.front().can_be_empty();
    case Kind::Nothing:
    case Kind::TextStart:
    case Kind::TextEnd:
      break;
  }
  return true;
}

std::optional<ParsedExpression> parse_expression(std::string_view expression) {
  try {
    return Parser(expression).parse();
  } catch (const NotKnown&) {
    return std::nullopt;
  }
}

}  // namespace boctach
