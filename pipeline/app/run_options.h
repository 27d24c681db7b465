#ifndef BOCTACH_APP_RUN_OPTIONS_H_
#define BOCTACH_APP_RUN_OPTIONS_H_

#include <cstddef>
#include <string>

#include "app/options.h"
#include "flow/batch.h"
#include "formats/run_manifest.h"

namespace boctach {

// The options of `run`, also used by those who take up what it did.
Options run_options(const std::string& usage, const std::string& examples);

// Threads, which articles, how many may fail.
BatchOptions batch_options(const Options& options);

// Does `-o` name a directory: one that is there, or a name with a slash behind it?
bool writes_directory(const Options& options);
// Does it, or a database: what the same command goes on with?
bool goes_on(const Options& options);
// The name of the output without that slash.
std::string output_name(const Options& options);
std::size_t part_size(const Options& options);

// What tells that an input is no longer what it was, as far as one look can.
std::string state_of_input(const std::string& input);
// What a run is, of its rules, options and inputs; options that show in no
// record are left out.
RunIdentity run_identity(const Options& options, const std::string& rules_hash);
// Does the state of the inputs in it tell any change of them: are all of them plain files?
bool shows_changes(const Options& options);
// Of it, what the record of one article depends on beside the article.
RunIdentity identity_of_records(RunIdentity identity);

}  // namespace boctach

#endif  // BOCTACH_APP_RUN_OPTIONS_H_
