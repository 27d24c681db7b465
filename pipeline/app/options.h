#ifndef BOCTACH_APP_OPTIONS_H_
#define BOCTACH_APP_OPTIONS_H_

#include <boost/program_options.hpp>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "app/command.h"
#include "text/messages.h"

namespace boctach {

// Somebody called the program wrongly. The message says how, and what was near.
class UsageError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The options of one command: names are never abbreviated, an unknown one is an
// error that names its nearest, and --help is always there.
class Options {
 public:
  // `usage` is what stands first in the help, `examples` last.
  Options(const std::string& usage, std::string examples);

  // "labels" or "output,o"; `value` names the value in the help, empty: a switch.
  void add(const std::string& name, const std::string& value, const std::string& about);

  // The same, of an option that may stand several times.
  void add_many(const std::string& name, const std::string& value, const std::string& about);

  // False if the help was asked for (and shown on standard output), or if
  // describe() asked.
  bool parse(const Arguments& arguments);

  // One option as the help shows it.
  struct Entry {
    std::string name;  // long, without dashes
    char letter = 0;
    std::string value;  // "DIR", or "a|b|c" if it is one of these; empty: a switch
    std::string about;
  };
  [[nodiscard]] std::vector<Entry> entries() const;
  [[nodiscard]] const std::string& usage() const { return usage_; }
  [[nodiscard]] const std::string& examples() const { return examples_; }

  // Runs a command as far as its options are declared, and no further.
  static void describe(int (*run)(const Arguments& arguments), const std::function<void(const Options&)>& take);

  [[nodiscard]] bool has(const std::string& name) const { return values_.count(name) > 0; }
  [[nodiscard]] std::string get(const std::string& name) const;
  // The values of an option that may stand several times, in their order.
  [[nodiscard]] std::vector<std::string> all(const std::string& name) const;
  // Every option that was given, by name; its values with a line feed between them.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> given() const;
  // What stood there without an option.
  [[nodiscard]] std::vector<std::string> inputs() const;

 private:
  [[nodiscard]] std::vector<std::string> names() const;

  std::string usage_;
  std::string examples_;
  boost::program_options::options_description shown_{say("Options")};
  boost::program_options::variables_map values_;
};

}  // namespace boctach

#endif  // BOCTACH_APP_OPTIONS_H_
