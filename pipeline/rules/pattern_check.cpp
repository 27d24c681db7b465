#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "rules/checks.h"
#include "rules/pattern_parts.h"
#include "rules/pattern_text.h"
#include "text/messages.h"
#include "text/spelling.h"

namespace boctach {
namespace {

constexpr std::size_t longest_gap = 40;

// Walks one part of a pattern, in and out of character classes.
class PatternScan {
 public:
  // `ends_mention`: the mention ends with this part, at a word edge.
  PatternScan(const Text& text, bool ends_mention, Reporter& reporter)
      : text_(text), pattern_(text.value), ends_mention_(ends_mention), reporter_(reporter) {}

  void run() {
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_];
      if (c == '\\') {
        escape();
      } else if (in_class_) {
        if (c == '[' && starts("[:"))
          skip_behind(":]");
        else if (c == ']' && at_ != class_start_)
          in_class_ = false;
        ++at_;
      } else if (c == '[') {
        in_class_ = true;
        ++at_;
        if (starts("^")) ++at_;
        class_start_ = at_;
      } else if (c == '(') {
        parenthesis();
        ++at_;
      } else if (c == '{') {
        brace();
        ++at_;
      } else if (c == ' ') {
        spaces();
      } else {
        ++at_;
      }
    }
    check_tones();
  }

 private:
  [[nodiscard]] bool starts(std::string_view what) const { return std::string_view(pattern_).substr(at_, what.size()) == what; }

  // To the last byte of `end`, if it stands ahead.
  void skip_behind(std::string_view end) {
    const std::size_t found = pattern_.find(end, at_ + 2);
    if (found != std::string::npos) at_ = found + end.size() - 1;
  }

  // A repetition, or an insertion, which has two braces on either side.
  void brace() {
    const std::size_t name = pattern_.find_first_not_of('{', at_);
    const std::size_t end = std::min(pattern_.find_first_of("{}", name), pattern_.size());
    if (starts("{{") && name == at_ + 2 && pattern_.compare(end, 2, "}}") == 0) {
      at_ = end + 1;
    } else if (name == std::string::npos || std::string_view("0123456789,}").find(pattern_[name]) == std::string_view::npos) {
      tell("E413", "braces that insert nothing", "write {{name}}, with two braces on either side; a brace of the text is \\{");
      at_ = std::min(name, pattern_.size()) - 1;
    } else {
      repetition();
    }
  }

  // In the view one space stands for any number of them, so that two in a pattern find nothing.
  void spaces() {
    const std::size_t begin = at_;
    while (starts(" ")) ++at_;
    const bool last_is_repeated = at_ < pattern_.size() && std::string_view("?*{").find(pattern_[at_]) != std::string_view::npos;
    if (at_ - begin <= (last_is_repeated ? 2U : 1U)) return;
    const std::size_t end = std::exchange(at_, begin);
    tell("W412", "spaces side by side, which the match view never has", "one space in a pattern stands for any white space: write one");
    at_ = end;
  }

  // {n,m}: every step of it is a copy of what is repeated.
  void repetition() {
    const std::size_t close = pattern_.find('}', at_);
    const std::size_t comma = pattern_.find(',', at_);
    const std::size_t begin = comma < close ? comma + 1 : at_ + 1;
    std::size_t most = 0;
    for (std::size_t i = begin; i < std::min(close, pattern_.size()) && pattern_[i] >= '0' && pattern_[i] <= '9' && most <= 1000; ++i)
      most = most * 10 + static_cast<std::size_t>(pattern_[i] - '0');
    if (most > longest_gap && !stops_by_itself())
      tell("W407", say("a gap of up to {0}", {std::to_string(most)}),
           "over 40 the program grows and matches cross sentences: see `context` with `within`");
    const bool is_last = close != std::string::npos && pattern_.find_first_not_of(")?", close + 1) == std::string::npos;
    if (ends_mention_ && is_last && comma < close && most > 1 && takes_words_and_spaces())
      tell("W411", say("a repetition of up to {0} characters at the end may stop inside a word", {std::to_string(most)}),
           "such a match is gone, no shorter one is tried: repeat whole words, as in (?: {{Syllable}}){0,3}");
  }

  // True behind a full stop, and behind a class that has both spaces and letters.
  [[nodiscard]] bool takes_words_and_spaces() const {
    const char before = at_ == 0 ? '\0' : pattern_[at_ - 1];
    if (before == '.') return at_ < 2 || pattern_[at_ - 2] != '\\';
    if (before != ']') return false;
    const std::string_view members = std::string_view(pattern_).substr(class_start_, at_ - 1 - class_start_);
    const bool has_space = members.find(' ') != std::string_view::npos;
    if (pattern_[class_start_ - 1] == '^') return !has_space && members.find("a-z") == std::string_view::npos;
    return has_space && members.find("a-z") != std::string_view::npos;
  }

  // True behind a class of all characters but two or more: what follows ends it.
  [[nodiscard]] bool stops_by_itself() const {
    if (at_ < 2 || pattern_[at_ - 1] != ']' || pattern_[class_start_ - 1] != '^') return false;
    const std::string_view left_out = std::string_view(pattern_).substr(class_start_, at_ - 1 - class_start_);
    return left_out.size() > (left_out.find("\\n") == std::string_view::npos ? 1U : 3U);
  }

