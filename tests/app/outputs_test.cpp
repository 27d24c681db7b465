#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>

#include "app/program_run.h"
#include "formats/scratch_folder.h"

namespace boctach {
namespace {

const std::string articles = BOCTACH_SOURCE_DIR "/samples/articles";

std::string text_of(const ScratchFolder& folder, const std::string& name) { return (folder.path() / name).string(); }

TEST(Outputs, AreTheSameRecordsInEveryForm) {
  const ScratchFolder folder;
  const std::string json = text_of(folder, "r.jsonl");
  ASSERT_EQ(run("run -q --with-text " + articles + " -o " + json).output, "");
  ASSERT_GT(folder.read("r.jsonl").size(), 10000U);
  ASSERT_EQ(run("run -q --with-text " + articles + " -o " + json + ".gz").output, "");
  EXPECT_EQ(run_line("gzip -dc " + json + ".gz").output, folder.read("r.jsonl"));
  EXPECT_EQ(run_line(BOCTACH_PROGRAM " run -q --with-text --compress gzip " + articles + " | gzip -dc").output, folder.read("r.jsonl"));
  ASSERT_EQ(run("run -q --with-text " + articles + " -o " + json + ".zst").output, "");
  EXPECT_EQ(folder.read("r.jsonl.zst").substr(0, 4), "\x28\xB5\x2F\xFD");
  for (const char* ending : {".gz", ".zst"}) EXPECT_EQ(run("convert -q " + json + ending + " -").output, folder.read("r.jsonl"));
  EXPECT_EQ(run_line("cat " + json + " | " BOCTACH_PROGRAM " convert -q /dev/stdin -").output, folder.read("r.jsonl"));
  // By way of a database and back, and the same database by way of NDJSON, but for what the run says of itself.
  ASSERT_EQ(run("run -q --with-text " + articles + " -o " + text_of(folder, "r.db")).output, "");
  EXPECT_EQ(run("convert -q " + text_of(folder, "r.db") + " -").output, folder.read("r.jsonl"));
  ASSERT_EQ(run("convert " + json + " " + text_of(folder, "c.db")).output, "boctach: 12 records\n");
  ASSERT_EQ(run("convert -q " + text_of(folder, "r.db") + " " + text_of(folder, "d.db")).output, "");
  EXPECT_TRUE(folder.read("c.db") == folder.read("d.db"));
  // CSV from each of them.
  ASSERT_EQ(run("run -q --with-text " + articles + " --format csv -o " + text_of(folder, "r")).output, "");
  ASSERT_EQ(run("convert -q " + text_of(folder, "r.db") + " " + text_of(folder, "c.csv")).output, "");
  ASSERT_EQ(run("convert -q - " + text_of(folder, "d.csv.gz") + " <" + json).output, "");
  EXPECT_EQ(run_line("diff -r " + text_of(folder, "r") + " " + text_of(folder, "c.csv")).output, "");
  EXPECT_EQ(run_line("gzip -dc " + text_of(folder, "d.csv.gz/people.csv.gz")).output, folder.read("r/people.csv"));
  EXPECT_GT(folder.read("r/people.csv").size(), 1000U);
}

// Two things only the text has: its title, and mentions as they stand there.
TEST(Outputs, QuoteNothingOfAnArticleThatMustNotBePassedOn) {
  const ScratchFolder folder;
  const std::string input = folder.write("in.jsonl",
                                         "{\"id\":\"1\",\"title\":\"Xã nhà mở hội\",\"text\":\"Ngày 03-4-2020, ông Lê Văn Tám họp bàn "
                                         "Quyết định số 0012/QĐ-UBND.\"}\n{\"id\":\"2\",\"title\":\"Xã nhà mở hội\"\n");
  for (const std::string name : {"r.jsonl", "r.csv", "r.db", "run/"}) {
    for (const bool quoted : {true, false}) {
      const std::string out = text_of(folder, (quoted ? "quoted-" : "") + name);
      ASSERT_EQ(run("run -q " + input + " -o " + out + (quoted ? "" : " --no-text")).code, 1) << name;
      EXPECT_EQ(run_line("grep -rqaE 'Xã nhà|03-4-2020|họp bàn|định số' " + out).code, quoted ? 0 : 1) << name;
    }
  }
  EXPECT_FALSE(folder.read("run/quarantine.jsonl").empty());
  const std::string record = folder.read("r.jsonl");
  for (const char* part : {R"("title":null)", R"("text":"","value":"2020-04-03")", R"("name":"Lê Văn Tám")", R"("text":"","rule":"vn.)"}) {
    EXPECT_TRUE(has(record, part)) << part << " is not in " << record;
  }
  for (const std::string way : {"run --pretty ", "pipe <"}) {
    EXPECT_TRUE(has(run(way + input).output, "03-4-2020")) << way;
    EXPECT_FALSE(has(run(way + input + " --no-text").output, "03-4-2020")) << way;
  }
  EXPECT_EQ(run("convert -q " + text_of(folder, "r.db") + " -").output, record);
  EXPECT_EQ(run("quarantine retry " + text_of(folder, "run"), "2>/dev/null").output, record.substr(record.find('\n') + 1));
}

TEST(Outputs, IntoADatabaseAreNotWrittenTwiceAndAnotherRunIsRefused) {
  const ScratchFolder folder;
  const std::string out = text_of(folder, "r.db");
  const std::string line = "run " + articles + "/crawl.jsonl -o " + out;
  const Ended first = run(line);
  ASSERT_EQ(first.code, 0) << first.output;
  const std::string before = folder.read("r.db");
  EXPECT_EQ(run(line + " --format sqlite").output, "boctach: " + out + ": this run is complete\n" + first.output);
  const Ended other = run(line + " --labels dates --part-size 1M");
  EXPECT_EQ(other.code, 4);
  EXPECT_TRUE(has(other.output, "--labels was - and is now dates")) << other.output;
  EXPECT_TRUE(has(other.output, "--part-size was 67108864 and is now 1048576")) << other.output;
  EXPECT_TRUE(folder.read("r.db") == before);
  EXPECT_EQ(run(line + " --labels dates --force").code, 0);
  EXPECT_FALSE(folder.read("r.db") == before);
  EXPECT_EQ(run(line + "onl --part-size 1M").code, 2);
}

TEST(Outputs, InPartsBecomeOneFile) {
  const ScratchFolder folder;
  const std::string parts = text_of(folder, "run");
  ASSERT_EQ(run("run -q " + articles + " -o " + parts + "/ --part-size 4K").output, "");
  ASSERT_TRUE(std::filesystem::exists(folder.path() / "run/part-000003.jsonl"));
  ASSERT_EQ(run("run -q " + articles + " -o " + text_of(folder, "r.jsonl")).output, "");
  EXPECT_EQ(run("convert -q " + parts + " -").output, folder.read("r.jsonl"));
  EXPECT_EQ(run("convert " + parts + "/ " + text_of(folder, "r.db")).output, "boctach: 12 records\n");
  EXPECT_EQ(run("convert -q " + text_of(folder, "r.db") + " -").output, folder.read("r.jsonl"));
  // What is not all there is refused, and nothing is written.
  const std::string second = folder.read("run/part-000002.jsonl");
  folder.write("run/part-000002.jsonl", second.substr(0, second.find('\n') + 1) + "\n");
  const Ended shorter = run("convert -q " + parts + " " + text_of(folder, "no.jsonl"));
  EXPECT_EQ(shorter.code, 3);
  EXPECT_TRUE(has(shorter.output, "run/part-000002.jsonl: has not the size")) << shorter.output;
  folder.write("run/part-000002.jsonl", second);
  const std::string manifest = folder.read("run/manifest.jsonl");
  folder.write("run/manifest.jsonl", manifest.substr(0, manifest.rfind('\n', manifest.size() - 2) + 1));
  const Ended unfinished = run("convert -q " + parts + " " + text_of(folder, "no.jsonl"));
  EXPECT_EQ(unfinished.code, 3);
  EXPECT_TRUE(has(unfinished.output, "the run is not complete")) << unfinished.output;
  std::filesystem::remove(folder.path() / "run/manifest.jsonl");
  EXPECT_TRUE(has(run("convert -q " + parts + " " + text_of(folder, "no.jsonl")).output, "is a directory, not a file of records"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "no.jsonl"));
}

// A table that is there and empty would say that nothing was found.
TEST(Outputs, HaveTheTablesThatWereAskedFor) {
  const ScratchFolder folder;
  const std::string csv = text_of(folder, "r.csv");
  ASSERT_EQ(run("run -q --labels dates,people " + articles + " -o " + csv).output, "");
  EXPECT_EQ(run_line("ls " + csv).output,
            "articles.csv\narticles_evidence.csv\narticles_notes.csv\ndates.csv\ndates_flags.csv\npeople.csv\npeople_evidence.csv\n"
            "people_mentions.csv\npeople_titles.csv\n");
  const std::string out = text_of(folder, "r.db");
  ASSERT_EQ(run("run -q --without person,documents " + articles + " -o " + out).output, "");
  ASSERT_EQ(run("run -q --without person,documents " + articles + " -o " + text_of(folder, "r.jsonl")).output, "");
  EXPECT_EQ(run("convert -q " + out + " -").output, folder.read("r.jsonl"));
  ASSERT_EQ(run("convert -q " + out + " " + text_of(folder, "c.csv")).output, "");
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "c.csv/campaigns.csv"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "c.csv/people.csv"));
}

