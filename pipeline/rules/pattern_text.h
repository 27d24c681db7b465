#ifndef BOCTACH_RULES_PATTERN_TEXT_H_
#define BOCTACH_RULES_PATTERN_TEXT_H_

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/rule_set.h"
#include "rules/diagnose.h"

namespace boctach {

// The rule language over RE2: what stands in {{...}}, and what it becomes.

// Symbols of labels in the view start here.
inline constexpr char32_t first_symbol = 0xF0000;
// True if `character`, of UTF-8, is one of them.
bool is_view_symbol(std::string_view character);

// The labels rules give, in order of first appearance; not those of vetoes and links.
std::vector<std::string> labels(const RuleSet& rules);
// The place of a label in labels().
std::optional<std::size_t> label_index(const RuleSet& rules, std::string_view label);

// `name` in the pack's lexicons, `pack/name` in another's; null if there is none.
const Lexicon* find_lexicon(const RuleSet& rules, const Pack& pack, std::string_view name);
// `name` in the pack's fragments, `pack/name` in another's; null if there is none.
const Pattern* find_fragment(const RuleSet& rules, const Pack& pack, std::string_view name);
const Pack* find_pack(const RuleSet& rules, std::string_view name);

// One {{...}} of a pattern: its bytes with the braces, and the name inside them.
struct Insertion {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string name;  // number, lex:type_code, @date
};
std::vector<Insertion> insertions(std::string_view pattern);

// Fragments that insert each other twice grow past all bounds: an expression of
// more bytes than this has insertions left in it, and is not to be used.
constexpr std::size_t largest_expansion = std::size_t{2} << 20;

// The expression for RE2: fragments, lexicons (longest entry first), symbols
// and letter classes put in, letters folded as in the view. A name that
// does not resolve stays as it is; loading has reported it.
class PatternExpander {
 public:
  enum class Lexicons { PutIn, Left };  // left as {{lex:name}}, for those who only look at groups and symbols: no letter is changed then

  // `rules` must outlive the expander, and not change: what is put in is remembered.
  explicit PatternExpander(const RuleSet& rules, Lexicons lexicons = Lexicons::PutIn) : rules_(rules), with_words_(lexicons) {}
  std::string expand(const Pack& pack, const std::string& pattern);

 private:
  std::string put_in(const Pack& pack, std::string_view pattern);
  std::optional<std::string> resolve(const Pack& pack, const std::string& name);
  std::optional<std::string> resolve_fragment(const Pack& pack, const std::string& name);
  [[nodiscard]] std::string as_in_view(std::string_view text) const;

  const RuleSet& rules_;
  Lexicons with_words_;
  std::vector<std::string> labels_;
  std::map<const Lexicon*, std::string> lexicons_;
  std::map<const Pattern*, std::string> fragments_;
  // Of one pattern:
  std::set<const Pattern*> open_;
  bool circular_ = false;
  std::size_t written_ = 0;  // bytes of the result, or a few less
};
// The same for one pattern; with its lexicons left.
std::string expand_pattern(const RuleSet& rules, const Pack& pack, const std::string& pattern);
std::string expand_fragments(const RuleSet& rules, const Pack& pack, const std::string& pattern);

// Named groups of an expression, in order, with repetitions.
std::vector<std::string> group_names(std::string_view pattern);

// The name of the lexicon if the pattern is one {{lex:name}} and nothing else,
// at most inside one named group; else nothing.
std::optional<std::string> lone_lexicon(std::string_view pattern);

// The class of a built-in fragment (Upper, lower, letter, Syllable, open, close), or nothing.
std::optional<std::string> built_in_fragment(std::string_view name);
std::vector<std::string> built_in_names();

}  // namespace boctach

#endif  // BOCTACH_RULES_PATTERN_TEXT_H_
