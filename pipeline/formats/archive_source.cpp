#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "formats/archive_reader.h"
#include "formats/input_source.h"

namespace boctach {
namespace {

// The present member of an archive that lives longer.
class MemberStream final : public ByteStream {
 public:
  explicit MemberStream(ArchiveReader& archive) : archive_(archive) {}
  std::size_t read(char* to, std::size_t size) override { return archive_.read(to, size); }

 private:
  ArchiveReader& archive_;
};

// Some archivers of Windows part names by backslashes.
std::string with_slashes(std::string name) {
  if (name.find('/') == std::string::npos) std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

class ArchiveSource final : public Source {
 public:
  ArchiveSource(std::unique_ptr<ByteStream> bytes, InputName name, SourceOptions options)
      : archive_(std::move(bytes), options.limits), name_(std::move(name)), options_(std::move(options)) {}

  std::optional<Document> next() override {
    while (true) {
      if (member_) {
        if (auto document = member_->next()) return document;
        member_ = nullptr;
      }
      try {
        const std::optional<std::string> name = archive_.next();
        if (!name) return std::nullopt;
        open(cleaned_name(with_slashes(*name)));
      } catch (const BrokenInput& broken) {
        return article_with(broken.error(), name_, 0, 0);
      }
    }
  }

 private:
  void open(const std::string& name) {
    const bool hidden = name.rfind('.', 0) == 0 || name.find("/.") != std::string::npos;
    if (hidden || !can_be_articles(name, options_)) return;
    const InputName inner{name_.path + "/" + name, name_.given ? name : name_.file + "/" + name, name_.nesting};
    member_ = make_input_source(std::make_unique<MemberStream>(archive_), inner, options_);
  }

  ArchiveReader archive_;
  InputName name_;
  SourceOptions options_;
  std::unique_ptr<Source> member_;
};

}  // namespace

std::unique_ptr<Source> make_archive_source(std::unique_ptr<ByteStream> bytes, const InputName& name, const SourceOptions& options) {
  InputName inner = name;
  if (++inner.nesting > options.limits.nesting) {
    const std::string limit = std::to_string(options.limits.nesting);
    return make_single_source(article_with({"E917", "read", "more than " + limit + " inputs lie inside of each other"}, name, 0, 0));
  }
  return std::make_unique<ArchiveSource>(std::move(bytes), inner, options);
}

}  // namespace boctach
