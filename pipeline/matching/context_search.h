#ifndef BOCTACH_MATCHING_CONTEXT_SEARCH_H_
#define BOCTACH_MATCHING_CONTEXT_SEARCH_H_

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "matching/byte_program.h"
#include "matching/lazy_automaton.h"

namespace boctach {

// The expression of a context. Most are tied to one side of what they look at, where
// the mention is, and know after a few characters from there: so one that is
// tied to the end alone is read backwards. For all threads.
class ContextSearch {
 public:
  // An expression that parse_expression() understands exactly. Its program is made when it is first needed.
  explicit ContextSearch(std::string expression) : expression_(std::move(expression)) {}

  [[nodiscard]] const ByteProgram& program() const;
  // Once the program is made: whether it reads characters from the last to the first.
  [[nodiscard]] bool is_backward() const { return backward_; }

 private:
  std::string expression_;
  mutable std::once_flag made_;
  mutable ByteProgram program_;
  mutable bool backward_ = false;
};

using ContextSearches = std::vector<std::unique_ptr<const ContextSearch>>;

// Looks for it in many short texts. For one thread.
class ContextWalk {
 public:
  explicit ContextWalk(const ContextSearch& search);

  // True if there is a match anywhere.
  bool matches(std::string_view text);

 private:
  // Goes on to the state behind some characters; false if no more of them need to be looked at.
  bool pass(std::string_view text, LazyAutomaton::Entry& entry);

  const ContextSearch& search_;
  LazyAutomaton automaton_;
  LazyAutomaton::Entry start_;
};

}  // namespace boctach

#endif  // BOCTACH_MATCHING_CONTEXT_SEARCH_H_
