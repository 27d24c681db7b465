#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include "boctach/failure.h"
#include "boctach/sink.h"
#include "formats/value_words.h"
#include "text/messages.h"

namespace boctach {
namespace {

// Its text, or its place where the record is not to quote any.
std::string name_of(const RecordMention& mention) {
  return mention.text.empty() ? std::to_string(mention.place.start) + ".." + std::to_string(mention.place.end) : mention.text;
}

// A record for people: a heading, then a line for every item with the fields
// that hold something.
class ReadableSink final : public Sink {
 public:
  ReadableSink(std::ostream& output, bool colour) : output_(output), colour_(colour) {}

  void write(const Record& record) override {
    output_ << paint("1", record.id) << (record.title ? "  " + *record.title : std::string()) << '\n';
    if (!record.ok) output_ << "  " << paint("31", say("error") + " " + record.error.code) << "  " << record.error.message << '\n';
    write_metadata(record);
    for (const LabelArray& array : record.arrays) write_array(array);
    for (const Diagnostic& note : record.notes) output_ << "  " << say("note") << ' ' << note.code << "  " << note.message << '\n';
    output_ << '\n';
    check();
  }

  void finish() override {
    output_.flush();
    check();
  }

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const {
    return colour_ ? "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m" : std::string(text);
  }

  void write_metadata(const Record& record) {
    std::string line;
    if (record.published) line += "  " + say("published {0}", {*record.published});
    if (record.byline) line += "  " + say("by {0}", {*record.byline});
    if (record.outlet) line += "  " + say("outlet {0}", {*record.outlet});
    if (!line.empty()) output_ << line << '\n';
  }

  void write_array(const LabelArray& array) {
    if (array.items_found.empty()) return;
    output_ << "  " << paint("36", array.array) << '\n';
    for (const Item& item : array.items_found) {
      output_ << "    " << (item.mentions.empty() ? std::string() : name_of(item.mentions.front()));
      if (item.mentions.size() > 1) output_ << " (" << say("{0} mentions", {std::to_string(item.mentions.size())}) << ')';
      for (const auto& [name, value] : item.fields) {
        if (const std::string words = words_of(value, "; "); !words.empty()) output_ << "  " << paint("2", name + "=") << words;
      }
      output_ << '\n';
    }
  }

  void check() const {
    if (!output_) throw OutputError("standard output: " + std::string(std::strerror(errno)));
  }

  std::ostream& output_;
  bool colour_;
};

}  // namespace

std::unique_ptr<Sink> make_readable_sink(std::ostream& output, bool colour) { return std::make_unique<ReadableSink>(output, colour); }

}  // namespace boctach
