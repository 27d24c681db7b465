#include "formats/input_name.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "text/unicode.h"

namespace boctach {
namespace {

// a.b.txt is a.b; .txt and a/.txt stay.
std::string_view without_last_ending(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  const std::size_t first = slash == std::string_view::npos ? 0 : slash + 1;
  const std::size_t dot = file.rfind('.');
  return dot == std::string_view::npos || dot <= first ? file : file.substr(0, dot);
}

std::string rewritten(std::string_view bytes, bool with_controls) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded c = decode(bytes, at);
    const bool control = c.code_point < 0x20 || (c.code_point >= 0x7F && c.code_point < 0xA0);
    append_utf8(text, !c.valid || (control && !with_controls) ? replacement_character : c.code_point);
    at += c.size;
  }
  return text;
}

}  // namespace

bool has_ending(std::string_view file, std::string_view ending) {
  const auto is_same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return file.size() > ending.size() && std::equal(file.end() - ending.size(), file.end(), ending.begin(), is_same);
}

std::string readable(std::string_view bytes) { return is_valid_utf8(bytes) ? std::string(bytes) : rewritten(bytes, true); }

std::string cleaned_name(std::string_view name) {
  std::string cleaned;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (!part.empty() && part != "." && part != "..") cleaned.append(cleaned.empty() ? "" : "/").append(part);
    begin = end + 1;
  }
  return rewritten(cleaned, false);
}

Document article_at(const InputName& name, std::size_t line, std::size_t byte) {
  Document document;
  document.origin = {name.path, line, byte};
  document.id = without_last_ending(name.file);
  if (line > 0) document.id += ":" + std::to_string(line);
  return document;
}

Document article_with(DocumentError error, const InputName& name, std::size_t line, std::size_t byte) {
  Document document = article_at(name, line, byte);
  document.errors.push_back(std::move(error));
  return document;
}

}  // namespace boctach
