#ifndef BOCTACH_TESTS_FLOW_ARTICLE_LIST_H_
#define BOCTACH_TESTS_FLOW_ARTICLE_LIST_H_

#include <deque>
#include <optional>
#include <string>
#include <utility>

#include "boctach/document.h"
#include "boctach/source.h"

namespace boctach {

// Articles that were made beforehand.
class ListSource final : public Source {
 public:
  explicit ListSource(std::deque<Document> documents) : documents_(std::move(documents)) {}
  std::optional<Document> next() override {
    if (documents_.empty()) return std::nullopt;
    Document document = std::move(documents_.front());
    documents_.pop_front();
    return document;
  }

 private:
  std::deque<Document> documents_;
};

inline Document article(const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.buffer = TextBuffer(text);
  return document;
}

}  // namespace boctach

#endif  // BOCTACH_TESTS_FLOW_ARTICLE_LIST_H_
