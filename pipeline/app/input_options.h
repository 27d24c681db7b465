#ifndef BOCTACH_APP_INPUT_OPTIONS_H_
#define BOCTACH_APP_INPUT_OPTIONS_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/options.h"
#include "boctach/matcher.h"
#include "boctach/source.h"

namespace boctach {

// What is read of an input, and the limits. Part of the options of every command that makes records of articles.
void add_input_options(Options& options);
// The option for inputs that stand in a list, not on the command line.
void add_list_options(Options& options);

SourceOptions source_options(const Options& options);
MatchLimits match_limits(const Options& options);

// Every limit that is an option, and what it is if it is not given.
std::vector<std::pair<std::string, std::size_t>> default_limits();

// Whether an input is named at all.
bool has_inputs(const Options& options);
// The inputs of the command line, then those of the list.
std::unique_ptr<Source> open_articles(const Options& options);

// UsageError if what is to be written is one of the inputs, or would be read as one of them from now on.
void keep_apart_from_inputs(const Options& options);

}  // namespace boctach

#endif  // BOCTACH_APP_INPUT_OPTIONS_H_
