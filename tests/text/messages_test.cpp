#include "text/messages.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace boctach {
namespace {

TEST(Messages, AreEnglishUnlessALanguageIsSet) {
  EXPECT_EQ(say("no file '{0}'", {"x.yaml"}), "no file 'x.yaml'");
  EXPECT_TRUE(set_language("vi"));
  EXPECT_EQ(say("no file '{0}'", {"x.yaml"}), "không có tệp 'x.yaml'");
  EXPECT_EQ(say("a message nobody translated, {0}", {"ever"}), "a message nobody translated, ever");
  EXPECT_GE(translated_messages().size(), 300U);
  EXPECT_FALSE(set_language("fr"));
  EXPECT_TRUE(set_language("en"));
  EXPECT_TRUE(translated_messages().empty());
}

TEST(Messages, FillOnlyThePlacesTheyHave) {
  EXPECT_EQ(say("{1} before {0}, {2}", {"a", "b"}), "b before a, {2}");
  EXPECT_EQ(say("write {{letter}} or {0}", {"{1}"}), "write {{letter}} or {1}");
}

TEST(Messages, KnowTheLanguageOfTheLocale) {
  const auto with = [](const char* all, const char* lang) {
    setenv("LC_ALL", all, 1);
    unsetenv("LC_MESSAGES");
    setenv("LANG", lang, 1);
    return language_of_environment();
  };
  EXPECT_EQ(with("vi_VN.UTF-8", "en_GB.UTF-8"), "vi");
  EXPECT_EQ(with("", "vi"), "vi");
  EXPECT_EQ(with("C.UTF-8", "vi_VN"), "en");
  EXPECT_EQ(with("", "vir"), "en");
  unsetenv("LC_ALL");
  unsetenv("LANG");
}

}  // namespace
}  // namespace boctach
