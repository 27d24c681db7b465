#ifndef BOCTACH_RECORDS_SCORE_H_
#define BOCTACH_RECORDS_SCORE_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace boctach {

// How often something was found that is right, found that is wrong, and not found.
struct Tally {
  std::size_t right = 0;
  std::size_t extra = 0;
  std::size_t missed = 0;

  // Where nothing was found, or nothing wanted, nothing is wrong: 1.
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

enum class Verdict { Right, Missed, Extra, Wrong };

// What became of one item, or of one attribute of an item.
struct Judgement {
  std::string row;      // "documents: issuer"
  std::string article;  // its id
  Verdict verdict = Verdict::Right;
  std::string item;    // as gold names it; of what is extra, as the record does
  std::string wanted;  // its value; empty: none
  std::string found;
  std::vector<std::string> rules;  // that found it or gave the value; of what was missed, those that found something in its place
  std::string context;             // the line it stands in, the place between U+27E6 and U+27E7; empty if not known
};

// Rows are named "dates: text and value", "documents", "documents: issuer" ...
struct Score {
  std::map<std::string, Tally> rows;
  // By row and PACK/RULE: what its rule found right and wrong, and what of the row it did not find.
  std::map<std::pair<std::string, std::string>, Tally> rules;
  std::vector<Judgement> judgements;   // article by article; what is optional is not judged
  std::vector<std::string> no_record;  // ids of gold articles without a record
};

// How a judgement differs from that of other records on the same gold.
struct JudgementChange {
  enum class Kind { Gained, Lost, Changed };  // right now, right no longer, wrong before and now but otherwise

  Kind kind = Kind::Changed;
  std::optional<Judgement> before;  // none: not judged, nothing extra there
  std::optional<Judgement> after;
};

// In the order of the new score, then what only the old one has. Something extra
// that is gone counts as gained, a new one as lost.
std::vector<JudgementChange> compare_scores(const Score& before, const Score& after);

}  // namespace boctach

#endif  // BOCTACH_RECORDS_SCORE_H_
