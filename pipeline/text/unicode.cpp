#include "text/unicode.h"

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <cstring>

namespace boctach {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t position) { return static_cast<std::uint8_t>(text[position]); }

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

// How many bytes a lead byte asks for; 0 if it is none.
std::size_t length_of(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// The second byte of E0, ED, F0 and F4 is bounded: no overlong forms, no
// surrogates, nothing past U+10FFFF.
bool second_fits(std::uint8_t lead, std::uint8_t second) {
  if (!is_continuation(second)) return false;
  switch (lead) {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second <= 0x9F;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second <= 0x8F;
    default:
      return true;
  }
}

bool is_in(char32_t c, std::uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0; }

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

// Writes a character that takes `size` bytes.
void put_utf8(char32_t c, std::size_t size, char* to) {
  if (size == 1) {
    *to = static_cast<char>(c);
    return;
  }
  for (std::size_t i = size - 1; i > 0; --i, c >>= 6U) to[i] = static_cast<char>(0x80U | (c & 0x3FU));
  *to = static_cast<char>((0xF00U >> size) | c);
}

// True of what vietnamese_lower() makes lower as Unicode does, in as many bytes and whatever stands around it; or of what has
// no case.
bool is_lowered_alone(char32_t c) {
  return c <= 0xFF || (c >= 0x102 && c <= 0x129) || c == 0x168 || c == 0x169 || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 ||
         (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x2027);
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC; }

}  // namespace

Decoded decode_beyond_ascii(std::string_view text, std::size_t position) {
  assert(position < text.size());
  const std::uint8_t lead = byte_at(text, position);
  const std::size_t length = length_of(lead);
  if (length == 0) return {replacement_character, 1, false};
  char32_t c = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (position + i >= text.size()) return {replacement_character, i, false};
    const std::uint8_t next = byte_at(text, position + i);
    if (i == 1 ? !second_fits(lead, next) : !is_continuation(next)) return {replacement_character, i, false};
    c = (c << 6) | (next & 0x3FU);
  }
  return {c, length, true};
}

Decoded decode_before(std::string_view text, std::size_t position) {
  assert(position > 0 && position <= text.size());
  std::size_t begin = position - 1;
  while (begin > 0 && position - begin < 4 && is_continuation(byte_at(text, begin))) --begin;
  return decode(text, begin);
}

void append_utf8(std::string& out, char32_t c) {
  const std::size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  out.resize(out.size() + size);
  put_utf8(c, size, &out[out.size() - size]);
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::size_t count = 0;
  std::size_t at = 0;
  for (; at + sizeof ones <= text.size(); at += sizeof ones) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::uint64_t starts = (~bytes >> 7 | bytes >> 6) & ones;  // one where a byte is none that goes on
    count += starts * ones >> 56;
  }
  const auto starts = [](char c) { return !is_continuation(static_cast<std::uint8_t>(c)); };
  return count + static_cast<std::size_t>(std::count_if(text.begin() + at, text.end(), starts));
}

std::size_t count_utf16_units(std::string_view text) {
  const auto four = std::count_if(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) >= 0xF0; });
  return count_code_points(text) + static_cast<std::size_t>(four);
}

std::size_t back(std::string_view text, std::size_t position, std::size_t code_points) {
  for (; code_points > 0 && position > 0; --code_points) {
    do --position;
    while (position > 0 && is_continuation(byte_at(text, position)));
  }
  return position;
}

std::size_t forward(std::string_view text, std::size_t position, std::size_t code_points) {
  for (; code_points > 0 && position < text.size(); --code_points) {
    do ++position;
    while (position < text.size() && is_continuation(byte_at(text, position)));
  }
  return position;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return is_in(c, U_GC_L_MASK);
}
bool is_mark(char32_t c) { return c >= 0x300 && is_in(c, U_GC_M_MASK); }
bool is_digit(char32_t c) { return c < 0x80 ? c >= U'0' && c <= U'9' : is_in(c, U_GC_ND_MASK); }
bool is_upper(char32_t c) { return c < 0x80 ? c >= U'A' && c <= U'Z' : is_in(c, U_GC_LU_MASK | U_GC_LT_MASK); }
bool is_lower(char32_t c) { return c < 0x80 ? c >= U'a' && c <= U'z' : is_in(c, U_GC_LL_MASK); }
bool is_space(char32_t c) { return c < 0x80 ? c == U' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_word(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  return is_in(c, U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);
}

