#include "datasets/store/check.h"

#include <cmath>
#include <sstream>

#include "datasets/types/error.h"

namespace mica {

namespace {

class Checker {
public:
    Checker(const Clip& clip, const DatasetInfo& info, const std::string& where, bool values)
        : clip_(clip), info_(info), where_(where), values_(values) {}

    void all() const {
        if (clip_.info.id.empty()) throw Error("has a clip without an id", where_);
        label();
        if (!std::isfinite(clip_.info.duration) || clip_.info.duration < 0)
            refuse("has a duration that is negative or not a number");
        for (const Modality m : kModalities) stream(m);
        words();
        for (const Link& link : clip_.links)
            for (const Interval& span : link.span) interval(span, "a link");
    }

private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw Error("clip '" + clip_.info.id + "' " + what, where_);
    }

    void label() const {
        const auto& l = clip_.info.label;
        for (const float v : l)
            if (!std::isfinite(v)) refuse("has a label that is not a finite number");
        if (info_.task.kind == TaskKind::regression || l.empty()) return;
        if (l.size() != info_.task.label_values())
            refuse("has " + std::to_string(l.size()) + " labels where the task has " +
                   std::to_string(info_.task.label_values()));
        for (const float v : l)
            if (v < 0 || v != std::floor(v) || static_cast<double>(v) >= static_cast<double>(info_.task.classes.size()))
                refuse("has a label that is none of the task's classes");
    }

    void interval(const Interval& t, const std::string& what) const {
        if (!std::isfinite(t.begin) || !std::isfinite(t.end)) refuse("has a time of " + what + " that is not a number");
        if (t.begin < 0) refuse("has a negative time of " + what + " (" + seconds(t.begin) + ")");
        if (t.end < t.begin)
            refuse("has a time of " + what + " that runs backwards (" + seconds(t.begin) + " to " + seconds(t.end) +
                   ")");
    }

    static std::string seconds(double t) {
        std::ostringstream s;
        s << t << " s";
        return s.str();
    }

    void stream(Modality m) const {
        const Stream& s = clip_.streams[index(m)];
        const StreamInfo& i = info_.streams[index(m)];
        const std::string name(mica::name(m));
        if (s.steps > 0 && s.features != i.features)
            refuse("has " + std::to_string(s.features) + " " + name + " features where the set has " +
                   std::to_string(i.features));
        if (s.values.size() != (values_ ? s.steps * s.features : 0) ||
            (!s.times.empty() && s.times.size() != s.steps) || (!s.valid.empty() && s.valid.size() != s.steps))
            refuse("has a " + name + " stream whose sizes do not fit together");
        for (std::size_t v = 0; v < s.values.size(); ++v) {
            if (std::isfinite(s.values[v])) continue;
            const std::size_t f = v % s.features;
            const std::string feature = f < i.feature_names.size() ? " (" + i.feature_names[f] + ")" : "";
            refuse("has a value that is not finite in " + name + ", step " + std::to_string(v / s.features) +
                   ", feature " + std::to_string(f) + feature);
        }
        for (std::size_t t = 0; t < s.times.size(); ++t) {
            interval(s.times[t], name + " step " + std::to_string(t));
            if (t > 0 && s.times[t].begin < s.times[t - 1].begin)
                refuse("has " + name + " steps out of order at step " + std::to_string(t));
        }
    }

    void words() const {
        const auto& w = clip_.words;
        const std::size_t steps = clip_.streams[index(Modality::text)].steps;
        if (!w.empty() && steps > 0 && steps != w.size())
            refuse("has " + std::to_string(w.size()) + " words but " + std::to_string(steps) + " text steps");
        for (std::size_t i = 0; i < w.size(); ++i) {
            interval(w[i].time, "word " + std::to_string(i) + " '" + w[i].text + "'");
            if (i > 0 && w[i].time.begin < w[i - 1].time.begin)
                refuse("has words out of order at word " + std::to_string(i) + " '" + w[i].text + "'");
        }
    }

    const Clip& clip_;
    const DatasetInfo& info_;
    const std::string& where_;
    bool values_;
};

}  // namespace

void check_clip(const Clip& clip, const DatasetInfo& info, const std::string& where, bool values) {
    Checker(clip, info, where, values).all();
}

}  // namespace mica
