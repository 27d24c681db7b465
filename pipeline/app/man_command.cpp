#include <iostream>
#include <string>
#include <string_view>

#include "app/command.h"
#include "app/commands.h"
#include "app/options.h"
#include "text/messages.h"

#ifndef BOCTACH_VERSION
#define BOCTACH_VERSION "unknown"
#endif

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach man\n"
    "Prints the manual page: every command with its options, in the language of man.";

constexpr const char* examples = "  boctach man > boctach.1 && man ./boctach.1\n";

// What roff would take for its own is escaped.
std::string escaped(std::string_view text) {
  std::string out;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    at_line_start = c == '\n';
  }
  return out;
}

void print_options(const Options& options) {
  for (const Options::Entry& entry : options.entries()) {
    std::cout << ".TP\n.B " << escaped("--" + entry.name);
    if (entry.letter != '\0') std::cout << ", " << escaped(std::string("-") + entry.letter);
    if (!entry.value.empty()) std::cout << " \\fI" << escaped(entry.value) << "\\fR";
    std::cout << '\n' << escaped(entry.about) << '\n';
  }
}

// Its usage starts with a line or more for each form, then says what it does.
void print_command(const Options& options) {
  std::cout << ".nf\n";
  bool in_forms = true;
  std::string_view rest = options.usage();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (in_forms && line.rfind("boctach ", 0) != 0) {
      std::cout << ".fi\n.PP\n";
      in_forms = false;
    }
    std::cout << escaped(line) << '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (in_forms) std::cout << ".fi\n";
  print_options(options);
  std::cout << ".PP\n" << say("Examples") << ":\n.PP\n.nf\n" << escaped(options.examples()) << ".fi\n";
}

void print_variable(const char* name, const std::string& about) { std::cout << ".TP\n.B " << name << '\n' << escaped(about) << '\n'; }

}  // namespace

int man_command(const Arguments& arguments) {
  Options own(usage, examples);
  if (!own.parse(arguments)) return exit_done;
  std::cout << ".TH BOCTACH 1 \"\" \"boctach " BOCTACH_VERSION "\" \"" << say("User commands") << "\"\n"
            << ".SH " << say("NAME") << "\nboctach \\- " << escaped(say("records out of Vietnamese public-affairs articles")) << '\n'
            << ".SH " << say("SYNOPSIS") << "\n.B boctach\n.I " << say("command") << "\n.RI [ \"" << say("options") << "\" ]\n.SH "
            << say("DESCRIPTION") << "\n.nf\n"
            << escaped(program_help()) << ".fi\n";
  for (const Command& command : commands()) {
    const std::string name = command.name;
    if (name == "version" || name == "help") continue;
    std::cout << ".SH " << escaped(name) << '\n';
    Options::describe(command.run, print_command);
  }
  std::cout << ".SH " << say("EXIT STATUS") << '\n'
            << say("0 done; 1 done, but something needs a look; 2 wrong usage; 3 an input could not be read; 4 the rules do not hold; 5 "
                   "output failed.")
            << "\n.SH " << say("ENVIRONMENT") << '\n';
  print_variable("BOCTACH_RULES", say("directories of rules, with a colon between them"));
  print_variable("XDG_CONFIG_HOME", say("where boctach/rules holds rules of your own (default: ~/.config)"));
  print_variable("LC_ALL, LC_MESSAGES, LANG", say("the language of messages, if --lang does not name one"));
  print_variable("NO_COLOR", say("no colours"));
  return exit_done;
}

}  // namespace boctach
