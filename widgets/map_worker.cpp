#include "widgets/map_worker.h"

#include <utility>

namespace mica {

MapWorker::MapWorker(QObject* parent) : QObject(parent) { pool_.setMaxThreadCount(1); }

MapWorker::~MapWorker() {
    pool_.clear();
    pool_.waitForDone();
}

void MapWorker::post(std::function<Answer()> question) {
    cancel();
    busy_ = true;
    pool_.start([this, generation = generation_, question = std::move(question)] {
        Answer answer = question();
        QMetaObject::invokeMethod(
            this,
            [this, generation, answer = std::move(answer)] {
                if (generation != generation_) return;
                busy_ = false;
                answer();
            },
            Qt::QueuedConnection);
    });
}

void MapWorker::cancel() {
    pool_.clear();
    ++generation_;
    busy_ = false;
}

}  // namespace mica
