#include "core/sweeps/sweep_run.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <fstream>

#include "core/sweeps/read_sweep.h"
#include "core/sweeps/sweep_json.h"
#include "datasets/store/part_file.h"
#include "datasets/types/error.h"
#include "datasets/types/utc_time.h"

namespace mica {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using State = SweepTrial::State;
using namespace std::chrono_literals;

constexpr int kMostKills = 3;  // a trial that is killed so often without an epoch in between is given up
constexpr auto kPause = 500ms;

/// The last line in which the program says why it ended, without its own name.
std::string reason_in(const fs::path& log) {
    std::ifstream in(log);
    std::string reason;
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("mica: ")) reason = line.substr(6);
    return reason;
}

std::string short_number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.5g", value);
    return text;
}

bool open(State state) { return state == State::waiting || state == State::running; }

}  // namespace

SweepRun::SweepRun(fs::path folder, const SearchEngine& engine, const TrialRunner& runner, const SweepEvents& events)
    : folder_(std::move(folder)),
      runner_(runner),
      events_(events),
      lock_(folder_),
      plan_(read_sweep_file(folder_ / "sweep.toml")),
      budget_(budget_of(plan_)),
      study_(plan_, budget_.parallel, folder_, engine),
      pool_({.cores = budget_.cores, .memory = budget_.memory}) {
    load();
}

void SweepRun::load() {
    report_.name = plan_.name;
    report_.set_name = plan_.set_name;
    report_.metric = plan_.metric;
    report_.higher_is_better = plan_.higher_is_better();
    report_.sampler = plan_.sampler;
    report_.pruner = plan_.pruner;
    report_.planned = plan_.trials;
    report_.parameters = plan_.parameters;
    report_.published = plan_.published;
    report_.trials = study_.trials();
    expected_memory_ = study_.memory();
    for (SweepTrial& t : report_.trials) {
        if (t.state != State::waiting) t.run = trial_folder(folder_, t.number).string();
        if (t.state == State::running) cut_off_[t.number].told = t.by_epoch.size();
    }
    std::error_code ignored;
    fs::remove(sweep_stop_file(folder_), ignored);
    fs::create_directories(folder_ / "trials", ignored);
}

SweepOutcome SweepRun::go(const std::stop_token& stop) {
    try {
        work(stop);
    } catch (...) {
        // what trains is not lost: it saves, and the next start goes on with it
        drain();
        throw;
    }
    const bool whole =
        std::none_of(report_.trials.begin(), report_.trials.end(), [](const SweepTrial& t) { return open(t.state); }) &&
        static_cast<int>(report_.trials.size()) >= plan_.trials;
    if (whole) finish();
    save(true);
    return whole ? SweepOutcome::finished : SweepOutcome::stopped;
}

void SweepRun::work(const std::stop_token& stop) {
    save(true);
    for (;;) {
        std::error_code quiet;
        if (stop.stop_requested() || fs::exists(sweep_stop_file(folder_), quiet)) {
            drain();
            fs::remove(sweep_stop_file(folder_), quiet);
            return;
        }
        start_more();
        if (active_.empty() && cut_off_.empty()) return;
        for (const ProcessEnd& end : pool_.wait(100ms)) ended(trial(end.id), end, stop.stop_requested());
        std::vector<int> running;
        for (auto& [number, a] : active_) {
            running.push_back(number);
            a.memory = std::max(a.memory, pool_.memory_of(number));
            if (!a.by_hand && fs::exists(trial_stop_file(folder_, number), quiet)) {
                a.by_hand = true;
                pool_.stop(number);
            }
            const auto now = Clock::now();
            if (now < a.next_look) continue;
            look(trial(number), false);
            a.next_look = now + std::max<Clock::duration>(kPause, 100 * (Clock::now() - now));  // costs a hundredth
        }
        if (events_.looked) events_.looked(report_, running);
        save(false);
    }
}

bool SweepRun::room() const {
    if (static_cast<int>(active_.size()) >= budget_.parallel) return false;
    if (active_.empty()) return true;
    if (budget_.memory > 0 && expected_memory_ == 0) return false;  // the first one shows what a trial takes
    ProcessTask task;
    task.cores = budget_.threads;
    task.memory = expected_memory_;
    return pool_.fits(task);
}

