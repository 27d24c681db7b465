#include "matching/syntax_knowledge.h"

#include <optional>
#include <string>
#include <vector>

#include "rules/pattern_text.h"
#include "text/case_fold.h"

namespace boctach {
namespace {

// Characters, each with those behind it as far as starts are looked at.
void append_text(const Syntax& syntax, Sequence& parts) {
  static constexpr std::size_t long_enough = 9;
  const std::u32string& text = syntax.text;
  for (std::size_t at = 0; at < text.size();) {
    Knowledge part = one_character(text[at++], syntax.any_case);
    if (part.is_exact) {
      std::string run = *part.exact.begin();
      for (; at < text.size() && run.size() < long_enough; ++at) {
        const std::optional<std::string> next = folded(text[at]);
        if (!next || is_view_symbol(*next)) break;
        run += *next;
      }
      part = exactly({std::move(run)}, part.first);
    }
    parts.append(std::move(part));
  }
}

unsigned char lead(char32_t character) { return static_cast<unsigned char>(encoded(character)[0]); }

// Adds a character in folded case; false if that is not sure to be possible.
bool add_folded(char32_t character, Literals& texts) {
  const std::optional<std::string> text = folded(character);
  if (text && !is_view_symbol(*text)) {
    texts.insert(*text);
    return true;
  }
  // One that folds to another length stands in no folded text.
  std::string bytes;
  return !text && !fold_case_in_place(encoded(character), bytes);
}

// Few characters are alternatives; more are better known by how they may start.
Knowledge class_knowledge(const CharacterSet& characters) {
  static constexpr std::size_t most = 12;
  Literals texts;
  ByteSet first;
  bool few = true;
  for (const CharacterRange& range : characters.ranges()) {
    for (unsigned byte = lead(range.first); byte <= lead(range.last); ++byte) first.add(static_cast<unsigned char>(byte));
    for (char32_t c = range.first; few && c <= range.last; ++c) few = add_folded(c, texts) && texts.size() <= most;
  }
  return few && !texts.empty() ? exactly(std::move(texts), first) : character_of(first);
}

}  // namespace

Knowledge SyntaxKnowledge::of(const Syntax& syntax) {
  static constexpr std::size_t many = 3;
  const auto [begin, end] = known_.equal_range(syntax.parts.size());
  for (auto known = begin; known != end; ++known) {
    if (known->second.first == syntax) return known->second.second;
  }
  Knowledge knowledge = syntax.kind == Syntax::Kind::Alternatives ? alternatives(syntax) : sequence(syntax);
  if (syntax.parts.size() >= many) known_.emplace(syntax.parts.size(), std::pair(syntax, knowledge));
  return knowledge;
}

Knowledge SyntaxKnowledge::sequence(const Syntax& syntax) {
  Sequence sequence;
  if (syntax.kind == Syntax::Kind::Sequence) {
    for (const Syntax& part : syntax.parts) append(part, sequence);
  } else {
    append(syntax, sequence);
  }
  return std::move(sequence).finish();
}

void SyntaxKnowledge::append(const Syntax& syntax, Sequence& parts) {
  switch (syntax.kind) {
    case Syntax::Kind::Text:
      append_text(syntax, parts);
      break;
    case Syntax::Kind::Class:
      parts.append(class_knowledge(syntax.characters));
      break;
    // Taken apart, what is known of it would get lost among what stands around it.
    case Syntax::Kind::Sequence:
    case Syntax::Kind::Alternatives:
      parts.append(of(syntax));
      break;
    case Syntax::Kind::Group:
      parts.append(of(syntax.parts.front()));
      break;
    case Syntax::Kind::Repetition:
      parts.append(repeated(of(syntax.parts.front()), syntax.least, syntax.most));
      break;
    case Syntax::Kind::Nothing:
    case Syntax::Kind::TextStart:
    case Syntax::Kind::TextEnd:
      break;
  }
}

Knowledge SyntaxKnowledge::alternatives(const Syntax& syntax) {
  std::vector<Knowledge> all;
  for (const Syntax& part : syntax.parts) all.push_back(of(part));
  // Two by two: the entries of a lexicon, joined one after the other, take the square of the time.
  for (std::size_t step = 1; step < all.size(); step *= 2) {
    for (std::size_t i = 0; i + step < all.size(); i += 2 * step) all[i] = either(std::move(all[i]), std::move(all[i + step]));
  }
  return std::move(all.front());
}

}  // namespace boctach
