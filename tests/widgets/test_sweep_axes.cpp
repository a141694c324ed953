// Where a sweep's numbers stand: axes and their marks, lines between axes, brushes, the best so far.
#include <QTest>

#include <cmath>
#include <limits>

#include "made_sweep.h"
#include "widgets/parallel_geometry.h"
#include "widgets/sweep_list.h"

using namespace mica;
using State = SweepTrial::State;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

SweepTrial tried(const std::string& key, const std::string& value) {
    SweepTrial t;
    t.parameters[key] = value;
    return t;
}

}  // namespace

class TestSweepAxes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void axesStandWhereTheirNumbersSay() {
        const SweepAxis log = parameterAxis({"lr", {}, 1e-4, 1e-2, true, false}, {});
        QCOMPARE(log.kind, SweepAxis::Kind::logarithmic);
        QCOMPARE(log.share(1e-3), 0.5);
        QCOMPARE(log.numberAt(0.5), 1e-3);
        QVERIFY(std::isnan(log.share(log.number("0"))));
        QVERIFY(std::isnan(log.number("fast")));
        // a trial beyond the range widens the axis, so that none is lost
        const SweepAxis wide = parameterAxis({"beta", {}, 0, 1, false, false}, {tried("beta", "1.5")});
        QCOMPARE(wide.share(1.5), 1.0);
        QCOMPARE(wide.share(0.75), 0.5);
        // choices: numbers by value, through decades by their logarithm, words by name
        const SweepAxis grid = parameterAxis({"tau", {"0.1", "0.2", "0.4"}, 0, 0, false, false}, {});
        QCOMPARE(grid.kind, SweepAxis::Kind::linear);
        QCOMPARE(grid.share(grid.number("0.2")), 1.0 / 3);
        QCOMPARE(parameterAxis({"lr", {"1e-4", "1e-3", "1e-1"}, 0, 0, false, false}, {}).kind,
                 SweepAxis::Kind::logarithmic);
        QCOMPARE(parameterAxis({"w", {"0", "0.001", "1"}, 0, 0, false, false}, {}).kind, SweepAxis::Kind::named);
        const SweepAxis named =
            parameterAxis({"model", {"mica", "mult"}, 0, 0, false, false}, {tried("model", "other")});
        QCOMPARE(named.kind, SweepAxis::Kind::named);
        QCOMPARE(named.names.size(), std::size_t{3});
        QCOMPARE(named.share(named.number("mult")), 0.5);
        QCOMPARE(named.text(named.numberAt(0.9)), QStringLiteral("other"));
        // one value alone stands in the middle
        const SweepAxis one = parameterAxis({"seed", {"1111"}, 0, 0, false, false}, {});
        QCOMPARE(one.share(one.number("1111")), 0.5);
        for (const SweepAxis& axis : {log, wide, grid, named, one})
            for (const double share : {0.0, 0.13, 0.5, 1.0})
                QVERIFY(std::abs(axis.share(axis.numberAt(share)) - share) < 1e-12);
    }

    void marksLieOnTheAxis() {
        for (const SweepAxis& axis :
             {parameterAxis({"a", {}, -0.3, 0.9, false, false}, {}), parameterAxis({"n", {}, 1, 7, false, true}, {}),
              parameterAxis({"lr", {}, 3e-7, 2e-1, true, false}, {}),
              parameterAxis({"lr", {}, 0.011, 0.019, true, false}, {}),
              parameterAxis({"m", {"a", "b", "c", "d", "e", "f", "g"}, 0, 0, false, false}, {})})
            for (const int most : {2, 5, 8}) {
                const auto marks = axis.marks(most);
                QVERIFY2(!marks.empty() && static_cast<int>(marks.size()) <= most + 1,
                         qPrintable(axis.title + QString::number(marks.size())));
                for (std::size_t i = 0; i < marks.size(); ++i) {
                    QVERIFY(axis.share(marks[i].number) > -1e-9 && axis.share(marks[i].number) < 1 + 1e-9);
                    QVERIFY(!marks[i].text.isEmpty());
                    if (i) QVERIFY(marks[i].number > marks[i - 1].number);
                    if (axis.whole) QCOMPARE(marks[i].number, std::round(marks[i].number));
                }
            }
    }

    void linesAreMetWhereTheyRun() {
        const ParallelGeometry g{QRectF(10, 20, 200, 100), 3};
        QCOMPARE(g.x(1), 110.0);
        QCOMPARE(g.y(0.25), 95.0);
        QCOMPARE(g.share(95), 0.25);
        QCOMPARE(g.share(-5), 1.0);
        QCOMPARE(g.slotAt({112, 60}, 5), 1);
        QCOMPARE(g.slotAt({118, 60}, 5), -1);
        QCOMPARE(g.slotAt({110, 140}, 5), -1);
        const auto rising = [](int slot) { return slot == 2 ? kNaN : slot * 1.0; };  // from corner to corner, then none
        QVERIFY(g.distance({60, 70}, rising) < 1e-9);
        QVERIFY(std::abs(g.distance({60, 80}, rising) - 10 * std::sqrt(0.5)) < 1e-9);
        QVERIFY(std::isinf(g.distance({150, 70}, rising)));
        QVERIFY(std::isinf(g.distance({5, 70}, rising)));
        QCOMPARE(moved({0, 1, 2, 3}, 0, 2), (std::vector{1, 2, 0, 3}));
        QCOMPARE(moved({0, 1, 2, 3}, 3, 1), (std::vector{0, 3, 1, 2}));
        QCOMPARE(moved({0, 1}, 0, 5), (std::vector{0, 1}));
    }

    void brushesJoinAndChoose() {
        SweepBrushes brushes;
        addBrush(brushes, {"a", 0.5, 0.2});
        addBrush(brushes, {"a", 0.7, 0.9});
        addBrush(brushes, {"b", 0, 1});
        QCOMPARE(brushes.size(), std::size_t{3});
        addBrush(brushes, {"a", 0.4, 0.75});  // bridges both
        QCOMPARE(brushes.size(), std::size_t{2});
        QCOMPARE(brushes.back(), (SweepBrush{"a", 0.2, 0.9}));
        liftBrushes(brushes, "a");
        QCOMPARE(brushes, (SweepBrushes{{"b", 0, 1}}));

        const auto list = make_sweep_list(made::sweep(50));
        const SweepBrushes two{{"alpha", 0, 0.2}, {"alpha", 0.8, 1}, {kObjectiveKey, 0, 1}};
        for (std::size_t t = 0; t < list->size(); ++t) {
            const double a = std::stod(list->report.trials[t].parameters.at("alpha"));
            QCOMPARE(fits(*list, t, two), (a <= 0.2 || a >= 0.8) && list->report.trials[t].value.has_value());
        }
        SweepCriteria search;
        search.search = QStringLiteral("model=MULT heads=4");
        const auto fit = fitting_trials(*list, search);
        for (std::size_t t = 0; t < list->size(); ++t) {
            const auto& p = list->report.trials[t].parameters;
            QCOMPARE(fit[t], p.at("model") == "mult" && p.at("heads") == "4");
        }
    }

    void bestSoFarCountsCompleteTrialsOnly() {
        SweepReport r = made::sweep(0);
        r.higher_is_better = false;
        const auto add = [&r](State state, std::optional<double> value) {
            SweepTrial t;
            t.number = static_cast<int>(r.trials.size());
            t.state = state;
            t.value = value;
            r.trials.push_back(t);
        };
        add(State::failed, {});
        add(State::complete, 0.9);
        add(State::pruned, 0.1);
        add(State::complete, 0.7);
        add(State::complete, 0.8);
        const auto list = make_sweep_list(r);
        QVERIFY(std::isnan(list->best_so_far[0]));
        QCOMPARE(std::vector(list->best_so_far.begin() + 1, list->best_so_far.end()),
                 (std::vector{0.9, 0.9, 0.7, 0.7}));
        QCOMPARE(list->rising.front(), 0);
        QCOMPARE(list->rising.back(), 2);
    }
};

QTEST_APPLESS_MAIN(TestSweepAxes)
#include "test_sweep_axes.moc"
