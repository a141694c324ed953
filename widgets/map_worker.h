// Work on maps that would hold up the window: the newest question only, answered on the interface thread.
#pragma once

#include <QObject>
#include <QThreadPool>

#include <cstdint>
#include <functional>

namespace mica {

/// Interface thread only; the owner outlives it. A question that waits is replaced; the answer to one that was
/// overtaken while it ran is dropped.
class MapWorker : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void()>;
    explicit MapWorker(QObject* parent = nullptr);
    ~MapWorker() override;

    /// question runs on a thread of its own and must own what it reads; the Answer it gives runs here.
    void post(std::function<Answer()> question);
    /// No answer comes after this.
    void cancel();
    [[nodiscard]] bool busy() const { return busy_; }

private:
    QThreadPool pool_;
    std::uint64_t generation_ = 0;
    bool busy_ = false;
};

}  // namespace mica
