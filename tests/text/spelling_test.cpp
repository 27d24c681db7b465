#include "text/spelling.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace boctach {
namespace {

TEST(FoldTones, LeavesEverythingElse) { EXPECT_EQ(fold_tones("(?:hoà|khoá) “uỷ” - quý - kì"), "(?:hòa|khóa) “ủy” - quý - kì"); }

TEST(FoldSpelling, WritesYWherePeopleAlsoWriteI) {
  EXPECT_EQ(fold_spelling("kì họp, kỉ niệm, kĩ thuật, tỉ lệ, lí do, mĩ thuật, nghệ sĩ, kí kết, quí I"),
            "kỳ họp, kỷ niệm, kỹ thuật, tỷ lệ, lý do, mỹ thuật, nghệ sỹ, ký kết, quý I");
  EXPECT_EQ(fold_spelling("KÌ, Mĩ, LÍ, QUÍ"), "KỲ, Mỹ, LÝ, QUÝ");
  EXPECT_EQ(fold_spelling("(?:tỉ|tỷ) (?:hoà)"), "(?:tỷ|tỷ) (?:hòa)");
}

TEST(FoldSpelling, KnowsTheWholeSyllable) {
  const std::string_view others = "tỉnh, kìm, lít, tĩnh, kính, mít, sĩnh, đĩ, tí, bì, nghĩ, chí, akí, quít, mì, sỉ, k[ìỳ]";
  EXPECT_EQ(fold_spelling(others), others);
}

TEST(FoldSpelling, IsPartOfTheView) {
  EXPECT_EQ(fold_view("Kì họp, tỉ lệ, bác sĩ, đĩ"), "Kỳ họp, tỷ lệ, bác sỹ, đĩ");
  EXPECT_EQ(fold_key("Cử Nhân Kĩ Thuật"), fold_key("cử nhân kỹ thuật"));
}

}  // namespace
}  // namespace boctach
