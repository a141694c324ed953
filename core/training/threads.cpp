#include "core/training/threads.h"

#include <unistd.h>

#include <cstdlib>

namespace mica {

void let_idle_threads_sleep(char** argv) {
    if (std::getenv("GOMP_SPINCOUNT") || std::getenv("OMP_WAIT_POLICY")) return;
    if (setenv("GOMP_SPINCOUNT", "1000", 1) != 0) return;  // some 20 microseconds
    execv("/proc/self/exe", argv);
    // where that is not possible the program goes on as it is, only slower
}

}  // namespace mica
