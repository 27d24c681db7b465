#ifndef BOCTACH_RECORDS_SCORER_H_
#define BOCTACH_RECORDS_SCORER_H_

#include "records/reading.h"
#include "records/score.h"

namespace boctach {

// Holds records against gold, one article after the other. Counts are of all
// articles together (micro-averaged). The rows:
//   dates: text and value     mention by mention; texts overlap, and the value is right
//   dates: text               the same without the value
//   documents, people, campaigns    distinct items, by number or name, by name, by name and period
//   documents: type, date, issuer; people: titles; campaigns: kind, period    of items found
//   meta: title, published, byline, outlet    where gold states them
//   article text kept, boilerplate removed    what cleaning left and took
// and, of records with text:
//   dates, documents: strict span, overlapping span    mention by mention; gold
//       texts are placed as gold_places.h says
//   people, campaigns: strict span, overlapping span   item by item: a mention is,
//       or shares a letter with, the name at one of its places in the text. Gold
//       gives no span with the words around a name of a campaign, so there strict
//       asks that the record's name is the gold's, letter by letter
// A date inside a piece that gold calls page chrome or a credit is neither right
// nor wrong, nor is anything that is `optional`.
class Scorer {
 public:
  // `found`: the record of that article; null if there is none, and everything was missed.
  void add(const Reading& gold, const Reading* found);

  [[nodiscard]] const Score& score() const { return score_; }

 private:
  Score score_;
};

}  // namespace boctach

#endif  // BOCTACH_RECORDS_SCORER_H_
