#include <utility>

#include "boctach/failure.h"
#include "formats/record_sources.h"
#include "text/messages.h"

namespace boctach {
namespace {

class NdjsonRecords final : public RecordSource {
 public:
  NdjsonRecords(std::unique_ptr<std::istream> input, std::string name, std::vector<RecordLabel> labels)
      : input_(std::move(input)), name_(std::move(name)), labels_(std::move(labels)) {}

  std::optional<Record> next() override {
    while (std::getline(*input_, line_)) {
      ++number_;
      if (line_.find_first_not_of(" \t\r") == std::string::npos) continue;
      return record_from_json(line_, labels_, name_ + ":" + std::to_string(number_));
    }
    if (input_->bad()) throw InputError(say("{0}: cannot be read", {name_}));
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<RecordLabel>& labels() const override { return labels_; }

 private:
  std::unique_ptr<std::istream> input_;
  std::string name_;
  std::vector<RecordLabel> labels_;
  std::string line_;
  std::size_t number_ = 0;
};

class FilesOfRecords final : public RecordSource {
 public:
  FilesOfRecords(std::vector<std::string> files, std::vector<RecordLabel> labels) : files_(std::move(files)), labels_(std::move(labels)) {}

  std::optional<Record> next() override {
    while (true) {
      if (current_) {
        if (auto record = current_->next()) return record;
      }
      if (at_ == files_.size()) return std::nullopt;
      const std::string& file = files_[at_++];
      current_ = make_ndjson_record_source(open_record_stream(file), file, labels_);
    }
  }

  [[nodiscard]] const std::vector<RecordLabel>& labels() const override { return labels_; }

 private:
  std::vector<std::string> files_;
  std::vector<RecordLabel> labels_;
  std::size_t at_ = 0;
  std::unique_ptr<RecordSource> current_;
};

}  // namespace

std::unique_ptr<RecordSource> make_ndjson_record_source(std::vector<std::string> files, std::vector<RecordLabel> labels) {
  return std::make_unique<FilesOfRecords>(std::move(files), std::move(labels));
}

std::unique_ptr<RecordSource> make_ndjson_record_source(std::unique_ptr<std::istream> input, std::string name,
                                                        std::vector<RecordLabel> labels) {
  return std::make_unique<NdjsonRecords>(std::move(input), std::move(name), std::move(labels));
}

}  // namespace boctach
