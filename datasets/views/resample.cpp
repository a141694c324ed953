#include "datasets/views/resample.h"

#include <algorithm>
#include <cmath>

namespace mica {
namespace {

constexpr double kSdkEpsilon = 1e-5;    // seconds
constexpr double kPoint = 1e-9;         // weight of a step without duration inside a new step
constexpr double kLeftover = 1e-3;      // of a new step: less of it at the end belongs to the step before
constexpr double kMostSteps = 1 << 24;  // a new stream's; more is a mistake in the times

/// New steps one by one: which old steps weigh how much.
class Gathering {
public:
    Gathering(const Stream& from, std::size_t steps) : from_(from) {
        to_.steps = steps;
        to_.features = from.features;
        to_.valid.assign(steps, 1);
        if (!from.values.empty()) to_.values.assign(steps * from.features, 0.0F);
        sum_.resize(from.values.empty() ? 0 : from.features);
    }
    void begin() {
        std::fill(sum_.begin(), sum_.end(), 0.0);
        weight_ = 0;
    }
    void add(std::size_t step, double weight) {
        if (!from_.valid.empty() && !from_.valid[step]) return;
        weight_ += weight;
        for (std::size_t f = 0; f < sum_.size(); ++f) sum_[f] += weight * from_.row(step)[f];
    }
    /// The old row itself, with its very bits.
    void take(std::size_t step, std::size_t target) {
        if (!from_.valid.empty() && !from_.valid[step]) return end(target);
        if (!sum_.empty())
            std::copy_n(from_.row(step), from_.features,
                        to_.values.begin() + static_cast<std::ptrdiff_t>(target * to_.features));
    }
    void end(std::size_t target) {
        if (weight_ <= 0) {
            to_.valid[target] = 0;
            return;
        }
        for (std::size_t f = 0; f < sum_.size(); ++f)
            to_.values[target * to_.features + f] = static_cast<float>(sum_[f] / weight_);
    }
    Stream result(std::vector<Interval> times) {
        const bool all = std::all_of(to_.valid.begin(), to_.valid.end(), [](std::uint8_t v) { return v != 0; });
        if (all && from_.valid.empty()) to_.valid.clear();
        to_.times = std::move(times);
        return std::move(to_);
    }

private:
    const Stream& from_;
    Stream to_;
    std::vector<double> sum_;
    double weight_ = 0;
};

double shared(const Interval& step, const Interval& target, bool last) {
    const double overlap = step.overlap(target);
    if (overlap > 0 || step.duration() > 0) return overlap;
    return target.contains(step.begin) || (last && step.begin == target.end) ? kPoint : 0;
}

/// The steps that can overlap a target whose begin only grows: begins are in order, ends need not be.
class Window {
public:
    explicit Window(const std::vector<Interval>& times) : times_(times), latest_(times.size()) {
        double end = 0;
        for (std::size_t i = 0; i < times.size(); ++i) latest_[i] = end = std::max(end, times[i].end);
    }
    template <class Visit>
    void overlapping(const Interval& target, const Visit& visit) {
        while (first_ < times_.size() && latest_[first_] < target.begin) ++first_;  // nothing up to here reaches it
        for (std::size_t i = first_; i < times_.size() && times_[i].begin <= target.end; ++i) visit(i);
    }

private:
    const std::vector<Interval>& times_;
    std::vector<double> latest_;  // end of the steps up to each
    std::size_t first_ = 0;
};

std::vector<Interval> steps_from(const Interval& whole, double rate) {
    const double count = std::max(1.0, std::ceil(whole.duration() * rate - kLeftover));
    const auto n = static_cast<std::size_t>(std::min(count, kMostSteps));
    std::vector<Interval> times(n);
    for (std::size_t i = 0; i < n; ++i)
        times[i] = {whole.begin + static_cast<double>(i) / rate, whole.begin + static_cast<double>(i + 1) / rate};
    times.back().end = whole.end;
    return times;
}

}  // namespace

Stream resampled(const Stream& stream, double stream_rate, double rate) {
    if (stream.steps == 0) return stream;
    std::vector<Interval> counted;
    if (!stream.has_times()) {
        counted.resize(stream.steps);
        for (std::size_t i = 0; i < stream.steps; ++i)
            counted[i] = {static_cast<double>(i) / stream_rate, static_cast<double>(i + 1) / stream_rate};
    }
    const std::vector<Interval>& times = stream.has_times() ? stream.times : counted;
    Interval whole{times.front().begin, times.front().end};
    double covered = 0;
    for (const Interval& t : times) {
        whole.end = std::max(whole.end, t.end);
        covered += t.duration();
    }
    const std::vector<Interval> targets = steps_from(whole, rate);
    // the rate that its steps have where there are any, whatever lies between them
    const bool faster = covered > 0 && static_cast<double>(stream.steps) / covered < rate * (1 - 1e-9);
    Gathering rows(stream, targets.size());
    Window window(times);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        rows.begin();
        std::size_t nearest = stream.steps;
        double most = 0;
        window.overlapping(targets[i], [&](std::size_t s) {
            const double share = shared(times[s], targets[i], i + 1 == targets.size());
            if (share > most) most = share, nearest = s;
            if (!faster && share > 0) rows.add(s, share);
        });
        if (faster && nearest < stream.steps)
            rows.take(nearest, i);
        else
            rows.end(i);
    }
    return rows.result(stream.has_times() ? targets : std::vector<Interval>{});
}

Stream aligned_to_words(const Stream& stream, const std::vector<Word>& words) {
    std::vector<Interval> targets;
    for (const Word& w : words) targets.push_back(w.time);
    Gathering rows(stream, words.size());
    Window window(stream.times);
    for (std::size_t i = 0; i < words.size(); ++i) {
        rows.begin();
        window.overlapping(targets[i], [&](std::size_t s) {
            if (stream.times[s].overlap(targets[i]) > kSdkEpsilon) rows.add(s, 1);
        });
        rows.end(i);
    }
    return rows.result(std::move(targets));
}

void truncate(Stream& stream, std::size_t longest, bool keep_end) {
    if (stream.steps <= longest) return;
    const std::size_t first = keep_end ? stream.steps - longest : 0;
    const auto keep = [&](auto& list, std::size_t width) {
        if (list.empty()) return;
        list.erase(list.begin() + static_cast<std::ptrdiff_t>((first + longest) * width), list.end());
        list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(first * width));
    };
    keep(stream.values, stream.features);
    keep(stream.times, 1);
    keep(stream.valid, 1);
    stream.steps = longest;
}

}  // namespace mica
