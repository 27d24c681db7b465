#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "boctach/failure.h"
#include "formats/article_sources.h"
#include "formats/input_file.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

bool holds_many(const fs::path& path) { return path.extension() == ".jsonl" || path.extension() == ".ndjson"; }

// One article, given once.
class SingleSource final : public Source {
 public:
  SingleSource(fs::path path, fs::path name) : path_(std::move(path)), name_(std::move(name)) {}

  std::optional<Document> next() override {
    if (std::exchange(given_, true)) return std::nullopt;
    return read_text_article(path_, name_);
  }

 private:
  fs::path path_;
  fs::path name_;
  bool given_ = false;
};

// Sources one after the other; each is opened when its turn comes.
class DirectorySource final : public Source {
 public:
  DirectorySource(fs::path root, const FieldNames& names) : root_(std::move(root)), names_(names) { enter(root_); }

  std::optional<Document> next() override {
    while (true) {
      if (current_) {
        if (auto document = current_->next()) return document;
        current_ = nullptr;
      }
      if (levels_.empty()) return std::nullopt;
      if (levels_.back().empty()) {
        levels_.pop_back();
        continue;
      }
      const fs::path path = levels_.back().back();
      levels_.back().pop_back();
      if (fs::is_directory(path)) {
        enter(path);
      } else {
        current_ = make_file_source(path, fs::relative(path, root_), names_);
      }
    }
  }

 private:
  // The entries of one directory, last first, so that only the path to the
  // present file and its neighbours are ever held.
  void enter(const fs::path& directory) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(directory, error); !error && it != fs::directory_iterator(); it.increment(error)) {
      const fs::path& path = it->path();
      if (path.filename().native().front() == '.' || it->is_symlink()) continue;
      if (it->is_directory() || path.extension() == ".txt" || holds_many(path)) entries.push_back(path);
    }
    if (error) throw InputError(directory.string() + ": " + error.message());
    std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) { return a.native() > b.native(); });
    levels_.push_back(std::move(entries));
  }

  fs::path root_;
  FieldNames names_;
  std::vector<std::vector<fs::path>> levels_;
  std::unique_ptr<Source> current_;
};

class ListSource final : public Source {
 public:
  explicit ListSource(std::vector<std::unique_ptr<Source>> sources) : sources_(std::move(sources)) {}

  std::optional<Document> next() override {
    for (; at_ < sources_.size(); ++at_) {
      if (auto document = sources_[at_]->next()) return document;
      sources_[at_] = nullptr;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::unique_ptr<Source>> sources_;
  std::size_t at_ = 0;
};

// Standard input when it is one text.
class GivenSource final : public Source {
 public:
  explicit GivenSource(Document document) : document_(std::move(document)) {}
  std::optional<Document> next() override { return std::exchange(document_, std::nullopt); }

 private:
  std::optional<Document> document_;
};

std::unique_ptr<Source> open_standard_input(std::istream& input, const FieldNames& names) {
  while (input.peek() == ' ' || input.peek() == '\n' || input.peek() == '\r' || input.peek() == '\t') input.get();
  if (input.peek() == '{') return make_ndjson_source(std::make_unique<std::istream>(input.rdbuf()), "-", names);
  std::string bytes{std::istreambuf_iterator<char>(input), {}};
  return std::make_unique<GivenSource>(text_article(std::move(bytes), "-"));
}

}  // namespace

Document text_article(std::string bytes, const fs::path& name) {
  Document document;
  document.origin.path = name.generic_string();
  document.id = without_ending(name);
  if (bytes.size() > largest_text) {
    document.errors.push_back({"E905", "read", "the file is larger than 64 MiB"});
    return document;
  }
  document.buffer = TextBuffer(std::move(bytes));
  return document;
}

Document read_text_article(const fs::path& path, const fs::path& name) { return text_article(read_file(path), name); }

std::unique_ptr<Source> make_file_source(const fs::path& path, const fs::path& name, const FieldNames& names) {
  if (!holds_many(path)) return std::make_unique<SingleSource>(path, name);
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) throw InputError(path.string() + ": " + std::strerror(errno));
  return make_ndjson_source(std::move(file), name.generic_string(), names);
}

std::unique_ptr<Source> make_directory_source(const fs::path& directory, const FieldNames& names) {
  return std::make_unique<DirectorySource>(directory, names);
}

std::unique_ptr<Source> open_source(const std::vector<std::string>& arguments, const FieldNames& names, std::istream& input) {
  std::vector<std::unique_ptr<Source>> sources;
  for (const std::string& argument : arguments) {
    const fs::path path(argument);
    std::error_code error;
    if (argument == "-") {
      sources.push_back(open_standard_input(input, names));
    } else if (const fs::file_status status = fs::status(path, error); !fs::exists(status)) {
      throw InputError(argument + ": " + (error ? error.message() : std::string("No such file or directory")));
    } else if (fs::is_directory(status)) {
      sources.push_back(make_directory_source(path, names));
    } else {
      sources.push_back(make_file_source(path, path.filename(), names));
    }
  }
  return std::make_unique<ListSource>(std::move(sources));
}

}  // namespace boctach
