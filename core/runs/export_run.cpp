#include "core/runs/export_run.h"

#include <cmath>
#include <sstream>

#include "core/runs/database.h"
#include "core/runs/files.h"
#include "core/runs/report_json.h"
#include "core/runs/run_folder.h"
#include "core/runs/safetensors.h"
#include "core/training/session.h"
#include "core/training/settings.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using Json = nlohmann::ordered_json;

Json number(double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); }

std::string cell(double v) { return std::isfinite(v) ? format_number(v) : std::string(); }

std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string all = "\"";
    for (const char c : text) all += c == '"' ? std::string("\"\"") : std::string(1, c);
    return all + "\"";
}

std::string cell(const std::vector<float>& values) {  // with blanks between
    std::string all;
    for (const float v : values) all += (all.empty() ? "" : " ") + format_number(static_cast<double>(v));
    return all;
}

template <class... Cells>
void row(std::ostream& to, const Cells&... cells) {
    const char* comma = "";
    ((to << comma << cell(cells), comma = ","), ...);
    to << "\n";
}

double count(std::int64_t n) { return static_cast<double>(n); }

std::string steps_csv(const RunDatabase& database) {
    std::ostringstream csv;
    csv << "step,epoch,total,task,marginal,element,alpha,beta,tau,learning_rate,gradient_norm,seconds,wait_seconds\n";
    for (const StepReport& s : database.steps())
        row(csv, count(s.step), count(s.epoch), s.loss.total, s.loss.task, s.loss.marginal, s.loss.element, s.alpha,
            s.beta, s.tau, s.learning_rate, s.gradient_norm, s.seconds, s.wait_seconds);
    return csv.str();
}

// Long rather than wide: which metrics and blocks there are depends on the run.
std::string epochs_csv(const RunDatabase& database) {
    std::ostringstream csv;
    csv << "epoch,figure,pair,layer,head,value\n";
    for (const EpochReport& e : database.epochs()) {
        const auto plain = [&](const std::string& name, double value) {
            row(csv, count(e.epoch), name, std::string(), std::string(), std::string(), value);
        };
        for (const auto& [split, loss] : {std::pair{"train", &e.train}, {"valid", &e.valid}}) {
            plain(std::string(split) + ".total", loss->total);
            plain(std::string(split) + ".task", loss->task);
            plain(std::string(split) + ".marginal", loss->marginal);
            plain(std::string(split) + ".element", loss->element);
        }
        for (const Metric& m : e.valid_metrics) plain("valid." + m.name, m.value);
        plain("score", e.score);
        plain("best", e.best ? 1 : 0);
        plain("seconds", e.seconds);
        for (const LayerHealth& h : e.health)
            for (const auto& [name, value] : {std::pair<const char*, double>{"query_norm", h.query_norm},
                                              {"key_norm", h.key_norm},
                                              {"entropy", h.entropy},
                                              {"selected", h.selected},
                                              {"gamma", h.gamma}})
                row(csv, count(e.epoch), std::string(name), h.pair.name(), count(h.layer), std::string(), value);
        for (const ADistance& a : e.a_distance)
            row(csv, count(e.epoch), std::string("a_distance"), a.pair.name(), count(a.layer),
                a.head < 0 ? std::string() : std::to_string(a.head), a.value);
    }
    return csv.str();
}

std::string events_csv(const RunDatabase& database) {
    std::ostringstream csv;
    csv << "time,step,kind,text\n";
    for (const auto& e : database.events()) row(csv, e.time, count(e.step), e.kind, e.text);
    return csv.str();
}

std::string predictions_csv(const RunDatabase& database) {
    std::ostringstream csv;
    csv << "split,clip,truth,prediction\n";
    for (const std::string split : {"valid", "test"})
        for (const auto& p : database.predictions(split)) row(csv, split, p.clip, p.truth, p.prediction);
    return csv.str();
}

}  // namespace