TEST(Outputs, KeepWhichArticleARepeatIsOf) {
  const ScratchFolder folder;
  const std::string input = folder.write("in.jsonl", "{\"id\":\"a\",\"text\":\"Tin\"}\n{\"id\":\"b\",\"text\":\"Tin\"}\n");
  const std::string json = text_of(folder, "r.jsonl");
  ASSERT_EQ(run("run -q --dedupe " + input + " -o " + json).output, "");
  ASSERT_TRUE(has(folder.read("r.jsonl"), "\"duplicate_of\":\"a\""));
  EXPECT_EQ(run("convert -q " + json + " -").output, folder.read("r.jsonl"));
  ASSERT_EQ(run("convert -q " + json + " " + text_of(folder, "r.db")).output, "");
  EXPECT_EQ(run("convert -q " + text_of(folder, "r.db") + " -").output, folder.read("r.jsonl"));
  ASSERT_EQ(run("convert -q " + json + " " + text_of(folder, "r.csv")).output, "");
  EXPECT_TRUE(has(folder.read("r.csv/articles.csv"), "\r\n2,b,ok,in.jsonl,2,24,a,")) << folder.read("r.csv/articles.csv");
}

TEST(Outputs, ThatDoNotGoTogetherAreWrongUsage) {
  const ScratchFolder folder;
  const std::string out = text_of(folder, "x");
  const std::array<std::string, 10> wrong{"run " + articles + " --format csv",
                                          "run " + articles + " --no-text --with-text",
                                          "run " + articles + " --format sqlite -o -",
                                          "run " + articles + " --format parquet -o " + out,
                                          "run " + articles + " --compress rar -o " + out,
                                          "run " + articles + " --format sqlite --compress gzip -o " + out,
                                          "run " + articles + " --csv-safe -o " + out,
                                          "convert " + out,
                                          "convert a b c",
                                          "schema parquet"};
  for (const std::string& line : wrong) EXPECT_EQ(run(line).code, 2) << line;
  EXPECT_EQ(run("convert /no/such/file " + out).code, 3);
  EXPECT_EQ(run("convert " + folder.write("a.jsonl", "{}\n") + " " + out).code, 3);
  EXPECT_EQ(run("convert " + folder.write("empty.jsonl", "") + " " + folder.write("there.db", "")).code, 5);
  EXPECT_TRUE(has(run("convert " + folder.write("b.jsonl", "\n{\"schema\":1}\n") + " " + out).output, "b.jsonl:2: "));
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(Outputs, AreNeverWhatIsRead) {
  const ScratchFolder folder;
  const std::string input = folder.write("in/a.jsonl", "{\"text\":\"Ngày 3/4/2020.\"}\n");
  const std::string directory = text_of(folder, "in");
  const std::array<std::string, 8> wrong{"run " + input + " --force -o " + directory + "/../in/a.jsonl",
                                         "run " + input + " --metrics " + input + " -o " + text_of(folder, "r.jsonl"),
                                         "run --files-from " + input + " --force -o " + input,
                                         "run " + directory + " -o " + directory + "/out/",
                                         "run " + directory + " -o " + directory + "/b.jsonl",
                                         "run " + directory + " --format csv -o " + directory + "/tables",
                                         "run " + directory + " --force -o " + directory + "/",
                                         "convert --force " + input + " " + input};
  for (const std::string& line : wrong) {
    const Ended refused = run(line);
    EXPECT_EQ(refused.code, 2) << line << refused.output;
    EXPECT_TRUE(has(refused.output, "is read; write to another")) << refused.output;
  }
  // A list says what it names when its turn comes.
  const std::string list = folder.write("list", input + "\n");
  const std::string of_directory = folder.write("list-2", directory + "\n");
  for (const std::string& line :
       {"run --files-from " + list + " --force -o " + input, "run --force --files-from - -o " + input + " <" + list,
        "run --files-from " + list + " --force --metrics " + input + " -o " + text_of(folder, "r.jsonl"),
        "run --files-from " + of_directory + " -o " + directory + "/out/"}) {
    const Ended refused = run(line);
    EXPECT_EQ(refused.code, 3) << line << refused.output;
    EXPECT_TRUE(has(refused.output, "is read; write to another")) << refused.output;
  }
  std::filesystem::remove_all(directory + "/out");
  EXPECT_EQ(run_line("ls " + directory).output, "a.jsonl\n");
  EXPECT_EQ(folder.read("in/a.jsonl"), "{\"text\":\"Ngày 3/4/2020.\"}\n");
  const std::string table = folder.write("a.csv", "id,text\na,3/4/2020\n");
  const Ended tables = run("run " + table + " --force -o " + table);
  EXPECT_EQ(tables.code, 2);
  EXPECT_TRUE(has(tables.output, "is read; write to another name")) << tables.output;
  EXPECT_EQ(run("run -q " + directory + " -o " + directory + "/b.db").code, 0);  // not read unless a table is asked for
}

// One look at plain files tells; of all others the articles are read again.
TEST(Outputs, ThatAreCompleteAreHeldAgainstTheirInputs) {
  const ScratchFolder folder;
  const std::string article = "{\"text\":\"Ngày 3/4/2020.\"}\n";
  const std::string input = folder.write("in/a.jsonl", article);
  const std::string list = folder.write("list", input + "\n");
  for (const char* name : {"r.db", "r/"}) {
    for (const std::string& way : {"- <" + input, "--files-from " + list, text_of(folder, "in")}) {
      const std::string line = "run --force -q -o " + text_of(folder, name) + " " + way;
      const std::string again = "run -o " + text_of(folder, name) + " " + way;
      folder.write("in/a.jsonl", article);
      EXPECT_EQ(run(line).code, 0) << line;
      EXPECT_TRUE(has(run(again).output, "this run is complete")) << again;
      folder.write("in/a.jsonl", article + article);
      const Ended more = run(again);
      EXPECT_EQ(more.code, 4) << again << more.output;
      EXPECT_TRUE(has(more.output, "more articles now than the 1 that")) << more.output;
      folder.write("in/a.jsonl", "");
      EXPECT_EQ(run(again).code, 4) << again;
    }
  }
}

TEST(Outputs, AreNotReplacedByTwoAtOnce) {
  const ScratchFolder folder;
  const std::string out = text_of(folder, "r.jsonl");
  const std::string pipe = text_of(folder, "pipe");
  // The first waits for its input until the second is done.
  const Ended late = run_line("mkfifo " + pipe + "; " BOCTACH_PROGRAM " run - -o " + out + " <" + pipe + " 2>&1 & exec 3>" + pipe +
                              "; until ls " + out + ".part-* >/dev/null 2>&1; do sleep 0.05; done; " BOCTACH_PROGRAM " run -q " + articles +
                              "/crawl.jsonl -o " + out + " 3>&-; echo '{\"text\":\"a\"}' >&3; exec 3>&-; wait $!");
  EXPECT_EQ(late.code, 5) << late.output;
  EXPECT_TRUE(has(late.output, "exists already")) << late.output;
  EXPECT_TRUE(has(folder.read("r.jsonl"), "crawl")) << folder.read("r.jsonl");
}

// No more than so many KiB may be written into a file: as on a full disk, also where nobody can mount one.
TEST(Outputs, ThatFindNoRoomSayWhichAndLeaveNothing) {
#if defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "the runtime of the thread sanitizer dies of the limit on files itself";
#endif
  const std::array<const char*, 6> names{"r.jsonl", "r.jsonl.gz", "r.jsonl.zst", "r.csv", "r.csv.gz", "r.db"};
  for (const char* name : names) {
    for (const char* kibibytes : {"0", "1", "2"}) {
      const ScratchFolder folder;
      const std::string out = text_of(folder, name);
      // bash counts in KiB, other shells in half of it.
      const Ended full = run_line("ulimit -f " + std::string(kibibytes) + "; " BOCTACH_PROGRAM " run -q --with-text " + articles + " " +
                                  articles + "/crawl.jsonl -o " + out + " 2>&1");
      EXPECT_EQ(full.code, 5) << name << " " << kibibytes << full.output;
      EXPECT_TRUE(has(full.output, out)) << full.output;
      EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << name;
      EXPECT_EQ(run("run -q " + articles + " -o " + out).code, 0);
      EXPECT_TRUE(std::filesystem::exists(out));
    }
  }
}

TEST(Outputs, IntoADeviceAreWrittenStraight) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  for (const char* compress : {"none", "gzip", "zstd"}) {
    const Ended full = run("run -q " + articles + " -o /dev/full --compress " + compress);
    EXPECT_EQ(full.code, 5);
    EXPECT_TRUE(has(full.output, "/dev/full: ")) << full.output;
  }
  EXPECT_EQ(run("run -q " + articles + " -o /dev/null").code, 0);
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  EXPECT_EQ(run("run -q " + articles + " --format sqlite -o /dev/full").code, 5);
}

