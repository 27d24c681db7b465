#ifndef BOCTACH_FORMATS_QUARANTINE_H_
#define BOCTACH_FORMATS_QUARANTINE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/record.h"

namespace boctach {

// An article of a run that could not be worked on.
struct Quarantined {
  std::size_t article = 0;  // counted from 1, in the order of the run
  std::string id;
  Origin origin;
  DocumentError error;
};

// One JSON line each, in the order of the run.
std::string quarantine_line(const Record& record, std::size_t article);
// InputError, naming `path`, if a line is no such thing.
std::vector<Quarantined> read_quarantine(std::string_view text, const std::string& path);
// The same of a database that a run wrote: there they are articles like others.
std::vector<Quarantined> quarantine_of_database(const std::string& path);
// Where the others stood, one after the other.
void for_each_place(const std::string& path, const std::function<void(const Origin& origin)>& take);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_QUARANTINE_H_
