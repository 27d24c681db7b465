#ifndef BOCTACH_FLOW_RUN_ARTICLES_H_
#define BOCTACH_FLOW_RUN_ARTICLES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "boctach/source.h"
#include "flow/seen_table.h"

namespace boctach {

// Which articles of a source a run takes.
struct ArticleChoice {
  std::optional<std::size_t> limit;   // the first so many
  std::optional<std::size_t> sample;  // of these so many, by lot
  std::uint64_t seed = 0;
  bool dedupe = false;
  std::string directory;  // for files that keep memory bounded
};

// The articles of a run, with what only a whole run can know of them: whether
// an id or a text was there before, and a hash of all that was read so far.
class RunArticles {
 public:
  // `stopped` is asked now and then; once it says yes, no more come.
  RunArticles(Source& source, const ArticleChoice& choice, std::function<bool()> stopped);

  struct Article {
    Document document;
    std::uint64_t input = 0;                  // hash of the articles up to this one, and of where they stood
    Digest content;                           // of all that its record is made of, but for where it stood
    std::optional<std::string> duplicate_of;  // the id of the first with this text
  };
  std::optional<Article> next();

  // Read, but not taken into the sample; known after the first article.
  [[nodiscard]] std::size_t skipped() const { return skipped_; }

 private:
  struct Drawn;

  std::optional<Document> next_chosen();
  std::optional<Document> next_within_limit();
  void draw();

  Source& source_;
  ArticleChoice choice_;
  std::function<bool()> stopped_;
  std::size_t read_ = 0;
  std::size_t skipped_ = 0;
  bool drawn_ = false;
  std::vector<Document> sample_;  // the last one first
  std::uint64_t input_ = 0;
  SeenTable ids_;
  std::optional<SeenTable> texts_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_RUN_ARTICLES_H_
