#include "formats/run_standing.h"

#include <cmath>
#include <cstdio>
#include <string_view>

#include "formats/json_writer.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr double mega = 1e6;
constexpr int minute = 60;
constexpr int hour = 3600;

std::string decimal(const char* format, double number) {
  char written[64];
  std::snprintf(written, sizeof written, format, number);
  return written;
}

// 75 -> "1:15", 4000 -> "1:06:40".
std::string clock(double seconds) {
  const long whole = std::lround(seconds);
  char written[64];
  if (whole >= hour) {
    std::snprintf(written, sizeof written, "%ld:%02ld:%02ld", whole / hour, whole % hour / minute, whole % minute);
  } else {
    std::snprintf(written, sizeof written, "%ld:%02ld", whole / minute, whole % minute);
  }
  return written;
}

class StandingWriter : private JsonWriter {
 public:
  std::string write(const RunStanding& standing) {
    json_.StartObject();
    number("in", standing.counts.in);
    number("ok", standing.counts.ok);
    number("error", standing.counts.error);
    number("skipped", standing.counts.skipped);
    real("seconds", standing.seconds);
    real("articles_per_second", standing.articles_per_second());
    real("bytes_per_second", standing.bytes_per_second());
    if (standing.share) real("share", *standing.share);
    if (const auto left = standing.left()) real("seconds_left", *left);
    key("ended");
    json_.Bool(standing.ended);
    json_.EndObject();
    return written();
  }

 private:
  void real(std::string_view name, double number) {
    key(name);
    const std::string text = decimal("%.3f", number);
    json_.RawValue(text.data(), text.size(), rapidjson::kNumberType);
  }
};

class MetricsWriter {
 public:
  void family(const std::string& name, const std::string& type, const std::string& about) {
    text_ += "# HELP boctach_" + name + " " + about + "\n# TYPE boctach_" + name + " " + type + "\n";
  }
  void sample(const std::string& name, const std::string& value) { text_ += "boctach_" + name + " " + value + "\n"; }
  void sample(const std::string& name, const std::string& label, const std::string& of, std::size_t count) {
    sample(name + "{" + label + "=\"" + escaped(of) + "\"}", std::to_string(count));
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '\n') {
        out += "\\n";
        continue;
      }
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out;
  }

  std::string text_;
};

}  // namespace

double RunStanding::articles_per_second() const { return seconds > 0 ? static_cast<double>(articles) / seconds : 0; }
double RunStanding::bytes_per_second() const { return seconds > 0 ? static_cast<double>(bytes) / seconds : 0; }

std::optional<double> RunStanding::left() const {
  if (!share || *share <= 0 || ended) return std::nullopt;
  return seconds * (1 - *share) / *share;
}

std::string progress_line(const RunStanding& standing) {
  std::string line;
  if (standing.share) line += decimal("%5.1f %%  ", 100 * *standing.share);
  line += say("{0} articles, {1}/s, {2} MB/s, {3} in quarantine",
              {std::to_string(standing.counts.in), decimal("%.0f", standing.articles_per_second()),
               decimal("%.1f", standing.bytes_per_second() / mega), std::to_string(standing.counts.error)});
  if (const auto left = standing.left()) line += say(", {0} left", {clock(*left)});
  return line;
}

std::string progress_json(const RunStanding& standing) { return StandingWriter().write(standing); }

std::string metrics_text(const RunStanding& standing) {
  MetricsWriter metrics;
  metrics.family("articles_total", "counter", "Articles of the run by outcome.");
  metrics.sample("articles_total", "outcome", "ok", standing.counts.ok);
  metrics.sample("articles_total", "outcome", "error", standing.counts.error);
  metrics.sample("articles_total", "outcome", "skipped", standing.counts.skipped);
  metrics.family("items_total", "counter", "What was found, by array of the records.");
  for (const auto& [array, count] : standing.counts.found) metrics.sample("items_total", "array", array, count);
  metrics.family("codes_total", "counter", "Errors and notes of articles by code.");
  for (const auto& [code, count] : standing.counts.codes) metrics.sample("codes_total", "code", code, count);
  metrics.family("text_bytes_total", "counter", "Bytes of the articles since the program was started.");
  metrics.sample("text_bytes_total", std::to_string(standing.bytes));
  metrics.family("run_seconds", "gauge", "Time since the program was started.");
  metrics.sample("run_seconds", decimal("%.3f", standing.seconds));
  if (standing.share) {
    metrics.family("input_share", "gauge", "Share of the input that was read.");
    metrics.sample("input_share", decimal("%.6f", *standing.share));
  }
  metrics.family("run_ended", "gauge", "1 once every article was worked on.");
  metrics.sample("run_ended", standing.ended ? "1" : "0");
  return metrics.text();
}

}  // namespace boctach
