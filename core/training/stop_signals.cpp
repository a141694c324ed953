#include "core/training/stop_signals.h"

#include <csignal>
#include <thread>
#include <utility>

#include <pthread.h>

namespace mica {

std::stop_source stop_on_signals(std::function<void(int before)> told) {
    std::stop_source source;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::thread([source, set, told = std::move(told)]() mutable {
        for (int before = 0, signal = 0; sigwait(&set, &signal) == 0; ++before) {
            if (told) told(before);
            source.request_stop();
        }
    }).detach();
    return source;
}

}  // namespace mica
