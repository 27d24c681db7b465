#ifndef BOCTACH_FORMATS_DIAGNOSTICS_JSON_H_
#define BOCTACH_FORMATS_DIAGNOSTICS_JSON_H_

#include <string>

#include "boctach/diagnostic.h"

namespace boctach {

// For editors: an array of {code, severity, message, help, file, line, column,
// end_column}; lines and columns from 1, columns in code points. Files are
// named from `base` unless they stand elsewhere.
std::string diagnostics_json(const Diagnostics& diagnostics, const std::string& base);

// The same as a log of SARIF 2.1.0, which CI systems show beside the changed lines.
std::string diagnostics_sarif(const Diagnostics& diagnostics, const std::string& base, const std::string& version);

}  // namespace boctach

#endif  // BOCTACH_FORMATS_DIAGNOSTICS_JSON_H_
