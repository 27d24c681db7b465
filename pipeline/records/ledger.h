#ifndef BOCTACH_RECORDS_LEDGER_H_
#define BOCTACH_RECORDS_LEDGER_H_

#include <functional>
#include <string>
#include <vector>

#include "records/alignment.h"
#include "records/reading.h"
#include "records/score.h"

namespace boctach {

// Writes what became of the items of one article into a score.
class Ledger {
 public:
  // All must outlive the ledger. Items of `gold` know their places already.
  Ledger(Score& score, const Reading& gold, const Reading& found) : score_(score), gold_(gold), found_(found) {}

  // Items, right where they have a partner; the value of `field` is told with them.
  void items(const std::string& row, const std::vector<Pair>& pairs, const std::string& field = "");
  // Titles of one person.
  void titles(const std::string& row, const std::vector<Pair>& pairs, const std::string& person);
  // The same as items(), counted without being told one by one.
  void only_count(const std::string& row, const std::vector<Pair>& pairs);
  // A field of items that have a partner, judged where one of both has it; with
  // `only_if_wanted`, where gold has it.
  struct Attribute {
    std::string row;
    std::string field;
    Same right;
    bool only_if_wanted = false;
  };
  void attribute(const Attribute& attribute, const std::vector<Pair>& pairs);
  // One thing that is there once in an article.
  void single(const std::string& row, const std::string& wanted, const std::string& found, bool right);
  // Something of gold that must (or must not) stand in the text.
  void in_text(const std::string& row, const std::string& item, bool right);

 private:
  void judge(Judgement judgement, const ReadItem* place);
  [[nodiscard]] std::string context_of(const ReadItem& item) const;
  void name_what_stands_there(const ReadItem& missed, Judgement& judgement) const;

  Score& score_;
  const Reading& gold_;
  const Reading& found_;
};

// As people name it: its text, its name, or what its first mention says.
std::string name_of(const ReadItem& item);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_LEDGER_H_
