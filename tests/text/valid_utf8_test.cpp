#include "text/valid_utf8.h"

#include <gtest/gtest.h>

namespace boctach {
namespace {

TEST(ValidUtf8, LeavesGoodTextAndReplacesTheRest) {
  EXPECT_EQ(valid_utf8("làng"), "làng");
  EXPECT_EQ(valid_utf8("l\xE0ng"), "l\uFFFDng");
}

}  // namespace
}  // namespace boctach