  void check_tones() {
    const std::string placed = fold_tones(pattern_);
    if (placed == pattern_) return;
    at_ = 0;
    while (at_ < std::min(placed.size(), pattern_.size()) && placed[at_] == pattern_[at_]) ++at_;
    while (at_ > 0 && (static_cast<unsigned char>(pattern_[at_]) & 0xC0U) == 0x80U) --at_;
    tell("W408", "a tone mark on the second of two vowels",
         "the match view has it on the first, and the pattern is read so: write it as it is read");
  }

  void tell(const char* code, const std::string& message, const char* help) {
    reporter_.report(code, mark_inside(reporter_.rules(), text_, at_), message, help);
  }

  void escape() {
    const char c = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
    const std::string shown = std::string("'\\") + c + "'";
    switch (c) {
      case 'b':
      case 'B':
        tell("E401", say("{0} knows ASCII letters only", {shown}),
             "leave it out: the engine keeps word edges, see `boundary` (word, left, right, none)");
        break;
      case 'w':
        tell("E402", say("{0} knows ASCII letters only", {shown}), "write {{letter}}, or (?:{{letter}}|\\d) for digits too");
        break;
      case 'W':
        tell("E402", say("{0} takes Vietnamese letters for none", {shown}), "list what may stand there, such as [ ,.;:]");
        break;
      case 's':
        tell("E402", say("{0} does not belong here", {shown}), "write one space: in the match view it stands for any white space");
        break;
      case 'S':
        tell("E402", say("{0} does not belong here", {shown}), "write [^ \\n], or {{letter}}");
        break;
      case 'p':
      case 'P':
        tell("W401", "a Unicode class makes the program ten times as large",
             "write {{Upper}}, {{lower}}, {{letter}}, or list what may stand there");
        break;
      default:
        if (c >= '1' && c <= '9' && !in_class_)
          tell("E405", say("a back-reference {0}", {shown}), "RE2 has none: write the alternatives out");
    }
    at_ += 2;
    if (std::string_view("pPx").find(c) != std::string_view::npos && starts("{")) at_ = std::min(pattern_.find('}', at_), pattern_.size());
  }

  void parenthesis() {
    static constexpr const char* no_look = "RE2 has no look-around: use `span`, `context` or `except`";
    if (starts("(?=") || starts("(?!")) {
      tell("E403", "a look-ahead", no_look);
    } else if (starts("(?<=") || starts("(?<!")) {
      tell("E403", "a look-behind", no_look);
    } else if (starts("(?<")) {
      tell("E404", "a group written (?<name>...)", "write (?P<name>...)");
    } else if (starts("(?P=")) {
      tell("E405", "a back-reference (?P=name)", "RE2 has none: write the alternatives out");
    } else if (!starts("(?")) {
      tell("E406", "a group without a name", "write (?:...), or (?P<name>...) if it is a field");
    }
  }

  const Text& text_;
  const std::string& pattern_;
  bool ends_mention_;
  Reporter& reporter_;
  std::size_t at_ = 0;
  std::size_t class_start_ = 0;
  bool in_class_ = false;
};

void scan(const Pattern& pattern, bool ends_mention, Reporter& reporter) {
  for (const Text& part : pattern.parts) PatternScan(part, ends_mention && &part == &pattern.parts.back(), reporter).run();
}

// The place of a byte of Pattern::value.
Mark mark_at(const RuleSet& rules, const Pattern& pattern, std::size_t offset) {
  for (const Text& part : pattern.parts) {
    if (offset < part.value.size()) return mark_inside(rules, part, offset);
    offset -= part.value.size();
  }
  return pattern.mark;
}

// The fragment a pattern ends with, or null.
const Pattern* last_fragment(const RuleSet& rules, const Pack& pack, const Pattern& pattern) {
  const std::vector<Insertion> all = insertions(pattern.value);
  const bool is_last = !all.empty() && pattern.value.find_first_not_of(')', all.back().end) == std::string::npos;
  return is_last ? find_fragment(rules, pack, all.back().name) : nullptr;
}

// Alternatives at the end of a pattern: RE2 takes the first that matches, so
// that a later one which starts like it never has its turn.
void check_shadows(const Pattern& pattern, Reporter& reporter) {
  for (const ShadowedAlternative& shadowed : shadowed_alternatives(pattern.value)) {
    reporter.report("W406", mark_at(reporter.rules(), pattern, shadowed.offset),
                    say("'{0}' never has its turn: '{1}' stands before it", {shadowed.text, shadowed.by}),
                    "the first alternative that matches is taken, not the longest: put the longer one first");
  }
}

}  // namespace

void check_patterns(const RuleSet& rules, Reporter& reporter) {
  for (const Pack& pack : rules.packs) {
    const Reporter::Allowance of_pack(reporter, pack.allow);
    for (const auto& [name, fragment] : pack.define) scan(fragment, false, reporter);
    for (const Rule& rule : pack.rules) {
      const Reporter::Allowance of_rule(reporter, rule.allow);
      // What drops a line may reach to its end.
      const bool drops = rule.clean.drop != Drop::None;
      const Reporter::Allowance of_kind(reporter, drops ? std::vector<std::string>{"W407"} : std::vector<std::string>());
      const bool wants_edge = rule.boundary == Boundary::Word || rule.boundary == Boundary::Right;
      const bool ends_mention = wants_edge && rule.span_from.empty() && !rule.link && !drops;
      for_each_pattern(rule, [&](const Pattern& pattern) { scan(pattern, ends_mention && &pattern == &rule.pattern, reporter); });
      check_shadows(rule.pattern, reporter);
      if (const Pattern* fragment = last_fragment(rules, pack, rule.pattern)) check_shadows(*fragment, reporter);
    }
  }
}

}  // namespace boctach
