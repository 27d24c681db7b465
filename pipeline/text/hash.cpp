#include "text/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <charconv>
#include <new>
#include <utility>

namespace boctach {
namespace {

constexpr std::size_t digits_of_word = 16;

std::string hex_of_word(std::uint64_t word) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex(digits_of_word, '0');
  for (std::size_t i = hex.size(); i-- > 0; word >>= 4) hex[i] = digits[word & 15];
  return hex;
}

std::string written(std::uint64_t hash) { return "xxh3:" + hex_of_word(hash); }

std::string joined(const std::vector<std::string_view>& texts) {
  std::string all;
  for (const std::string_view text : texts) {
    all += std::to_string(text.size()) + ":";
    all += text;
  }
  return all;
}

}  // namespace

std::string content_hash(const std::vector<std::string_view>& texts) {
  const std::string all = joined(texts);
  return written(XXH3_64bits(all.data(), all.size()));
}

Digest digest(const std::vector<std::string_view>& texts) {
  const std::string all = joined(texts);
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  return {hash.high64, hash.low64};
}

std::string hex_of(const Digest& digest) { return hex_of_word(digest.high) + hex_of_word(digest.low); }

std::optional<Digest> digest_of_hex(std::string_view hex) {
  if (hex.size() != 2 * digits_of_word) return std::nullopt;
  Digest read;
  for (const auto& [word, begin] : {std::pair(&read.high, hex.data()), std::pair(&read.low, hex.data() + digits_of_word)}) {
    const auto [end, error] = std::from_chars(begin, begin + digits_of_word, *word, 16);
    if (error != std::errc{} || end != begin + digits_of_word) return std::nullopt;
  }
  return read;
}

struct RunningHash::State {
  XXH3_state_t* xxh = XXH3_createState();
};

void RunningHash::Free::operator()(State* state) const {
  XXH3_freeState(state->xxh);
  delete state;
}

RunningHash::RunningHash() : state_(new State) {
  if (state_->xxh == nullptr) throw std::bad_alloc();
  XXH3_64bits_reset(state_->xxh);
}

void RunningHash::add(std::string_view bytes) { XXH3_64bits_update(state_->xxh, bytes.data(), bytes.size()); }

std::string RunningHash::text() const { return written(XXH3_64bits_digest(state_->xxh)); }

}  // namespace boctach
