#ifndef BOCTACH_FORMATS_COMPRESSION_H_
#define BOCTACH_FORMATS_COMPRESSION_H_

#include <cstddef>
#include <memory>
#include <string_view>

#include "formats/byte_window.h"
#include "formats/decoder.h"

namespace boctach {

struct Compression {
  std::string_view name;
  std::string_view ending;     // .gz
  std::string_view of_tar;     // .tgz
  std::string_view beginning;  // of every stream
  std::unique_ptr<Decoder> (*make)();
};

// The compression of what begins so, or null. It takes `compression_beginning` bytes to say.
inline constexpr std::size_t compression_beginning = 10;
const Compression* compression_of(std::string_view beginning);

// The compression that a name promises, or null.
const Compression* compression_named(std::string_view name);

// What is left of a name without its ending, if that tells of a compression: x.csv.gz is x.csv, x.tgz is x.tar.
std::string_view uncompressed_name(std::string_view name);
bool is_compressed_tar(std::string_view name);

// What was compressed, of all streams one behind the other. Breaks off, E910,
// where the input is cut off, E911, where it is damaged, and E912, where more
// than `ratio` bytes came out of each that went in.
std::unique_ptr<ByteStream> decompressed(ByteWindow bytes, const Compression& compression, std::size_t ratio);

// So many bytes may come out of any input, however small it is.
inline constexpr std::size_t harmless_output = std::size_t{1} << 20;

}  // namespace boctach

#endif  // BOCTACH_FORMATS_COMPRESSION_H_
