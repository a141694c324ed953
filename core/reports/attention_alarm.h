// When attention has stopped to mean anything although the loss that shapes it looks good.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

struct AttentionAlarm {
    enum class Kind { uniform, queries, keys };
    Kind kind = Kind::uniform;
    Pair pair;
    int layer = 0;        // 0-based
    double value = 0;     // entropy against uniform, or the mean norm
    double at_first = 0;  // the same in the first epoch
};

/// L_e is least where queries and keys are nothing, or all alike: attention is uniform then. So where L_e has fallen by a
/// fifth since the first epoch, every block counts whose entropy is above .99 of uniform's, or whose mean |q| or |k| is
/// below a quarter of the first epoch's. first, now: two epochs of one run.
[[nodiscard]] inline std::vector<AttentionAlarm> attention_alarms(const EpochReport& first, const EpochReport& now) {
    constexpr double kFallen = 0.8, kUniform = 0.99, kShrunk = 0.25;
    std::vector<AttentionAlarm> alarms;
    if (now.epoch <= first.epoch || !(first.train.element > 0) || !(now.train.element < kFallen * first.train.element))
        return alarms;
    for (const LayerHealth& h : now.health) {
        LayerHealth f;  // where the first epoch has no such block, nothing has shrunk
        f.entropy = NAN;
        for (const LayerHealth& other : first.health)
            if (other.pair == h.pair && other.layer == h.layer) f = other;
        if (h.entropy > kUniform)
            alarms.push_back({AttentionAlarm::Kind::uniform, h.pair, h.layer, h.entropy, f.entropy});
        if (h.query_norm < kShrunk * f.query_norm)
            alarms.push_back({AttentionAlarm::Kind::queries, h.pair, h.layer, h.query_norm, f.query_norm});
        if (h.key_norm < kShrunk * f.key_norm)
            alarms.push_back({AttentionAlarm::Kind::keys, h.pair, h.layer, h.key_norm, f.key_norm});
    }
    return alarms;
}

/// "V>L in layer 2 is uniform (entropy 0.995); |q| of A>L in layer 1 fell from 1.8 to 0.2; 3 more"; empty: none.
[[nodiscard]] inline std::string alarm_text(const std::vector<AttentionAlarm>& alarms) {
    const auto number = [](double v) {
        char text[32];
        std::snprintf(text, sizeof text, "%.3g", v);
        return std::string(text);
    };
    constexpr std::size_t kMost = 4;
    std::string all;
    for (std::size_t i = 0; i < alarms.size() && i < kMost; ++i) {
        const AttentionAlarm& a = alarms[i];
        const std::string block = a.pair.name() + " in layer " + std::to_string(a.layer + 1);
        all += all.empty() ? "" : "; ";
        if (a.kind == AttentionAlarm::Kind::uniform)
            all += block + " is uniform (entropy " + number(a.value) + ")";
        else
            all += (a.kind == AttentionAlarm::Kind::queries ? "|q| of " : "|k| of ") + block + " fell from " +
                   number(a.at_first) + " to " + number(a.value);
    }
    if (alarms.size() > kMost) all += "; " + std::to_string(alarms.size() - kMost) + " more";
    return all;
}

}  // namespace mica
