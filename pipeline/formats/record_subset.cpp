#include "formats/record_subset.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "boctach/sink.h"

namespace boctach {
namespace {

using Json = rapidjson::Value;

std::string written(const Json& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string difference(const std::string& path, const Json& found, const Json& wanted);

std::string difference_of_objects(const std::string& path, const Json& found, const Json& wanted) {
  if (!found.IsObject()) return path + " is no object";
  for (const auto& member : wanted.GetObject()) {
    const std::string inner = path + (path.empty() ? "" : ".") + member.name.GetString();
    const auto same = found.FindMember(member.name);
    if (same == found.MemberEnd()) return inner + " is not there";
    if (std::string wrong = difference(inner, same->value, member.value); !wrong.empty()) return wrong;
  }
  return {};
}

std::string difference_of_lists(const std::string& path, const Json& found, const Json& wanted) {
  if (!found.IsArray()) return path + " is no list";
  rapidjson::SizeType next = 0;
  for (rapidjson::SizeType i = 0; i < wanted.Size(); ++i) {
    std::string wrong = path + " has no more elements";
    for (; next < found.Size(); ++next) {
      wrong = difference(path + "[" + std::to_string(next) + "]", found[next], wanted[i]);
      if (wrong.empty()) break;
    }
    if (!wrong.empty()) return path + " lacks " + written(wanted[i]) + (found.Empty() ? "" : "; last, " + wrong);
    ++next;
  }
  return {};
}

std::string difference(const std::string& path, const Json& found, const Json& wanted) {
  if (wanted.IsObject()) return difference_of_objects(path, found, wanted);
  if (wanted.IsArray()) return difference_of_lists(path, found, wanted);
  if (written(found) == written(wanted)) return {};
  return path + " is " + written(found) + ", not " + written(wanted);
}

}  // namespace

std::string first_difference(const Record& record, std::string_view wanted) {
  rapidjson::Document found;
  rapidjson::Document asked;
  const std::string json = to_json(record);
  found.Parse(json.data(), json.size());
  asked.Parse(wanted.data(), wanted.size());
  if (asked.HasParseError()) return "what is asked for is no JSON";
  return difference("", found, asked);
}

}  // namespace boctach
