#include "flow/done_articles.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "boctach/failure.h"
#include "flow/run_files.h"
#include "text/messages.h"

namespace boctach {
namespace {

Digest digest_of_place(const Origin& origin) {
  return digest({origin.path, std::to_string(origin.line) + " " + std::to_string(origin.byte)});
}

}  // namespace

DoneArticles::DoneArticles(std::vector<Quarantined> quarantine, const std::string& scratch, bool by_content)
    : done_(scratch, false), by_content_(by_content) {
  for (Quarantined& one : quarantine) paths_.push_back(std::move(one.origin.path));
  std::sort(paths_.begin(), paths_.end());
}

DoneArticles DoneArticles::of_directory(const std::string& directory, const RunManifest& run, std::vector<Quarantined> quarantine,
                                        const std::string& scratch) {
  DoneArticles done(std::move(quarantine), scratch, true);
  const std::string path = directory + "/" + contents_name;
  const std::size_t articles = run.parts.empty() ? 0 : run.parts.back().articles;
  std::ifstream contents(path, std::ios::binary);
  std::string line;
  for (std::size_t i = 0; i < articles; ++i) {
    if (!std::getline(contents, line)) throw InputError(say("{0}: is shorter than the manifest says", {path}));
    if (const auto digest = digest_of_hex(line)) done.done_.find_or_add(*digest, {});
  }
  return done;
}

DoneArticles DoneArticles::of_database(const std::string& path, std::vector<Quarantined> quarantine, const std::string& scratch) {
  DoneArticles done(std::move(quarantine), scratch, false);
  for_each_place(path, [&](const Origin& origin) { done.done_.find_or_add(digest_of_place(origin), {}); });
  return done;
}

// Members of an archive and files of a directory have its name before theirs.
bool DoneArticles::is_concerned(std::string path) const {
  while (!std::binary_search(paths_.begin(), paths_.end(), path)) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return false;
    path.resize(slash);
  }
  return true;
}

bool DoneArticles::misses(const RunArticles::Article& article) const {
  const Origin& origin = article.document.origin;
  if (!is_concerned(origin.path)) return false;
  return !done_.find(by_content_ ? article.content : digest_of_place(origin));
}

}  // namespace boctach
