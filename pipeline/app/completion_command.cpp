#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/commands.h"
#include "app/options.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr const char* usage =
    "boctach completion bash|zsh|fish\n"
    "Prints a script with which the shell completes commands, options and their values; it asks the program, so it is never out of date.";

constexpr const char* examples =
    "  source <(boctach completion bash)             # in ~/.bashrc; installed packages bring it along\n"
    "  source <(boctach completion zsh)              # in ~/.zshrc, behind compinit\n"
    "  boctach completion fish | source              # in ~/.config/fish/config.fish\n";

constexpr const char* bash_script =
    "# bash completion for boctach\n"
    "_boctach() {\n"
    "  local IFS=$'\\n'\n"
    "  COMPREPLY=($(boctach complete \"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null))\n"
    "}\n"
    "complete -o default -F _boctach boctach\n";

constexpr const char* zsh_script =
    "#compdef boctach\n"
    "_boctach() {\n"
    "  local -a found\n"
    "  found=(\"${(@f)$(boctach complete \"${(@)words[2,CURRENT]}\" 2>/dev/null)}\")\n"
    "  if [[ -n \"${found[1]}\" ]]; then compadd -a found; else _files; fi\n"
    "}\n"
    "if [[ \"${funcstack[1]}\" = _boctach ]]; then _boctach \"$@\"; else compdef _boctach boctach; fi\n";

constexpr const char* fish_script =
    "# fish completion for boctach\n"
    "complete -c boctach -a '(boctach complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'\n";

std::vector<std::string> values_of(std::string_view value) {
  std::vector<std::string> values;
  if (value.find('|') == std::string_view::npos) return values;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find('|', at), value.size());
    values.emplace_back(value.substr(at, end - at));
    at = end + 1;
  }
  return values;
}

// The words behind `before` at the start of command names.
std::set<std::string> next_words(const Arguments& before) {
  std::string start;
  for (const std::string& word : before) start.append(word).append(" ");
  std::set<std::string> words;
  for (const Command& command : commands()) {
    const std::string name = command.name;
    if (name.compare(0, start.size(), start) != 0) continue;
    const std::string rest = name.substr(start.size());
    words.insert(rest.substr(0, rest.find(' ')));
  }
  return words;
}

// What may stand behind the words of a command.
std::set<std::string> candidates(const Arguments& before, const std::string& last) {
  std::set<std::string> found = next_words(before);
  Arguments rest = before;
  const Command* command = find_command(rest);
  if (command == nullptr) return found;
  if (rest.empty() && last.compare(0, 1, "-") != 0) {
    const std::vector<std::string> values = values_of(command->synopsis);
    found.insert(values.begin(), values.end());
  }
  Options::describe(command->run, [&](const Options& options) {
    for (const Options::Entry& entry : options.entries()) {
      const std::string name = "--" + entry.name;
      if (!before.empty() && before.back() == name && !entry.value.empty()) {
        const std::vector<std::string> values = values_of(entry.value);
        found = {values.begin(), values.end()};
        return;
      }
      if (last.compare(0, 1, "-") == 0) found.insert(name);
    }
  });
  return found;
}

}  // namespace

int completion_command(const Arguments& arguments) {
  Options options(usage, examples);
  if (!options.parse(arguments)) return exit_done;
  const std::vector<std::string> words = options.inputs();
  if (words.size() != 1) throw UsageError("completion wants the name of one shell: bash, zsh or fish");
  const std::string& shell = words.front();
  if (shell != "bash" && shell != "zsh" && shell != "fish")
    throw UsageError(say("no completion for '{0}', only for bash, zsh and fish", {shell}));
  std::cout << (shell == "bash" ? bash_script : shell == "zsh" ? zsh_script : fish_script);
  return exit_done;
}

int complete_command(const Arguments& words) {
  if (words.empty()) return exit_done;
  const std::string& last = words.back();
  for (const std::string& candidate : candidates(Arguments(words.begin(), words.end() - 1), last)) {
    if (candidate.compare(0, last.size(), last) == 0) std::cout << candidate << '\n';
  }
  return exit_done;
}

}  // namespace boctach
