#include "rules/rule_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "boctach/failure.h"
#include "text/hash.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {

bool is_rule_file(const std::filesystem::path& file) { return file.extension() == ".yaml" && file.filename().string().front() != '.'; }

RuleFiles::RuleFiles(std::vector<std::string> directories, RuleSet& rules) : directories_(std::move(directories)), rules_(rules) {
  for (const std::string& directory : directories_) {
    std::error_code error;
    if (!std::filesystem::is_directory(directory, error)) throw InputError(say("no rules directory: {0}", {directory}));
  }
}

std::string RuleFiles::name_in(std::size_t directory, const std::string& file) const {
  return directory == 0 ? file : directories_[directory] + "/" + file;
}

std::size_t RuleFiles::directory_of(const std::string& name) const {
  for (std::size_t i = directories_.size() - 1; i > 0; --i) {
    if (name.rfind(directories_[i] + "/", 0) == 0) return i;
  }
  return 0;
}

std::vector<std::string> RuleFiles::yaml_files(std::size_t directory) const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directories_[directory])) {
    std::error_code error;
    if (!is_rule_file(entry.path()) || entry.is_directory(error)) continue;
    if (!entry.is_regular_file(error)) throw InputError(say("cannot read {0}", {entry.path().string()}));
    names.push_back(name_in(directory, entry.path().filename().string()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

const std::string* RuleFiles::read(const std::string& name) {
  const auto known = rules_.sources.find(name);
  if (known != rules_.sources.end()) return &known->second;
  const std::filesystem::path path = directory_of(name) == 0 ? std::filesystem::path(directories_[0]) / name : std::filesystem::path(name);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return nullptr;
  std::ifstream stream(path, std::ios::binary);
  std::string text(std::filesystem::file_size(path, error), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (error || !stream) throw InputError(say("cannot read {0}", {path.string()}));
  order_.push_back(name);
  // Some editors save letters and their marks apart; nothing of it would be found in a text.
  if (is_valid_utf8(text) && !surely_nfc(text)) text = to_nfc(text);
  return &(rules_.sources[name] = std::move(text));
}

std::size_t RuleFiles::place_of(const std::string& name) const {
  return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), name) - order_.begin());
}

std::string RuleFiles::hash() const {
  std::vector<std::string_view> texts;
  for (const std::string& name : order_) texts.emplace_back(rules_.sources.at(name));
  return content_hash(texts);
}

}  // namespace boctach
