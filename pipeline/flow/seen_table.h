#ifndef BOCTACH_FLOW_SEEN_TABLE_H_
#define BOCTACH_FLOW_SEEN_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "formats/durable_file.h"
#include "text/hash.h"

namespace boctach {

// Remembers digests, each with the text that came with it first. Memory stays
// bounded: from some ten thousand on the table lies in a file that has no name
// and goes with its owner. OutputError if that file cannot be written.
class SeenTable {
 public:
  // `directory` is where the file would be; with `texts` what came with a
  // digest is kept too.
  SeenTable(std::string directory, bool texts) : directory_(std::move(directory)), with_texts_(texts) {}

  // The text that came with this digest before (empty without `texts`), or
  // nothing: then it is remembered.
  std::optional<std::string> find_or_add(const Digest& digest, const std::string& text);
  // The same, and nothing is remembered.
  [[nodiscard]] std::optional<std::string> find(const Digest& digest) const;

 private:
  // An empty slot has `place` 0.
  struct Slot {
    Digest digest;
    std::uint64_t place = 0;  // of the text, counted from 1
  };
  static constexpr std::size_t slots_in_memory = std::size_t{1} << 15;

  [[nodiscard]] Slot read(std::size_t slot) const;
  void write(std::size_t at, const Slot& slot);
  void insert(const Slot& slot);
  // Where the digest stands, or the empty slot where it would.
  [[nodiscard]] std::size_t place_of(const Digest& digest) const;
  // Twice the slots, in a file.
  void grow();
  std::uint64_t keep(const std::string& text);
  [[nodiscard]] std::string kept(std::uint64_t place) const;

  std::string directory_;
  bool with_texts_;
  std::vector<Slot> memory_ = std::vector<Slot>(slots_in_memory);
  Descriptor file_;  // in place of memory_
  std::size_t slots_ = slots_in_memory;
  std::size_t used_ = 0;
  Descriptor texts_;
  std::uint64_t texts_end_ = 0;
};

}  // namespace boctach

#endif  // BOCTACH_FLOW_SEEN_TABLE_H_
