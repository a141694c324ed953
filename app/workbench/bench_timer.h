// What the measurements of the window share.
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>

#include <functional>

namespace mica {

[[nodiscard]] inline double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

/// Lets the window work until `done`; false after ten seconds.
inline bool wait_for(const std::function<bool()>& done) {
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > 10'000) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

}  // namespace mica
