#include <string>

#include "rules/checks.h"
#include "rules/pattern_text.h"

namespace boctach {
namespace {

// Walks one part of a pattern, in and out of character classes.
class PatternScan {
 public:
  PatternScan(const Text& text, Reporter& reporter) : text_(text), pattern_(text.value), reporter_(reporter) {}

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
      } else {
        if (starts("{{")) skip_behind("}}");
        ++at_;
      }
    }
  }

 private:
  [[nodiscard]] bool starts(std::string_view what) const { return std::string_view(pattern_).substr(at_, what.size()) == what; }

  // To the last byte of `end`, if it stands ahead.
  void skip_behind(std::string_view end) {
    const std::size_t found = pattern_.find(end, at_ + 2);
    if (found != std::string::npos) at_ = found + end.size() - 1;
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
        tell("E401", shown + " knows ASCII letters only",
             "leave it out: the engine keeps word edges, see `boundary` (word, left, right, none)");
        break;
      case 'w':
        tell("E402", shown + " knows ASCII letters only", "write {{letter}}, or (?:{{letter}}|\\d) for digits too");
        break;
      case 'W':
        tell("E402", shown + " takes Vietnamese letters for none", "list what may stand there, such as [ ,.;:]");
        break;
      case 's':
        tell("E402", shown + " does not belong here", "write one space: in the match view it stands for any white space");
        break;
      case 'S':
        tell("E402", shown + " does not belong here", "write [^ \\n], or {{letter}}");
        break;
      case 'p':
      case 'P':
        if (at_ + 2 < pattern_.size() && (pattern_[at_ + 2] == 'L' || pattern_.compare(at_ + 2, 2, "{L") == 0)) {
          tell("W401", "a Unicode letter class makes the program ten times as large", "write {{Upper}}, {{lower}} or {{letter}}");
        }
        break;
      default:
        if (c >= '1' && c <= '9' && !in_class_) tell("E405", "a back-reference " + shown, "RE2 has none: write the alternatives out");
    }
    at_ += 2;
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
  Reporter& reporter_;
  std::size_t at_ = 0;
  std::size_t class_start_ = 0;
  bool in_class_ = false;
};

void scan(const Pattern& pattern, Reporter& reporter) {
  for (const Text& part : pattern.parts) PatternScan(part, reporter).run();
}

}  // namespace

void check_patterns(const RuleSet& rules, Reporter& reporter) {
  for (const Pack& pack : rules.packs) {
    for (const auto& [name, fragment] : pack.define) scan(fragment, reporter);
    for (const Rule& rule : pack.rules) {
      for_each_pattern(rule, [&](const Pattern& pattern) { scan(pattern, reporter); });
    }
  }
}

}  // namespace boctach
