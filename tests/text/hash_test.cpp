#include "text/hash.h"

#include <gtest/gtest.h>

namespace boctach {
namespace {

TEST(ContentHash, IsTheSameForTheSameTexts) {
  const std::string hash = content_hash({"a", "bc"});
  EXPECT_EQ(hash.size(), 5U + 16U);
  EXPECT_EQ(hash.substr(0, 5), "xxh3:");
  EXPECT_EQ(hash.find_first_not_of("0123456789abcdef", 5), std::string::npos);
  EXPECT_EQ(content_hash({"a", "bc"}), hash);
}

TEST(ContentHash, KnowsWhereATextEnds) {
  EXPECT_NE(content_hash({"a", "bc"}), content_hash({"ab", "c"}));
  EXPECT_NE(content_hash({"a"}), content_hash({"a", ""}));
  EXPECT_NE(content_hash({"a", "b"}), content_hash({"b", "a"}));
}

}  // namespace
}  // namespace boctach