void SweepRun::start_more() {
    while (room()) {
        const auto ready = std::find_if(cut_off_.begin(), cut_off_.end(), [&](const auto& one) {
            return !runner_.busy(trial_folder(folder_, one.first));  // the process of a killed sweep may still save
        });
        if (ready != cut_off_.end()) {
            begin(trial(ready->first));
            continue;
        }
        const auto begun = std::count_if(report_.trials.begin(), report_.trials.end(),
                                         [](const SweepTrial& t) { return t.state != State::waiting; });
        if (begun >= plan_.trials) return;
        SweepTrial t = study_.ask();
        t.begun = utc_now();
        t.run = trial_folder(folder_, t.number).string();
        const auto at = static_cast<std::size_t>(t.number);
        if (at >= report_.trials.size()) report_.trials.resize(at + 1);
        report_.trials[at] = std::move(t);
        changed_ = true;
        begin(report_.trials[at]);
    }
}

void SweepRun::begin(SweepTrial& t) {
    const auto before = cut_off_.find(t.number);
    Active a = before == cut_off_.end() ? Active{} : before->second;
    if (before != cut_off_.end()) cut_off_.erase(before);
    std::error_code quiet;
    if (fs::exists(trial_stop_file(folder_, t.number), quiet)) return close(t, State::stopped, "stopped by hand");
    const bool begun = runner_.begun(t.run);
    if (begun) {
        // it may have ended while nobody looked
        active_[t.number] = a;
        look(t, true);
        if (t.state != State::running) return;
        a = active_[t.number];
        active_.erase(t.number);
        if (a.pruned) return close(t, State::pruned, "");
    } else {
        fs::remove_all(t.run, quiet);  // cut off before it was a run
    }
    a.at_start = t.by_epoch.size();
    ProcessTask task;
    task.id = t.number;
    task.cores = budget_.threads;
    task.memory = expected_memory_;
    task.output = t.run + ".log";
    task.command = runner_.command(settings_of(plan_, t.parameters), t.run, begun, budget_.threads);
    pool_.start(task);
    active_[t.number] = a;
    std::string settings;
    for (const SweepParameter& p : plan_.parameters)
        if (const auto found = t.parameters.find(p.key); found != t.parameters.end())
            settings += (settings.empty() ? "" : ", ") + p.key + " " +
                        (p.choices.empty() && !p.whole ? short_number(std::stod(found->second)) : found->second);
    happened("trial " + std::to_string(t.number) + (begun ? " goes on: " : " begins: ") + settings);
}

/// What its run says by now; asks the pruner. at_end: its process has ended, so a finished one is closed.
void SweepRun::look(SweepTrial& t, bool at_end) {
    Active& a = active_.at(t.number);
    const TrialProgress progress = runner_.progress(t.run);
    // an epoch that was told stays told: a resumed run trains it again, with the same bits
    std::vector<std::pair<int, double>> fresh;
    for (const auto& value : progress.by_epoch)
        if ((t.by_epoch.empty() || value.first > t.by_epoch.back().first) && std::isfinite(value.second))
            fresh.push_back(value);
    if (!fresh.empty() && !a.pruned && !a.by_hand) {
        const auto last = study_.report(t.number, fresh);
        for (const auto& value : fresh)
            if (!last || value.first <= *last) t.by_epoch.push_back(value);
        a.kills = 0;
        changed_ = true;
        if (a.memory > 0) expected_memory_ = std::max(expected_memory_, a.memory + a.memory / 10);
        if (last && plan_.pruner != "none") {
            a.pruned = true;
            pool_.stop(t.number);
        }
    }
    if (!at_end || a.pruned || !progress.finished) return;
    if (progress.value && std::isfinite(*progress.value)) {
        t.value = progress.value;
        close(t, State::complete, "");
    } else {
        close(t, State::failed, progress.trouble.empty() ? "it has no finite " + plan_.metric : progress.trouble);
    }
}

