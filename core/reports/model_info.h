// What a model says of itself and of its options: from it come the form of settings, the schema of presets, the checks
// of what a person sets, and `mica models`.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace mica {

/// Kinds: "int", "real", "bool", "choice", "text".
struct OptionInfo {
    std::string key, kind, initial, help;
    double minimum = 0, maximum = 0;  // for int and real, where minimum < maximum
    std::vector<std::string> choices;
    bool live = false;  // may change while training
    std::string group;  // "model", "alignment", "training", "data", "augmentation"
};

struct ModelInfo {
    std::string name;             // of `--model`, of presets' folders and of run folders
    std::string title, source;    // as papers call it; where it is from
    std::string streams = "LVA";  // letters that it can look at
    bool all_streams = false;     // it needs every one of them
    bool aligned = false;         // it takes one step of every stream for each word
    bool regression = true, classes = true;
    bool attention = false;             // it reports crossmodal attention
    std::vector<std::string> losses{};  // that it adds to the task loss L_p
    std::vector<OptionInfo> options{};  // its own, in the order of a form
};

/// Options as one line each. The choice that stands first is the default.
namespace option {

inline OptionInfo integer(std::string group, std::string key, std::string initial, double low, double high,
                          std::string help) {
    return {std::move(key), "int", std::move(initial), std::move(help), low, high, {}, false, std::move(group)};
}
inline OptionInfo real(std::string group, std::string key, std::string initial, double low, double high,
                       std::string help, bool live = false) {
    return {std::move(key), "real", std::move(initial), std::move(help), low, high, {}, live, std::move(group)};
}
inline OptionInfo flag(std::string group, std::string key, std::string initial, std::string help) {
    return {std::move(key), "bool", std::move(initial), std::move(help), 0, 0, {}, false, std::move(group)};
}
inline OptionInfo choice(std::string group, std::string key, std::vector<std::string> choices, std::string help) {
    std::string initial = choices.front();
    return {std::move(key),     "choice", std::move(initial), std::move(help), 0, 0,
            std::move(choices), false,    std::move(group)};
}
inline OptionInfo text(std::string group, std::string key, std::string initial, std::string help) {
    return {std::move(key), "text", std::move(initial), std::move(help), 0, 0, {}, false, std::move(group)};
}

}  // namespace option
}  // namespace mica
