#include "core/sweeps/plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "datasets/types/error.h"
#include "datasets/types/joined.h"

namespace mica {
namespace {

constexpr std::size_t kMostPoints = 10000;

/// Models (or presets) that the sweep may train: the fixed one, or those that it varies.
std::vector<std::string> values_of(const SweepPlan& plan, const std::string& key, const std::string& fixed) {
    for (const SweepParameter& p : plan.parameters)
        if (p.key == key) return p.choices;
    return {fixed};
}

class Check {
public:
    Check(SweepPlan& plan, std::string file, const OptionCheck& check)
        : plan_(plan), file_(std::move(file)), check_(check) {}

    void all() {
        models_ = values_of(plan_, "model", plan_.model);
        presets_ = values_of(plan_, "preset", plan_.preset);
        for (const std::string& model : models_)
            for (const std::string& preset : presets_)
                asked("model and preset", [&] { return check_(model, preset, "", ""); });
        if (plan_.parameters.empty())
            throw Error("there is nothing to vary", file_, "Name at least one option in [parameters]");
        for (auto& [key, value] : plan_.options) {
            if (key == "model" || key == "preset" || key == "seed" || key == "variant")
                throw Error("is no option", file_ + ": options." + key,
                            "Write it above the sections, without options.");
            value = canonical("options." + key, key, value);
        }
        std::set<std::string> seen;
        for (SweepParameter& p : plan_.parameters) {
            if (!seen.insert(p.key).second)
                throw Error("is there twice", file_ + ": parameters." + p.key, "Delete one of the two");
            if (plan_.options.contains(p.key))
                throw Error("is varied and also fixed in [options]", file_ + ": parameters." + p.key,
                            "Delete one of the two");
            if (p.choices.empty())
                range(p);
            else
                list(p);
        }
        variants();
        sampler();
    }

private:
    template <class Do>
    std::string asked(const std::string& place, const Do& check) const {
        try {
            return check();
        } catch (const Error& e) {
            const std::string where = e.where().empty() || e.where() == "--set" ? "" : " (" + e.where() + ")";
            throw Error(e.reason() + where, file_ + ": " + place, e.remedy());
        }
    }
    /// Of every model that may be trained; its own spelling.
    std::string canonical(const std::string& place, const std::string& key, const std::string& value) const {
        std::string spelled;
        for (const std::string& model : models_)
            spelled = asked(place, [&] { return check_(model, presets_.front(), key, value); });
        return spelled;
    }
    void list(SweepParameter& p) const {
        const std::string place = "parameters." + p.key;
        if (p.key == "seed" && plan_.seeds > 1)
            throw Error("is varied, and seeds = " + std::to_string(plan_.seeds) + " trains every trial with several",
                        file_ + ": " + place, "Delete one of the two");
        std::set<std::string> seen;
        for (std::string& c : p.choices) {
            if (p.key == "seed") {
                if (c.empty() || c.size() > 18 || c.find_first_not_of("0123456789") != std::string::npos)
                    throw Error("'" + c + "' is no seed", file_ + ": " + place, "Write whole numbers from 0 on");
            } else if (p.key != "model" && p.key != "preset" && p.key != "variant") {
                c = canonical(place, p.key, c);
            }
            if (!seen.insert(c).second)
                throw Error("has '" + c + "' twice", file_ + ": " + place, "Delete one of the two");
        }
        if (p.choices.empty()) throw Error("has no values", file_ + ": " + place, "Write at least one");
    }
    void range(SweepParameter& p) const {
        const std::string place = "parameters." + p.key;
        const auto refuse = [&](const std::string& reason, const std::string& remedy) {
            throw Error(reason, file_ + ": " + place, remedy);
        };
        for (const char* named : {"model", "preset", "seed", "variant"})
            if (p.key == named) refuse("cannot be a range", "Write a list of values");
        if (!(p.low < p.high)) refuse("has a low that is not below its high", "Exchange or change them");
        if (p.logarithmic && p.low <= 0) refuse("is logarithmic and begins at 0 or below", "Begin above 0");
        if (p.whole && (p.low != std::floor(p.low) || p.high != std::floor(p.high)))
            refuse("is whole and has a limit that is not", "Write whole limits");
        for (const double end : {p.low, p.high}) (void)canonical(place, p.key, value_text(end));
        if (p.whole) return;
        try {  // a number that is surely not whole
            (void)canonical(place, p.key, value_text(p.low + (p.high - p.low) * 0.6180339887));
        } catch (const Error& e) {
            refuse("takes no number between its limits: " + e.reason(), "Add whole = true, or write a list of values");
        }
    }
    void variants() {
        std::set<std::string> keys;
        for (const SweepVariant& v : plan_.variants)
            for (const auto& [key, value] : v.options) keys.insert(key);
        for (const std::string& key : keys) {
            const bool varied = std::any_of(plan_.parameters.begin(), plan_.parameters.end(),
                                            [&](const SweepParameter& p) { return p.key == key; });
            if (varied || plan_.options.contains(key))
                throw Error("is set by a variant and elsewhere too", file_ + ": variant.set." + key,
                            "Delete one of the two");
        }
        for (SweepVariant& v : plan_.variants) {
            for (auto& [key, value] : v.options) value = canonical("variant '" + v.name + "': " + key, key, value);
            for (const std::string& key : keys)
                if (!v.options.contains(key))
                    throw Error("does not set " + key + ", which another variant sets",
                                file_ + ": variant '" + v.name + "'", "Set the same keys in all of them");
        }
    }
    void sampler() {
        if (plan_.sampler != "grid") {
            if (plan_.trials == 0)
                throw Error("is missing", file_ + ": trials",
                            "Say how many trials, or choose kind = \"grid\" in [sampler]");
            return;
        }
        double points = 1;
        for (const SweepParameter& p : plan_.parameters) {
            if (p.choices.empty())
                throw Error("is a range, of which a grid cannot try all", file_ + ": parameters." + p.key,
                            "Write a list of values, or choose the sampler random or tpe");
            points *= static_cast<double>(p.choices.size());
        }
        if (points > static_cast<double>(kMostPoints))
            throw Error("the grid has more than " + std::to_string(kMostPoints) + " points", file_ + ": parameters",
                        "Vary less, or choose the sampler random or tpe");
        if (plan_.trials != 0 && plan_.trials != static_cast<int>(points))
            throw Error("is " + std::to_string(plan_.trials) + ", but the grid has " +
                            std::to_string(static_cast<int>(points)) + " points",
                        file_ + ": trials", "Delete it: a grid is tried whole");
        plan_.trials = static_cast<int>(points);
    }

