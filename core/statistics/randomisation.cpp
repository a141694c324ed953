#include "core/statistics/randomisation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include "datasets/types/error.h"

namespace mica {
namespace {

/// Counts of every run by truth and prediction.
class Counts {
public:
    Counts(std::size_t runs, int classes)
        : runs_(runs), classes_(static_cast<std::size_t>(classes)), count_(runs * classes_ * classes_) {}
    void add(std::size_t run, int truth, int predicted, std::int64_t by) {
        count_[(run * classes_ + static_cast<std::size_t>(truth)) * classes_ + static_cast<std::size_t>(predicted)] +=
            by;
    }
    [[nodiscard]] double f1(F1Weight weight) const {
        double sum = 0;
        for (std::size_t r = 0; r < runs_; ++r) sum += f1(r, weight);
        return sum / static_cast<double>(runs_);
    }

private:
    [[nodiscard]] double f1(std::size_t run, F1Weight weight) const {
        const std::int64_t* m = count_.data() + run * classes_ * classes_;
        double sum = 0, weights = 0;
        for (std::size_t c = 0; c < classes_; ++c) {
            std::int64_t row = 0, column = 0;
            for (std::size_t i = 0; i < classes_; ++i) row += m[c * classes_ + i], column += m[i * classes_ + c];
            const double w = weight == F1Weight::equal        ? 1
                             : weight == F1Weight::prediction ? static_cast<double>(column)
                                                              : static_cast<double>(row);
            const auto both = static_cast<double>(row + column);
            sum += both > 0 ? w * 2 * static_cast<double>(m[c * classes_ + c]) / both : 0;
            weights += w;
        }
        return weights > 0 ? sum / weights : 0;
    }

    std::size_t runs_, classes_;
    std::vector<std::int64_t> count_;
};

void check(const std::vector<std::vector<int>>& runs, std::size_t clips, int classes) {
    for (const auto& run : runs) {
        if (run.size() != clips)
            throw Error(std::to_string(run.size()) + " predictions do not fit " + std::to_string(clips) + " truths",
                        "F1 test");
        if (std::any_of(run.begin(), run.end(), [&](int c) { return c < 0 || c >= classes; }))
            throw Error("a class lies outside of the " + std::to_string(classes) + " that there are", "F1 test");
    }
}

}  // namespace

F1Test compare_f1(const std::vector<std::vector<int>>& a, const std::vector<std::vector<int>>& b,
                  std::span<const int> truth, int classes, F1Weight weight, const PairedWish& wish,
                  const std::stop_token& stop) {
    if (a.size() != b.size() || a.empty())
        throw Error(std::to_string(a.size()) + " runs cannot change places with " + std::to_string(b.size()),
                    "F1 test");
    check(a, truth.size(), classes);
    check(b, truth.size(), classes);
    check({{truth.begin(), truth.end()}}, truth.size(), classes);
    F1Test test;
    test.n = truth.size();
    Counts of_a(a.size(), classes), of_b(a.size(), classes);
    std::vector<std::size_t> differ;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        bool same = true;
        for (std::size_t r = 0; r < a.size(); ++r) {
            of_a.add(r, truth[i], a[r][i], 1);
            of_b.add(r, truth[i], b[r][i], 1);
            same = same && a[r][i] == b[r][i];
        }
        if (!same) differ.push_back(i);
    }
    test.unequal = differ.size();
    test.f1_a = of_a.f1(weight);
    test.f1_b = of_b.f1(weight);
    if (differ.empty()) return test;
    const double seen = std::abs(test.f1_a - test.f1_b) - 1e-12;
    std::mt19937_64 random(wish.seed);
    int as_large = 0;
    for (int resample = 0; resample < wish.resamples; ++resample) {
        if (stop.stop_requested()) throw Cancelled();
        Counts x = of_a, y = of_b;
        std::uint64_t coins = 0;
        for (std::size_t k = 0; k < differ.size(); ++k) {
            if (k % 64 == 0) coins = random();
            if ((coins >> (k % 64) & 1) == 0) continue;
            const std::size_t i = differ[k];
            for (std::size_t r = 0; r < a.size(); ++r) {
                x.add(r, truth[i], a[r][i], -1);
                x.add(r, truth[i], b[r][i], 1);
                y.add(r, truth[i], b[r][i], -1);
                y.add(r, truth[i], a[r][i], 1);
            }
        }
        as_large += std::abs(x.f1(weight) - y.f1(weight)) >= seen;
    }
    test.p = (as_large + 1.0) / (wish.resamples + 1.0);
    return test;
}

}  // namespace mica
