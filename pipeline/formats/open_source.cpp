#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "boctach/failure.h"
#include "formats/input_lines.h"
#include "formats/input_source.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

// A list of inputs holds paths, none of them longer.
constexpr std::size_t longest_path = 4096;

InputName argument_name(const fs::path& path) {
  const std::string name = cleaned_name(path.filename().native());
  return {name, name, 0, true};
}

// Arguments one after the other, each opened when its turn comes.
class ArgumentSource final : public Source {
 public:
  ArgumentSource(std::vector<std::string> arguments, SourceOptions options, std::istream& input)
      : arguments_(std::move(arguments)), options_(std::move(options)), input_(input) {}

  std::optional<Document> next() override {
    while (true) {
      if (current_) {
        if (auto document = current_->next()) return document;
        current_ = nullptr;
      }
      if (at_ == arguments_.size()) return std::nullopt;
      current_ = open(arguments_[at_++]);
    }
  }

 private:
  std::unique_ptr<Source> open(const std::string& argument) {
    if (argument == "-") return make_input_source(stream_of(input_), {"-", "-", 0, true}, options_);
    const fs::path path(argument);
    if (fs::is_directory(path)) return make_directory_source(path, argument_name(path), options_);
    return make_file_source(path, argument_name(path), options_);
  }

  std::vector<std::string> arguments_;
  SourceOptions options_;
  std::istream& input_;
  std::size_t at_ = 0;
  std::unique_ptr<Source> current_;
};

class ListedSource final : public Source {
 public:
  ListedSource(ByteWindow list, char end, InputName name, SourceOptions options)
      : lines_(std::move(list), longest_path, end), end_(end), name_(std::move(name)), options_(std::move(options)) {}

  std::optional<Document> next() override {
    while (true) {
      if (current_) {
        if (auto document = current_->next()) return document;
        current_ = nullptr;
      }
      if (broken_) return std::nullopt;
      try {
        const std::optional<InputLine> line = lines_.next();
        if (!line) return std::nullopt;
        if (line->too_long) return article_with({"E905", "read", "the line is no path: it is too long"}, name_, line->number, line->byte);
        std::string_view path = line->text;
        if (end_ == '\n' && !path.empty() && path.back() == '\r') path.remove_suffix(1);
        if (!path.empty()) open(fs::path(path));
      } catch (const BrokenInput& broken) {
        broken_ = true;
        return article_with(broken.error(), name_, lines_.number(), lines_.byte());
      }
    }
  }

 private:
  // Called by its whole path: a list names files of many directories.
  void open(const fs::path& path) {
    for (const std::string& output : options_.outputs) {
      if (const std::string why = why_it_is_read(output, path, options_); !why.empty()) throw InputError(why);
    }
    const std::string name = cleaned_name(path.native());
    std::error_code ignored;
    current_ = fs::is_directory(path, ignored) ? make_directory_source(path, {name, name}, options_)
                                               : make_file_source(path, {name, name}, options_);
  }

  InputLines lines_;
  char end_;
  InputName name_;
  SourceOptions options_;
  bool broken_ = false;
  std::unique_ptr<Source> current_;
};

class JoinedSource final : public Source {
 public:
  JoinedSource(std::unique_ptr<Source> first, std::unique_ptr<Source> second) : first_(std::move(first)), second_(std::move(second)) {}

  std::optional<Document> next() override {
    if (first_) {
      if (auto document = first_->next()) return document;
      first_ = nullptr;
    }
    return second_->next();
  }

 private:
  std::unique_ptr<Source> first_;
  std::unique_ptr<Source> second_;
};

void check_argument(const std::string& argument, const SourceOptions& options) {
  if (argument == "-") return;
  std::error_code error;
  const fs::file_status status = fs::status(argument, error);
  if (!fs::exists(status)) throw InputError(argument + ": " + (error ? error.message() : std::string("No such file or directory")));
  if (access(argument.c_str(), R_OK) != 0) throw InputError(argument + ": " + std::strerror(errno));
  if (fs::is_socket(status)) throw InputError(argument + ": " + std::strerror(ENXIO));
  if (!fs::is_regular_file(status)) return;
  try {
    // A table that is not there is told before the first article is read.
    if (is_database(argument)) make_sqlite_source(argument, argument_name(argument), options);
  } catch (const BrokenInput& broken) {
    throw InputError(argument + ": " + broken.what());
  }
}

}  // namespace

std::unique_ptr<Source> open_source(const std::vector<std::string>& arguments, const SourceOptions& options, std::istream& input) {
  for (const std::string& argument : arguments) check_argument(argument, options);
  return std::make_unique<ArgumentSource>(arguments, options, input);
}

std::string why_it_is_read(const std::string& output, const std::string& input, const SourceOptions& options) {
  if (output.empty() || output == "-") return "";
  std::error_code error;
  const fs::file_type type = fs::status(input, error).type();
  if (type != fs::file_type::directory && type != fs::file_type::regular) return "";
  // A file is no other for the slash of a directory behind its name.
  const fs::path written(output);
  if (fs::equivalent(input, written.has_filename() ? written : written.parent_path(), error))
    return say("{0} is read; write to another name", {output});
  if (type == fs::file_type::regular) return "";
  const fs::path below = fs::weakly_canonical(output, error).lexically_relative(fs::canonical(input, error));
  if (error || below.empty() || *below.begin() == "..") return "";
  if (output.back() != '/' && !fs::is_directory(output, error) && !can_be_articles(below.filename().string(), options)) return "";
  return say("{0} lies in {1}, and all that is there is read; write to another place", {output, input});
}

std::unique_ptr<Source> join_sources(std::unique_ptr<Source> first, std::unique_ptr<Source> second) {
  return std::make_unique<JoinedSource>(std::move(first), std::move(second));
}

std::unique_ptr<Source> open_listed_source(const std::string& list, char end, const SourceOptions& options, std::istream& input) {
  std::error_code error;
  if (list != "-" && fs::is_directory(list, error)) throw InputError(list + ": " + std::strerror(EISDIR));
  try {
    std::unique_ptr<ByteStream> bytes = list == "-" ? stream_of(input) : std::make_unique<FileStream>(list);
    return std::make_unique<ListedSource>(ByteWindow(std::move(bytes)), end, argument_name(list), options);
  } catch (const BrokenInput& broken) {
    throw InputError(list + ": " + broken.what());
  }
}

}  // namespace boctach
