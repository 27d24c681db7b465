#include "rules/rule_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "boctach/failure.h"
#include "text/hash.h"

namespace boctach {

RuleFiles::RuleFiles(std::string directory, RuleSet& rules) : directory_(std::move(directory)), rules_(rules) {
  std::error_code error;
  if (!std::filesystem::is_directory(directory_, error)) throw InputError("no rules directory: " + directory_);
}

const std::string* RuleFiles::read(const std::string& name) {
  const auto known = rules_.sources.find(name);
  if (known != rules_.sources.end()) return &known->second;
  const std::filesystem::path path = std::filesystem::path(directory_) / name;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return nullptr;
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream || stream.bad()) throw InputError("cannot read " + path.string());
  order_.push_back(name);
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
