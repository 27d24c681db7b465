#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "boctach/failure.h"
#include "boctach/schema.h"
#include "rules/rule_folder.h"

namespace boctach {
namespace {

TEST(LoadRules, ReadsARuleWithItsDefaults) {
  const RuleFolder folder(RuleFolder::Files{{"p.yaml", R"(format: 1
pack: test.p
defaults: {label: number, group: figure, priority: 7, boundary: left}
records:
  number: {array: numbers, as: items, order: 3, fields: {value: string}}
rules:
  - id: one
    priority: 9
    scope: sentence
    span: value
    pattern: ['số ', '(?P<value>\d+)']
    fields: {value: {type: int, range: [1, 99], normalise: [trim, int]}}
    key: [{field: value, if: both}]
    except: [{before: 'biển ', within: 12}]
    examples: [{text: 'số ⟦12⟧', expect: {value: 12}, given: {published: '2020-01-02'}, record: {numbers: [12, '07']}}]
    counterexamples: [{text: 'con số', why: no digit, todo: true}]
)"}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  const Rule& rule = folder.rules.packs.at(0).rules.at(0);
  EXPECT_EQ(rule.full_name(), "test.p/one");
  EXPECT_EQ(rule.group, "figure");
  EXPECT_EQ(rule.priority, 9);
  EXPECT_EQ(rule.boundary, Boundary::Left);
  EXPECT_EQ(rule.scope, Scope::Sentence);
  EXPECT_EQ(rule.pattern.value, "số (?P<value>\\d+)");
  EXPECT_EQ(rule.pattern.parts.at(1).mark.column, 22);
  EXPECT_EQ(rule.fields.at(0).range, (std::pair<int, int>(1, 99)));
  EXPECT_TRUE(rule.key.at(0).if_both);
  EXPECT_EQ(rule.except.at(0).within, 12);
  EXPECT_EQ(rule.examples.at(0).expect.at(0).at("value"), "12");
  EXPECT_EQ(rule.examples.at(0).record, R"({"numbers":[12,"07"]})");
  EXPECT_TRUE(rule.examples.at(1).counter && rule.examples.at(1).todo);
  EXPECT_EQ(folder.rules.packs.at(0).records.at(0).order, 3);
}

TEST(LoadRules, CopiesARuleOfAnotherPackWithTheNamesOfThatPack) {
  const RuleFolder folder(
      RuleFolder::Files{{"a.yaml", pack_text("test.a", "'số (?P<value>{{digits}})(?P<unit> km)?'",
                                             "    fields: {value: string, unit: string}\n", "define: {digits: '\\d+'}\n")},
                        {"b.yaml", R"(format: 1
pack: test.b
rules:
  - id: two
    extends: test.a/one
    fields: {unit: null, value: {type: int}, whole: {from: unit}}
    examples: [{text: '⟦số 1⟧'}]
    counterexamples: [{text: 'con số'}]
)"}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  const Rule& copy = folder.rules.packs.at(1).rules.at(0);
  EXPECT_EQ(copy.label, "number");
  EXPECT_EQ(copy.pattern.value, "số (?P<value>{{test.a/digits}})(?P<unit> km)?");
  ASSERT_EQ(copy.fields.size(), 2U);
  EXPECT_EQ(copy.fields.at(0).type, FieldType::Int);
  EXPECT_EQ(copy.fields.at(1).name, "whole");
  EXPECT_EQ(copy.examples.size(), 2U);
}

TEST(LoadRules, TakesColumnsOfALexiconFromItsFirstLine) {
  const RuleFolder folder(RuleFolder::Files{
      {"p.yaml", pack_text("test.p", "'{{lex:words}} số'", "", "lexicons: {words: {match: fold_case, file: words.tsv}}\n")},
      {"words.tsv", "# from nowhere\nname\tvalue\nMột\tmột\n\nHai\thai\n"}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  const Lexicon& words = folder.rules.packs.at(0).lexicons.at("words");
  EXPECT_TRUE(words.fold_case);
  EXPECT_EQ(words.columns, (std::vector<std::string>{"value", "name"}));
  EXPECT_EQ(words.entries.at(1).columns, (std::vector<std::string>{"hai", "Hai"}));
  EXPECT_EQ(words.entries.at(1).mark.line, 5);
}

TEST(LoadRules, GivesCleaningRulesTheirOwnDefaults) {
  const RuleFolder folder(RuleFolder::Files{{"p.yaml", R"(format: 1
pack: test.p
clean:
  - id: tail
    drop-from: 'tin khác'
    after: 0.3
    examples: [{text: "Bài.\n⟦tin khác⟧"}]
    counterexamples: [{text: 'tin khác cho biết'}]
)"}});
  ASSERT_EQ(messages(folder.diagnostics), "");
  const Rule& rule = folder.rules.packs.at(0).rules.at(0);
  EXPECT_EQ(rule.label, "clean");
  EXPECT_EQ(rule.clean.drop, Drop::From);
  EXPECT_DOUBLE_EQ(rule.clean.after, 0.3);
  EXPECT_EQ(rule.boundary, Boundary::None);
  EXPECT_EQ(rule.scope, Scope::Line);
  EXPECT_FALSE(rule.emit);
}

TEST(LoadRules, HashesTheBytesOfEveryFile) {
  const std::string pack = pack_text("test.p", "'{{lex:words}} số'", "", "lexicons: {words: {file: words.tsv}}\n");
  const RuleFolder one(RuleFolder::Files{{"p.yaml", pack}, {"words.tsv", "value\nmột\n"}});
  const RuleFolder same(RuleFolder::Files{{"p.yaml", pack}, {"words.tsv", "value\nmột\n"}});
  const RuleFolder other(RuleFolder::Files{{"p.yaml", pack}, {"words.tsv", "value\nhai\n"}});
  EXPECT_EQ(one.rules.hash, same.rules.hash);
  EXPECT_NE(one.rules.hash, other.rules.hash);
}

// Files are parsed side by side.
TEST(LoadRules, TellsWhatIsWrongFileByFile) {
  RuleFolder::Files files;
  std::string wanted;
  for (int i = 0; i < 12; ++i) {
    const std::string name = "pack-" + std::to_string((i * 7) % 12) + ".yaml";
    files.emplace_back(name, pack_text("test." + std::to_string(i), "'số'") + (i % 3 == 0 ? "\tx: 1\n" : "x: &a 1\ny: [1\n"));
    wanted += name + (i % 3 == 0 ? ":9:1 E102\n" : ":9:4 E104\n" + name + ":11:1 E103\n");
  }
  const RuleFolder folder(files);
  std::string told;
  for (const Diagnostic& diagnostic : folder.diagnostics.all()) {
    const Mark& mark = diagnostic.mark;
    told += mark.file + ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column) + " " + diagnostic.code + "\n";
  }
  EXPECT_EQ(told, wanted);
}

TEST(LoadRules, TellsWhatIsWrongWithAFileOnceThoughItIsNamedTwice) {
  const RuleFolder folder(RuleFolder::Files{{"a.yaml", "x: &a 1\n"}, {"a.yaml", "x: &a 1\n"}});
  ASSERT_EQ(folder.diagnostics.size(), 1U);
  EXPECT_EQ(folder.diagnostics.all().front().code, "E104");
}

// "ễ" as an e with two marks behind it.
TEST(LoadRules, PutsLettersAndTheirMarksTogether) {
  const RuleFolder folder(
      RuleFolder::Files{{"p.yaml", pack_text("test.p", "'Nguye\u0302\u0303n {{lex:w}} \\b'", "", "lexicons: {w: {file: w.tsv}}\n")},
                        {"w.tsv", "value\nVa\u0306n\n"}});
  EXPECT_EQ(folder.rules.packs.at(0).rules.at(0).pattern.value, "Nguyễn {{lex:w}} \\b");
  EXPECT_EQ(folder.rules.packs.at(0).lexicons.at("w").entries.at(0).value, "Văn");
  EXPECT_EQ(messages(folder.diagnostics).substr(0, 18), "p.yaml:7:32: error");
}

TEST(LoadRules, ThrowsOnlyWhenThereIsNoFolder) {
  Diagnostics diagnostics;
  EXPECT_THROW(load_rules("/nowhere/at/all", diagnostics), InputError);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(LoadRules, PassesOverFoldersInARulesFolderButNotOverWhatItCannotRead) {
  const RuleFolder base(RuleFolder::Files{{"a.yaml", pack_text("vn.a", "'số 1'")}});
  const RuleFolder over(RuleFolder::Files{});
  std::filesystem::remove(over.directory() / "main.yaml");
  std::filesystem::create_directory(over.directory() / "notes.yaml");
  Diagnostics diagnostics;
  EXPECT_EQ(load_rules(std::vector<std::string>{base.directory(), over.directory()}, diagnostics).packs.size(), 1U);
  EXPECT_FALSE(diagnostics.has_errors()) << messages(diagnostics);
  std::filesystem::create_symlink("nowhere", over.directory() / "lost.yaml");
  EXPECT_THROW(load_rules(std::vector<std::string>{base.directory(), over.directory()}, diagnostics), InputError);
}

TEST(Schema, NamesEveryObjectOnceAndBalancesItsBraces) {
  const std::string schema = rules_json_schema();
  EXPECT_EQ(std::count(schema.begin(), schema.end(), '{'), std::count(schema.begin(), schema.end(), '}'));
  EXPECT_NE(schema.find("\"cleaning-rule\": {"), std::string::npos);
  EXPECT_NE(rules_reference().find("| `priority` | integer -100 to 100 | the higher wins |"), std::string::npos);
}

}  // namespace
}  // namespace boctach
