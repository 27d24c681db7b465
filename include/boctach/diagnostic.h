#ifndef BOCTACH_DIAGNOSTIC_H_
#define BOCTACH_DIAGNOSTIC_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace boctach {

// A place in a file a person can edit. Lines and columns count from 1, columns
// in code points; line 0 means "the file as a whole".
struct Mark {
  std::string file;
  int line = 0;
  int column = 0;
};

enum class Severity { Note, Warning, Error };

// One thing that is wrong, odd or worth knowing, with its place.
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string code;     // E101, W201, N012: stable, documented, never reused
  std::string message;  // one line, no full stop
  Mark mark;            // empty file: no place (a note on an article)
  std::string line;     // the source line at the mark, if there is one
  int width = 1;        // how many code points of the line are meant
  std::string help;     // what to do about it; may be empty
};

// Diagnostics in the order they were found. Problems a person made are
// collected, all of them, before anybody is told.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  // A note on an article: a code and a message, no place.
  void note(std::string code, std::string message);
  void append(const Diagnostics& other);

  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
};

// The diagnostic as people see it: `file:line:col: error[E104]: message`, then,
// where there is a source line, the line, a caret line, and `help: ...`.
// Ends with a line feed.
std::string format(const Diagnostic& diagnostic);

}  // namespace boctach

#endif  // BOCTACH_DIAGNOSTIC_H_
