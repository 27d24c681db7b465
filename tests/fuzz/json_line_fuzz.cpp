// Any bytes as JSON lines: each line is answered with one line of JSON, be it a record or an error.
#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "boctach/pipeline.h"
#include "boctach/rule_set.h"
#include "boctach/sink.h"
#include "flow/batch.h"
#include "formats/article_formats.h"
#include "fuzz/require.h"
#include "text/unicode.h"

namespace {

using boctach::require;

constexpr std::size_t largest_input = 2048;

// The rules as they are shipped, made once.
const boctach::Pipeline& pipeline() {
  static boctach::Diagnostics diagnostics;
  static const boctach::RuleSet rules = boctach::load_rules(BOCTACH_SOURCE_DIR "/rules", diagnostics);
  static const auto made = [] {
    boctach::RecordOptions options;
    options.with_text = true;
    return boctach::Pipeline::make(rules, options, diagnostics);
  }();
  require(made != nullptr, "the rules do not hold");
  return *made;
}

void check_answer(const std::string& line, bool ok) {
  require(!line.empty() && line.back() == '\n', "an answer without its end");
  require(std::count(line.begin(), line.end(), '\n') == 1, "an answer of many lines");
  require(boctach::is_valid_utf8(line), "an answer that is not UTF-8");
  static simdjson::dom::parser parser;
  simdjson::dom::object object;
  require(parser.parse(line).get(object) == simdjson::SUCCESS, "an answer that is no JSON object");
  simdjson::dom::element ignored;
  require((object["error"].get(ignored) != simdjson::SUCCESS) == ok, "neither a record nor an error");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > largest_input) return 0;
  const std::string input(bytes, bytes + size);
  std::istringstream stream(input);
  const auto source = boctach::make_ndjson_source(boctach::ByteWindow(boctach::stream_of(stream)), {"-", "-"}, {});
  std::ostringstream output;
  const auto sink = boctach::make_ndjson_sink(output);
  std::ptrdiff_t answers = 0;
  while (std::optional<boctach::Document> document = source->next()) {
    require(document->errors.size() <= 1, "more than one error");
    const boctach::Record record = boctach::extract(pipeline(), std::move(*document));
    require(record.ok || record.error.code != "E990", "an article that could not be worked on");
    output.str("");
    sink->write(record);
    sink->finish();
    check_answer(output.str(), record.ok);
    ++answers;
  }
  const std::ptrdiff_t lines = std::count(input.begin(), input.end(), '\n') + (input.empty() || input.back() == '\n' ? 0 : 1);
  require(answers == lines, "not one answer a line");
  return 0;
}
