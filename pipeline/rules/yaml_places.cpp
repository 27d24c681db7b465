#include "rules/yaml_places.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace boctach {

YamlPlaces::YamlPlaces(std::string file, const ElidedText& text) : file_(std::move(file)), text_(text), full_(text.full()) {
  starts_.push_back(0);
  for (std::size_t at = 0; at < text.text().size(); ++at) {
    if (text.text()[at] == '\n') starts_.push_back(at + 1);
  }
}

bool YamlPlaces::is_nowhere(const YAML::Mark& mark) const {
  return mark.is_null() || static_cast<std::size_t>(mark.line) >= starts_.size();
}

std::size_t YamlPlaces::given_offset(const YAML::Mark& mark) const {
  return starts_[static_cast<std::size_t>(mark.line)] + static_cast<std::size_t>(mark.column);
}

std::size_t YamlPlaces::offset(const YAML::Mark& mark) const {
  return is_nowhere(mark) ? full_.size() : std::min(text_.full_offset(given_offset(mark)), full_.size());
}

Mark YamlPlaces::mark(const YAML::Mark& mark) const {
  if (is_nowhere(mark)) return {file_, 0, 0};
  const std::size_t start = text_.full_offset(starts_[static_cast<std::size_t>(mark.line)]);
  const std::size_t letters = count_code_points(full_.substr(start, offset(mark) - start));
  return {file_, mark.line + 1, static_cast<int>(letters) + 1};
}

char YamlPlaces::letter(const YAML::Mark& mark) const {
  const std::size_t at = offset(mark);
  return at < full_.size() ? full_[at] : '\0';
}

bool YamlPlaces::is_cut(const YAML::Mark& mark, std::string_view value) const {
  const std::size_t at = offset(mark);
  return full_.substr(at, value.size()) == value && full_.substr(at + value.size(), 2) == " #";
}

std::optional<std::string> YamlPlaces::full_value(const YAML::Mark& mark, std::string_view value) const {
  return is_nowhere(mark) ? std::nullopt : text_.full_value(given_offset(mark), value);
}

}  // namespace boctach
