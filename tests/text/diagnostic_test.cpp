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

TEST(Diagnostic, KeepsTabsUnderTabs) {
  Diagnostic diagnostic;
  diagnostic.severity = Severity::Warning;
  diagnostic.code = "W201";
  diagnostic.message = "odd";
  diagnostic.mark = {"a.yaml", 1, 3};
  diagnostic.line = "\t\tx";
  EXPECT_EQ(format(diagnostic), "a.yaml:1:3: warning[W201]: odd\n  \t\tx\n  \t\t^\n");
}

TEST(Diagnostic, MayMeanAFileAsAWhole) {
  Diagnostic diagnostic;
  diagnostic.code = "E100";
  diagnostic.message = "empty";
  diagnostic.mark.file = "a.yaml";
  EXPECT_EQ(format(diagnostic), "a.yaml: error[E100]: empty\n");
}

TEST(Diagnostic, NeedsNoPlace) {
  Diagnostics notes;
  notes.note("N101", "bytes replaced");
  EXPECT_FALSE(notes.has_errors());
  EXPECT_EQ(format(notes.all().front()), "note[N101]: bytes replaced\n");
}

}  // namespace
}  // namespace boctach
