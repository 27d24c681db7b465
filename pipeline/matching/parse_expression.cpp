#include <algorithm>
#include <utility>

#include "matching/character_reader.h"
#include "matching/known_syntax.h"
#include "matching/syntax.h"

namespace boctach {
namespace {

constexpr int deepest = 200;
constexpr std::size_t largest = 500000;         // characters; more is too much for an automaton
constexpr std::size_t most_repetitions = 1000;  // RE2 refuses more, also of one inside of another

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Parser {
 public:
  Parser(std::string_view text, KnownSyntax* known) : reader_(text), known_(known) {}

  ParsedExpression parse() {
    ParsedExpression parsed;
    parsed.syntax = alternatives();
    if (!reader_.at_end()) throw NotRead{};
    check_repetitions(parsed.syntax, 1);
    parsed.groups = std::move(groups_);
    parsed.is_exact = is_exact_ && parsed.syntax.size() <= largest;
    return parsed;
  }

 private:
  Syntax alternatives() {
    if (++depth_ > deepest) throw NotRead{};
    std::vector<Syntax> all;
    all.push_back(sequence());
    while (reader_.skip("|")) all.push_back(sequence());
    --depth_;
    if (all.size() == 1) return std::move(all.front());
    Syntax result = of_kind(Syntax::Kind::Alternatives);
    result.parts = std::move(all);
    return result;
  }

  Syntax sequence() {
    std::vector<Syntax> parts;
    while (!reader_.at_end() && !reader_.is_ahead("|)")) {
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
    Syntax result = of_kind(Syntax::Kind::Sequence);
    result.parts = std::move(parts);
    return result;
  }

  Syntax atom() {
    switch (reader_.ahead()) {
      case '(':
        return group();
      case '[':
        return known_or(KnownSyntax::Part::Class, [this] { return of_class(reader_.bracketed_class(any_case_)); });
      case '\\':
        return escape();
      case '.':
        reader_.next();
        // (?s) may be on.
        return of_class(is_exact_ ? std::optional(CharacterSet::of('\n').negate()) : std::nullopt);
      case '^':
      case '$':
        return of_kind(reader_.next() == '^' ? Syntax::Kind::TextStart : Syntax::Kind::TextEnd);
      default:
        return text();
    }
  }

  Syntax escape() {
    if (reader_.skip("\\A")) return of_kind(Syntax::Kind::TextStart);
    if (reader_.skip("\\z")) return of_kind(Syntax::Kind::TextEnd);
    if (reader_.skip("\\b") || reader_.skip("\\B")) {
      is_exact_ = false;
      return {};
    }
    if (reader_.skip_named_class()) return of_class(std::nullopt);
    if (auto characters = reader_.short_class(any_case_)) return of_class(std::move(characters));
    return text();
  }

  Syntax text() {
    if (reader_.is_ahead(CharacterReader::repetitions)) throw NotRead{};
    Syntax result = of_kind(Syntax::Kind::Text);
    result.text = reader_.text();
    result.any_case = any_case_;
    return result;
  }

  Syntax repetition(Syntax once) {
    Syntax result = of_kind(Syntax::Kind::Repetition);
    if (reader_.skip("*")) {
      result.most = Syntax::no_end;
    } else if (reader_.skip("+")) {
      result.least = 1;
      result.most = Syntax::no_end;
    } else if (reader_.skip("?")) {
      result.most = 1;
    } else if (reader_.skip("{")) {
      read_bounds(result);
    } else {
      return once;
    }
    result.greedy = !reader_.skip("?");
    if (reader_.is_ahead(CharacterReader::repetitions)) throw NotRead{};
    if (result.most == Syntax::no_end && once.can_be_empty()) is_exact_ = false;
    if (result.most == 0) return {};
    result.parts.push_back(std::move(once));
    return result;
  }

  void read_bounds(Syntax& repetition) {
    repetition.least = reader_.number(most_repetitions);
    repetition.most = repetition.least;
    if (reader_.skip(",")) repetition.most = reader_.is_ahead("}") ? Syntax::no_end : reader_.number(most_repetitions);
    if (!reader_.skip("}") || repetition.most < repetition.least) throw NotRead{};
  }

  Syntax group() {
    ++opened_;
    reader_.next();
    const bool outside = any_case_;
    Syntax result;
    if (reader_.skip("?P<")) {
      result.kind = Syntax::Kind::Group;
      result.group = name_group();
    } else if (reader_.skip("?") && !flags()) {
      // RE2 takes a repetition behind (?i) for one of what stands before it.
      if (reader_.is_ahead(CharacterReader::repetitions)) throw NotRead{};
      return {};
    }
    Syntax inside = held();
    any_case_ = outside;
    // What is repeated behind the bracket is all of it: a sequence of its own must stay one.
    if (result.kind != Syntax::Kind::Group) return inside;
    result.parts.push_back(std::move(inside));
    return result;
  }

  // What a group holds, from behind its opening to behind its bracket.
  Syntax held() {
    return known_or(KnownSyntax::Part::Group, [this] {
      Syntax inside = alternatives();
      if (!reader_.skip(")")) throw NotRead{};
      return inside;
    });
  }

  // What `read` makes of what is ahead, but what was read before is taken from there.
  template <typename Read>
  Syntax known_or(KnownSyntax::Part part, const Read& read) {
    // What is not exact changes how others are read.
    if (known_ == nullptr || !is_exact_ || depth_ == deepest) return read();
    const std::string_view rest = reader_.rest();
    const bool any_case = any_case_;
    if (const auto* known = known_->find(rest, part, any_case); known != nullptr) {
      reader_.advance(known->text.size());
      return known->syntax;
    }
    const std::size_t opened = opened_;
    Syntax made = read();
    if (is_exact_ && opened_ == opened) known_->add(rest.substr(0, rest.size() - reader_.rest().size()), part, any_case, made);
    return made;
  }

  int name_group() {
    const std::string name(reader_.until(">"));
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_word)) throw NotRead{};
    if (std::find(groups_.begin(), groups_.end(), name) != groups_.end()) throw NotRead{};
    groups_.push_back(name);
    return static_cast<int>(groups_.size()) - 1;
  }

