#ifndef BOCTACH_TESTS_APP_PROGRAM_RUN_H_
#define BOCTACH_TESTS_APP_PROGRAM_RUN_H_

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace boctach {

struct Ended {
  int code = 0;
  std::string output;  // of both streams, unless the command redirects one
};

// Runs a line of shell.
inline Ended run_line(const std::string& line) {
  std::FILE* pipe = popen(line.c_str(), "r");
  Ended result;
  std::array<char, 4096> block{};
  for (std::size_t n = std::fread(block.data(), 1, block.size(), pipe); n > 0; n = std::fread(block.data(), 1, block.size(), pipe)) {
    result.output.append(block.data(), n);
  }
  const int status = pclose(pipe);
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

// Runs the program through a shell, as people do.
inline Ended run(const std::string& arguments, const std::string& behind = "2>&1") {
  return run_line(std::string(BOCTACH_PROGRAM) + " " + arguments + " " + behind);
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace boctach

#endif  // BOCTACH_TESTS_APP_PROGRAM_RUN_H_
