#ifndef BOCTACH_MATCHER_H_
#define BOCTACH_MATCHER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "boctach/diagnostic.h"
#include "boctach/document.h"
#include "boctach/mention.h"
#include "boctach/rule_set.h"
#include "boctach/rule_times.h"

namespace boctach {

// A line, tail or stretch that a cleaning rule took out.
struct Chrome {
  const Rule* rule = nullptr;
  Span raw;  // in the original bytes
  std::string text;
};

// The text that rules of a pack saw, symbols written as <label>.
struct SeenView {
  const Pack* pack = nullptr;
  std::vector<std::string> sees;
  std::string text;
};

// All that the cascade found in one article.
struct Findings {
  std::vector<Mention> mentions;      // winners in text order, helpers (emit: false) among them
  std::vector<Link> links;            // in the order their rules stand
  std::vector<Candidate> candidates;  // only if asked for
  std::vector<Chrome> chrome;         // what cleaning rules dropped, in text order
  std::vector<SeenView> views;        // only if asked for; in the order they were made
};

// What passes a limit is an error of the article (E907, E950, E951): it has no findings then.
struct MatchLimits {
  std::size_t text = std::size_t{4} << 20;  // bytes, when the filters are done
  std::size_t mentions = 10'000;
  std::size_t candidates = 1'000'000;
};

struct MatchOptions {
  bool candidates = false;  // fill Findings::candidates
  bool views = false;       // fill Findings::views
  bool cleaning = true;     // run `clean` rules
  bool gate = true;         // false: every rule runs everywhere; slower, the same result
  MatchLimits limits;
  std::string until_pack;      // stop behind this pack; empty: run all
  RuleTimes* times = nullptr;  // is told how long rules take; slower
};

// A rule set compiled. Immutable; one object serves all threads.
class Matcher {
 public:
  // Compiles `rules`, which must have been loaded without an error and must
  // outlive the matcher. Mistakes that only show when patterns are compiled (a bad expression, an
  // empty match, a group without field) go to `diagnostics`; with an error
  // among them the result is null.
  static std::unique_ptr<Matcher> compile(const RuleSet& rules, Diagnostics& diagnostics);

  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;
  virtual ~Matcher() = default;

  // Runs the cascade over the document's text. The cleaning stages rewrite the
  // buffer; all spans of the result (but early ones) lie in the text it then has.
  virtual Findings run(Document& document, const MatchOptions& options) const = 0;

 protected:
  Matcher() = default;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHER_H_
