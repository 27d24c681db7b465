#include "flow/earlier_run.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <type_traits>
#include <utility>

#include "boctach/failure.h"
#include "flow/run_files.h"
#include "formats/record_sources.h"
#include "text/messages.h"

namespace boctach {
namespace {

static_assert(std::is_trivially_copyable_v<EarlierRun::Line>);

std::string bytes_of(const EarlierRun::Line& line) {
  std::string bytes(sizeof line, '\0');
  std::memcpy(bytes.data(), &line, sizeof line);
  return bytes;
}

EarlierRun::Line line_of(const std::string& bytes) {
  EarlierRun::Line line;
  std::memcpy(&line, bytes.data(), sizeof line);
  return line;
}

}  // namespace

EarlierRun::EarlierRun(std::string directory, std::vector<RecordLabel> labels)
    : directory_(std::move(directory)), labels_(std::move(labels)), manifest_(manifest_of(directory_)) {
  // Where there is no lock, as in a copy, nobody writes.
  lock_ = Descriptor(open((directory_ + "/" + lock_name).c_str(), O_RDONLY | O_CLOEXEC));
  if (lock_.is_open() && flock(lock_.number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    throw InputError(say("{0}: another run writes into this directory", {directory_}));
  }
  if (!manifest_.complete) throw InputError(say("{0}: the run is not complete; the command it was started with goes on", {directory_}));
}

std::string EarlierRun::path_of(std::uint64_t part) const { return directory_ + "/" + manifest_.parts[part - 1].name; }

void EarlierRun::read_in(const std::string& scratch) {
  lines_.emplace(scratch, true);
  std::ifstream contents(directory_ + "/" + contents_name, std::ios::binary);
  for (std::size_t i = 0; i < manifest_.parts.size(); ++i) read_part(manifest_.parts[i], i + 1, contents);
}

void EarlierRun::read_part(const RunPart& part, std::uint64_t number, std::istream& contents) {
  std::ifstream records(path_of(number), std::ios::binary);
  RunningHash records_hash;
  RunningHash contents_hash;
  std::string record;
  std::string content;
  for (std::size_t at = 0; at < part.bytes && std::getline(records, record) && std::getline(contents, content);) {
    for (const auto& [hash, line] : {std::pair(&records_hash, &record), std::pair(&contents_hash, &content)}) {
      hash->add(*line);
      hash->add("\n");
    }
    if (const auto digest = digest_of_hex(content)) lines_->find_or_add(*digest, bytes_of({number, at, record.size()}));
    at += record.size() + 1;
  }
  if (records_hash.text() != part.hash || contents_hash.text() != part.contents_hash) {
    throw InputError(say("{0}: its bytes are not those the manifest names; boctach verify names all that is wrong", {path_of(number)}));
  }
}

std::optional<EarlierRun::Line> EarlierRun::find(const Digest& content) const {
  const std::optional<std::string> line = lines_->find(content);
  return line ? std::optional(line_of(*line)) : std::nullopt;
}

Record EarlierRun::read(const Line& line) const {
  const std::string path = path_of(line.part);
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::string bytes(line.size, '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got =
        file.is_open() ? pread(file.number(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(line.begin + at)) : -1;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw InputError(say("{0}: {1}", {path, std::strerror(errno)}));
    if (got == 0) throw InputError(say("{0}: is shorter than the manifest says", {path}));
    at += static_cast<std::size_t>(got);
  }
  return record_from_json(bytes, labels_, path);
}

}  // namespace boctach
