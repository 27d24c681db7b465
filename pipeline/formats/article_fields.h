#ifndef BOCTACH_FORMATS_ARTICLE_FIELDS_H_
#define BOCTACH_FORMATS_ARTICLE_FIELDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boctach/source.h"

namespace boctach {

// A key or column of the input and the text it holds.
struct NamedText {
  std::string name;
  std::string text;
};

// Whether any field of an article comes from it.
bool is_asked_for(std::string_view name, const FieldNames& names);

// The article that these fields are, all of them asked for; `begun` says where it stood.
Document article_of(const std::vector<NamedText>& fields, Document begun, const SourceOptions& options);

// The error of a table without one of `asked`, nothing if it has all of them.
std::optional<DocumentError> missing_column(const std::vector<std::string>& columns, const std::vector<std::string>& asked);

// The error of an article of more than `limit` bytes.
DocumentError too_large(std::size_t limit);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_ARTICLE_FIELDS_H_
