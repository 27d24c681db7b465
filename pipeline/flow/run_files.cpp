#include "flow/run_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "boctach/failure.h"
#include "text/hash.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace fs = std::filesystem;

constexpr const char* part_beginning = "part-";
constexpr const char* part_ending = ".jsonl";
constexpr std::size_t digits = 6;

bool ends_with(const std::string& text, const std::string& ending) {
  return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

// Is this the name of a part, or of one that was being written?
bool is_part(std::string name) {
  if (ends_with(name, aside_ending)) name.resize(name.size() - std::strlen(aside_ending));
  if (name.rfind(part_beginning, 0) != 0 || !ends_with(name, part_ending)) return false;
  const std::string number = name.substr(std::strlen(part_beginning), name.size() - std::strlen(part_beginning) - std::strlen(part_ending));
  return number.size() >= digits && number.find_first_not_of("0123456789") == std::string::npos;
}

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(directory, error); !error && it != fs::directory_iterator(); it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  if (error) throw OutputError(say("{0}: {1}", {directory, error.message()}));
  std::sort(names.begin(), names.end());
  return names;
}

// Of a file, read once; empty if it cannot be read to its end.
std::string hash_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  RunningHash hash;
  std::string block(std::size_t{1} << 18, '\0');
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.add(std::string_view(block).substr(0, static_cast<std::size_t>(file.gcount())));
  }
  return file.eof() ? hash.text() : std::string();
}

void verify_part(const std::string& path, const RunPart& part, std::vector<std::string>& wrong) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) {
    wrong.push_back(say("{0}: {1}", {path, error.message()}));
  } else if (size != part.bytes) {
    wrong.push_back(say("{0}: has {1} bytes, and {2} in the manifest", {path, std::to_string(size), std::to_string(part.bytes)}));
  } else if (hash_of(path) != part.hash) {
    wrong.push_back(say("{0}: its bytes are not those the manifest names", {path}));
  }
}

void verify_quarantine(const std::string& directory, const RunManifest& manifest, std::vector<std::string>& wrong) {
  const std::size_t bytes = manifest.parts.empty() ? 0 : manifest.parts.back().quarantine_bytes;
  if (bytes == 0) return;
  const std::string path = directory + "/" + quarantine_name;
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::size_t at = 0;
  bool right = text.size() >= bytes && (!manifest.complete || text.size() == bytes);
  for (const RunPart& part : manifest.parts) {
    if (!right) break;
    if (!part.quarantine_hash.empty()) {
      right = content_hash({std::string_view(text).substr(at, part.quarantine_bytes - at)}) == part.quarantine_hash;
    }
    at = part.quarantine_bytes;
  }
  if (!right) wrong.push_back(say("{0}: its bytes are not those the manifest names", {path}));
}

void verify_contents(const std::string& directory, const RunManifest& manifest, std::vector<std::string>& wrong) {
  if (manifest.parts.empty()) return;
  const std::string path = directory + "/" + contents_name;
  std::ifstream file(path, std::ios::binary);
  std::string lines;
  std::size_t articles = 0;
  bool right = true;
  for (const RunPart& part : manifest.parts) {
    RunningHash hash;
    for (; right && articles < part.articles; ++articles) {
      lines.resize(contents_line);
      file.read(lines.data(), static_cast<std::streamsize>(lines.size()));
      right = static_cast<bool>(file);
      hash.add(lines);
    }
    right = right && hash.text() == part.contents_hash;
  }
  if (right && manifest.complete) right = file.peek() == std::ifstream::traits_type::eof();
  if (!right) wrong.push_back(say("{0}: its bytes are not those the manifest names", {path}));
}

void verify_summary(const std::string& directory, const RunManifest& manifest, std::vector<std::string>& wrong) {
  if (!manifest.complete) return;
  const std::string path = directory + "/" + summary_name;
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text != summary_json(manifest.identity, manifest.counts, manifest.parts.size())) {
    wrong.push_back(say("{0}: its bytes are not those the manifest names", {path}));
  }
}

}  // namespace

std::string part_name(std::size_t number) {
  std::string written = std::to_string(number);
  if (written.size() < digits) written.insert(0, digits - written.size(), '0');
  return part_beginning + written + part_ending;
}

std::vector<std::string> part_files(const std::string& directory) {
  std::vector<std::string> names = names_in(directory);
  names.erase(std::remove_if(names.begin(), names.end(), [](const std::string& name) { return !is_part(name); }), names.end());
  return names;
}

void refuse_strangers(const std::string& directory) {
  for (const std::string& name : names_in(directory)) {
    if (name != lock_name && name != std::string(manifest_name) + aside_ending) {
      throw OutputError(say("{0}: holds '{1}' and no run; records go into a directory of their own", {directory, name}));
    }
  }
}

std::string read_run_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file || file.bad()) throw InputError(say("{0}: {1}", {path, std::strerror(errno)}));
  return text;
}

RunManifest manifest_of(const std::string& directory) {
  const std::string path = directory + "/" + manifest_name;
  RunManifest manifest = read_manifest(read_run_file(path), path);
  if (!manifest.started) throw InputError(say("{0}: is no manifest of a run", {path}));
  return manifest;
}

std::vector<std::string> records_of_run(const std::string& directory) {
  const RunManifest manifest = manifest_of(directory);
  if (!manifest.complete) throw InputError(say("{0}: the run is not complete; the command it was started with goes on", {directory}));
  std::vector<std::string> files;
  for (const RunPart& part : manifest.parts) {
    files.push_back((fs::path(directory) / part.name).string());
    std::error_code error;
    if (fs::file_size(files.back(), error) == part.bytes) continue;
    if (error) throw InputError(say("{0}: {1}", {files.back(), error.message()}));
    throw InputError(say("{0}: has not the size it was written with; boctach verify names all that is wrong", {files.back()}));
  }
  return files;
}

std::vector<std::string> verify_run(const std::string& directory, const RunManifest& manifest) {
  std::vector<std::string> wrong;
  std::set<std::string> named;
  for (const RunPart& part : manifest.parts) {
    named.insert(part.name);
    verify_part(directory + "/" + part.name, part, wrong);
  }
  for (const std::string& name : part_files(directory)) {
    if (named.count(name) == 0 && manifest.complete) {
      wrong.push_back(say("{0}: the manifest does not name it", {(fs::path(directory) / name).string()}));
    }
  }
  verify_quarantine(directory, manifest, wrong);
  verify_contents(directory, manifest, wrong);
  verify_summary(directory, manifest, wrong);
  return wrong;
}

RunCounts counts_of(const Record& record) {
  RunCounts counts;
  counts.in = 1;
  ++(record.ok ? counts.ok : counts.error);
  if (!record.ok) ++counts.codes[record.error.code];
  for (const Diagnostic& note : record.notes) ++counts.codes[note.code];
  for (const LabelArray& array : record.arrays) counts.found[array.array] += array.items_found.size();
  return counts;
}

}  // namespace boctach
