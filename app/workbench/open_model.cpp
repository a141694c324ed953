#include "app/workbench/open_model.h"

#include "core/training/session.h"
#include "datasets/types/error.h"

namespace mica {

OpenModel::OpenModel() = default;
OpenModel::~OpenModel() = default;

void OpenModel::turn_to(const RunState& state, const std::shared_ptr<const Dataset>& set) {
    std::error_code ignored;
    const auto now = std::filesystem::last_write_time(state.run / "checkpoints", ignored);
    if (session_ && run_ == state.run && checkpoint_ == state.checkpoint && set_ == set && written_ == now) return;
    session_.reset();
    session_ = std::make_unique<ModelSession>(state.run, state.checkpoint.toStdString(), set);
    run_ = state.run;
    checkpoint_ = state.checkpoint;
    written_ = now;
    set_ = set;
}

AttentionSnapshot OpenModel::attend(const RunState& state, const std::shared_ptr<const Dataset>& set, std::size_t clip,
                                    const Intervention& what, const std::stop_token& stop) {
    const std::scoped_lock lock(mutex_);
    if (stop.stop_requested()) throw Cancelled();
    try {
        turn_to(state, set);
        if (stop.stop_requested()) throw Cancelled();
        return session_->attend(clip, what);
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception&) {
        session_.reset();
        throw;
    }
}

}  // namespace mica
