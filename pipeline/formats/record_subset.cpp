#include "formats/record_subset.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "boctach/sink.h"
#include "text/messages.h"

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
  if (!found.IsObject()) return say("{0} is no object", {path});
  for (const auto& member : wanted.GetObject()) {
    const std::string inner = path + (path.empty() ? "" : ".") + member.name.GetString();
    const auto same = found.FindMember(member.name);
    if (same == found.MemberEnd()) return say("{0} is not there", {inner});
    if (std::string wrong = difference(inner, same->value, member.value); !wrong.empty()) return wrong;
  }
  return {};
}

std::string difference_of_lists(const std::string& path, const Json& found, const Json& wanted) {
  if (!found.IsArray()) return say("{0} is no list", {path});
  rapidjson::SizeType next = 0;
  for (rapidjson::SizeType i = 0; i < wanted.Size(); ++i) {
    std::string wrong = say("{0} has no more elements", {path});
    for (; next < found.Size(); ++next) {
      wrong = difference(path + "[" + std::to_string(next) + "]", found[next], wanted[i]);
      if (wrong.empty()) break;
    }
    if (!wrong.empty()) return say("{0} lacks {1}", {path, written(wanted[i])}) + (found.Empty() ? "" : "; " + say("last, {0}", {wrong}));
    ++next;
  }
  return {};
}

std::string difference(const std::string& path, const Json& found, const Json& wanted) {
  if (wanted.IsObject()) return difference_of_objects(path, found, wanted);
  if (wanted.IsArray()) return difference_of_lists(path, found, wanted);
  if (written(found) == written(wanted)) return {};
  return say("{0} is {1}, not {2}", {path, written(found), written(wanted)});
}

}  // namespace

std::string first_difference(const Record& record, std::string_view wanted) {
  rapidjson::Document found;
  rapidjson::Document asked;
  const std::string json = to_json(record);
  found.Parse(json.data(), json.size());
  asked.Parse(wanted.data(), wanted.size());
  if (asked.HasParseError()) return say("what is asked for is no JSON");
  return difference("", found, asked);
}

}  // namespace boctach