// A small file system of its own, where root can mount one.
TEST(Outputs, GoOnWhenADiskHasRoomAgain) {
  const ScratchFolder folder;
  const std::string disk = text_of(folder, "disk");
  std::filesystem::create_directory(disk);
  if (run_line("mount -t tmpfs -o size=64k none " + disk + " 2>&1").code != 0) GTEST_SKIP() << "nothing can be mounted here";
  const std::string filler = disk + "/filler";
  for (const char* name : {"r.jsonl", "r.jsonl.zst", "r.csv", "r.db"}) {
    const std::string out = disk + "/" + name;
    run_line("head -c 60000 /dev/zero >" + filler);
    const Ended full = run("run -q --with-text " + articles + " -o " + out);
    EXPECT_EQ(full.code, 5) << name << full.output;
    EXPECT_TRUE(has(full.output, out)) << full.output;
    EXPECT_EQ(run_line("ls " + disk).output, "filler\n") << name;
    std::filesystem::remove(filler);
    run_line("mount -o remount,size=2m " + disk);
    EXPECT_EQ(run("run -q --with-text " + articles + " -o " + out).code, 0) << name;
    std::filesystem::remove_all(out);
    run_line("mount -o remount,size=64k " + disk);
  }
  run_line("umount " + disk);
}

TEST(Schema, PrintsTheTablesOfEveryOutput) {
  const std::string csv = run("schema csv").output;
  EXPECT_TRUE(has(csv, "## people_titles.csv\n")) << csv;
  EXPECT_TRUE(has(csv, "| issuer_full | text, may be empty |")) << csv;
  const std::string sql = run("schema sqlite").output;
  EXPECT_TRUE(has(sql, "CREATE TABLE \"documents_mentions\" (")) << sql;
  EXPECT_TRUE(has(sql, "CREATE VIEW campaigns_by_year AS")) << sql;
  EXPECT_TRUE(has(run("schema duckdb").output, "\"year\" BIGINT"));
}

}  // namespace
}  // namespace boctach
