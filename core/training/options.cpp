// Options: defaults, preset, then single settings; checked against the table.
#include "core/training/options.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <limits>

#include "core/training/resources.h"
#include "core/training/settings.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"

namespace mica {
namespace {

std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row[b.size()];
}

template <class Names>
std::string nearest(const std::string& key, const Names& names) {
    std::string best;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const std::string& n : names)
        if (const std::size_t d = edit_distance(key, n); d < least) least = d, best = n;
    return best;
}

const OptionInfo* found_in(const std::string& model, const std::string& key) {
    const auto& table = option_table(model);
    const auto found = std::find_if(table.begin(), table.end(), [&](const OptionInfo& o) { return o.key == key; });
    return found != table.end() ? &*found : nullptr;
}

const OptionInfo& known(const std::string& model, const std::string& key, const std::string& where) {
    if (const OptionInfo* found = found_in(model, key)) return *found;
    const auto& table = option_table(model);
    std::vector<std::string> keys;
    for (const OptionInfo& o : table) keys.push_back(o.key);
    throw Error("there is no option '" + key + "'" + (model == "mica" ? "" : " of " + model), where,
                "Did you mean '" + nearest(key, keys) + "'?");
}

std::string trimmed(std::string s) {
    const auto blank = [](unsigned char c) { return c <= ' '; };
    s.erase(s.begin(), std::find_if_not(s.begin(), s.end(), blank));
    s.erase(std::find_if_not(s.rbegin(), s.rend(), blank).base(), s.end());
    return s;
}

std::string range_of(const OptionInfo& o) {
    return "from " + format_number(o.minimum) + " to " + format_number(o.maximum);
}

std::string as_letters(const OptionInfo& o, const std::string& value, const std::string& where) {
    // stream sets are kept in the project's order, so that "AL" and "LA" are one configuration
    std::string ordered;
    for (Modality m : kModalities)
        if (value.find(letter(m)) != std::string::npos) ordered += letter(m);
    const bool wrong = std::any_of(value.begin(), value.end(), [](char c) { return !modality_of(c); });
    const std::size_t least = o.key == "streams" ? 1 : 0;
    if (wrong || ordered.size() != value.size() || ordered.size() < least)
        throw Error(o.key + " = '" + value + "' is not a set of the letters L (text), V (vision), A (audio)" +
                        (least ? " with at least one" : ""),
                    where);
    return ordered;
}

/// The value in its one canonical spelling, or an Error.
std::string checked(const OptionInfo& o, const std::string& raw, const std::string& where) {
    const std::string value = trimmed(raw);
    if (o.kind == "choice") {
        if (std::find(o.choices.begin(), o.choices.end(), value) != o.choices.end()) return value;
        const std::string all = joined(o.choices);
        throw Error(o.key + " = '" + value + "' is not one of: " + all, where,
                    "Did you mean '" + nearest(value, o.choices) + "'?");
    }
    if (o.kind == "bool") {
        for (const char* yes : {"true", "on", "yes", "1"})
            if (value == yes) return "true";
        for (const char* no : {"false", "off", "no", "0"})
            if (value == no) return "false";
        throw Error(o.key + " = '" + value + "' is neither true nor false", where);
    }
    if (o.kind == "text") return o.key == "watch" ? value : as_letters(o, value, where);
    double number = 0;
    const char* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc{} || stopped != end || !std::isfinite(number))
        throw Error(o.key + " = '" + value + "' is not a number", where, "It goes " + range_of(o));
    if (o.kind == "int" && number != std::floor(number))
        throw Error(o.key + " = '" + value + "' is not a whole number", where, "It goes " + range_of(o));
    if (o.minimum < o.maximum && (number < o.minimum || number > o.maximum))
        throw Error(o.key + " = " + value + " is out of range", where, "It goes " + range_of(o));
    return format_number(number);
}

std::string spelled(const toml::node& node) {
    if (const auto* v = node.as_string()) return v->get();
    if (const auto* v = node.as_integer()) return std::to_string(v->get());
    if (const auto* v = node.as_floating_point()) return format_number(v->get());
    if (const auto* v = node.as_boolean()) return v->get() ? "true" : "false";
    return "(a table or list)";
}

void apply_preset(const std::string& model, const std::filesystem::path& file,
                  std::map<std::string, std::string>& values) {
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& e) {
        throw Error("is not a readable preset: " + std::string(e.description()) + " (line " +
                        std::to_string(e.source().begin.line) + ")",
                    file.string());
    }
    const auto take = [&](const toml::key& key, const toml::node& node) {
        const std::string k(key.str());
        values[k] = checked(known(model, k, file.string()), spelled(node), file.string());
    };
    for (const auto& [key, node] : table) {
        if (const toml::table* section = node.as_table())
            for (const auto& [inner, value] : *section) take(inner, value);
        else
            take(key, node);
    }
}

/// MICA's presets lie in the folder itself, those of another model in one of its name.
std::filesystem::path preset_folder(const std::string& model) {
    const std::filesystem::path all = resources_folder() / "presets";
    return model == "mica" ? all : all / model;
}

