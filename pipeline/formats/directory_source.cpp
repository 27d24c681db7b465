#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/input_source.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

// The names of one directory, in byte order, in as little memory as they take:
// there may be millions.
class NameList {
 public:
  void add(std::string_view name, bool directory) {
    places_.push_back(names_.size());
    names_.push_back(directory ? 'd' : 'f');
    names_.append(name);
    names_.push_back('\0');
  }

  void sort() {
    std::sort(places_.begin(), places_.end(), [this](std::size_t a, std::size_t b) { return name_at(a) > name_at(b); });
  }

  [[nodiscard]] bool empty() const { return places_.empty(); }

  // The first name, which is then forgotten, and whether it is a directory.
  std::pair<std::string, bool> take() {
    const std::size_t place = places_.back();
    places_.pop_back();
    return {std::string(name_at(place)), names_[place] == 'd'};
  }

 private:
  [[nodiscard]] std::string_view name_at(std::size_t place) const { return names_.c_str() + place + 1; }

  std::string names_;
  std::vector<std::size_t> places_;  // last first
};

class DirectorySource final : public Source {
 public:
  DirectorySource(fs::path root, InputName name, SourceOptions options) : name_(std::move(name)), options_(std::move(options)) {
    enter(std::move(root), "");
  }

  std::optional<Document> next() override {
    while (true) {
      if (current_) {
        if (auto document = current_->next()) return document;
        current_ = nullptr;
      }
      if (levels_.empty()) return std::nullopt;
      Level& level = levels_.back();
      if (level.names.empty()) {
        levels_.pop_back();
        continue;
      }
      const auto [name, is_directory] = level.names.take();
      if (is_directory) {
        enter(level.directory / name, level.below + name + "/");
      } else {
        current_ = make_file_source(level.directory / name, called(level.below + name), options_);
      }
    }
  }

 private:
  // A directory on the way to the present file, with what is left of it.
  struct Level {
    fs::path directory;
    std::string below;  // the root, with '/' behind it
    NameList names;
  };

  [[nodiscard]] InputName called(const std::string& below) const {
    const std::string cleaned = cleaned_name(below);
    if (name_.given) return {cleaned, cleaned};
    return {name_.path + "/" + cleaned, name_.file + "/" + cleaned};
  }

  // A link to a directory may lead in a circle; one to a file is that file.
  void enter(fs::path directory, std::string below) {
    std::error_code error;
    NameList names;
    for (fs::directory_iterator it(directory, error); !error && it != fs::directory_iterator(); it.increment(error)) {
      const std::string name = it->path().filename();
      std::error_code ignored;
      const bool is_directory = it->is_directory(ignored);
      if (is_directory && (name.front() == '.' || it->is_symlink(ignored))) continue;
      if (is_directory || can_be_articles(name, options_)) names.add(name, is_directory);
    }
    if (error) {
      const DocumentError failure{"E940", "read", "the directory cannot be read: " + error.message()};
      current_ = make_single_source(article_with(failure, below.empty() ? name_ : called(below), 0, 0));
    }
    names.sort();
    levels_.push_back({std::move(directory), std::move(below), std::move(names)});
  }

  InputName name_;
  SourceOptions options_;
  std::vector<Level> levels_;
  std::unique_ptr<Source> current_;
};

}  // namespace

std::unique_ptr<Source> make_directory_source(const fs::path& directory, const InputName& name, const SourceOptions& options) {
  return std::make_unique<DirectorySource>(directory, name, options);
}

}  // namespace boctach
