#include "datasets/import/pickle_labels.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "datasets/types/error.h"

namespace mica {

using pickle::Kind;
using pickle::Pickle;
using pickle::Value;

namespace {

constexpr std::size_t kMostClasses = 1000, kMostLabels = 64;

std::optional<Value> first_of(const Pickle& p, const PicklePart& part, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (const auto v = p.find(part.dict, key); v && v->kind != Kind::none) return v;
    return std::nullopt;
}

std::string in_part(const PicklePart& part) { return part.key.empty() ? "" : " in '" + part.key + "'"; }

void same_count(const Pickle& p, const PicklePart& part, std::size_t rows, const char* what) {
    if (rows != part.samples)
        throw Error("has " + std::to_string(rows) + " " + what + " for " + std::to_string(part.samples) + " samples" +
                        in_part(part),
                    p.source().name());
}

class Labels {
public:
    Labels(const Pickle& p, const std::vector<PicklePart>& parts, std::vector<std::string>& notes)
        : p_(p), parts_(parts), notes_(notes) {}

    LabelledParts read(PickleLabels wanted) {
        out_.task.name = "sentiment";
        out_.labels.resize(parts_.size());
        bool any = false, emotions = false;
        for (const PicklePart& part : parts_) {
            const auto plain = first_of(p_, part, {"labels"});
            any = any || first_of(p_, part, {"regression_labels", "labels", "classification_labels", "annotations"});
            emotions = emotions || (plain && plain->kind == Kind::array && p_.array(*plain).shape.size() == 3 &&
                                    p_.array(*plain).shape[1] == 4 && p_.array(*plain).shape[2] == 2);
        }
        if (!any) {
            notes_.push_back("The file has no labels.");
            for (std::size_t i = 0; i < parts_.size(); ++i) out_.labels[i].resize(parts_[i].samples);
            return std::move(out_);
        }
        if (emotions) {
            if (wanted == PickleLabels::regression)
                throw Error("has one-hot labels of four emotions, which are no regression", p_.source().name(),
                            "Leave --labels away");
            four_emotions();
        } else if (wanted == PickleLabels::classification || (wanted == PickleLabels::automatic && !numbers())) {
            classes();
        } else {
            values();
        }
        if (unknown_)
            notes_.push_back(std::to_string(unknown_) +
                             " samples have a label that is no finite number: they have none.");
        return std::move(out_);
    }

private:
    [[nodiscard]] bool numbers() const {
        return std::all_of(parts_.begin(), parts_.end(), [&](const PicklePart& part) {
            return part.samples == 0 || first_of(p_, part, {"regression_labels", "labels"}).has_value();
        });
    }

    // IEMOCAP: four yes/no labels, one-hot; the argmax over the last axis, as the field evaluates them.
    void four_emotions() {
        out_.task.kind = TaskKind::classification;
        out_.task.name = "emotion";
        out_.task.classes = {"no", "yes"};
        out_.task.parts = {"neutral", "happy", "sad", "angry"};
        std::size_t odd = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto v = first_of(p_, parts_[i], {"labels"});
            if (!v) throw Error("has no labels" + in_part(parts_[i]), p_.source().name());
            const PickleTable t(p_, *v);
            same_count(p_, parts_[i], t.rows(), "labels");
            for (std::size_t r = 0; r < t.rows(); ++r) {
                if (t.columns(r) != 8)
                    throw Error("has labels of another shape than 4 x 2" + in_part(parts_[i]), p_.source().name());
                std::vector<float> label;
                bool one_hot = true;
                for (std::size_t e = 0; e < 4; ++e) {
                    const double no = t.number(r, 2 * e).value_or(0), yes = t.number(r, 2 * e + 1).value_or(0);
                    one_hot = one_hot && ((no == 0 && yes == 1) || (no == 1 && yes == 0));
                    label.push_back(yes > no ? 1.0f : 0.0f);
                }
                odd += one_hot ? 0 : 1;
                out_.labels[i].push_back(std::move(label));
            }
        }
        if (odd)
            notes_.push_back(std::to_string(odd) +
                             " samples have labels that are not one-hot: the larger value counts.");
    }

