#include <algorithm>
#include <array>
#include <string>

#include "filters/factories.h"
#include "filters/legacy_characters.h"
#include "filters/legacy_encoding.h"
#include "filters/mojibake.h"
#include "filters/signs.h"
#include "filters/tcvn3_case.h"
#include "filters/utf16.h"
#include "text/syllable.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// How a text may have been spoilt. Of two that explain it alike the first counts.
constexpr std::size_t once = 0;
constexpr std::size_t twice = 1;
constexpr std::size_t tcvn3 = 2;
constexpr std::size_t readings = 6;

constexpr std::size_t fewest_odd = 3;        // characters: below, nobody looks closer
constexpr std::size_t fewest_words = 4;      // that must be syllables afterwards
constexpr std::size_t lowest_rate = 80;      // of a hundred words, afterwards
constexpr std::size_t smallest_gain = 40;    // of a hundred words
constexpr std::size_t notable_rate = 60;     // not enough, but worth a note
constexpr std::size_t enough_words = 4000;   // to judge by
constexpr std::size_t piece_size = 4096;     // where a long line may be cut, at a space
constexpr std::size_t largest_piece = 8192;  // where it is cut anyway

std::size_t rate(const SyllableCount& count) { return count.words == 0 ? 0 : count.valid * 100 / count.words; }

// A line of the text, or a part of a long one.
struct Piece {
  std::string_view text;
  bool valid = true;  // UTF-8
  Characters characters;
};

