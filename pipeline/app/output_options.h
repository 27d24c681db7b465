#ifndef BOCTACH_APP_OUTPUT_OPTIONS_H_
#define BOCTACH_APP_OUTPUT_OPTIONS_H_

#include <string>

#include "app/options.h"
#include "boctach/sink.h"

namespace boctach {

// The options of commands that write records: what they are written as.
void add_output_options(Options& options);

// What `path` is to be written as, by its name or by these options. "-" is
// standard output. UsageError if that cannot be.
OutputOptions output_options(const Options& options, const std::string& path);

}  // namespace boctach

#endif  // BOCTACH_APP_OUTPUT_OPTIONS_H_
