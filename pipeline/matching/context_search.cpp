#include "matching/context_search.h"

#include <algorithm>
#include <stdexcept>

#include "matching/syntax.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t most_context_states = std::size_t{1} << 20;  // bytes

// What matches the same characters in the opposite order.
void reverse(Syntax& syntax) {
  std::reverse(syntax.text.begin(), syntax.text.end());
  if (syntax.kind == Syntax::Kind::TextStart) {
    syntax.kind = Syntax::Kind::TextEnd;
  } else if (syntax.kind == Syntax::Kind::TextEnd) {
    syntax.kind = Syntax::Kind::TextStart;
  }
  for (Syntax& part : syntax.parts) reverse(part);
  if (syntax.kind == Syntax::Kind::Sequence) std::reverse(syntax.parts.begin(), syntax.parts.end());
}

// True if every match begins where its text does.
bool is_tied_to_start(const Syntax& syntax) {
  switch (syntax.kind) {
    case Syntax::Kind::TextStart:
      return true;
    case Syntax::Kind::Sequence:
    case Syntax::Kind::Group:
      return !syntax.parts.empty() && is_tied_to_start(syntax.parts.front());
    case Syntax::Kind::Alternatives:
      return std::all_of(syntax.parts.begin(), syntax.parts.end(), is_tied_to_start);
    default:
      return false;
  }
}

Syntax any_characters() {
  Syntax character;
  character.kind = Syntax::Kind::Class;
  character.characters.add(0, 0x10FFFF);
  Syntax any;
  any.kind = Syntax::Kind::Repetition;
  any.most = Syntax::no_end;
  any.parts.push_back(std::move(character));
  return any;
}

}  // namespace

const ByteProgram& ContextSearch::program() const {
  std::call_once(made_, [this] {
    auto parsed = parse_expression(expression_);
    if (!parsed || !parsed->is_exact) throw std::logic_error("an expression without an automaton: " + expression_);
    Syntax syntax = std::move(parsed->syntax);
    if (!is_tied_to_start(syntax)) {
      Syntax reversed = syntax;
      reverse(reversed);
      backward_ = is_tied_to_start(reversed);
      if (backward_) {
        syntax = std::move(reversed);
      } else {
        Syntax sequence;
        sequence.kind = Syntax::Kind::Sequence;
        sequence.parts.push_back(any_characters());
        sequence.parts.push_back(std::move(syntax));
        syntax = std::move(sequence);
      }
    }
    program_ = ByteProgram(syntax);
  });
  return program_;
}

ContextWalk::ContextWalk(const ContextSearch& search)
    : search_(search), automaton_(search.program(), false, most_context_states), start_(automaton_.start({0}, true)) {}

bool ContextWalk::matches(std::string_view text) {
  if (automaton_.is_large()) {
    automaton_.forget();
    start_ = automaton_.start({0}, true);
  }
  LazyAutomaton::Entry entry = start_;
  bool goes_on = !entry.dead() && !entry.matches();
  if (!search_.is_backward()) {
    goes_on = goes_on && pass(text, entry);
  } else {
    for (std::size_t end = text.size(); goes_on && end > 0;) {
      const std::size_t begin = back(text, end, 1);
      goes_on = pass(text.substr(begin, end - begin), entry);
      end = begin;
    }
  }
  if (goes_on) entry = automaton_.end(entry);
  return entry.matches();
}

bool ContextWalk::pass(std::string_view text, LazyAutomaton::Entry& entry) {
  automaton_.walk(entry, text, 0, text.size());
  return !entry.dead() && !entry.matches();
}

}  // namespace boctach
