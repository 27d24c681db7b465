#include "flow/seen_table.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "boctach/failure.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::size_t slots_at_once = 1024;  // divides their number

[[noreturn]] void fail(const std::string& directory) {
  throw OutputError(say("{0}: the file for articles already seen: {1}", {directory, std::strerror(errno)}));
}

Descriptor unnamed_file(const std::string& directory) {
  std::string name = directory + "/boctach-seen-XXXXXX";
  Descriptor file(mkostemp(name.data(), O_CLOEXEC));
  if (!file.is_open() || unlink(name.c_str()) != 0) fail(directory);
  return file;
}

void write_at(const Descriptor& file, std::uint64_t at, const void* bytes, std::size_t size, const std::string& directory) {
  const char* from = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = pwrite(file.number(), from, size, static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail(directory);
    from += written;
    at += static_cast<std::uint64_t>(written);
    size -= static_cast<std::size_t>(written);
  }
}

void read_at(const Descriptor& file, std::uint64_t at, void* bytes, std::size_t size, const std::string& directory) {
  char* into = static_cast<char*>(bytes);
  while (size > 0) {
    const ssize_t got = pread(file.number(), into, size, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(directory);
    into += got;
    at += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
}

}  // namespace

SeenTable::Slot SeenTable::read(std::size_t slot) const {
  if (!file_.is_open()) return memory_[slot];
  Slot read;
  read_at(file_, slot * sizeof(Slot), &read, sizeof read, directory_);
  return read;
}

void SeenTable::write(std::size_t at, const Slot& slot) {
  if (file_.is_open()) {
    write_at(file_, at * sizeof(Slot), &slot, sizeof slot, directory_);
  } else {
    memory_[at] = slot;
  }
}

// To the first empty slot from where it belongs.
void SeenTable::insert(const Slot& slot) {
  std::size_t at = slot.digest.low % slots_;
  while (read(at).place != 0) at = (at + 1) % slots_;
  write(at, slot);
}

std::size_t SeenTable::place_of(const Digest& digest) const {
  for (std::size_t at = digest.low % slots_;; at = (at + 1) % slots_) {
    const Slot slot = read(at);
    if (slot.place == 0 || slot.digest == digest) return at;
  }
}

void SeenTable::grow() {
  const std::vector<Slot> memory = std::exchange(memory_, {});
  const Descriptor old = std::exchange(file_, unnamed_file(directory_));
  const std::size_t old_slots = std::exchange(slots_, 2 * slots_);
  if (ftruncate(file_.number(), static_cast<off_t>(slots_ * sizeof(Slot))) != 0) fail(directory_);
  std::vector<Slot> some(slots_at_once);
  for (std::size_t at = 0; at < old_slots; at += some.size()) {
    if (old.is_open()) {
      read_at(old, at * sizeof(Slot), some.data(), some.size() * sizeof(Slot), directory_);
    } else {
      std::copy_n(memory.begin() + static_cast<std::ptrdiff_t>(at), some.size(), some.begin());
    }
    for (const Slot& slot : some) {
      if (slot.place != 0) insert(slot);
    }
  }
}

std::optional<std::string> SeenTable::find_or_add(const Digest& digest, const std::string& text) {
  const std::size_t at = place_of(digest);
  if (const Slot slot = read(at); slot.place != 0) return kept(slot.place);
  write(at, {digest, with_texts_ ? keep(text) : 1});
  if (2 * ++used_ > slots_) grow();
  return std::nullopt;
}

std::optional<std::string> SeenTable::find(const Digest& digest) const {
  const Slot slot = read(place_of(digest));
  return slot.place == 0 ? std::nullopt : std::optional(kept(slot.place));
}

// A text lies behind its length.
std::uint64_t SeenTable::keep(const std::string& text) {
  if (!texts_.is_open()) texts_ = unnamed_file(directory_);
  const std::uint64_t place = texts_end_ + 1;
  const std::uint64_t size = text.size();
  write_at(texts_, texts_end_, &size, sizeof size, directory_);
  write_at(texts_, texts_end_ + sizeof size, text.data(), text.size(), directory_);
  texts_end_ += sizeof size + text.size();
  return place;
}

std::string SeenTable::kept(std::uint64_t place) const {
  if (!with_texts_) return {};
  std::uint64_t size = 0;
  read_at(texts_, place - 1, &size, sizeof size, directory_);
  std::string text(size, '\0');
  read_at(texts_, place - 1 + sizeof size, text.data(), size, directory_);
  return text;
}

}  // namespace boctach
