#ifndef BOCTACH_FORMATS_JSON_ARTICLE_H_
#define BOCTACH_FORMATS_JSON_ARTICLE_H_

#include <string_view>

#include "boctach/source.h"

namespace boctach {

// One JSON object as an article; `begun` says where it stood. Behind `line`
// ByteWindow::padding bytes can be read.
Document json_article(std::string_view line, Document begun, const SourceOptions& options);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_JSON_ARTICLE_H_
