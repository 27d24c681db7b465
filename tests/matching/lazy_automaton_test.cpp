#include "matching/lazy_automaton.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <set>
#include <string>
#include <vector>

#include "matching/compiled_rule.h"
#include "matching/random_rules.h"
#include "matching/sweep.h"
#include "matching/syntax.h"
#include "matching/utf8_sequences.h"
#include "text/case_orbits.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Fragments as the loader inserts them, in short.
std::string without_fragments(std::string expression) {
  for (const auto& [name, characters] : {std::pair("{{Upper}}", "[A-ZĐ]"), std::pair("{{lower}}", "[a-zđă]")}) {
    for (std::size_t at = expression.find(name); at != std::string::npos; at = expression.find(name)) {
      expression.replace(at, std::string(name).size(), characters);
    }
  }
  return expression;
}

std::string shown(const Expression::Match& match) {
  std::string text = std::to_string(match.span.begin) + ".." + std::to_string(match.span.end);
  for (const auto& [name, span] : match.groups) {
    text.append(" ").append(name).append("=").append(std::to_string(span.begin)).append("..").append(std::to_string(span.end));
  }
  return text + "\n";
}

// Every match of the expression, by RE2, at every place where one starts.
std::string by_re2(const std::string& expression, const std::string& text) {
  std::string error;
  const auto compiled = Expression::compile(expression, error);
  if (!compiled) return error;
  std::string all;
  Expression::Match match;
  for (std::size_t from = 0; from < text.size() && compiled->find(text, from, match);) {
    if (match.span.begin >= text.size()) break;
    from = match.span.begin + decode(text, match.span.begin).size;
    if (!match.span.empty()) all += shown(match);
  }
  return all;
}

// The same by the automaton; in a sweep, among others.
std::string by_automaton(const ParsedExpression& parsed, const std::string& text) {
  const auto other = parse_expression("[a-z]+|số \\d+");
  Sweep sweep(Scope::Document);
  sweep.add(std::make_shared<PatternProgram>(PatternProgram{ByteProgram(other->syntax), other->groups}), false);
  const std::uint32_t rule = sweep.add(std::make_shared<PatternProgram>(PatternProgram{ByteProgram(parsed.syntax), parsed.groups}), false);
  sweep.finish();
  SweepRun run(sweep);
  const View view(text);
  run.scan(view, true);
  std::string all;
  for (const SweepRun::Hit& hit : run.of(rule)) {
    Expression::Match match{hit.span, {}};
    const auto& places = run.groups(rule, text, hit.span);
    for (std::size_t i = 0; i < parsed.groups.size(); ++i) {
      if (places[2 * i] == LazyAutomaton::npos || places[2 * i + 1] == LazyAutomaton::npos) continue;
      match.groups.emplace_back(parsed.groups[i], Span{places[2 * i], places[2 * i + 1]});
    }
    all += shown(match);
  }
  return all;
}

void expect_same(const std::string& expression, const std::string& text) {
  const auto parsed = parse_expression(expression);
  ASSERT_TRUE(parsed && parsed->is_exact) << expression;
  EXPECT_EQ(by_automaton(*parsed, text), by_re2(expression, text)) << expression << "\n" << text;
}

TEST(LazyAutomaton, FindsWhatRe2Finds) {
  RandomRules random(20210409);
  int compared = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string expression = without_fragments(random.expression(static_cast<int>(random.pick(4))));
    const auto parsed = parse_expression(expression);
    if (!parsed || !parsed->is_exact) continue;
    ++compared;
    // The text must be as a view has it.
    const View view(random.text(12));
    ASSERT_EQ(by_automaton(*parsed, std::string(view.text())), by_re2(expression, std::string(view.text()))) << expression << "\n"
                                                                                                             << view.text();
  }
  EXPECT_GT(compared, 2000);
}

TEST(LazyAutomaton, TriesAlternativesInTheirOrder) {
  for (const char* expression :
       {"(?P<a>ba|bán|b)(?P<b>n?)", "(?P<a>b|bán|ba)(?P<b>n?)", "(?P<a>b?\?)(?P<b>á*?)n", "(?P<a>b|)(?P<b>án|.)",
        "(?:(?P<a>b)|(?P<b>á)|n)+", "(?i:(?P<a>BÁN|B)|bÁ)", "(?:b|ba|\\d|bán)+?", "(?P<a>\\Ab|bán\\z|b)", "(?:ban|bá(?P<a>n)|b)\\z"}) {
    expect_same(expression, "bán ban bban 1bán");
    expect_same(expression, "bán");
  }
}

TEST(LazyAutomaton, TracesGroupsThatAreRepeatedOrTakeNoPart) {
  for (const char* expression :
       {"(?:(?P<a>\\d+)/)*(?P<b>\\d+)", "(?:(?P<a>x)|(?P<b>y))+", "(?P<a>(?P<b>\\d)+|[xy]+)/?", "(?P<a>)x", "(?:(?P<a>1)?2?){3}"}) {
    expect_same(expression, "12/3/4 xyx 1212 1/2/ x");
  }
}

TEST(LazyAutomaton, StaysTrueWhenItForgets) {
  const auto parsed = parse_expression("(?P<a>[a-z]+)(?P<b>[0-9]*)x");
  const ByteProgram program(parsed->syntax);
  LazyAutomaton automaton(program, true, 1);
  for (int i = 0; i < 3; ++i) {
    std::vector<std::size_t> slots(4, LazyAutomaton::npos);
    automaton.trace("ab12x", {0, 5}, slots);
    EXPECT_EQ(slots, (std::vector<std::size_t>{0, 2, 2, 4}));
    EXPECT_TRUE(automaton.is_large());
  }
}