// How long the next line is, or the part of it to look at; not zero.
std::size_t next_size(std::string_view rest) {
  rest = rest.substr(0, largest_piece + 1);
  const std::size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
  if (size <= piece_size) return size;
  const std::size_t space = rest.find(' ', piece_size);
  if (space < std::min(size, largest_piece)) return space + 1;
  if (size <= largest_piece) return size;
  std::size_t end = largest_piece;
  while (end > largest_piece - 4 && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

// Text in an encoding from before Unicode, or UTF-8 that somebody read as
// windows-1252, becomes what was meant. It is decided for an article as a
// whole, by counting: the words of its suspicious lines must be far more often
// Vietnamese syllables afterwards. Then every line is converted that is not
// worse for it.
class LegacyEncodings final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "legacy-encodings"; }
  [[nodiscard]] Signs looks_for() const override { return sign::broken | sign::zero | sign::odd_letter; }

  void apply(TextEditor& editor, Diagnostics& notes) const override {
    const std::string_view text = editor.input();
    if (const auto order = utf16_order(text)) {
      decode_utf16(editor, *order);
      notes.note("N102", order == ByteOrder::Little ? "converted from UTF-16LE" : "converted from UTF-16BE");
      return;
    }
    const OddCharacters odd = odd_characters(text);
    if (odd.valid && odd.count < fewest_odd) return;
    const Evidence evidence = collect(text);
    const std::size_t best = evidence.best();
    const SyllableCount& after = evidence.after[best];
    if (after.valid < fewest_words) return;
    const std::size_t gain = rate(after) - std::min(rate(after), rate(evidence.before));
    if (gain >= smallest_gain && rate(after) >= lowest_rate) {
      const Changed changed = convert(editor, best);
      notes.note("N102", "converted from " + name_of(best) + ", lines: " + std::to_string(changed.lines));
      if (changed.lost > 0) notes.note("N103", "letters that were lost and could not be restored: " + std::to_string(changed.lost));
    } else if (gain >= smallest_gain && rate(after) >= notable_rate) {
      notes.note("N104", "looks like " + name_of(best) + ", but not surely, and was left as it is");
    }
  }

 private:
  struct Evidence {
    SyllableCount before;
    std::array<SyllableCount, readings> after;

    [[nodiscard]] std::size_t best() const {
      const auto better = [](const SyllableCount& a, const SyllableCount& b) { return a.valid + b.invalid() < b.valid + a.invalid(); };
      return static_cast<std::size_t>(std::max_element(after.begin(), after.end(), better) - after.begin());
    }
  };

  struct Changed {
    std::size_t lines = 0;
    std::size_t lost = 0;
  };

  [[nodiscard]] std::string name_of(std::size_t reading) const {
    if (reading == once) return "UTF-8 read as windows-1252";
    if (reading == twice) return "UTF-8 read as windows-1252 twice";
    return std::string(encodings_[reading - tcvn3].name());
  }

  // What the characters become; false if they cannot be in that encoding.
  bool read_as(std::size_t reading, const Piece& piece, Characters& to) const {
    if (reading == once || reading == twice) {
      if (!piece.valid) return false;
      to = undo_mojibake(piece.characters);
      if (reading == twice) to = undo_mojibake(to);
      return true;
    }
    if (!encodings_[reading - tcvn3].decode(piece.characters, to)) return false;
    if (reading == tcvn3) restore_capitals(to);
    return true;
  }

  // Only suspicious lines count: sound ones beside them say nothing.
  [[nodiscard]] Evidence collect(std::string_view text) const {
    Evidence evidence;
    Characters to;
    for (std::size_t at = 0; at < text.size() && evidence.before.words < enough_words;) {
      const std::string_view line = text.substr(at, next_size(text.substr(at)));
      at += line.size();
      const OddCharacters odd = odd_characters(line);
      if (odd.valid && odd.count == 0) continue;
      const Piece piece{line, odd.valid, read_characters(line, odd.valid)};
      const SyllableCount before = count_syllables(line);
      evidence.before += before;
      for (std::size_t reading = 0; reading < readings; ++reading) {
        evidence.after[reading] += read_as(reading, piece, to) ? count_syllables(text_of(to)) : before;
      }
    }
    return evidence;
  }

  Changed convert(TextEditor& editor, std::size_t reading) const {
    Changed changed;
    Characters to;
    while (!editor.at_end()) {
      const std::string_view line = editor.rest().substr(0, next_size(editor.rest()));
      const bool valid = is_valid_utf8(line);
      const Piece piece{line, valid, read_characters(line, valid)};
      if (!read_as(reading, piece, to) || !is_better(reading, line, text_of(to))) {
        editor.keep(line.size());
        continue;
      }
      ++changed.lines;
      write(editor, to, changed);
    }
    return changed;
  }

  // In an old encoding any line may be, so it only must not lose; sound text may
  // have a stretch that looks like broken UTF-8, so there it must win, or gain
  // letters.
  static bool is_better(std::size_t reading, std::string_view from, std::string_view to) {
    if (from == to) return false;
    const SyllableCount before = count_syllables(from);
    const SyllableCount after = count_syllables(to);
    const std::size_t for_it = after.valid + before.invalid();
    const std::size_t against = before.valid + after.invalid();
    if (for_it != against) return for_it > against;
    return reading >= tcvn3 || count_own_letters(to) > count_own_letters(from);
  }

  // Letters of Vietnamese that no old code page shows by accident.
  static std::size_t count_own_letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Decoded c = decode(text, at);
      if (c.code_point >= 0x1EA0 && c.code_point < 0x1F00) ++count;
      at += c.size;
    }
    return count;
  }

  static void write(TextEditor& editor, const Characters& to, Changed& changed) {
    std::string letter;
    for (const Character& character : to) {
      letter.clear();
      append_utf8(letter, character.code_point);
      if (character.code_point == replacement_character && editor.rest().substr(0, letter.size()) != letter) ++changed.lost;
      editor.replace(character.size, letter);
    }
  }

  std::array<LegacyEncoding, readings - tcvn3> encodings_{LegacyEncoding::tcvn3(), LegacyEncoding::vni(), LegacyEncoding::viscii(),
                                                          LegacyEncoding::windows_1258()};
};

}  // namespace

std::unique_ptr<Filter> make_legacy_encodings() { return std::make_unique<LegacyEncodings>(); }

}  // namespace boctach
