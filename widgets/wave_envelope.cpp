#include "widgets/wave_envelope.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mica {
namespace {

void widen(Envelope& e, float low, float high) {
    e.low = std::min(e.low, low);
    e.high = std::max(e.high, high);
}

}  // namespace

WaveEnvelope::WaveEnvelope(std::vector<float> samples) : samples_(std::move(samples)) {
    for (float& s : samples_) {
        if (!std::isfinite(s)) s = 0;
        peak_ = std::max(peak_, std::abs(s));
    }
    std::vector<Envelope> level((samples_.size() + kFactor - 1) / kFactor);
    for (std::size_t i = 0; i < samples_.size(); ++i) {
        Envelope& e = level[i / kFactor];
        if (i % kFactor == 0)
            e = {samples_[i], samples_[i]};
        else
            widen(e, samples_[i], samples_[i]);
    }
    while (level.size() > 1) {
        levels_.push_back(std::move(level));
        const std::vector<Envelope>& below = levels_.back();
        level.assign((below.size() + kFactor - 1) / kFactor, {});
        for (std::size_t i = 0; i < below.size(); ++i) {
            if (i % kFactor == 0)
                level[i / kFactor] = below[i];
            else
                widen(level[i / kFactor], below[i].low, below[i].high);
        }
    }
}

Envelope WaveEnvelope::over(std::size_t begin, std::size_t end) const {
    end = std::min(end, samples_.size());
    if (begin >= end) return {};
    Envelope out{samples_[begin], samples_[begin]};
    // From both ends single samples up to a whole entry of the next level, then its entries up to a whole one
    // of the level after, and so on: exact, and a few dozen entries whatever the stretch.
    std::size_t level = 0;
    const auto take = [&](std::size_t i) {
        if (level == 0)
            widen(out, samples_[i], samples_[i]);
        else
            widen(out, levels_[level - 1][i].low, levels_[level - 1][i].high);
    };
    while (begin < end) {
        if (level == levels_.size()) {
            while (begin < end) take(begin++);
            break;
        }
        while (begin < end && begin % kFactor != 0) take(begin++);
        while (begin < end && end % kFactor != 0) take(--end);
        begin /= kFactor;
        end /= kFactor;
        ++level;
    }
    return out;
}

}  // namespace mica
