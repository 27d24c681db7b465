#include "app/stop_signals.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

#include "app/command.h"

namespace boctach {
namespace {

constexpr unsigned patience = 4;  // seconds

// Any thread may be the one that is interrupted.
std::atomic<int> came{0};
static_assert(std::atomic<int>::is_always_lock_free);

void end_now(int /*signal*/) { _exit(exit_signal + came); }

void ask_to_stop(int signal) {
  if (came != 0) _exit(exit_signal + signal);
  came = signal;
  alarm(patience);
}

void set(int signal, void (*what)(int)) {
  struct sigaction action {};
  action.sa_handler = what;
  action.sa_flags = SA_RESTART;
  sigaction(signal, &action, nullptr);
}

}  // namespace

void watch_stop_signals() {
  set(SIGALRM, end_now);
  set(SIGINT, ask_to_stop);
  set(SIGTERM, ask_to_stop);
}

int stop_signal() { return came; }

}  // namespace boctach
