#include <rapidjson/stringbuffer.h>

#include <cmath>

#include "formats/json_writer.h"
#include "formats/score_output.h"

namespace boctach {
namespace {

class ScoreWriter : private JsonWriter {
 public:
  std::string write(const Score& score, const ComparedScore* comparison) {
    json_.SetMaxDecimalPlaces(4);
    json_.StartObject();
    texts("missing", score.no_record);
    write_rows(score);
    write_rules(score);
    key("errors");
    json_.StartArray();
    for (const Judgement& judgement : score.judgements) {
      if (judgement.verdict != Verdict::Right) write_judgement(judgement);
    }
    json_.EndArray();
    if (comparison != nullptr) write_comparison(*comparison);
    json_.EndObject();
    return written();
  }

 private:
  void texts(const char* name, const std::vector<std::string>& all) {
    key(name);
    json_.StartArray();
    for (const std::string& one : all) value(one);
    json_.EndArray();
  }

  void share(const char* name, double number) {
    key(name);
    json_.Double(std::round(number * 10000) / 10000);
  }

  void write_tally(const Tally& tally) {
    json_.StartObject();
    number("tp", tally.right);
    number("fp", tally.extra);
    number("fn", tally.missed);
    share("precision", tally.precision());
    share("recall", tally.recall());
    share("f1", tally.f1());
    json_.EndObject();
  }

  void write_rows(const Score& score) {
    key("scores");
    json_.StartObject();
    for (const auto& [row, tally] : score.rows) {
      key(row);
      write_tally(tally);
    }
    json_.EndObject();
  }

  void write_rules(const Score& score) {
    key("rules");
    json_.StartObject();
    std::string open;
    for (const auto& [name, tally] : score.rules) {
      const auto& [row, rule] = name;
      if (row != open) {
        if (!open.empty()) json_.EndObject();
        key(row);
        json_.StartObject();
        open = row;
      }
      key(rule);
      write_tally(of_rule(score, row, tally));
    }
    if (!open.empty()) json_.EndObject();
    json_.EndObject();
  }

  void write_judgement(const Judgement& judgement) {
    json_.StartObject();
    text("row", judgement.row);
    text("article", judgement.article);
    text("verdict", name_of(judgement.verdict));
    text("item", judgement.item);
    text("wanted", judgement.wanted);
    text("found", judgement.found);
    texts("rules", judgement.rules);
    text("context", judgement.context);
    json_.EndObject();
  }

  void write_side(const char* name, const std::optional<Judgement>& judgement) {
    key(name);
    judgement ? write_judgement(*judgement) : static_cast<void>(json_.Null());
  }

  void write_comparison(const ComparedScore& comparison) {
    key("baseline");
    json_.StartObject();
    write_rows(comparison.before);
    key("changes");
    json_.StartArray();
    for (const JudgementChange& change : comparison.changes) {
      json_.StartObject();
      const bool gained = change.kind == JudgementChange::Kind::Gained;
      text("kind", gained ? "gained" : change.kind == JudgementChange::Kind::Lost ? "lost" : "changed");
      write_side("before", change.before);
      write_side("after", change.after);
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
  }
};

}  // namespace

std::string score_json(const Score& score, const ComparedScore* comparison) { return ScoreWriter().write(score, comparison); }

}  // namespace boctach
