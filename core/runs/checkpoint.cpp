#include "core/runs/checkpoint.h"

#include <nlohmann/json.hpp>

#include "core/runs/safetensors.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using nlohmann::json;

json json_of(const TrainingState& s) {
    return {{"step", s.step},
            {"epoch", s.epoch},
            {"step_in_epoch", s.step_in_epoch},
            {"clips_in_epoch", s.clips_in_epoch},
            {"sums", {s.sums.total, s.sums.task, s.sums.marginal, s.sums.element}},
            {"best_score", s.best_score},
            {"best_epoch", s.best_epoch},
            {"plateau_best", s.plateau_best},
            {"plateau_bad", s.plateau_bad},
            {"factor", s.factor},
            {"live",
             {s.live.alpha, s.live.beta, s.live.tau, s.live.learning_rate, s.live.clip, s.live.dropouts.block,
              s.live.dropouts.embed, s.live.dropouts.text_attention, s.live.dropouts.text, s.live.dropouts.out}},
            {"seconds", s.seconds},
            {"epoch_seconds", s.epoch_seconds},
            {"epoch_wait", s.epoch_wait}};
}

TrainingState state_of(const json& j) {
    TrainingState s;
    j.at("step").get_to(s.step);
    j.at("epoch").get_to(s.epoch);
    j.at("step_in_epoch").get_to(s.step_in_epoch);
    j.at("clips_in_epoch").get_to(s.clips_in_epoch);
    const auto sums = j.at("sums").get<std::array<double, 4>>();
    s.sums = {sums[0], sums[1], sums[2], sums[3]};
    j.at("best_score").get_to(s.best_score);
    j.at("best_epoch").get_to(s.best_epoch);
    j.at("plateau_best").get_to(s.plateau_best);
    j.at("plateau_bad").get_to(s.plateau_bad);
    j.at("factor").get_to(s.factor);
    const auto live = j.at("live").get<std::vector<double>>();
    s.partial_live = live.size() == 4;
    if (s.partial_live)
        s.live = {live[0], live[1], live[2], live[3], {}, {}};
    else
        s.live = {live.at(0), live.at(1), live.at(2),
                  live.at(3), live.at(4), {live.at(5), live.at(6), live.at(7), live.at(8), live.at(9)}};
    j.at("seconds").get_to(s.seconds);
    j.at("epoch_seconds").get_to(s.epoch_seconds);
    s.epoch_wait = j.value("epoch_wait", 0.0);
    return s;
}

std::vector<std::pair<std::string, torch::Tensor>> weights_of(const torch::nn::Module& model) {
    std::vector<std::pair<std::string, torch::Tensor>> all;
    for (const auto& item : model.named_parameters()) all.emplace_back("model." + item.key(), item.value());
    for (const auto& item : model.named_buffers()) all.emplace_back("model." + item.key(), item.value());
    return all;
}

std::string shape_of(const torch::Tensor& t) {
    std::string s;
    for (const auto n : t.sizes()) s += (s.empty() ? "" : " x ") + std::to_string(n);
    return s.empty() ? "one number" : s;
}

/// The pairs (ours, stored), all checked before any is copied.
std::vector<std::pair<torch::Tensor, torch::Tensor>> matched(
    const std::filesystem::path& file, const SafeTensors& content,
    const std::vector<std::pair<std::string, torch::Tensor>>& ours) {
    std::vector<std::pair<torch::Tensor, torch::Tensor>> pairs;
    for (const auto& [name, tensor] : ours) {
        const auto found = content.tensors.find(name);
        if (found == content.tensors.end())
            throw Error("is a checkpoint of another model or configuration: it has no '" + name + "'", file.string());
        if (found->second.sizes() != tensor.sizes() || found->second.scalar_type() != tensor.scalar_type())
            throw Error("is a checkpoint of another configuration or feature set: '" + name + "' is " +
                            shape_of(found->second) + " where " + shape_of(tensor) + " is needed",
                        file.string());
        pairs.emplace_back(tensor, found->second);
    }
    return pairs;
}

}  // namespace