void SweepRun::ended(SweepTrial& t, const ProcessEnd& end, bool stopping) {
    Active& a = active_.at(t.number);
    a.memory = std::max(a.memory, end.memory);
    try {
        if (end.exit == 0 && !a.pruned) look(t, true);
    } catch (const Error& e) {
        return close(t, State::failed, e.what());
    }
    if (t.state != State::running) return;
    if (a.pruned) return close(t, State::pruned, "");
    if (a.by_hand || (end.exit == 130 && !end.stopped && !stopping)) return close(t, State::stopped, "stopped by hand");
    if (end.stopped || stopping || end.signal != 0) {
        // with the sweep, or killed: it goes on from its last checkpoint
        Active again = a;
        if (end.signal != 0 && !end.stopped && !stopping && ++again.kills >= kMostKills)
            return close(t, State::failed,
                         "was killed " + std::to_string(kMostKills) + " times without an epoch in between (signal " +
                             std::to_string(end.signal) + (end.signal == SIGKILL ? "; memory may have run out)" : ")"));
        cut_off_[t.number] = again;
        active_.erase(t.number);
        if (end.signal != 0 && !end.stopped)
            happened("trial " + std::to_string(t.number) + " was killed by signal " + std::to_string(end.signal));
        return;
    }
    const std::string reason = reason_in(t.run + ".log");
    if (end.exit == 0)
        close(t, State::failed, "it ended without a result (" + t.run + ".log)");
    else
        close(t, State::failed,
              reason.empty() ? "it ended with code " + std::to_string(end.exit) + " (" + t.run + ".log)" : reason);
}

void SweepRun::close(SweepTrial& t, State state, std::string trouble) {
    std::uint64_t memory = 0;
    if (const auto a = active_.find(t.number); a != active_.end()) memory = a->second.memory;
    if (state == State::complete && memory > 0) expected_memory_ = std::max(expected_memory_, memory + memory / 10);
    t.state = state;
    t.ended = utc_now();
    t.trouble = std::move(trouble);
    if (state == State::pruned && !t.by_epoch.empty()) t.value = t.by_epoch.back().second;
    study_.tell(t, memory);
    active_.erase(t.number);
    std::error_code quiet;
    fs::remove(trial_stop_file(folder_, t.number), quiet);
    if (state == State::complete) {
        const auto better = [&](double a, double b) { return report_.higher_is_better ? a > b : a < b; };
        if (!report_.best || better(*t.value, *trial(*report_.best).value) ||
            (*t.value == *trial(*report_.best).value && t.number < *report_.best))
            report_.best = t.number;
        report_.importance = study_.importance();
    }
    happened("trial " + std::to_string(t.number) + " " + state_text(t));
}

std::string SweepRun::state_text(const SweepTrial& t) const {
    std::string text = word_of(t.state);
    if (t.state == State::pruned && !t.by_epoch.empty())
        text += " after epoch " + std::to_string(t.by_epoch.back().first);
    if (t.value) text += ": validation " + plan_.metric + " " + short_number(*t.value);
    if (!t.trouble.empty() && t.state == State::failed) text += ": " + t.trouble;
    if (report_.best == t.number && t.state == State::complete) text += ", the best so far";
    return text;
}

/// Everything that runs saves and ends; to be gone on with.
void SweepRun::drain() {
    pool_.stop_all();
    while (pool_.running() > 0)
        for (const ProcessEnd& end : pool_.wait(1000ms)) {
            try {
                ended(trial(end.id), end, true);
            } catch (const Error&) {
                active_.erase(
                    end.id);  // the search engine is gone: what the run folder holds is read at the next start
            }
        }
    save(true);
}

void SweepRun::finish() {
    // those of earlier starts count too
    const bool higher = report_.higher_is_better;
    report_.best.reset();
    for (const SweepTrial& t : report_.trials) {
        if (t.state != State::complete || !t.value) continue;
        const double best = report_.best ? *trial(*report_.best).value : 0;
        if (!report_.best || (higher ? *t.value > best : *t.value < best)) report_.best = t.number;
    }
    report_.importance = study_.importance();
    if (report_.best) report_.test = runner_.test(trial(*report_.best).run);
    changed_ = true;
}

void SweepRun::happened(const std::string& text) {
    save(true);
    if (events_.happened) events_.happened(report_, text);
}

void SweepRun::save(bool now) {
    if (!now && (!changed_ || Clock::now() - saved_ < kPause)) return;
    PartFile file(folder_ / "sweep.json");
    std::ofstream out(file.part(), std::ios::binary);
    out << json_of(report_).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    out.close();
    if (!out)
        throw Error("could not be written", (folder_ / "sweep.json").string(),
                    "Free some space, then go on with --resume");
    file.put_in_place();
    changed_ = false;
    saved_ = Clock::now();
}

}  // namespace mica
