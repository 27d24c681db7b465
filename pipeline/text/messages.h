#ifndef BOCTACH_TEXT_MESSAGES_H_
#define BOCTACH_TEXT_MESSAGES_H_

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// What the program says to people, in their language. Records, codes and names
// of keys are the same in every language.

// "en" or "vi"; false if there is no such language. To be called before
// anything else runs side by side.
bool set_language(std::string_view name);
// The one that is set.
std::string language();
// The language of LC_ALL, LC_MESSAGES or LANG, the first that is set, if there is such a language; else "en".
std::string language_of_environment();

// A message, given in English, in the language that is set, with {0}, {1}, ...
// filled in. One without translation stays English.
std::string say(std::string_view english, std::initializer_list<std::string> arguments = {});

// The English of all messages that have a translation, for tests.
std::vector<std::string> translated_messages();

}  // namespace boctach

#endif  // BOCTACH_TEXT_MESSAGES_H_
