#ifndef BOCTACH_APP_OUTPUT_OPTIONS_H_
#define BOCTACH_APP_OUTPUT_OPTIONS_H_

#include <memory>
#include <string>
#include <vector>

#include "app/options.h"
#include "boctach/sink.h"

namespace boctach {

// The options of commands that write records: what they are written as.
void add_output_options(Options& options);

// What `path` is to be written as, by its name or by these options. "-" is
// standard output. UsageError if that cannot be.
OutputOptions output_options(const Options& options, const std::string& path);

// What -o names, or standard output: there a readable view on a terminal, or as
// --pretty and --json have it. UsageError if that cannot be.
std::unique_ptr<Sink> open_sink(const Options& options, const std::vector<RecordLabel>& labels);

}  // namespace boctach

#endif  // BOCTACH_APP_OUTPUT_OPTIONS_H_
