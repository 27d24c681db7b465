// Preloaded by check_faults.py and check_kills.py: makes one call of a program fail, or kills the program there.
// BOCTACH_FAULT is CALL:N:HOW, the N-th (from 1) CALL of write, fsync, rename, open and their like, or of manifest, a write into a file of
// that name. HOW is `fail` (as on a full disk, a dying one or without rights), `kill` (killed before the call), `after` (killed behind it)
// or `torn` (half of a write is done, then killed). CALL may also be clock, asked by other threads than the first: there HOW is `hang`.
// BOCTACH_FAULT_HIT is a file that is made when it happens.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>

namespace {

struct Fault {
  std::string call;
  long number = 0;
  std::string how;
};

const Fault& fault() {
  static const Fault read = [] {
    Fault made;
    const char* given = std::getenv("BOCTACH_FAULT");
    if (given == nullptr) return made;
    const std::string text(given);
    const std::size_t first = text.find(':');
    const std::size_t second = text.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) return made;
    made.call = text.substr(0, first);
    made.number = std::atol(text.substr(first + 1, second - first - 1).c_str());
    made.how = text.substr(second + 1);
    return made;
  }();
  return read;
}

void mark() {
  const char* hit = std::getenv("BOCTACH_FAULT_HIT");
  if (hit == nullptr) return;
  const long file = syscall(SYS_openat, AT_FDCWD, hit, O_WRONLY | O_CREAT, 0644);
  if (file >= 0) syscall(SYS_close, file);
}

[[noreturn]] void die() {
  syscall(SYS_kill, getpid(), SIGKILL);
  std::abort();
}

std::atomic<long> calls{0};

// Is this the call? If it is to die before, it does.
bool is_it(const char* call) {
  if (fault().call != call || ++calls != fault().number) return false;
  mark();
  if (fault().how == "kill") die();
  return true;
}

bool is_manifest(int file) {
  constexpr std::string_view name = "/manifest.jsonl";
  char path[4096];
  const ssize_t size = readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path, sizeof path);
  const std::string_view read(path, static_cast<std::size_t>(size < 0 ? 0 : size));
  return read.size() >= name.size() && read.substr(read.size() - name.size()) == name;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

// What the call gives, or what it gives when it fails.
template <class Result, class Call>
Result through(const char* name, int error, Result failed, Call call) {
  if (!is_it(name)) return call();
  if (fault().how == "after") {
    call();
    die();
  }
  errno = error;
  return failed;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, std::size_t size) {
  static const auto real = next<ssize_t (*)(int, const void*, std::size_t)>("write");
  if (file == STDERR_FILENO) return real(file, bytes, size);
  const char* call = fault().call == "manifest" && is_manifest(file) ? "manifest" : "write";
  if (fault().how == "torn") {
    if (!is_it(call)) return real(file, bytes, size);
    real(file, bytes, size / 2);
    die();
  }
  return through<ssize_t>(call, ENOSPC, -1, [&] { return real(file, bytes, size); });
}

ssize_t writev(int file, const iovec* parts, int count) {
  static const auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
  if (file == STDERR_FILENO) return real(file, parts, count);
  return through<ssize_t>("write", ENOSPC, -1, [&] { return real(file, parts, count); });
}

// A worker asks for the time where it begins with an article, and where it ends.
int clock_gettime(clockid_t clock, timespec* time) {
  static const auto real = next<int (*)(clockid_t, timespec*)>("clock_gettime");
  if (syscall(SYS_gettid) != getpid() && is_it("clock")) {
    while (true) pause();
  }
  return real(clock, time);
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t at) {
  static const auto real = next<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64");
  if (fault().how == "torn") {
    if (!is_it("write")) return real(file, bytes, size, at);
    real(file, bytes, size / 2, at);
    die();
  }
  return through<ssize_t>("write", ENOSPC, -1, [&] { return real(file, bytes, size, at); });
}

int fdatasync(int file) {
  static const auto real = next<int (*)(int)>("fdatasync");
  return through<int>("fsync", EIO, -1, [&] { return real(file); });
}

int fsync(int file) {
  static const auto real = next<int (*)(int)>("fsync");
  return through<int>("fsync", EIO, -1, [&] { return real(file); });
}

int rename(const char* from, const char* to) {
  static const auto real = next<int (*)(const char*, const char*)>("rename");
  return through<int>("rename", EACCES, -1, [&] { return real(from, to); });
}

int open(const char* path, int flags, ...) {
  static const auto real = next<int (*)(const char*, int, ...)>("open");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return through<int>("open", EMFILE, -1, [&] { return real(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
  static const auto real = next<int (*)(const char*, int, ...)>("open64");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return through<int>("open", EMFILE, -1, [&] { return real(path, flags, mode); });
}

std::FILE* fopen(const char* path, const char* how) {
  static const auto real = next<std::FILE* (*)(const char*, const char*)>("fopen");
  return through<std::FILE*>("open", EMFILE, nullptr, [&] { return real(path, how); });
}

std::FILE* fopen64(const char* path, const char* how) {
  static const auto real = next<std::FILE* (*)(const char*, const char*)>("fopen64");
  return through<std::FILE*>("open", EMFILE, nullptr, [&] { return real(path, how); });
}

}  // extern "C"
