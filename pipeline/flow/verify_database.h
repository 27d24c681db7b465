#ifndef BOCTACH_FLOW_VERIFY_DATABASE_H_
#define BOCTACH_FLOW_VERIFY_DATABASE_H_

#include <string>
#include <vector>

#include "formats/run_manifest.h"

namespace boctach {

// What is to be said of a database that a run or `convert` wrote.
struct VerifiedDatabase {
  enum class State { Whole, Unfinished, OfNoRun };  // of no run: nothing says what its rows were

  State state = State::Whole;
  RunManifest manifest;
  std::vector<std::string> wrong;  // a line each
};

// Reads every row and holds it against the manifest; one that is not finished
// is not read. InputError if it is no database of records, or of another version.
VerifiedDatabase verify_database(const std::string& path);

}  // namespace boctach

#endif  // BOCTACH_FLOW_VERIFY_DATABASE_H_