  // Of (?flags) and (?flags:, to behind them; true if a group is open.
  bool flags() {
    bool on = true;
    for (char before = '\0';; before = reader_.ahead(), reader_.next()) {
      if (before != '-' && reader_.skip(":")) return true;
      if (before != '-' && reader_.skip(")")) return false;
      if (reader_.is_ahead("i")) {
        any_case_ = on;
      } else if (reader_.is_ahead("msU")) {
        is_exact_ = false;
      } else if (on && reader_.is_ahead("-")) {
        on = false;
      } else {
        throw NotRead{};
      }
    }
  }

  // Nothing: characters that are not known here.
  Syntax of_class(std::optional<CharacterSet> characters) {
    if (!characters) is_exact_ = false;
    Syntax result = of_kind(Syntax::Kind::Class);
    result.characters = characters ? characters->settle() : CharacterSet().negate();
    return result;
  }

  static Syntax of_kind(Syntax::Kind kind) {
    Syntax result;
    result.kind = kind;
    return result;
  }

  static void check_repetitions(const Syntax& syntax, std::size_t times) {
    if (syntax.kind == Syntax::Kind::Repetition) {
      const std::size_t most = syntax.most == Syntax::no_end ? syntax.least : syntax.most;
      times *= std::max<std::size_t>(most, 1);
      if (times > most_repetitions) throw NotRead{};
    }
    for (const Syntax& part : syntax.parts) check_repetitions(part, times);
  }

  CharacterReader reader_;
  KnownSyntax* known_;      // or null
  std::size_t opened_ = 0;  // groups
  bool is_exact_ = true;
  bool any_case_ = false;
  int depth_ = 0;
  std::vector<std::string> groups_;
};

}  // namespace

std::optional<ParsedExpression> parse_expression(std::string_view expression, KnownSyntax* known) {
  try {
    return Parser(expression, known).parse();
  } catch (const NotRead&) {
    return std::nullopt;
  }
}

}  // namespace boctach
