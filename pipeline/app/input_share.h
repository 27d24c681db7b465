#ifndef BOCTACH_APP_INPUT_SHARE_H_
#define BOCTACH_APP_INPUT_SHARE_H_

#include <optional>
#include <string>
#include <vector>

namespace boctach {

// How much of its input files this process has read, told by the system: so it
// does not matter who reads them, or whether they are compressed.
class InputShare {
 public:
  explicit InputShare(const std::vector<std::string>& inputs);

  // From 0 to 1; nothing if an input is no plain file.
  std::optional<double> read();

 private:
  struct File {
    std::string path;  // without links
    double size = 0;
    double read = 0;
    bool opened = false;
  };

  std::vector<File> files_;
  bool known_ = true;
};

}  // namespace boctach

#endif  // BOCTACH_APP_INPUT_SHARE_H_