// A state that is left by one character alone is passed over at one go.
TEST(LazyAutomaton, StaysWhereALongTextLeadsNowhere) {
  std::string text;
  for (int line = 0; line < 4; ++line) {
    for (int word = 0; word < 30; ++word) text += word % 3 == line ? "đường \U0001F600 " : "ngõ “x” ";
    text += line == 2 ? "12\n" : ".\n";
  }
  for (const char* expression :
       {"\\A(?:[^\\n]*\\n){0,3}?(?P<a>ngõ)", "\\A(?:[^\\n]*\\n){1,3}", "ngõ[^\\n]*", "đ[^\\n\u201C]*.", "[^.]*[.]", "ngõ[^1]*(?P<a>1\\d)",
        "n[^\\x{1F600}]*\\z", "n[^\\x{1F600}]*", "(?P<a>ngõ (?:[^2])*)2(?P<b>[^\\n]*\\n)*"}) {
    expect_same(expression, text);
  }
}

TEST(LazyAutomaton, KnowsClassesByTheirShortNames) {
  for (const char* expression : {"\\w+", "\\W", "(?i)\\w+", "(?i:\\W)x?", "[\\d\\s]+", "(?i)[^\\W]", "(?i)[\\D_]+", "\\S+?\\s"})
    expect_same(expression, "bán\t1_K \u017F\u212Ax\n");
}

TEST(Syntax, RefusesWhatItDoesNotKnowOrRe2DoesNotTake) {
  for (const char* expression :
       {"x**",  "a{1001}", "(?:a{100}){100}", "x(?i)*", "(x", "x)",   "[b-a]",  "(?P<a>x)(?P<a>y)", "(?P<>x)", "{2}",
        "a{2",  "a{3,2}",  "\\Q.\\E",         "[a",     "*",  "\xFF", "(?i-)x", "[[:alpha]",        "\\p{L",   "\\C",
        "(?x)a"}) {
    EXPECT_FALSE(parse_expression(expression)) << expression;
  }
}

TEST(Syntax, KnowsWhatAnAutomatonWouldGetWrong) {
  for (const char* expression : {"\\pL", "[[:alpha:]]", "[^\\p{Lu}a]", "(?s).", "(?m)^x", "(?U)x+", "\\bx", "(?:a*)*", "(?:a|)+"}) {
    const auto parsed = parse_expression(expression);
    ASSERT_TRUE(parsed) << expression;
    EXPECT_FALSE(parsed->is_exact) << expression;
  }
}

TEST(Syntax, TakesOnlyWhatRe2Takes) {
  RandomRules random(7);
  static const std::string characters = "ab(|)[]{}*+?\\.^$-,12?P<:>izAd";
  RE2::Options options;
  options.set_log_errors(false);
  int taken = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string expression;
    for (std::size_t n = 1 + random.pick(9); n > 0; --n) expression += characters[random.pick(characters.size())];
    const auto parsed = parse_expression(expression);
    if (!parsed || !parsed->is_exact) continue;
    ++taken;
    const RE2 re2(expression, options);
    ASSERT_TRUE(re2.ok()) << expression;
    ASSERT_EQ(parsed->syntax.can_be_empty(), RE2::FullMatch("", re2)) << expression;
  }
  EXPECT_GT(taken, 10000);
}

TEST(CaseOrbits, AreThoseOfRe2) {
  // A text of all letters; every orbit must be what RE2 finds for one of its members.
  std::string all;
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c < 0xD800 || c > 0xDFFF) append_utf8(all, c);
  }
  const RE2 any_case("(?i)[\\x{1}-\\x{10FFFF}]");
  ASSERT_TRUE(any_case.ok());
  std::set<char32_t> cased(characters_with_case().begin(), characters_with_case().end());
  for (const char32_t c : cased) {
    std::string letter;
    append_utf8(letter, c);
    const RE2 expression("(?i)" + letter);
    for (const char32_t other : case_orbit(c)) {
      std::string text;
      append_utf8(text, other);
      ASSERT_TRUE(RE2::FullMatch(text, expression)) << std::hex << static_cast<unsigned>(c) << " " << static_cast<unsigned>(other);
    }
  }
  for (char32_t c = 0x80; c < 0x20000; ++c) {
    if (cased.count(c) > 0 || (c >= 0xD800 && c <= 0xDFFF)) continue;
    std::string letter;
    append_utf8(letter, c);
    // Of letters without case RE2 makes one instruction for each byte.
    const RE2 expression("(?i)" + letter);
    const RE2 exact(letter);
    ASSERT_EQ(expression.ProgramSize(), exact.ProgramSize()) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Utf8Sequences, HoldEveryCharacterOfTheRangeOnce) {
  for (const CharacterRange range :
       {CharacterRange{0, 0x10FFFF}, {0x41, 0x7FF}, {0x7F, 0x80}, {0x1EA0, 0x1EF9}, {0xFFFF, 0x10000}, {0xC0, 0x10350}}) {
    std::size_t characters = 0;
    for (const Utf8Sequence& sequence : utf8_sequences(range)) {
      std::size_t product = 1;
      for (std::size_t i = 0; i < sequence.size; ++i) product *= std::size_t{sequence.bytes[i].last} - sequence.bytes[i].first + 1;
      characters += product;
    }
    EXPECT_EQ(characters, range.last - range.first + 1);
  }
}

}  // namespace
}  // namespace boctach
