#include "core/tables/clip_tests.h"

#include <algorithm>
#include <cmath>

#include "datasets/types/error.h"

namespace mica {
namespace {

std::optional<PaperTest> tested(const char* name, std::size_t clips, std::size_t runs, double difference, double p) {
    if (clips == 0) return std::nullopt;
    PaperTest test;
    test.name = name;
    test.clips = clips;
    test.runs = runs;
    test.difference = difference;
    test.p = test.p_holm = p;
    return test;
}

}  // namespace

ClipTests::ClipTests(const std::vector<const TableRun*>& runs, Task task) : task_(std::move(task)) {
    for (const TableRun* run : runs)
        for (const TableRun::Said& said : run->said)
            if (place_.emplace(said.clip, clips_.size()).second) {
                ClipInfo& clip = clips_.emplace_back();
                clip.id = said.clip;
                clip.split = Split::test;
                clip.label = said.truth;
            }
}

const ClipTests::ByClip& ClipTests::outcomes(const TableRun& run, int part) {
    const auto [at, fresh] = outcomes_.try_emplace({&run, part});
    if (!fresh) return at->second;
    RunPredictions said;
    said.run = run.path;
    said.class_values = run.class_values;
    for (const TableRun::Said& s : run.said) said.clips.push_back({place_.find(s.clip)->second, s.prediction});
    Outcome none;
    none.truth = none.prediction = none.chosen = none.error = kNoFigure;
    at->second.assign(clips_.size(), none);
    for (const Outcome& o : outcomes_of(said, task_, clips_, part)) at->second[o.clip] = o;
    return at->second;
}

std::vector<double> ClipTests::means(const TableGroup& group, const ColumnTest& test) {
    std::vector<double> all(clips_.size());
    for (const TableRun* run : group.runs) {
        const ByClip& by_clip = outcomes(*run, test.part);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Verdict v = verdict(by_clip[i], test.measure);
            const double one = test.kind == ColumnTest::Kind::error ? std::abs(by_clip[i].error)
                               : v == Verdict::uncounted            ? kNoFigure
                               : v == Verdict::wrong                ? 1.0
                                                                    : 0.0;
            all[i] += one / static_cast<double>(group.runs.size());
        }
    }
    return all;
}

std::optional<PaperTest> ClipTests::compare(const TableGroup& a, const TableGroup& b, const PaperColumn& column,
                                            const PairedWish& wish, const std::stop_token& stop) {
    const ColumnTest test = test_of(column.metric, task_);
    if (test.kind == ColumnTest::Kind::none) return std::nullopt;
    const std::size_t runs = std::min(a.runs.size(), b.runs.size());
    if (test.kind == ColumnTest::Kind::f1) {
        std::vector<std::vector<int>> said_a(runs), said_b(runs);
        std::vector<int> truth;
        for (std::size_t i = 0; i < clips_.size(); ++i) {
            std::vector<Cell> cells;
            for (const TableGroup* g : {&a, &b})
                for (std::size_t r = 0; r < runs; ++r)
                    cells.push_back(cell_of(outcomes(*g->runs[r], test.part)[i], test.measure));
            if (std::any_of(cells.begin(), cells.end(), [](const Cell& c) { return c.truth < 0; })) continue;
            truth.push_back(cells.front().truth);
            for (std::size_t r = 0; r < runs; ++r) {
                said_a[r].push_back(cells[r].predicted);
                said_b[r].push_back(cells[runs + r].predicted);
            }
        }
        const int classes = bin_count(test.measure, task_);
        const F1Test f1 = compare_f1(said_a, said_b, truth, classes, test.weight, wish, stop);
        return tested("randomisation", f1.n, runs, (f1.f1_a - f1.f1_b) * column.scale, f1.p);
    }
    std::vector<double> x, y;
    const std::vector<double> all_a = means(a, test), all_b = means(b, test);
    for (std::size_t i = 0; i < clips_.size(); ++i)
        if (std::isfinite(all_a[i]) && std::isfinite(all_b[i])) x.push_back(all_a[i]), y.push_back(all_b[i]);
    const double sign = test.kind == ColumnTest::Kind::error ? 1 : -1;  // wrong verdicts are the other way round
    if (test.kind == ColumnTest::Kind::right && a.runs.size() == 1 && b.runs.size() == 1) {
        std::vector<std::uint8_t> right_a, right_b;
        for (std::size_t i = 0; i < x.size(); ++i) right_a.push_back(x[i] == 0), right_b.push_back(y[i] == 0);
        const RightWrongTest r = compare_right(right_a, right_b, wish, stop);
        return tested("McNemar", r.n(), 1, r.difference * column.scale, r.p);
    }
    const ErrorTest e = compare_errors(x, y, wish, stop);
    return tested("permutation", e.n, std::max(a.runs.size(), b.runs.size()), sign * e.difference * column.scale,
                  e.permutation_p);
}

}  // namespace mica
