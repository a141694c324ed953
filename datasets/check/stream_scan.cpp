#include "datasets/check/stream_scan.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mica::check {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

}  // namespace

void FeatureScan::add(double v) {
    if (count == 0) minimum = maximum = v;
    minimum = std::min(minimum, v);
    maximum = std::max(maximum, v);
    ++count;
    const double from = v - mean;
    mean += from / static_cast<double>(count);
    squares += from * (v - mean);
}

void FeatureScan::add_zeros(std::uint64_t zeros) {
    if (zeros == 0) return;
    if (count == 0) minimum = maximum = 0;
    minimum = std::min(minimum, 0.0);
    maximum = std::max(maximum, 0.0);
    const double a = static_cast<double>(count), b = static_cast<double>(zeros);
    squares += mean * mean * a * b / (a + b);
    mean *= a / (a + b);
    count += zeros;
}

double FeatureScan::deviation() const { return count ? std::sqrt(squares / static_cast<double>(count)) : 0; }

StreamScan::StreamScan(std::string name, std::string type, std::size_t features) : features_(features) {
    report.name = std::move(name);
    report.type = std::move(type);
}

std::string StreamScan::feature(std::size_t f) const {
    return f < report.feature_names.size() ? report.feature_names[f] : "feature " + std::to_string(f);
}

void StreamScan::begin(std::size_t clip) {
    samples_.push_back({});
    samples_.back().clip = clip;
    pending_ = 0;
    begun_ = false;
}

template <class T>
void StreamScan::scan(const T* values, std::size_t count) {
    SampleScan& s = samples_.back();
    const std::size_t wide = features_.size();
    s.rows += count;
    for (std::size_t r = 0; r < count; ++r, values += wide) {
        if (std::all_of(values, values + wide, [](T v) { return v == T{0}; })) {
            ++pending_;
            continue;
        }
        if (!begun_) {
            s.lead = pending_;
        } else if (pending_ > 0) {
            zero_rows_ += pending_;
            s.hash = mixed(s.hash, pending_);
        }
        begun_ = true;
        pending_ = 0;
        for (std::size_t f = 0; f < wide; ++f) {
            const double v = static_cast<double>(values[f]);
            s.hash = mixed(s.hash, std::bit_cast<std::uint64_t>(v));
            if (std::isfinite(v))
                features_[f].add(v);
            else if (std::isnan(v))
                ++s.nan;
            else
                ++s.infinite;
        }
    }
}
template void StreamScan::scan<float>(const float*, std::size_t);
template void StreamScan::scan<double>(const double*, std::size_t);

void StreamScan::end() {
    if (features_.empty()) return;
    (begun_ ? samples_.back().trail : samples_.back().lead) = pending_;
}

void StreamScan::close_whole() {
    for (SampleScan& s : samples_) {
        s.steps = s.rows;
        zero_rows_ += s.lead + s.trail;
    }
    report.padding = "none";
    report.lengths = "whole array";
    add_zero_rows();
}

StreamScan::Side StreamScan::side() const {
    std::uint64_t left = 0, right = 0;
    for (const SampleScan& s : samples_) {
        if (s.zero()) continue;
        left += s.lead > 0;
        right += s.trail > 0;
    }
    if (left == right) return left ? Side::both : Side::none;
    return left > right ? Side::left : Side::right;
}

void StreamScan::close_padded() {
    const Side at = side();
    for (SampleScan& s : samples_) {
        s.steps = s.rows;
        if (at == Side::left || s.zero()) s.steps -= s.lead;
        if (at == Side::right) s.steps -= s.trail;
        zero_rows_ += s.steps - (s.rows - s.lead - s.trail);
    }
    report.padding = at == Side::none ? "none" : at == Side::left ? "left" : at == Side::right ? "right" : "unknown";
    report.lengths = at == Side::none || at == Side::both ? "whole array" : "from zero padding";
    add_zero_rows();
}

void StreamScan::close_stored(const std::vector<std::uint64_t>& steps) {
    for (std::size_t i = 0; i < samples_.size(); ++i) {
        SampleScan& s = samples_[i];
        const std::uint64_t full = s.rows - s.lead - s.trail;
        s.steps = i < steps.size() ? std::min(steps[i], s.rows) : s.rows;
        if (s.steps > full) zero_rows_ += s.steps - full;
    }
    const Side at = side();
    const bool padded = std::any_of(samples_.begin(), samples_.end(), [](const auto& s) { return s.steps < s.rows; });
    report.padding = !padded ? "none" : at == Side::left ? "left" : at == Side::right ? "right" : "unknown";
    report.lengths = "stored";
    add_zero_rows();
}

void StreamScan::add_zero_rows() {
    for (FeatureScan& f : features_) f.add_zeros(zero_rows_);
    zero_rows_ = 0;
}

void StreamScan::summarise(std::uint64_t clips) {
    CheckedStream& r = report;
    std::uint64_t steps = 0;
    for (const SampleScan& s : samples_) {
        r.nan += s.nan;
        r.infinite += s.infinite;
        if (s.steps == 0) continue;
        r.shortest = r.samples ? std::min(r.shortest, s.steps) : s.steps;
        r.longest = std::max(r.longest, s.steps);
        ++r.samples;
        steps += s.steps;
    }
    r.missing = clips > r.samples ? clips - r.samples : 0;
    if (r.samples) r.mean_length = static_cast<double>(steps) / static_cast<double>(r.samples);
    if (r.shape.empty()) r.shape = features_.empty() ? std::vector{steps} : std::vector{steps, features_.size()};

    FeatureScan all;
    for (std::size_t f = 0; f < features_.size(); ++f) {
        const FeatureScan& x = features_[f];
        if (x.constant()) r.constant.push_back(f);
        if (x.count == 0) continue;
        all.minimum = all.count ? std::min(all.minimum, x.minimum) : x.minimum;
        all.maximum = all.count ? std::max(all.maximum, x.maximum) : x.maximum;
        const double a = static_cast<double>(all.count), b = static_cast<double>(x.count), from = x.mean - all.mean;
        all.squares += x.squares + from * from * a * b / (a + b);
        all.mean += from * b / (a + b);
        all.count += x.count;
    }
    r.minimum = all.minimum;
    r.maximum = all.maximum;
    r.mean = all.mean;
    r.deviation = all.deviation();
}

}  // namespace mica::check
