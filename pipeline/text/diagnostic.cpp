#include "boctach/diagnostic.h"

#include <algorithm>

#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      break;
  }
  return "error";
}

// The spaces that bring a caret under its column; tabs stay tabs.
std::string indent_of(std::string_view line, int column) {
  std::string indent;
  for (std::size_t at = 0; column > 1 && at < line.size(); --column) {
    const Decoded c = decode(line, at);
    indent += c.code_point == U'\t' ? '\t' : ' ';
    at += c.size;
  }
  return indent;
}

}  // namespace

void Diagnostics::note(std::string code, std::string message) {
  Diagnostic note;
  note.severity = Severity::Note;
  note.code = std::move(code);
  note.message = std::move(message);
  add(std::move(note));
}

void Diagnostics::append(const Diagnostics& other) { all_.insert(all_.end(), other.all_.begin(), other.all_.end()); }

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

std::string format(const Diagnostic& diagnostic) {
  std::string text;
  const Mark& mark = diagnostic.mark;
  if (!mark.file.empty()) {
    text += mark.file;
    if (mark.line > 0) text += ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column);
    text += ": ";
  }
  text += say(name_of(diagnostic.severity)) + "[" + diagnostic.code + "]: " + diagnostic.message + "\n";
  if (!diagnostic.line.empty()) {
    text += "  " + diagnostic.line + "\n";
    text += "  " + indent_of(diagnostic.line, mark.column) + "^";
    text += std::string(static_cast<std::size_t>(std::max(diagnostic.width, 1) - 1), '~') + "\n";
  }
  if (!diagnostic.help.empty()) text += "  " + say("help") + ": " + diagnostic.help + "\n";
  return text;
}

}  // namespace boctach
