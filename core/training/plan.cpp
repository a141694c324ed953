#include "core/training/plan.h"

#include <algorithm>
#include <charconv>

#include "core/runs/run_folder.h"
#include "core/training/live.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

bool changes(const RunDatabase::Event& e) { return e.kind == "live" || e.kind == "options"; }

// "epochs 5, early_stopping 0"
void set_options(const std::string& text, TrainSettings& settings) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(", ", at), text.size()), space = std::min(text.find(' ', at), end);
        const std::string key = text.substr(at, space - at),
                          value = text.substr(std::min(space + 1, end), end - space - 1);
        const TrainSettings said = train_settings(make_options("", {key + "=" + value}));
        if (key == "epochs")
            settings.epochs = said.epochs;
        else if (key == "early_stopping")
            settings.early_stopping = said.early_stopping;
        else
            throw Error("'" + key + "' is no option that a resumed run may change", "run.db");
        at = end + 2;
    }
}

RunDatabase::Event asked_change(const std::string& asked, std::int64_t now, const std::string& model) {
    const std::size_t colon = asked.find(':'), equals = asked.find('=');
    if (equals == std::string::npos)
        throw Error("'" + asked + "' is not of the form key=value or STEP:key=value", "--live");
    std::int64_t step = now;
    std::string pair = asked;
    if (colon < equals) {
        const auto [end, error] = std::from_chars(asked.data(), asked.data() + colon, step);
        if (error != std::errc{} || end != asked.data() + colon || step < 0)
            throw Error("'" + asked.substr(0, colon) + "' is not the number of a step", "--live");
        if (step < now)
            throw Error("step " + std::to_string(step) + " is done: the run stands after step " + std::to_string(now),
                        "--live");
        pair = asked.substr(colon + 1);
    }
    const std::string key = pair.substr(0, pair.find('='));
    (void)changed({}, key + " 0");                                             // that such a setting may be live
    const std::string value = make_options("", {pair}, model).values.at(key);  // in its range
    const auto& table = option_table(model);
    if (std::none_of(table.begin(), table.end(), [&](const OptionInfo& o) { return o.key == key && o.live; }))
        throw Error("'" + key + "' of the model " + model + " cannot change while training", "--live",
                    "mica train --help-model " + model + " says which can");
    return {step, "live", key + " " + value, {}};
}

}  // namespace

ChangePlan::ChangePlan(const RunDatabase& database, std::int64_t step) {
    for (RunDatabase::Event& e : database.events())
        if (changes(e) && e.step >= step) events_.push_back(std::move(e));
    std::stable_sort(events_.begin(), events_.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
}

std::vector<RunDatabase::Event> ChangePlan::apply(std::int64_t step, LiveSettings& live, TrainSettings& settings) {
    const std::size_t first = next_;
    for (; next_ < events_.size() && events_[next_].step <= step; ++next_) {
        if (events_[next_].kind == "live")
            live = changed(live, events_[next_].text);
        else
            set_options(events_[next_].text, settings);
    }
    return {events_.begin() + static_cast<std::ptrdiff_t>(first), events_.begin() + static_cast<std::ptrdiff_t>(next_)};
}

void ChangePlan::drop(RunDatabase& database, std::int64_t step) {
    database.forget_events("live", step);
    events_.erase(std::remove_if(events_.begin() + static_cast<std::ptrdiff_t>(next_), events_.end(),
                                 [](const auto& e) { return e.kind == "live"; }),
                  events_.end());
}

void copy_changes(const std::filesystem::path& run, std::int64_t from, RunDatabase& to) {
    const RunFolder folder(run);
    (void)folder.read();  // says so where it is no run
    const RunDatabase database(folder.database(), RunDatabase::Mode::read);
    for (const RunDatabase::Event& e : database.events())
        if (changes(e) && e.step >= from) to.add_event(e.step, e.kind, e.text);
}

std::vector<RunDatabase::Event> asked_changes(const std::vector<std::string>& asked, std::int64_t now,
                                              const std::string& model) {
    std::vector<RunDatabase::Event> all;
    for (const std::string& one : asked) all.push_back(asked_change(one, now, model));
    return all;
}

}  // namespace mica