void save_checkpoint(const std::filesystem::path& file, const CheckpointIdentity& identity,
                     const torch::nn::Module& model, const Optimiser& optimiser, const TrainingState& state,
                     const FeatureStatistics& statistics) {
    SafeTensors content;
    content.metadata = {{"format", "mica-checkpoint-1"},
                        {"model", identity.model},
                        {"fingerprint", identity.fingerprint},
                        {"state", json_of(state).dump()}};
    for (const auto& [name, tensor] : weights_of(model)) content.tensors.emplace(name, tensor);
    for (const auto& [name, tensor] : optimiser.state()) content.tensors.emplace(name, tensor);
    for (Modality m : kModalities) {
        const auto keep = [&](const char* what, const std::vector<float>& values) {
            if (!values.empty())
                content.tensors.emplace(std::string("features.") + letter(m) + what, torch::tensor(values));
        };
        keep(".mean", statistics.mean[index(m)]);
        keep(".deviation", statistics.deviation[index(m)]);
    }
    write_safetensors(file, content);
}

TrainingState read_state(const std::filesystem::path& file) {
    const auto metadata = read_safetensors_metadata(file);
    const auto state = metadata.find("state");
    if (state == metadata.end()) throw Error("is no checkpoint of this program", file.string());
    try {
        return state_of(json::parse(state->second));
    } catch (const std::exception&) {
        throw Error("is damaged: its training state is not readable", file.string());
    }
}

LoadedCheckpoint load_checkpoint(const std::filesystem::path& file, const std::string& model_name,
                                 torch::nn::Module& model, Optimiser* optimiser) {
    const SafeTensors content = read_safetensors(file);
    const auto text = [&](const char* key) {
        const auto found = content.metadata.find(key);
        if (found == content.metadata.end())
            throw Error("is no checkpoint of this program: its metadata lacks '" + std::string(key) + "'",
                        file.string());
        return found->second;
    };
    if (text("format") != "mica-checkpoint-1")
        throw Error("is a checkpoint of an unknown format '" + text("format") + "'", file.string());
    LoadedCheckpoint loaded;
    loaded.identity = {text("model"), text("fingerprint")};
    if (loaded.identity.model != model_name)
        throw Error("is a checkpoint of the model '" + loaded.identity.model + "', not of '" + model_name + "'",
                    file.string());
    try {
        loaded.state = state_of(json::parse(text("state")));
    } catch (const std::exception&) {  // not JSON, or too few numbers
        throw Error("is damaged: its training state is not readable", file.string());
    }
    for (Modality m : kModalities) {
        const auto take = [&](const char* what, std::vector<float>& values) {
            const auto found = content.tensors.find(std::string("features.") + letter(m) + what);
            if (found == content.tensors.end()) return;
            if (found->second.dim() != 1 || found->second.scalar_type() != torch::kFloat32)
                throw Error("is damaged: its feature statistics have a wrong shape", file.string());
            values.assign(found->second.data_ptr<float>(), found->second.data_ptr<float>() + found->second.numel());
        };
        take(".mean", loaded.statistics.mean[index(m)]);
        take(".deviation", loaded.statistics.deviation[index(m)]);
        if (loaded.statistics.mean[index(m)].size() != loaded.statistics.deviation[index(m)].size())
            throw Error("is damaged: its feature statistics do not fit together", file.string());
    }
    std::size_t stored = 0;
    for (const auto& item : content.tensors) stored += item.first.starts_with("model.") ? 1 : 0;
    const auto weights = weights_of(model);
    auto pairs = matched(file, content, weights);
    if (stored != weights.size())
        throw Error("is a checkpoint of another model or configuration: it has " + std::to_string(stored) +
                        " weights, " + std::to_string(weights.size()) + " are needed",
                    file.string());
    if (optimiser)
        for (auto& pair : matched(file, content, optimiser->state())) pairs.push_back(std::move(pair));
    const torch::NoGradGuard quiet;
    for (auto& [ours, theirs] : pairs) ours.copy_(theirs);
    return loaded;
}

}  // namespace mica
