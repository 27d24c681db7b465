#include "flow/review.h"

#include <algorithm>
#include <random>
#include <set>
#include <string_view>
#include <utility>

#include "flow/marked_text.h"
#include "text/sentences.h"

namespace boctach {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \n") + 1 - begin));
}

// The sentence with the mentions that the rule finds in it alone; not marked if it finds none.
ReviewItem item_of(const Matcher& matcher, const Rule& rule, std::string sentence) {
  Document document;
  document.buffer = TextBuffer(sentence);
  MatchOptions options;
  options.cleaning = false;
  options.until_pack = rule.pack;
  const Findings findings = matcher.run(document, options);
  ReviewItem item;
  item.rule = &rule;
  std::size_t at = 0;
  for (const Mention& mention : findings.mentions) {
    if (mention.rule != &rule || mention.early || mention.span.begin < at) continue;
    item.marked.append(sentence, at, mention.span.begin - at).append("\u27e6").append(mention.span.of(sentence)).append("\u27e7");
    at = mention.span.end;
  }
  if (at > 0) item.marked.append(sentence, at);
  item.plain = std::move(sentence);
  return item;
}

bool is_example(const Rule& rule, const std::string& sentence) {
  return std::any_of(rule.examples.begin(), rule.examples.end(),
                     [&](const Example& example) { return read_marks(example.text.value).text == sentence; });
}

}  // namespace

std::vector<ReviewItem> sample_mentions(const Pipeline& pipeline, Source& source, const std::string& label, std::size_t count,
                                        unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<ReviewItem> drawn;
  std::set<std::pair<const Rule*, std::string>> seen;
  std::size_t met = 0;
  while (std::optional<Document> document = source.next()) {
    if (!document->errors.empty()) continue;
    const Findings findings = pipeline.clean(*document);
    const std::string_view text = document->buffer.text();
    const std::vector<Span> sentences = split_sentences(text);
    for (const Mention& mention : findings.mentions) {
      if (mention.early || mention.rule->label != label) continue;
      const auto around = std::find_if(sentences.begin(), sentences.end(), [&](Span sentence) { return sentence.contains(mention.span); });
      if (around == sentences.end()) continue;
      std::string sentence = trimmed(around->of(text));
      if (is_example(*mention.rule, sentence) || !seen.emplace(mention.rule, sentence).second) continue;
      // Each has the same chance: the n-th takes a place with the chance count / n.
      const std::size_t place = drawn.size() < count ? drawn.size() : random() % (met + 1);
      ++met;
      if (place >= count) continue;
      ReviewItem item = item_of(pipeline.matcher(), *mention.rule, std::move(sentence));
      if (item.marked.empty()) continue;
      item.article = document->id;
      if (place == drawn.size()) drawn.emplace_back();
      drawn[place] = std::move(item);
    }
  }
  return drawn;
}

}  // namespace boctach
