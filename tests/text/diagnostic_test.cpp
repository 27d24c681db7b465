#include "boctach/diagnostic.h"

#include <gtest/gtest.h>

namespace boctach {
namespace {

TEST(Diagnostic, ShowsItsPlaceWithACaret) {
  Diagnostic diagnostic;
  diagnostic.code = "E201";
  diagnostic.message = "unknown key 'lable'";
  diagnostic.mark = {"pack.yaml", 3, 7};
  diagnostic.line = "đây: lable: x";
  diagnostic.width = 5;
  diagnostic.help = "did you mean 'label'?";
  EXPECT_EQ(format(diagnostic),
            "pack.yaml:3:7: error[E201]: unknown key 'lable'\n"
            "  đây: lable: x\n"
            "        ^~~~~\n"
            "  help: did you mean 'label'?\n");
}

TEST(Diagnostic, NeedsNoPlace) {
  Diagnostics notes;
  notes.note("N101", "bytes replaced");
  EXPECT_FALSE(notes.has_errors());
  EXPECT_EQ(format(notes.all().front()), "note[N101]: bytes replaced\n");
}

}  // namespace
}  // namespace boctach
