#ifndef BOCTACH_APP_STOP_SIGNALS_H_
#define BOCTACH_APP_STOP_SIGNALS_H_

namespace boctach {

// From here on SIGINT and SIGTERM ask the program to stop at its next safe
// point; the second one ends it at once, and so does time: what does not come
// to a safe point within seconds, such as a read that waits, is ended there.
void watch_stop_signals();

// The signal that came, or 0.
int stop_signal();

}  // namespace boctach

#endif  // BOCTACH_APP_STOP_SIGNALS_H_
