#include "app/workbench/attention_source.h"

#include "app/workbench/words.h"
#include "core/training/session.h"
#include "datasets/types/error.h"

namespace mica {

struct AttentionSource::Open {
    std::filesystem::path run;
    QString checkpoint;
    std::filesystem::file_time_type written{};
    std::shared_ptr<const Dataset> set;
    std::unique_ptr<ModelSession> session;
};

AttentionSource::AttentionSource(Selection* selection, QObject* parent)
    : QObject(parent), open_(std::make_shared<Open>()), selection_(selection), worker_(std::in_place) {
    connect(selection_, &Selection::clipChanged, this, &AttentionSource::refresh);
    connect(selection_, &Selection::runChanged, this, &AttentionSource::refresh);
    refresh();
}

AttentionSource::~AttentionSource() { worker_.reset(); }

void AttentionSource::trainingStarted(const std::filesystem::path& run) {
    live_run_ = run;
    live_.clear();
    refresh();
}

void AttentionSource::trainingEnded() {
    live_run_.clear();
    live_.clear();
    refresh();
}

void AttentionSource::addLive(const std::shared_ptr<const AttentionSnapshot>& snapshot) {
    live_[QString::fromStdString(snapshot->clip)] = snapshot;
    if (selection_->run() == live_run_ && selection_->checkpoint() == QLatin1String("live")) refresh();
}

void AttentionSource::refresh() {
    ++generation_;
    if (!selection_->set() || selection_->clip() < 0)
        return show(State::empty, tr("Choose a clip to see what its steps attend to."));
    if (selection_->run().empty())
        return show(State::empty, tr("Train a model or choose a run to see its attention here."));
    if (selection_->checkpoint() != QLatin1String("live")) return compute(selection_->checkpoint());
    if (const auto found = live_.find(selection_->clipId()); found != live_.end())
        return show(State::ready, {}, found->second);
    std::error_code ignored;
    if (!live_.empty() && std::filesystem::exists(selection_->run(), ignored)) return compute(QStringLiteral("last"));
    show(State::loading, tr("The first attention comes when the running epoch ends."));
}

void AttentionSource::compute(const QString& checkpoint) {
    // what is on screen stays until the new one is there, where it is of the same clip
    if (!snapshot_ || QString::fromStdString(snapshot_->clip) != selection_->clipId())
        show(State::loading, tr("Computing the attention of this clip..."));
    auto work = [this, open = open_, set = selection_->set(), clip = static_cast<std::size_t>(selection_->clip()),
                 run = selection_->run(), checkpoint, generation = generation_](const std::stop_token& stop) {
        std::shared_ptr<const AttentionSnapshot> snapshot;
        QString text;
        try {
            std::error_code ignored;
            const auto written = std::filesystem::last_write_time(run / "checkpoints", ignored);
            if (!open->session || open->run != run || open->checkpoint != checkpoint || open->set != set ||
                open->written != written) {
                open->session.reset();
                open->session = std::make_unique<ModelSession>(run, checkpoint.toStdString(), set);
                open->run = run;
                open->checkpoint = checkpoint;
                open->written = written;
                open->set = set;
            }
            if (stop.stop_requested()) return;
            snapshot = std::make_shared<const AttentionSnapshot>(open->session->attend(clip));
        } catch (const std::exception& e) {
            open->session.reset();
            text = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, generation, snapshot, text] {
                if (generation != generation_) return;
                if (snapshot)
                    show(State::ready, {}, snapshot);
                else
                    show(State::failed, text);
            },
            Qt::QueuedConnection);
    };
    worker_->post(std::move(work));
}

void AttentionSource::show(State state, const QString& text, std::shared_ptr<const AttentionSnapshot> snapshot) {
    state_ = state;
    text_ = text;
    snapshot_ = std::move(snapshot);
    Q_EMIT changed();
}

}  // namespace mica
