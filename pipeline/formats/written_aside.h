#ifndef BOCTACH_FORMATS_WRITTEN_ASIDE_H_
#define BOCTACH_FORMATS_WRITTEN_ASIDE_H_

#include <filesystem>
#include <string>

namespace boctach {

// A file or directory that is written under another name beside its final one.
// Under the final name stands all or nothing; what is destroyed before commit()
// is removed.
class WrittenAside {
 public:
  enum class Kind { File, Directory };

  // OutputError if something is there and `force` does not allow to replace it,
  // or if it is of the other kind. Links are followed.
  WrittenAside(const std::string& path, bool force, Kind kind = Kind::File);
  WrittenAside(const WrittenAside&) = delete;
  WrittenAside& operator=(const WrittenAside&) = delete;
  ~WrittenAside();

  // The final name as it was given, for messages.
  [[nodiscard]] const std::string& shown() const { return shown_; }
  // Where to write.
  [[nodiscard]] const std::string& path() const { return aside_; }
  // True for a device or pipe: path() is the thing itself, commit() does nothing.
  [[nodiscard]] bool direct() const { return direct_; }

  // Puts what was written, complete and synced, in its place, durably.
  // OutputError also if something came there meanwhile and may not be replaced.
  // A directory takes the place of another one at once.
  void commit();

 private:
  [[noreturn]] void fail() const;
  void put_in_place();
  void replace_directory();

  std::string shown_;
  std::filesystem::path target_;
  std::string aside_;
  bool force_;
  bool direct_ = false;
  bool committed_ = false;
};

}  // namespace boctach

#endif  // BOCTACH_FORMATS_WRITTEN_ASIDE_H_
