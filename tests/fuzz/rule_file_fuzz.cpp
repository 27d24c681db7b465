// Any bytes as the one pack of a rules folder: loaded, compiled and run, or refused with a reason.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "boctach/failure.h"
#include "boctach/pipeline.h"
#include "boctach/rule_set.h"
#include "boctach/sink.h"
#include "formats/scratch_folder.h"
#include "fuzz/require.h"
#include "rules/yaml_reading.h"

namespace {

using boctach::require;

constexpr std::size_t largest_pack = 4096;

constexpr const char* article =
    "Xã Đông Hòa họp bàn kế hoạch năm 2019\n\nNgày 12/3/2018, ông Lê Văn Thử, Chủ tịch UBND xã, ký Quyết định số 15/QĐ-UBND "
    "về phong trào “Sạch nhà, sạch ngõ”.\nTheo bà Trần Thị Mẫu, số 3, 4 và 5 thì chưa xong.\n\nNguồn: Báo Thử\n";

// A folder in which the pack finds what a pack may name.
const boctach::ScratchFolder& folder() {
  static const boctach::ScratchFolder folder;
  static const bool written = [] {
    folder.write("main.yaml", "format: 1\nfilters: [nfc, whitespace]\npacks:\n  - pack.yaml\n");
    folder.write("words.tsv", "ông\tnam\nbà\tnữ\nXã\tkhác\n");
    return true;
  }();
  static_cast<void>(written);
  return folder;
}

void run(const boctach::RuleSet& rules) {
  boctach::Diagnostics diagnostics;
  boctach::MatchOptions options;
  options.candidates = true;
  const auto pipeline = boctach::Pipeline::make(rules, {}, diagnostics, options);
  require((pipeline == nullptr) == diagnostics.has_errors(), "refused without a reason, or taken with an error");
  if (pipeline == nullptr) return;
  boctach::Document document;
  document.id = "x";
  document.buffer = boctach::TextBuffer(article);
  const boctach::Record record = pipeline->run(std::move(document));
  require(record.ok && !boctach::to_json(record).empty(), "no record");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > largest_pack) return 0;
  const std::string text(bytes, bytes + size);
  require(boctach::reading_of(text, boctach::YamlReading::Elided) == boctach::reading_of(text, boctach::YamlReading::Whole),
          "values cut short are read as others");
  folder().write("pack.yaml", text);
  boctach::Diagnostics diagnostics;
  try {
    const boctach::RuleSet rules = boctach::load_rules(folder().path(), diagnostics);
    for (const boctach::Diagnostic& diagnostic : diagnostics.all()) {
      require(!diagnostic.code.empty() && !diagnostic.message.empty() && !format(diagnostic).empty(), "a diagnostic that says nothing");
    }
    if (!diagnostics.has_errors()) run(rules);
  } catch (const boctach::InputError&) {
    // A file that cannot be read is no mistake of the pack.
  }
  return 0;
}
