#include "app/input_options.h"

#include <array>
#include <charconv>
#include <iostream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/output_options.h"
#include "rules/diagnose.h"

namespace boctach {
namespace {

template <typename Limits>
struct LimitOption {
  const char* name;
  std::size_t Limits::*limit;
};

constexpr std::array<LimitOption<InputLimits>, 8> input_limits{{
    {"max-article", &InputLimits::article},
    {"max-line", &InputLimits::line},
    {"max-json-depth", &InputLimits::json_depth},
    {"max-entries", &InputLimits::entries},
    {"max-entry", &InputLimits::entry},
    {"max-archive", &InputLimits::archive},
    {"max-ratio", &InputLimits::ratio},
    {"max-nesting", &InputLimits::nesting},
}};

constexpr std::array<LimitOption<MatchLimits>, 3> matching_limits{{
    {"max-text", &MatchLimits::text},
    {"max-mentions", &MatchLimits::mentions},
    {"max-candidates", &MatchLimits::candidates},
}};

// "4096", "16M": K, M and G are powers of 1024.
std::optional<std::size_t> read_size(const std::string& written) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(written.data() + written.size() - end));
  const std::size_t shift = unit.empty() ? 0 : unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 64;
  // A quarter of all numbers: sums of a limit and a little more never run over.
  if (error != std::errc{} || shift == 64 || number < 1 || number > (std::numeric_limits<std::size_t>::max() >> 2U >> shift))
    return std::nullopt;
  return number << shift;
}

template <typename Limits, std::size_t count>
Limits read_limits(const Options& options, const std::array<LimitOption<Limits>, count>& known) {
  Limits limits;
  for (const LimitOption<Limits>& option : known) {
    if (!options.has(option.name)) continue;
    const std::optional<std::size_t> size = read_size(options.get(option.name));
    if (!size)
      throw UsageError(
          say("--{0} takes a number from 1, with K, M or G behind it if need be, not '{1}'", {option.name, options.get(option.name)}));
    limits.*option.limit = *size;
  }
  return limits;
}

// "id=url,text=body"; `columns` becomes the names in it.
FieldNames field_names(const std::string& written, std::vector<std::string>& columns) {
  FieldNames names;
  const std::vector<std::pair<std::string, std::vector<std::string>*>> fields{{"id", &names.id},         {"title", &names.title},
                                                                              {"text", &names.text},     {"published", &names.published},
                                                                              {"byline", &names.byline}, {"outlet", &names.outlet}};
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = std::min(written.find(',', at), written.size());
    const std::string part = written.substr(at, end - at);
    const std::size_t equals = part.find('=');
    bool known = false;
    for (const auto& [name, keys] : fields) {
      if (equals == std::string::npos || equals + 1 == part.size() || part.substr(0, equals) != name) continue;
      *keys = {part.substr(equals + 1)};
      columns.push_back(keys->front());
      known = true;
    }
    if (!known)
      throw UsageError(say("--fields takes id, title, text, published, byline and outlet, each as FIELD=NAME, not '{0}'", {part}));
    at = end + 1;
  }
  return names;
}

// What is written, directories with a slash behind them.
std::vector<std::string> outputs(const Options& options) {
  std::vector<std::string> names{options.get("output"), options.get("metrics")};
  std::string& output = names.front();
  if (!output.empty() && output != "-" && output_options(options, output).format == OutputFormat::Csv) output += '/';
  return names;
}

}  // namespace

void add_input_options(Options& options) {
  options.add("fields", "LIST", "keys or columns of the input, as id=url,title=headline,text=body,published=day,byline=by,outlet=paper");
  options.add("input-format", "text|ndjson|csv|tsv", "what inputs hold, whatever their endings say");
  options.add("sqlite-table", "TABLE", "the table or view that is read of SQLite databases");
  options.add("query", "SQL", "a query that is read in place of a table");
  options.add("max-article", "SIZE", "bytes of an article as it comes in (default 16M)");
  options.add("max-text", "SIZE", "bytes of its text when characters are repaired and mark-up is gone (default 4M)");
  options.add("max-line", "SIZE", "bytes of a line of NDJSON, a row of CSV, a value of a database (default 64M)");
  options.add("max-json-depth", "N", "JSON values inside of each other (default 64)");
  options.add("max-entries", "N", "members of an archive (default 20000000)");
  options.add("max-entry", "SIZE", "bytes of a member (default 8G)");
  options.add("max-archive", "SIZE", "bytes of all members (default 1024G)");
  options.add("max-ratio", "N", "bytes that come out of a compressed byte (default 200)");
  options.add("max-nesting", "N", "archives inside of each other (default 2)");
  options.add("max-mentions", "N", "mentions in an article (default 10000)");
  options.add("max-candidates", "N", "places where rules match in an article (default 1000000)");
}

void add_list_options(Options& options) {
  options.add("files-from", "FILE", "read the inputs that this file names, one a line ('-': standard input does)");
  options.add("null,0", "", "in that file a zero byte ends each name");
}

SourceOptions source_options(const Options& options) {
  SourceOptions made;
  made.names = field_names(options.get("fields"), made.columns);
  made.limits = read_limits(options, input_limits);
  made.format = options.get("input-format");
  if (options.has("input-format") && made.format != "text" && made.format != "ndjson" && made.format != "csv" && made.format != "tsv") {
    throw UsageError(say("--input-format takes text, ndjson, csv or tsv, not '{0}'", {made.format}));
  }
  made.table = options.get("sqlite-table");
  made.query = options.get("query");
  if (!made.table.empty() && !made.query.empty()) throw UsageError("--sqlite-table and --query exclude each other");
  return made;
}

MatchLimits match_limits(const Options& options) { return read_limits(options, matching_limits); }

std::vector<std::pair<std::string, std::size_t>> default_limits() {
  std::vector<std::pair<std::string, std::size_t>> all;
  for (const auto& option : input_limits) all.emplace_back(option.name, InputLimits{}.*option.limit);
  for (const auto& option : matching_limits) all.emplace_back(option.name, MatchLimits{}.*option.limit);
  return all;
}

bool has_inputs(const Options& options) { return !options.inputs().empty() || options.has("files-from"); }

std::unique_ptr<Source> open_articles(const Options& options) {
  SourceOptions reading = source_options(options);
  reading.outputs = outputs(options);
  if (!options.has("files-from")) {
    if (options.has("null")) throw UsageError("-0 goes with --files-from");
    return open_source(options.inputs(), reading, std::cin);
  }
  auto listed = open_listed_source(options.get("files-from"), options.has("null") ? '\0' : '\n', reading, std::cin);
  if (options.inputs().empty()) return listed;
  return join_sources(open_source(options.inputs(), reading, std::cin), std::move(listed));
}

void keep_apart_from_inputs(const Options& options) {
  std::vector<std::string> inputs = options.inputs();
  if (options.has("files-from")) inputs.push_back(options.get("files-from"));
  for (const std::string& output : outputs(options)) {
    for (const std::string& input : inputs) {
      if (const std::string why = why_it_is_read(output, input, source_options(options)); !why.empty()) throw UsageError(why);
    }
  }
}

}  // namespace boctach
