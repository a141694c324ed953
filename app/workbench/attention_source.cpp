#include "app/workbench/attention_source.h"

#include "app/workbench/words.h"
#include "core/runs/kept_attention.h"
#include "datasets/types/error.h"

namespace mica {

AttentionSource::AttentionSource(Selection* selection, int compared, QObject* parent)
    : SnapshotSource(parent), model_(std::make_shared<OpenModel>()), selection_(selection), compared_(compared) {
    const auto refresh_if_new = [this] {
        if (compared_ < 0 || wanted() != asked_ || selection_->clipId() != asked_clip_) refresh();
    };
    connect(selection_, &Selection::clipChanged, this, &AttentionSource::refresh);
    connect(selection_, &Selection::runChanged, this, refresh_if_new);
    connect(selection_, &Selection::keptEpochChanged, this, refresh_if_new);
    if (compared_ >= 0) connect(selection_, &Selection::comparedChanged, this, refresh_if_new);
    refresh();
}

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

void AttentionSource::addLive(const Snapshot& snapshot) {
    live_[QString::fromStdString(snapshot->clip)] = snapshot;
    if (selection_->run() == live_run_ && selection_->checkpoint() == QLatin1String("live")) refresh();
}

RunState AttentionSource::wanted() const {
    if (compared_ < 0) return selection_->state();
    const auto& all = selection_->compared();
    const auto i = static_cast<std::size_t>(compared_);
    return i < all.size() && all[i].state != selection_->state() ? all[i].state : RunState{};
}

void AttentionSource::refresh() {
    forget();
    const RunState state = asked_ = wanted();
    asked_clip_ = selection_->clipId();
    if (!selection_->set() || selection_->clip() < 0)
        return show(State::empty, tr("Choose a clip to see what its steps attend to."));
    if (state.run.empty())
        return show(State::empty, compared_ < 0 ? tr("Train a model or choose a run to see its attention here.")
                                                : tr("Choose a run to compare with."));
    if (state.checkpoint == QLatin1String("live") && state.kept < 0) return refreshLive(state);
    compute(state);
}

void AttentionSource::refreshLive(const RunState& state) {
    if (const auto found = live_.find(selection_->clipId()); found != live_.end())
        return computed_.reset(), show(State::ready, {}, found->second);
    std::error_code ignored;
    if (!live_.empty() && std::filesystem::exists(state.run, ignored))
        return compute({state.run, QStringLiteral("last"), -1});
    show(State::loading, tr("The first attention comes when the running epoch ends."));
}

void AttentionSource::compute(const RunState& state) {
    // what is on screen stays until the new one is there, where it is of the same clip
    if (!snapshot() || text_of(snapshot()->clip) != selection_->clipId())
        show(State::loading, tr("Computing the attention of this clip..."));
    ask(
        [model = model_, set = selection_->set(), clip = static_cast<std::size_t>(selection_->clip()),
         id = selection_->clipId().toStdString(), state](const std::stop_token& stop) {
            return state.kept >= 0 ? read_kept(state.run, state.kept, id) : model->attend(state, set, clip, {}, stop);
        },
        [this, state](const Snapshot& made, const QString& failure) {
            computed_ = made && state.kept < 0 ? std::optional(state) : std::nullopt;
            show(made, failure);
        });
}

}  // namespace mica
