#ifndef BOCTACH_APP_COMMAND_H_
#define BOCTACH_APP_COMMAND_H_

#include <string>
#include <vector>

namespace boctach {

// The exit codes of the program.
inline constexpr int exit_done = 0;
inline constexpr int exit_look = 1;     // done, but something needs a look
inline constexpr int exit_usage = 2;    // wrong usage
inline constexpr int exit_input = 3;    // an input could not be read
inline constexpr int exit_rules = 4;    // rules or configuration invalid
inline constexpr int exit_output = 5;   // output failed
inline constexpr int exit_stopped = 6;  // by --max-errors, --strict or --stuck-after
inline constexpr int exit_internal = 70;
inline constexpr int exit_signal = 128;  // and the number of the signal that stopped the run
inline constexpr int exit_pipe = 141;    // the reader of standard output went away

using Arguments = std::vector<std::string>;

// One a command; each takes what stands behind its name and gives the exit code.
int run_command(const Arguments& arguments);
int pipe_command(const Arguments& arguments);
int convert_command(const Arguments& arguments);
int verify_command(const Arguments& arguments);
int quarantine_command(const Arguments& arguments);
int doctor_command(const Arguments& arguments);
int clean_command(const Arguments& arguments);
int explain_command(const Arguments& arguments);
int rules_command(const Arguments& arguments);
// Behind `rules`.
int rules_coverage_command(const Arguments& arguments);
int rules_bench_command(const Arguments& arguments);
int rules_diff_command(const Arguments& arguments);
int rules_fmt_command(const Arguments& arguments);
int rules_new_command(const Arguments& arguments);
int rules_review_command(const Arguments& arguments);
int near_misses_command(const Arguments& arguments);
int grep_command(const Arguments& arguments);
int eval_command(const Arguments& arguments);
int gold_export_command(const Arguments& arguments);
int gold_import_command(const Arguments& arguments);
int schema_command(const Arguments& arguments);
int completion_command(const Arguments& arguments);
int man_command(const Arguments& arguments);
// What shells ask: the words of a line up to the one that is to be completed.
int complete_command(const Arguments& words);

}  // namespace boctach

#endif  // BOCTACH_APP_COMMAND_H_