    void values() {
        double low = 0, high = 0;
        std::size_t wide = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto v = first_of(p_, parts_[i], {"regression_labels", "labels"});
            if (!v && parts_[i].samples > 0)
                throw Error("has no labels that are numbers" + in_part(parts_[i]), p_.source().name(),
                            "Try --labels classification");
            if (!v) continue;
            const PickleTable t(p_, *v);
            same_count(p_, parts_[i], t.rows(), "labels");
            for (std::size_t r = 0; r < t.rows(); ++r) {
                const std::size_t n = t.columns(r);
                if (n == 0 || n > kMostLabels || (wide && n != wide))
                    throw Error("has labels that do not fit: sample " + std::to_string(r) + in_part(parts_[i]) +
                                    " has " + std::to_string(n) + " values",
                                p_.source().name());
                wide = n;
                std::vector<float> label;
                for (std::size_t c = 0; c < n; ++c) {
                    const auto x = t.number(r, c);
                    if (!x || !(std::abs(*x) < 1e30)) break;
                    label.push_back(static_cast<float>(*x));
                }
                if (label.size() != n) {
                    ++unknown_;
                    label.clear();
                } else {
                    low = std::min(low, static_cast<double>(label[0]));
                    high = std::max(high, static_cast<double>(label[0]));
                }
                out_.labels[i].push_back(std::move(label));
            }
        }
        // the range of sentiment sets where the labels lie in it, else what they span
        out_.task.minimum = low < -3 || high > 3 ? std::floor(low) : -3;
        out_.task.maximum = low < -3 || high > 3 ? std::ceil(high) : 3;
        if (wide == 7)
            notes_.push_back(
                "Labels have seven values, in the order of CMU-MOSEI: sentiment, happy, sad, anger, "
                "surprise, disgust, fear.");
        else if (wide > 1)
            notes_.push_back("Labels have " + std::to_string(wide) + " values each; the file does not name them.");
    }

    void classes() {
        out_.task.kind = TaskKind::classification;
        std::vector<std::vector<std::optional<double>>> all(parts_.size());
        std::map<double, std::set<std::string>> names;
        bool numeric = true, counts = true;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto v = first_of(p_, parts_[i], {"classification_labels", "labels"});
            numeric = numeric && (v || parts_[i].samples == 0);
            if (!v) continue;
            const PickleTable t(p_, *v);
            same_count(p_, parts_[i], t.rows(), "labels");
            const auto words = first_of(p_, parts_[i], {"annotations"});
            std::optional<PickleTable> annotations;
            if (words) annotations.emplace(p_, *words);
            for (std::size_t r = 0; r < t.rows(); ++r) {
                if (t.columns(r) != 1)
                    throw Error("has labels that are no classes" + in_part(parts_[i]), p_.source().name());
                auto x = t.number(r, 0);
                if (x && !std::isfinite(*x)) x.reset();
                all[i].push_back(x);
                if (!x) continue;
                counts = counts && *x >= 0 && *x == std::floor(*x) && *x < 100;
                auto& called = names[*x];
                if (names.size() > kMostClasses)
                    throw Error("has labels that are no classes: more than 1,000 different values", p_.source().name(),
                                "Try --labels regression");
                if (annotations && r < annotations->rows() && called.size() < 2) called.insert(annotations->text(r, 0));
            }
        }
        if (!numeric) return annotated();
        // 0, 1, 2 stand for themselves even where a class does not occur; other numbers in their order
        std::map<double, float> number;
        if (counts && !names.empty())
            for (int c = 0; c <= static_cast<int>(names.rbegin()->first); ++c) names[c];
        for (const auto& [value, called] : names) {
            number[value] = static_cast<float>(out_.task.classes.size());
            const bool named = called.size() == 1 && !called.begin()->empty();
            out_.task.classes.push_back(named ? *called.begin() : shortest(value));
        }
        if (std::set<std::string>(out_.task.classes.begin(), out_.task.classes.end()).size() != names.size()) {
            out_.task.classes.clear();
            for (const auto& [value, called] : names) out_.task.classes.push_back(shortest(value));
            notes_.push_back("The annotations do not name the classes one to one: classes are called by their number.");
        }
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const auto& x : all[i]) {
                unknown_ += x ? 0 : 1;
                out_.labels[i].push_back(x ? std::vector<float>{number[*x]} : std::vector<float>{});
            }
    }

    // Only names of classes.
    void annotated() {
        std::map<std::string, float> number;
        std::vector<std::vector<std::string>> all(parts_.size());
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto v = first_of(p_, parts_[i], {"annotations"});
            if (!v) {
                if (parts_[i].samples == 0) continue;
                throw Error("has no labels that are classes" + in_part(parts_[i]), p_.source().name());
            }
            const PickleTable t(p_, *v);
            same_count(p_, parts_[i], t.rows(), "annotations");
            for (std::size_t r = 0; r < t.rows(); ++r) number.emplace(all[i].emplace_back(t.text(r, 0)), 0.0f);
            if (number.size() > kMostClasses)
                throw Error("has annotations that are no classes: more than 1,000 different ones", p_.source().name());
        }
        for (auto& [name, at] : number) {
            at = static_cast<float>(out_.task.classes.size());
            out_.task.classes.push_back(name);
        }
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const std::string& s : all[i]) out_.labels[i].push_back({number[s]});
    }

    const Pickle& p_;
    const std::vector<PicklePart>& parts_;
    std::vector<std::string>& notes_;
    LabelledParts out_;
    std::size_t unknown_ = 0;
};

}  // namespace

LabelledParts pickle_labels(const Pickle& p, const std::vector<PicklePart>& parts, PickleLabels wanted,
                            std::vector<std::string>& notes) {
    return Labels(p, parts, notes).read(wanted);
}

}  // namespace mica
