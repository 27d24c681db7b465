#include "rules/yaml_events.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace boctach {
namespace {

class Recorder : public YAML::EventHandler {
 public:
  using Kind = YamlEvent::Kind;

  std::vector<YamlEvent> events;

  void OnDocumentStart(const YAML::Mark& mark) override { add(Kind::DocumentStart, mark); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { add(Kind::Null, mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { add(Kind::Alias, mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/, const std::string& value) override {
    add(Kind::Scalar, mark);
    events.back().value = value;
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    add(Kind::SequenceStart, mark);
    events.back().flow = style == YAML::EmitterStyle::Flow;
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value style) override {
    add(Kind::MapStart, mark);
    events.back().flow = style == YAML::EmitterStyle::Flow;
  }
  void OnSequenceEnd() override { events.push_back({Kind::SequenceEnd, false, "", 0, 0}); }
  void OnMapEnd() override { events.push_back({Kind::MapEnd, false, "", 0, 0}); }

 private:
  void add(Kind kind, const YAML::Mark& mark) {
    events.push_back(
        {kind, false, "", static_cast<std::size_t>(std::max(mark.line, 0)), static_cast<std::size_t>(std::max(mark.column, 0))});
  }
};

}  // namespace

std::optional<std::vector<YamlEvent>> read_events(std::string_view text) {
  Recorder recorder;
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(recorder)) {
    }
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
  return std::move(recorder.events);
}

std::size_t first_difference(const std::vector<YamlEvent>& events, const std::vector<YamlEvent>& others) {
  const auto same = [](const YamlEvent& a, const YamlEvent& b) { return a.kind == b.kind && a.flow == b.flow && a.value == b.value; };
  const auto [here, there] = std::mismatch(events.begin(), events.end(), others.begin(), others.end(), same);
  // What is only in the other one is told at the last place of this one.
  if (here == events.end() && there != others.end() && !events.empty()) return events.size() - 1;
  return static_cast<std::size_t>(here - events.begin());
}

}  // namespace boctach
