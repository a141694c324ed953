#include "core/training/session.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/runs/checkpoint.h"
#include "core/runs/run_folder.h"
#include "core/training/evaluation.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"

namespace mica {

namespace {

constexpr double kMostBytes = 2e9;  // of attention weights of all pairs, layers and heads

// A run's view for clips that it was not trained on: which of its own clips it kept says nothing about them.
ViewOptions view_of(const RunConfiguration& run) {
    ViewOptions view = parse_view(run.options.view);
    view.filter.clear();
    for (const bool n : view.normalise)
        if (n)
            throw Error("its view normalises by the training clips, which other clips do not have", run.set_name,
                        "Choose a run that normalises in training (normalise = train), not in its view");
    return view;
}

std::string number(const char* form, double v) {
    char text[32];
    std::snprintf(text, sizeof text, form, v);
    return text;
}

}  // namespace

struct ModelSession::State {
    std::string run;
    std::shared_ptr<Mica> model;
    std::unique_ptr<BatchMaker> batches;
    TrainingState training;
    std::vector<std::size_t> indices;  // of the given set's clips in the view; empty: there is none
    std::size_t clips = 0;
    std::shared_ptr<const Task> task;  // of clips that the run was not trained on
    DataSettings data;

    // Attention of a recording's length may not fit into memory: better said than tried.
    void check_size(const ClipInfo& clip) const {
        std::array<double, 3> steps{};
        for (std::size_t m = 0; m < 3; ++m) {
            steps[m] = static_cast<double>(clip.steps[m]);
            if (data.longest[m] > 0) steps[m] = std::min(steps[m], static_cast<double>(data.longest[m]));
        }
        double cells = 0;
        for (const Pair pair : model->pairs()) cells += steps[index(pair.source)] * steps[index(pair.target)];
        const double bytes = 4 * cells * static_cast<double>(model->options().heads * model->options().layers);
        if (bytes <= kMostBytes) return;
        const double fits = clip.duration * std::sqrt(kMostBytes / bytes);
        throw Error("its attention would take " + number("%.1f", bytes / 1e9) + " GB over " +
                        number("%.0f", clip.duration) + " s",
                    clip.id, "Cut out at most " + number("%.0f", std::floor(fits)) + " s and open that");
    }

    // What the model did not see of a clip.
    [[nodiscard]] std::string missing(const ClipInfo& clip) const {
        std::string note;
        const auto add = [&](const std::string& text) { note += (note.empty() ? "" : " ") + text; };
        for (const Modality m : kModalities) {
            const std::size_t i = index(m);
            const auto most = static_cast<std::uint32_t>(data.longest[i]);
            if (!data.streams[i]) continue;
            if (clip.steps[i] == 0)
                add("There is no " + std::string(name(m)) + ": the model saw an empty stream.");
            else if (most > 0 && clip.steps[i] > most)
                add("Only the first " + std::to_string(most) + " of " + std::to_string(clip.steps[i]) + " " +
                    std::string(name(m)) + " steps were shown to the model, which takes no more.");
        }
        return note;
    }
};

ModelSession::ModelSession(const std::filesystem::path& run, const std::string& checkpoint,
                           std::shared_ptr<const Dataset> set)
    : state_(std::make_unique<State>()) {
    const RunFolder folder(run);
    const RunConfiguration configuration = folder.read();
    TrainSettings settings = train_settings(configuration.options);
    const std::string& fingerprint = set->info().fingerprint;
    const bool own = fingerprint == configuration.set_fingerprint || fingerprint == configuration.base_fingerprint;
    const bool viewed = !configuration.options.view.empty() && fingerprint != configuration.set_fingerprint;
    std::optional<RunInputs> inputs;
    if (!own) {
        inputs = inputs_of(configuration);
        const std::string reason = inputs ? why_not(*inputs, *set)
                                          : "It does not say how its features were made, and its set (" +
                                                configuration.set.string() + ") is not there to tell.";
        if (!reason.empty()) throw Error("cannot be shown on these clips. " + reason, folder.name());
    }
    if (viewed) {
        auto view = std::make_shared<const View>(
            set, own ? parse_view(configuration.options.view) : view_of(configuration));
        state_->indices.assign(set->size(), view->size());
        for (std::size_t i = 0; i < view->size(); ++i) state_->indices[view->base_index(i)] = i;
        set = std::move(view);
    }
    state_->clips = set->size();
    const std::string where = set->path().string();
    const TaskPlan task = inputs ? task_of(inputs->task, inputs->label_values, settings.task_loss, where)
                                 : task_of(*set, settings.task_loss);
    const MicaOptions options =
        model_options(configuration.options, inputs ? inputs->streams : set->info().streams, where, task);
    if (inputs) {
        state_->task = std::make_shared<const Task>(inputs->task);
        settings.data.looking = true;
        if (options.streams.size() == 3 && options.gate_bias == GateBias::per_step)  // gates have a length
            for (std::size_t m = 0; m < 3; ++m) settings.data.longest[m] = static_cast<int>(options.steps[m]);
    }
    state_->data = settings.data;
    try {
        state_->model = std::make_shared<Mica>(options);
        LoadedCheckpoint loaded =
            load_checkpoint(folder.checkpoint(checkpoint), configuration.options.model, *state_->model, nullptr);
        state_->model->eval();
        state_->training = loaded.state;
        auto clips = std::make_shared<ClipSource>(std::move(set), 0);  // clips are looked at one by one
        state_->batches =
            std::make_unique<BatchMaker>(std::move(clips), settings.data, task, std::move(loaded.statistics));
    } catch (const c10::Error& e) {
        throw Error(std::string("the model could not be opened: ") + e.what_without_backtrace(), run.string());
    }
    state_->run = folder.name();
}

ModelSession::~ModelSession() = default;

bool ModelSession::shows(std::size_t clip) const {
    if (state_->indices.empty()) return clip < state_->clips;
    return clip < state_->indices.size() && state_->indices[clip] < state_->clips;
}

AttentionSnapshot ModelSession::attend(std::size_t clip) {
    if (!shows(clip)) throw Error("this clip is left out by the view that the run was trained on", state_->run);
    if (!state_->indices.empty()) clip = state_->indices[clip];
    const ClipInfo& info = state_->batches->clips().set().clips()[clip];
    if (state_->task) state_->check_size(info);
    try {
        AttentionSnapshot s = snapshot(*state_->model, *state_->batches, clip, state_->training.live);
        s.run = state_->run;
        s.epoch = epoch();
        s.task = state_->task;
        if (state_->task) s.note = state_->missing(info);
        return s;
    } catch (const c10::Error& e) {
        throw Error(std::string("the model failed: ") + e.what_without_backtrace(), state_->run);
    }
}

int ModelSession::layers() const { return static_cast<int>(state_->model->options().layers); }
int ModelSession::heads() const { return static_cast<int>(state_->model->options().heads); }
std::vector<Pair> ModelSession::pairs() const { return state_->model->pairs(); }

int ModelSession::epoch() const { return state_->training.epoch; }

}  // namespace mica
