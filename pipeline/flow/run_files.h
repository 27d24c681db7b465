#ifndef BOCTACH_FLOW_RUN_FILES_H_
#define BOCTACH_FLOW_RUN_FILES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "boctach/record.h"
#include "formats/run_manifest.h"

namespace boctach {

// The names in a directory of a run.
inline constexpr const char* manifest_name = "manifest.jsonl";
inline constexpr const char* quarantine_name = "quarantine.jsonl";
inline constexpr const char* summary_name = "summary.json";
// A line an article: the digest of what its record is made of, as hex digits;
// dashes where it could not be worked on.
inline constexpr const char* contents_name = "contents.txt";
inline constexpr std::size_t contents_line = 33;
inline constexpr const char* lock_name = "lock";
inline constexpr const char* aside_ending = ".part";  // of what is being written

// "part-000001.jsonl"
std::string part_name(std::size_t number);
// The names in a directory that are those of parts, whole or not, in byte order.
std::vector<std::string> part_files(const std::string& directory);
// OutputError if a directory that holds no run holds anything else.
void refuse_strangers(const std::string& directory);

std::string read_run_file(const std::string& path);
// The manifest of a directory; InputError if there is none.
RunManifest manifest_of(const std::string& directory);

// The files of the parts of a complete run, in the order of its records.
// InputError if it is not complete, or a part has not the size it had.
std::vector<std::string> records_of_run(const std::string& directory);

// What is wrong with a directory, a line each: parts that are not what the
// manifest says, are missing, or stand there without it. Reads every byte.
std::vector<std::string> verify_run(const std::string& directory, const RunManifest& manifest);

// What one record adds to the counts of a run.
RunCounts counts_of(const Record& record);

}  // namespace boctach

#endif  // BOCTACH_FLOW_RUN_FILES_H_
