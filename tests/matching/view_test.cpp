#include "matching/view.h"

#include <gtest/gtest.h>

#include <string>

#include "random_views.h"
#include "text/sentences.h"

namespace boctach {
namespace {

class ViewTest : public RandomViews {};

TEST_F(ViewTest, HasTheSentencesOfItsTextWithAndWithoutSymbols) {
  for (int i = 0; i < 2000; ++i) {
    const std::string clean = text();
    const View base(clean);
    const View folded(base, foldings(base));
    ASSERT_EQ(folded.regions(Scope::Sentence), split_sentences(folded.text())) << clean;
    ASSERT_EQ(base.regions(Scope::Sentence), split_sentences(base.text())) << clean;
  }
}

}  // namespace
}  // namespace boctach
