#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST(RulesFmt, RewritesWhatChangesAndNamesIt) {
  const ScratchFolder folder;
  const std::string bad = folder.write("bad.yaml", "format: 1  \r\npack: \"x\"   # why\r\n");
  folder.write("good.yaml", "format: 1\npack: y\n");
  folder.write("notes.txt", "left  \n");
  fs::permissions(bad, fs::perms::owner_read | fs::perms::owner_write);
  const std::string place = folder.path().string();
  const Ended check = run("rules fmt --check " + place);
  EXPECT_EQ(check.code, 1);
  EXPECT_EQ(check.output, bad + "\n");
  EXPECT_EQ(file_text(bad), "format: 1  \r\npack: \"x\"   # why\r\n");
  const Ended written = run("rules fmt " + place);
  EXPECT_EQ(written.code, 0);
  EXPECT_EQ(written.output, bad + "\n");
  EXPECT_EQ(file_text(bad), "format: 1\npack: 'x'   # why\n");
  EXPECT_EQ(fs::status(bad).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(file_text(folder.path() / "notes.txt"), "left  \n");
  const Ended again = run("rules fmt " + place);
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.output, "");
  EXPECT_EQ(run("rules fmt --check --rules " + place).code, 0);
  int files = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path())) ++files;
  EXPECT_EQ(files, 3) << "something was left behind";
}

TEST(RulesFmt, FollowsALinkAndDoesNotReplaceIt) {
  const ScratchFolder folder;
  const std::string file = folder.write("a.txt", "pack: \"x\"\n");
  const fs::path link = folder.path() / "a.yaml";
  fs::create_symlink("a.txt", link);
  EXPECT_EQ(run("rules fmt " + link.string()).code, 0);
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(file_text(file), "pack: 'x'\n");
}

TEST(RulesFmt, TellsWhatIsNoYamlAndFormatsTheRest) {
  const ScratchFolder folder;
  const std::string bad = folder.write("a.yaml", "pack: [x\n");
  const std::string good = folder.write("b.yaml", "pack: \"x\"\n");
  const Ended ended = run("rules fmt " + folder.path().string());
  EXPECT_EQ(ended.code, 4);
  EXPECT_TRUE(has(ended.output, bad + ":")) << ended.output;
  EXPECT_TRUE(has(ended.output, "error[E103]")) << ended.output;
  EXPECT_EQ(file_text(bad), "pack: [x\n");
  EXPECT_EQ(file_text(good), "pack: 'x'\n");
}

TEST(RulesFmt, WorksWhereItStandsAndInAPipe) {
  const ScratchFolder folder;
  const std::string there = "cd " + folder.path().string() + " && ";
  EXPECT_EQ(run_line(there + BOCTACH_PROGRAM + " rules fmt").code, 3);
  folder.write("a.yaml", "pack: \"x\"\n");
  EXPECT_EQ(run_line(there + BOCTACH_PROGRAM + " rules fmt").output, "a.yaml\n");
  EXPECT_EQ(run_line("printf 'pack: \"x\"' | " BOCTACH_PROGRAM " rules fmt -").output, "pack: 'x'\n");
  EXPECT_EQ(run_line("printf 'pack: \"x\"' | " BOCTACH_PROGRAM " rules fmt --check -").code, 1);
  EXPECT_EQ(run("rules fmt /no/such.yaml", "2>/dev/null").code, 3);
  EXPECT_EQ(run("rules fmt --chek", "2>/dev/null").code, 2);
  if (geteuid() != 0) {
    const std::string locked = folder.write("locked.yaml", "pack: \"x\"\n");
    fs::permissions(locked, fs::perms::owner_read);
    EXPECT_EQ(run("rules fmt " + locked, "2>/dev/null").code, 5);
  }
}

}  // namespace
}  // namespace boctach
