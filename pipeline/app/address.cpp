#include "app/address.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "text/unicode.h"

namespace boctach {
namespace {

std::optional<std::size_t> read_number(std::string_view written) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (error != std::errc{} || end != written.data() + written.size() || number == 0) return std::nullopt;
  return number;
}

}  // namespace

std::optional<TextPlace> read_place(std::string_view written) {
  const std::size_t colon = written.find(':');
  const auto line = read_number(written.substr(0, colon));
  if (!line) return std::nullopt;
  if (colon == std::string_view::npos) return TextPlace{*line, 0};
  const auto column = read_number(written.substr(colon + 1));
  return column ? std::optional(TextPlace{*line, *column}) : std::nullopt;
}

Address read_address(const std::string& written) {
  if (std::filesystem::exists(written)) return {written, std::nullopt};
  for (std::size_t colon = written.find(':'); colon != std::string::npos; colon = written.find(':', colon + 1)) {
    const auto place = read_place(std::string_view(written).substr(colon + 1));
    if (place && colon > 0) return {written.substr(0, colon), place};
  }
  return {written, std::nullopt};
}

std::optional<Span> find_place(std::string_view text, TextPlace place) {
  std::size_t begin = 0;
  for (std::size_t line = 1; line < place.line; ++line) {
    begin = text.find('\n', begin);
    if (begin == std::string_view::npos) return std::nullopt;
    ++begin;
  }
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  if (place.column == 0) return Span{begin, end};
  const std::size_t at = forward(text, begin, place.column - 1);
  if (at >= end) return std::nullopt;
  return Span{at, at + decode(text, at).size};
}

}  // namespace boctach