std::filesystem::path preset_file(const std::string& model, const std::string& preset) {
    if (preset.find('/') != std::string::npos || preset.ends_with(".toml")) return preset;  // a person's own file
    const std::filesystem::path file = preset_folder(model) / (preset + ".toml");
    if (std::filesystem::exists(file)) return file;
    const auto names = preset_names(model);
    const std::string all = joined(names);
    throw Error("there is no preset '" + preset + "'" + (model == "mica" ? "" : " of " + model), "",
                all.empty() ? "It has none" : "The presets are: " + all);
}

// "a, b": a and b
std::vector<std::string> names_of(const std::string& list) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        std::string name = list.substr(at, comma - at);
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        if (!name.empty()) names.push_back(std::move(name));
        at = comma + 1;
    }
    return names;
}

}  // namespace

std::string format_number(double value) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc{} ? std::string(buffer, end) : std::string("nan");
}

std::vector<std::string> preset_names(const std::string& model) {
    std::vector<std::string> names;
    const std::filesystem::path folder = preset_folder(model);
    if (!std::filesystem::exists(folder)) return names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

TrainingOptions make_options(const std::string& preset, const std::vector<std::string>& set, const std::string& model) {
    TrainingOptions options;
    options.model = model;
    options.preset = preset;
    for (const OptionInfo& o : option_table(model)) options.values[o.key] = o.initial;
    if (!preset.empty()) apply_preset(model, preset_file(model, preset), options.values);
    for (const std::string& pair : set) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) throw Error("'" + pair + "' is not of the form key=value", "--set");
        const std::string key = trimmed(pair.substr(0, equals));
        options.values[key] = checked(known(model, key, "--set"), pair.substr(equals + 1), "--set");
    }
    return options;
}

TrainSettings train_settings(const TrainingOptions& options) {
    // a model without attention has no alpha, a model without positions no times to ask for: then what stands for none
    const auto text = [&](const char* key, const char* absent = nullptr) -> std::string {
        const auto found = options.values.find(key);
        if (absent && !found_in(options.model, key)) return absent;
        const OptionInfo& info = known(options.model, key, "options");
        return checked(info, found == options.values.end() ? info.initial : found->second, "options");
    };
    for (const auto& [key, value] : options.values)
        (void)checked(known(options.model, key, "options"), value, "options");
    const auto number = [&](const char* key, const char* absent = nullptr) {
        const std::string t = text(key, absent);
        double v = 0;
        (void)std::from_chars(t.data(), t.data() + t.size(), v);
        return v;
    };
    const auto whole = [&](const char* key) { return static_cast<int>(number(key)); };
    TrainSettings s;
    s.epochs = whole("epochs");
    s.batch = whole("batch");
    s.live = {number("alpha", "0"),
              number("beta", "0"),
              number("tau", "0"),
              number("learning_rate"),
              number("clip"),
              {number("dropout", "0"), number("embed_dropout", "0"), number("text_attention_dropout", "0"),
               number("text_dropout", "0"), number("out_dropout", "0")}};
    s.adamw = text("optimizer") == "adamw";
    s.weight_decay = number("weight_decay");
    const std::string scheduler = text("scheduler");
    s.scheduler = scheduler == "plateau"  ? Scheduler::plateau
                  : scheduler == "cosine" ? Scheduler::cosine
                                          : Scheduler::none;
    s.plateau_patience = whole("plateau_patience");
    s.plateau_factor = number("plateau_factor");
    s.warmup = whole("warmup");
    s.task_loss = text("task_loss");
    s.balanced = text("class_weights") == "balanced";
    s.device = text("device");
    s.select_by_metric = text("select_by") == "metric";
    s.bucketing = text("bucketing") == "true";
    s.early_stopping = whole("early_stopping");
    s.a_distance_every = whole("a_distance_every");
    s.keep_every = whole("keep_every");
    s.tensorboard = text("tensorboard") == "true";
    s.checkpoint_epochs = whole("checkpoint_epochs");
    s.checkpoint_seconds = whole("checkpoint_seconds");
    s.keep_attention = whole("keep_attention");
    s.watch = names_of(text("watch"));
    s.data.streams = streams_of(text("streams"));
    const bool normalise = text("normalise") == "train";
    s.data.normalise = {normalise && text("normalise_text") == "true", normalise, normalise};
    s.data.longest = {whole("max_text"), whole("max_vision"), whole("max_audio")};
    s.data.cache_bytes = static_cast<std::size_t>(number("cache_mib")) << 20;
    s.data.times_needed = text("positions", "steps") == "time";
    s.augmentation = {streams_of(text("augment_streams")), number("feature_noise"), whole("mask_spans"),
                      number("mask_length"), number("time_shift")};
    return s;
}

std::array<bool, 3> streams_of(const std::string& letters) {
    std::array<bool, 3> on{};
    for (Modality m : kModalities) on[index(m)] = letters.find(letter(m)) != std::string::npos;
    return on;
}

}  // namespace mica
