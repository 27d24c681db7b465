#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <random>
#include <sstream>
#include <string>

#include "boctach/failure.h"
#include "formats/byte_output.h"

namespace boctach {
namespace {

std::string compressed(const std::string& bytes, OutputCompression compression, std::size_t piece) {
  std::ostringstream stream;
  const auto output = compress(make_stream_output(stream), compression);
  for (std::size_t at = 0; at < bytes.size(); at += piece) output->write(std::string_view(bytes).substr(at, piece));
  output->finish();
  return stream.str();
}

std::string from_gzip(const std::string& bytes, std::size_t size) {
  std::string out(size + 1, '\0');
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  inflateInit2(&stream, 31);
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  EXPECT_EQ(stream.avail_in, 0U);
  inflateEnd(&stream);
  return out;
}

std::string from_zstd(const std::string& bytes, std::size_t size) {
  std::string out(size + 1, '\0');
  const std::size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  EXPECT_FALSE(ZSTD_isError(got)) << ZSTD_getErrorName(got);
  out.resize(ZSTD_isError(got) != 0 ? 0 : got);
  return out;
}

TEST(Compression, GivesBackWhatWentIn) {
  std::mt19937 random(7);
  std::string noise(300000, ' ');  // more than any buffer, and hard to compress
  for (char& c : noise) c = static_cast<char>(random());
  for (const std::string& bytes : {std::string(), std::string("a"), std::string(1000000, 'x'), noise}) {
    for (const std::size_t piece : {std::size_t{7919}, std::size_t{1} << 20}) {
      const std::string gzip = compressed(bytes, OutputCompression::Gzip, piece);
      EXPECT_EQ(from_gzip(gzip, bytes.size()), bytes);
      EXPECT_EQ(gzip.substr(4, 4), std::string(4, '\0')) << "a time in the header";
      EXPECT_EQ(from_zstd(compressed(bytes, OutputCompression::Zstd, piece), bytes.size()), bytes);
      EXPECT_EQ(compressed(bytes, OutputCompression::None, piece), bytes);
    }
  }
}

TEST(Compression, FailsWithWhatIsBelow) {
  for (const OutputCompression compression : {OutputCompression::Gzip, OutputCompression::Zstd}) {
    std::ostringstream stream;
    const auto output = compress(make_stream_output(stream), compression);
    stream.setstate(std::ios::badbit);
    EXPECT_THROW(
        {
          output->write("x");
          output->finish();
        },
        OutputError);
  }
}

}  // namespace
}  // namespace boctach
