// The options of training, data and augmentation as typed values (those of the model: core/model/mica.h).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/model/dropouts.h"
#include "core/training/options.h"
#include "datasets/types/modality.h"

namespace mica {

/// What may change between two steps of a running training.
struct LiveSettings {
    double alpha = 0.8, beta = 0.5, tau = 0.25;
    double learning_rate = 1e-3;  // the peak, before warm-up and scheduler
    double clip = 0.8;            // largest gradient norm; 0: no limit
    Dropouts dropouts;
    bool operator==(const LiveSettings&) const = default;
};

enum class Scheduler { plateau, cosine, none };

struct DataSettings {
    std::array<bool, 3> streams{true, true, true};
    std::array<bool, 3> normalise{};
    std::array<int, 3> longest{};  // steps kept from the start; 0: all
    std::size_t cache_bytes = std::size_t{1} << 30;
    bool looking = false;       // nothing is learnt: a stream may be empty, and a clip needs no label
    bool times_needed = false;  // positions = time: a stream without times is an Error
};

struct AugmentationSettings {
    std::array<bool, 3> streams{};
    double feature_noise = 0;  // deviations of each feature
    int mask_spans = 0;
    double mask_length = 0.2;  // seconds
    double time_shift = 0;     // seconds, either way
    [[nodiscard]] bool any() const {
        return feature_noise > 0 || (mask_spans > 0 && mask_length > 0) || time_shift > 0;
    }
};

struct TrainSettings {
    int epochs = 40, batch = 24;
    LiveSettings live;
    bool adamw = false;
    double weight_decay = 0;
    Scheduler scheduler = Scheduler::plateau;
    int plateau_patience = 20;
    double plateau_factor = 0.1;
    int warmup = 0;  // steps
    std::string task_loss = "auto";
    bool balanced = false;        // class weights
    bool tensorboard = false;     // event files in the run folder
    std::string device = "auto";  // see choose_device
    bool select_by_metric = false;
    bool bucketing = true;
    int early_stopping = 0, a_distance_every = 0, keep_every = 0;
    int checkpoint_epochs = 1, checkpoint_seconds = 60;
    int keep_attention = 40;         // epochs
    std::vector<std::string> watch;  // clips
    DataSettings data;
    AugmentationSettings augmentation;
};

/// Throws Error where a value does not fit the table (options may come from a run.toml of another hand).
[[nodiscard]] TrainSettings train_settings(const TrainingOptions& options);
/// By modality, from letters of "LVA".
[[nodiscard]] std::array<bool, 3> streams_of(const std::string& letters);
/// Shortest text that reads back as the same number.
[[nodiscard]] std::string format_number(double value);

}  // namespace mica
