#include "text/messages.h"

#include <unicode/resbund.h>
#include <unicode/udata.h>

#include <cstdlib>
#include <functional>
#include <map>

// The catalogues of pipeline/text/messages/, packed by ICU; made by the build.
extern const unsigned char boctach_message_data[];

namespace boctach {
namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

Catalogue read_catalogue(const char* name) {
  Catalogue catalogue;
  UErrorCode status = U_ZERO_ERROR;
  udata_setAppData("boctach_messages", boctach_message_data, &status);
  const icu::ResourceBundle bundle("boctach_messages", icu::Locale(name), status);
  icu::ResourceBundle messages = bundle.get("messages", status);
  while (U_SUCCESS(status) && messages.hasNext()) {
    const icu::ResourceBundle pair = messages.getNext(status);
    std::string english;
    std::string translation;
    pair.getStringEx(0, status).toUTF8String(english);
    pair.getStringEx(1, status).toUTF8String(translation);
    if (U_SUCCESS(status)) catalogue.emplace(std::move(english), std::move(translation));
  }
  return catalogue;
}

// Empty: English. Set once, read by all.
Catalogue& catalogue() {
  static Catalogue present;
  return present;
}

}  // namespace

bool set_language(std::string_view name) {
  if (name == "en") {
    catalogue().clear();
    return true;
  }
  if (name != "vi") return false;
  catalogue() = read_catalogue("vi");
  return true;
}

std::string language() { return catalogue().empty() ? "en" : "vi"; }

std::string language_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view name(value);
    return name == "vi" || name.substr(0, 3) == "vi_" || name.substr(0, 3) == "vi." ? "vi" : "en";
  }
  return "en";
}

std::string say(std::string_view english, std::initializer_list<std::string> arguments) {
  const auto translation = catalogue().find(english);
  const std::string_view pattern = translation == catalogue().end() ? english : std::string_view(translation->second);
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' && pattern[at + 1] >= '0' &&
                          static_cast<std::size_t>(pattern[at + 1] - '0') < arguments.size();
    if (is_place) {
      text += arguments.begin()[pattern[at + 1] - '0'];
      at += 2;
    } else {
      text += pattern[at];
    }
  }
  return text;
}

std::vector<std::string> translated_messages() {
  std::vector<std::string> all;
  for (const auto& [english, translation] : catalogue()) all.push_back(english);
  return all;
}

}  // namespace boctach