// Lead bytes tell: up to U+02FF and in U+1E00..1EFF every letter is its own
// NFC; so are the punctuation marks of U+2002..203F and U+FFFD.
bool surely_nfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint8_t lead = byte_at(text, at);
    if (lead < 0xCC) continue;
    if (at + 2 >= text.size()) return false;
    const std::uint8_t second = byte_at(text, at + 1);
    const std::uint8_t third = byte_at(text, at + 2);
    const bool latin = lead == 0xE1 && second >= 0xB8 && second <= 0xBB && !(second == 0xBA && (third == 0x9A || third == 0x9B));
    const bool punctuation = lead == 0xE2 && second == 0x80 && third >= 0x82;
    const bool bad_byte = lead == 0xEF && second == 0xBF && third == 0xBD;
    if (!latin && !punctuation && !bad_byte) return false;
    at += 2;
  }
  return true;
}

std::string to_nfc(std::string_view text) {
  if (surely_nfc(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
  assert(U_SUCCESS(status));
  return out;
}

char32_t base_letter(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  assert(U_SUCCESS(status));
  icu::UnicodeString parts;
  const bool has_marks = nfd->getDecomposition(static_cast<UChar32>(c), parts) != 0;
  const auto lower = static_cast<char32_t>(u_tolower(has_marks ? parts.char32At(0) : static_cast<UChar32>(c)));
  return lower == 0x111 ? U'd' : lower;
}

// The letters with their own code points stand in pairs, capital first, but for
// those of Latin-1, which stand 32 apart. U with horn is the pair that starts odd.
char32_t vietnamese_lower(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 32;
  if (c == 0x1AF) return 0x1B0;
  const bool paired = (c >= 0x102 && c <= 0x129) || c == 0x168 || c == 0x1A0 || (c >= 0x1EA0 && c <= 0x1EF9);
  return paired ? c | 1U : c;
}

char32_t vietnamese_upper(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7)) return c - 32;
  if (c == 0x1B0) return 0x1AF;
  const bool paired = (c >= 0x102 && c <= 0x129) || c == 0x169 || c == 0x1A1 || (c >= 0x1EA0 && c <= 0x1EF9);
  return paired ? c & ~1U : c;
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded c = decode(text, at);
    if (!is_lowered_alone(c.code_point)) break;
    if (const char32_t lower = vietnamese_lower(c.code_point); lower != c.code_point) put_utf8(lower, c.size, &out[at]);
    at += c.size;
  }
  if (at == text.size()) return out;
  out.clear();
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  return out;
}

std::string to_upper(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, status);
  return out;
}

bool is_letter_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return false;
  const char32_t c = decode(text, position).code_point;
  return is_letter(c) || is_mark(c);
}

bool is_word_edge(std::string_view text, std::size_t position) {
  if (position == 0 || position >= text.size()) return true;
  const Decoded left = decode_before(text, position);
  const Decoded right = decode(text, position);
  const auto letter_or_mark = [](char32_t c) { return is_letter(c) || is_mark(c); };
  if (is_word(left.code_point) && is_word(right.code_point)) return false;
  if (is_apostrophe(right.code_point) && letter_or_mark(left.code_point)) {
    const std::size_t behind = position + right.size;
    return behind >= text.size() || !is_letter(decode(text, behind).code_point);
  }
  if (is_apostrophe(left.code_point) && is_letter(right.code_point)) {
    const std::size_t before = position - left.size;
    return before == 0 || !letter_or_mark(decode_before(text, before).code_point);
  }
  return true;
}

std::string unicode_versions() {
  UVersionInfo unicode{};
  UVersionInfo library{};
  u_getUnicodeVersion(unicode);
  u_getVersion(library);
  const auto written = [](const UVersionInfo& version) { return std::to_string(version[0]) + "." + std::to_string(version[1]); };
  return written(unicode) + ", " + written(library);
}

}  // namespace boctach