    SweepPlan& plan_;
    std::string file_;
    const OptionCheck& check_;
    std::vector<std::string> models_, presets_;
};

}  // namespace

bool SweepPlan::higher_is_better() const { return metric != "loss" && metric != "mae" && metric != "cross_entropy"; }

void check_plan(SweepPlan& plan, const std::string& file, const OptionCheck& check) { Check(plan, file, check).all(); }

std::string difference(const SweepPlan& a, const SweepPlan& b) {
    const auto said = [](const std::string& what, const std::string& was, const std::string& is) {
        return "it has " + what + " = " + (was.empty() ? "nothing" : was) + ", not " + (is.empty() ? "nothing" : is);
    };
    if (a.fingerprint != b.fingerprint) return said("a set with the fingerprint", a.fingerprint, b.fingerprint);
    for (const auto& [what, was, is] :
         {std::tuple("model", a.model, b.model), std::tuple("preset", a.preset, b.preset),
          std::tuple("metric", a.metric, b.metric), std::tuple("sampler", a.sampler, b.sampler),
          std::tuple("pruner", a.pruner, b.pruner), std::tuple("view", joined(a.view), joined(b.view))})
        if (was != is) return said(what, was, is);
    for (const auto& [what, was, is] :
         {std::tuple("seeds", a.seeds, b.seeds), std::tuple("startup", a.startup, b.startup),
          std::tuple("first", a.first, b.first), std::tuple("factor", a.factor, b.factor)})
        if (was != is) return said(what, std::to_string(was), std::to_string(is));
    if (a.seed != b.seed) return said("seed", std::to_string(a.seed), std::to_string(b.seed));
    const auto text = [&](const SweepParameter& p) {
        if (!p.choices.empty()) return joined(p.choices);
        return value_text(p.low) + " to " + value_text(p.high) + (p.logarithmic ? ", log" : "") +
               (p.whole ? ", whole" : "");
    };
    for (std::size_t i = 0; i < std::max(a.parameters.size(), b.parameters.size()); ++i) {
        if (i >= a.parameters.size()) return said("the parameter " + b.parameters[i].key, "", text(b.parameters[i]));
        if (i >= b.parameters.size()) return said("the parameter " + a.parameters[i].key, text(a.parameters[i]), "");
        const SweepParameter &x = a.parameters[i], &y = b.parameters[i];
        if (x.key != y.key) return said("a parameter at place " + std::to_string(i + 1), x.key, y.key);
        if (text(x) != text(y)) return said(x.key, text(x), text(y));
    }
    const auto options = [](const SweepPlan& p) {
        std::map<std::string, std::string> all = p.options;
        for (const SweepVariant& v : p.variants)
            for (const auto& [key, value] : v.options) all["variant " + v.name + ": " + key] = value;
        return all;
    };
    const std::map<std::string, std::string> x = options(a), y = options(b);
    for (const auto& [key, value] : x)
        if (const auto other = y.find(key); other == y.end() || other->second != value)
            return said(key, value, other == y.end() ? "" : other->second);
    for (const auto& [key, value] : y)
        if (!x.contains(key)) return said(key, "", value);
    return {};
}

std::vector<std::vector<std::size_t>> grid_points(const SweepPlan& plan) {
    std::vector<std::vector<std::size_t>> points{{}};
    for (const SweepParameter& p : plan.parameters) {
        std::vector<std::vector<std::size_t>> longer;
        for (const auto& point : points)
            for (std::size_t i = 0; i < p.choices.size(); ++i) {
                longer.push_back(point);
                longer.back().push_back(i);
            }
        points = std::move(longer);
    }
    return points;
}

TrialSettings settings_of(const SweepPlan& plan, const std::map<std::string, std::string>& parameters) {
    TrialSettings s{plan.model, plan.preset, plan.seed, plan.options};
    for (const auto& [key, value] : parameters) {
        if (key == "model")
            s.model = value;
        else if (key == "preset")
            s.preset = value;
        else if (key == "seed")
            s.seed = std::stoull(value);
        else if (key != "variant")
            s.options[key] = value;
        else
            for (const SweepVariant& v : plan.variants)
                if (v.name == value)
                    for (const auto& [inner, set] : v.options) s.options[inner] = set;
    }
    return s;
}

}  // namespace mica
