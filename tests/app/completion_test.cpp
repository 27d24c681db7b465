#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

// What bash offers for the words of a line, the last of which is begun.
std::string offered(const std::string& words, int last) {
  const std::string folder = std::filesystem::path(BOCTACH_PROGRAM).parent_path();
  return run_line("bash -c 'PATH=" + folder + ":$PATH; source <(boctach completion bash); COMP_WORDS=(boctach " + words +
                  "); COMP_CWORD=" + std::to_string(last) + "; _boctach; echo \"${COMPREPLY[*]}\"' 2>&1")
      .output;
}

bool is_there(const std::string& program) { return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0; }

TEST(Completion, OffersCommandsOptionsAndValues) {
  EXPECT_EQ(offered("ru", 1), "rules run\n");
  EXPECT_EQ(offered("rules co", 2), "coverage\n");
  EXPECT_EQ(offered("rules ch", 2), "check\n");
  EXPECT_EQ(offered("run --off", 2), "--offsets\n");
  EXPECT_EQ(offered("run --offsets u", 3), "utf16\n");
  EXPECT_EQ(offered("rules diff --su", 3), "--summary\n");
  EXPECT_EQ(offered("completion z", 2), "zsh\n");
  EXPECT_EQ(offered("run samp", 2), "\n");  // a file: the shell knows better
}

// The script's own function, with what zsh would tell it; the completion system itself wants a terminal.
std::string offered_by_zsh(const std::string& words, int last) {
  const std::string folder = std::filesystem::path(BOCTACH_PROGRAM).parent_path();
  return run_line("PATH=" + folder + ":$PATH zsh -fc 'compadd() { print -r -- \"${(@P)2}\" }; compdef() {}; _files() { print files }; " +
                  "source <(boctach completion zsh); words=(boctach " + words + "); CURRENT=" + std::to_string(last + 1) +
                  "; _boctach' 2>&1")
      .output;
}

// In an empty folder: it offers files, too.
std::string offered_by_fish(const std::string& line) {
  const ScratchFolder empty;
  const std::string folder = std::filesystem::path(BOCTACH_PROGRAM).parent_path();
  return run_line("cd " + empty.path().string() + " && HOME=/nonexistent PATH=" + folder +
                  ":$PATH fish --no-config -c 'boctach completion fish | source; complete -C \"boctach " + line + "\"' 2>/dev/null")
      .output;
}

TEST(Completion, OffersTheSameInZsh) {
  if (!is_there("zsh")) GTEST_SKIP() << "zsh is not installed";
  EXPECT_EQ(offered_by_zsh("ru", 1), "rules run\n");
  EXPECT_EQ(offered_by_zsh("rules co", 2), "coverage\n");
  EXPECT_EQ(offered_by_zsh("run --offsets u", 3), "utf16\n");
  EXPECT_EQ(offered_by_zsh("run samp", 2), "files\n");
}

TEST(Completion, OffersTheSameInFish) {
  if (!is_there("fish")) GTEST_SKIP() << "fish is not installed";
  EXPECT_EQ(offered_by_fish("ru"), "rules\nrun\n");
  EXPECT_EQ(offered_by_fish("rules co"), "coverage\n");
  EXPECT_EQ(offered_by_fish("run --offsets ut"), "utf16\n");
  EXPECT_EQ(offered_by_fish("rules diff --su"), "--summary\n");
}

TEST(Completion, IsAScriptForOtherShells) {
  EXPECT_EQ(run("completion tcsh").code, 2);
  for (const char* shell : {"zsh", "fish"}) {
    if (!is_there(shell)) {
      std::cout << shell << " is not installed: its script was not read\n";
      continue;
    }
    EXPECT_EQ(run_line(std::string(BOCTACH_PROGRAM) + " completion " + shell + " | " + shell + " -n /dev/stdin 2>&1").output, "");
  }
}

TEST(ManPage, HasEveryOptionOfEveryCommand) {
  const std::string page = run("man").output;
  for (const char* command : {"run", "pipe", "clean", "explain", "grep", "near-misses", "rules", "rules diff", "rules coverage",
                              "rules bench", "rules fmt", "rules new", "schema", "completion"}) {
    std::istringstream help(run(std::string(command) + " --help").output);
    int options = 0;
    for (std::string word; help >> word;) {
      if (word.compare(0, 2, "--") != 0 || word.find_first_of("[]|<>.,;:)") != std::string::npos) continue;
      ++options;
      std::string name;
      for (const char c : word) name.append(c == '-' ? "\\-" : std::string(1, c));
      EXPECT_TRUE(has(page, name)) << command << ' ' << word;
    }
    EXPECT_GE(options, 1) << command;
  }
}

TEST(ManPage, IsGoodRoff) {
  if (!is_there("groff")) GTEST_SKIP() << "groff is not installed";
  for (const char* language : {"en", "vi"})
    EXPECT_EQ(run(std::string("man --lang ") + language, "| groff -man -Tutf8 -Kutf8 -ww -z 2>&1").output, "");
  EXPECT_TRUE(has(run("man --lang vi").output, ".SH MÃ KẾT THÚC"));
}

}  // namespace
}  // namespace boctach
