#include "app/annotation_options.h"

#include <string>

#include "text/messages.h"

namespace boctach {

AnnotationTool tool_of(const Options& options) {
  const std::string name = options.get("format");
  if (name == "brat") return AnnotationTool::Brat;
  if (name == "doccano") return AnnotationTool::Doccano;
  if (name == "label-studio") return AnnotationTool::LabelStudio;
  throw UsageError(say("--format takes brat, doccano or label-studio, not '{0}'", {name}));
}

void add_offset_option(Options& options) {
  options.add("offsets", "utf16|codepoints", "how places are counted in files of doccano (default utf16, as its editor does)");
}

OffsetUnit offset_unit(const Options& options) {
  const std::string unit = options.get("offsets");
  if (!unit.empty() && tool_of(options) != AnnotationTool::Doccano)
    throw UsageError("--offsets is for doccano; brat and Label Studio count code points");
  if (unit.empty() || unit == "utf16") return OffsetUnit::Utf16;
  if (unit == "codepoints") return OffsetUnit::CodePoints;
  throw UsageError(say("--offsets takes utf16 or codepoints, not '{0}'", {unit}));
}

}  // namespace boctach
