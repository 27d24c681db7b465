#ifndef BOCTACH_FLOW_DONE_ARTICLES_H_
#define BOCTACH_FLOW_DONE_ARTICLES_H_

#include <string>
#include <vector>

#include "flow/run_articles.h"
#include "flow/seen_table.h"
#include "formats/quarantine.h"
#include "formats/run_manifest.h"

namespace boctach {

// Tells which articles of the inputs a run has no record of: those of its
// quarantine, and, where one of these stands for all that followed in its input,
// these too. An article is known by its content, so it may stand elsewhere now;
// in a database by where it stood.
class DoneArticles {
 public:
  // Of the complete run in a directory, whose manifest is `run`, or in a database. `scratch` is where the
  // table lies once it is too large for memory. InputError if the run cannot be read.
  static DoneArticles of_directory(const std::string& directory, const RunManifest& run, std::vector<Quarantined> quarantine,
                                   const std::string& scratch);
  static DoneArticles of_database(const std::string& path, std::vector<Quarantined> quarantine, const std::string& scratch);

  // True if the article is of an input that has something in the quarantine, and the run has no record of it.
  [[nodiscard]] bool misses(const RunArticles::Article& article) const;

 private:
  DoneArticles(std::vector<Quarantined> quarantine, const std::string& scratch, bool by_content);
  [[nodiscard]] bool is_concerned(std::string path) const;

  std::vector<std::string> paths_;  // of the quarantine, in byte order
  SeenTable done_;
  bool by_content_;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_DONE_ARTICLES_H_
