#ifndef BOCTACH_RULES_FEW_THREADS_H_
#define BOCTACH_RULES_FEW_THREADS_H_

#include <functional>

namespace boctach {

// Runs `work` on this thread and, where there are more processors, on a few
// others at once; returns when all have ended. They share out what is to be
// done among themselves. What one of them throws is thrown here.
void on_few_threads(const std::function<void()>& work);

}  // namespace boctach

#endif  // BOCTACH_RULES_FEW_THREADS_H_
