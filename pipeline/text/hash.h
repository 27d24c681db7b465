#ifndef BOCTACH_TEXT_HASH_H_
#define BOCTACH_TEXT_HASH_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boctach {

// "xxh3:" and 16 hex digits: XXH3-64 over the texts, each preceded by its length.
std::string content_hash(const std::vector<std::string_view>& texts);

// XXH3-64 over bytes that come piece by piece; how they were cut does not show.
class RunningHash {
 public:
  RunningHash();
  void add(std::string_view bytes);
  // Of what was added so far, written as content_hash() is.
  [[nodiscard]] std::string text() const;

 private:
  struct State;
  struct Free {
    void operator()(State* state) const;
  };
  std::unique_ptr<State, Free> state_;
};

// 128 bits: two different texts never share them in practice.
struct Digest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const Digest&) const = default;
};

// XXH3-128 over the texts, each preceded by its length.
Digest digest(const std::vector<std::string_view>& texts);

// 32 hex digits, and back; nothing if the text is anything else.
std::string hex_of(const Digest& digest);
std::optional<Digest> digest_of_hex(std::string_view hex);

}  // namespace boctach

#endif  // BOCTACH_TEXT_HASH_H_
