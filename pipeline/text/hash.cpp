#include "text/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <new>

namespace boctach {
namespace {

std::string written(std::uint64_t hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex(16, '0');
  for (std::size_t i = hex.size(); i-- > 0; hash >>= 4) hex[i] = digits[hash & 15];
  return "xxh3:" + hex;
}

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
