#ifndef BOCTACH_FORMATS_JSON_WRITER_H_
#define BOCTACH_FORMATS_JSON_WRITER_H_

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace boctach {

// What writers of one JSON object share.
class JsonWriter {
 protected:
  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void value(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
  void text(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }
  void number(std::string_view name, std::size_t n) {
    key(name);
    json_.Uint64(n);
  }
  [[nodiscard]] std::string written() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  rapidjson::StringBuffer buffer_;

 protected:
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace boctach

#endif  // BOCTACH_FORMATS_JSON_WRITER_H_
