#include "rules/new_rule.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/yaml_text.h"
#include "text/fold.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::string_view open_mark = "\u27e6";
constexpr std::string_view close_mark = "\u27e7";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The letters of a mention as an expression.
std::string literal(std::string_view text) {
  constexpr std::string_view special = "\\.+*?()|[]{}^$";
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_digit(c)) {
      result += "[0-9]+";
      while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
    } else {
      if (special.find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  return result;
}

std::vector<std::string> mentions_of(std::string_view example) {
  std::vector<std::string> mentions;
  for (std::size_t at = example.find(open_mark); at != std::string_view::npos; at = example.find(open_mark, at)) {
    at += open_mark.size();
    const std::size_t end = std::min(example.find(close_mark, at), example.size());
    mentions.emplace_back(example.substr(at, end - at));
    at = end;
  }
  return mentions;
}

// The lines of a rule, its dash in column `indent`, from 0.
std::string rule_lines(const NewRule& rule, std::size_t indent) {
  const std::string margin(indent + 2, ' ');
  std::string text = std::string(indent, ' ') + "- id: " + rule.id + "\n";
  const auto add = [&](const std::string& line) { text.append(margin).append(line).append("\n"); };
  add("about: " + single_quoted(say("the text of its example, with any number")) + "  # " + say("say in one line what it finds"));
  add("label: " + rule.label);
  add("# " + say("Widen it bit by bit: {{Upper}} and {{lower}} are letters, {{Syllable}} a word, (?P<name>...) a group."));
  add("# " + say("`boctach grep PATTERN INPUT...` shows what a pattern finds before it is in a rule."));
  add("pattern: " + single_quoted(pattern_of(rule.example)));
  add("# " + say("Groups whose text is to stand in the record:"));
  add("# fields:");
  add("#   name: string");
  add("examples:");
  add("  - text: " + single_quoted(rule.example));
  add("counterexamples:  # " + say("what looks like one and is none"));
  add("  - text: " + single_quoted(rule.counterexample));
  return text;
}

// Byte offset of a line, from 1.
std::size_t start_of_line(const std::string& text, int line) {
  std::size_t at = 0;
  for (int i = 1; i < line; ++i) at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

// Up over the comments and empty lines in front of a line: they belong to what comes.
std::size_t above_comments(const std::string& text, std::size_t at) {
  while (at > 0) {
    const std::size_t feed = at < 2 ? std::string::npos : text.rfind('\n', at - 2);
    const std::size_t line = feed == std::string::npos ? 0 : feed + 1;
    const char first = text[line];
    if (first != '#' && first != '\n' && first != '\r') break;
    at = line;
  }
  return at;
}

}  // namespace

std::string complaint(const std::string& example, bool marked) {
  if (example.find_first_not_of(' ') == std::string::npos) return say("there is no text");
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (std::any_of(example.begin(), example.end(), is_control)) return say("the text must be one line, without tabs");
  bool open = false;
  for (std::size_t at = 0; at < example.size(); ++at) {
    const bool opens = example.compare(at, open_mark.size(), open_mark) == 0;
    const bool closes = example.compare(at, close_mark.size(), close_mark) == 0;
    if (!marked && (opens || closes)) return say("nothing may be marked in a text that the rule must leave alone");
    if ((opens && open) || (closes && !open)) return say("the marks \u27e6 and \u27e7 are no pair");
    open = opens || (open && !closes);
  }
  if (open) return say("the marks \u27e6 and \u27e7 are no pair");
  const std::vector<std::string> mentions = mentions_of(example);
  if (marked && mentions.empty()) return say("mark what is to be found: \u27e6like this\u27e7");
  const auto is_blank = [](const std::string& mention) { return mention.find_first_not_of(' ') == std::string::npos; };
  if (std::any_of(mentions.begin(), mentions.end(), is_blank)) return say("there is nothing between the marks");
  return "";
}

std::string pattern_of(const std::string& example) {
  std::vector<std::string> literals;
  for (const std::string& mention : mentions_of(example)) {
    const std::string found = literal(fold_view(mention));
    if (std::find(literals.begin(), literals.end(), found) == literals.end()) literals.push_back(found);
  }
  if (literals.size() == 1) return literals.front();
  // Of two that begin alike the longer one must be tried first.
  std::stable_sort(literals.begin(), literals.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  std::string pattern;
  for (const std::string& one : literals) pattern += (pattern.empty() ? "(?:" : "|") + one;
  return pattern + ")";
}

std::string new_rule_file(const NewRule& rule, bool overlay, const std::string& schema) {
  std::string text;
  if (!schema.empty()) text += "# yaml-language-server: $schema=" + schema + "\n";
  text += "format: 1\n";
  if (overlay) {
    text += "overlay: " + rule.pack + "\n";
  } else {
    text += "pack: " + rule.pack + "\nversion: 0.1.0\nabout: " + single_quoted(say("Mentions of {0}.", {rule.label})) + "\n\n";
    text += "# " + say("How they stand in records. Without this: one by one, in an array called like the label.") + "\n# records:\n";
    text += "#   " + rule.label + ": {array: " + rule.label + "s, as: items, fields: {name: string}}\n";
  }
  return text + "\nrules:\n" + rule_lines(rule, 2);
}

std::optional<std::string> with_rule(const std::string& text, const Node& tree, const NewRule& rule) {
  std::string before = text;
  if (!before.empty() && before.back() != '\n') before += '\n';
  const auto key = std::find_if(tree.children.begin(), tree.children.end(), [](const Node& child) { return child.key == "rules"; });
  if (key == tree.children.end()) return before + "\nrules:\n" + rule_lines(rule, 2);
  if (!key->is_sequence() || key->flow || key->children.empty()) return std::nullopt;
  const std::string lines = "\n" + rule_lines(rule, static_cast<std::size_t>(key->mark.column) - 1);
  const auto next = std::next(key);
  if (next == tree.children.end()) return before + lines;
  return before.insert(above_comments(before, start_of_line(before, next->key_mark.line)), lines);
}

}  // namespace boctach