Json run_as_json(const std::filesystem::path& run) {
    const RunFolder folder(run);
    const RunConfiguration c = folder.read();
    const RunSummary summary = read_run(run);
    Json j{{"format", "mica-run-export-1"},
           {"name", folder.name()},
           {"created", c.created},
           {"program", c.program},
           {"torch", c.torch},
           {"hardware", c.hardware},
           {"device", c.device},
           {"set", {{"name", c.set_name}, {"fingerprint", c.set_fingerprint}}},
           {"view", c.options.view},
           {"model", c.options.model},
           {"preset", c.options.preset},
           {"seed", std::to_string(c.options.seed)},  // JSON readers round what is beyond 2^53
           {"threads", c.options.threads},
           {"options", c.options.values},
           {"state", summary.state},
           {"best_epoch", summary.best_epoch},
           {"valid", json_of(summary.valid)},
           {"test", json_of(summary.test)},
           {"corr_acc", json_of(summary.corr_acc)},
           {"a_distance", json_of(summary.a_distance)},
           {"epochs", Json::array()},
           {"steps", Json::array()},
           {"events", Json::array()},
           {"predictions", Json::array()}};
    if (c.origin)
        j["origin"] = {{"run", c.origin->run.filename().string()},
                       {"checkpoint", c.origin->checkpoint},
                       {"epoch", c.origin->epoch},
                       {"step", c.origin->step}};
    if (!std::filesystem::exists(folder.database())) return j;
    const RunDatabase database(folder.database(), RunDatabase::Mode::read);
    for (const EpochReport& e : summary.history) j["epochs"].push_back(Json(json_of(e)));
    for (const StepReport& s : database.steps())
        j["steps"].push_back({{"step", s.step},
                              {"epoch", s.epoch},
                              {"total", number(s.loss.total)},
                              {"task", number(s.loss.task)},
                              {"marginal", number(s.loss.marginal)},
                              {"element", number(s.loss.element)},
                              {"alpha", s.alpha},
                              {"beta", s.beta},
                              {"tau", s.tau},
                              {"learning_rate", s.learning_rate},
                              {"gradient_norm", number(s.gradient_norm)},
                              {"seconds", number(s.seconds)},
                              {"wait_seconds", number(s.wait_seconds)}});
    for (const auto& e : database.events())
        j["events"].push_back({{"time", e.time}, {"step", e.step}, {"kind", e.kind}, {"text", e.text}});
    for (const std::string split : {"valid", "test"})
        for (const auto& p : database.predictions(split))
            j["predictions"].push_back(
                {{"split", split}, {"clip", p.clip}, {"truth", p.truth}, {"prediction", p.prediction}});
    return j;
}

void run_as_csv(const std::filesystem::path& run, const std::filesystem::path& folder) {
    (void)RunFolder(run).read();
    const RunDatabase database(RunFolder(run).database(), RunDatabase::Mode::read);
    const std::vector<std::pair<const char*, std::string>> files{{"steps.csv", steps_csv(database)},
                                                                 {"epochs.csv", epochs_csv(database)},
                                                                 {"events.csv", events_csv(database)},
                                                                 {"predictions.csv", predictions_csv(database)}};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw Error("could not be made: " + error.message(), folder.string());
    for (const auto& [name, text] : files)
        if (std::filesystem::exists(folder / name))
            throw Error("is there already", (folder / name).string(), "Choose another folder");
    for (const auto& [name, text] : files) write_whole(folder / name, text);
}

void export_bundle(const std::filesystem::path& run, const std::string& which, const std::filesystem::path& folder) {
    const RunFolder from(run), to(folder);
    RunConfiguration c = from.read();
    c.inputs = inputs_of(c);
    if (!c.inputs) throw Error("cannot become a bundle: " + unknown_inputs(c.set.string()), run.string());
    SafeTensors content = read_safetensors(from.checkpoint(which));
    std::erase_if(content.tensors, [](const auto& item) {
        return !item.first.starts_with("model.") && !item.first.starts_with("features.");
    });
    c.set = c.set.filename();
    to.create(c);
    write_safetensors(to.checkpoint("best"), content);
}

}  // namespace mica
