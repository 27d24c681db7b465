// Stands in for libFuzzer's main: every file below the given folders goes once through LLVMFuzzerTestOneInput.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

std::vector<std::filesystem::path> sorted_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> folders(argv + 1, argv + argc);
  std::size_t count = 0;
  for (const std::string& folder : folders) {
    for (const std::filesystem::path& file : sorted_files(folder)) {
      // Said before the call, so that an abort names its seed.
      std::cout << file.string() << std::endl;
      std::ifstream input(file, std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(input)), std::istreambuf_iterator<char>());
      const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
      LLVMFuzzerTestOneInput(copy.data(), copy.size());
      ++count;
    }
  }
  std::cout << count << " seeds replayed\n";
  return count == 0 ? 1 : 0;
}
