// How long the runs table keeps the interface thread when thousands of runs come, change, and are looked through.
#include <QAction>
#include <QCoreApplication>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <functional>
#include <random>

#include "app/workbench/bench_timer.h"
#include "app/workbench/bench_ui.h"
#include "widgets/run_table.h"

namespace mica {
namespace {

constexpr double kBound = 10;      // milliseconds
constexpr std::size_t kNews = 50;  // runs that a reader finds within a tenth of a second

// Experiments of five seeds, with the figures and as many settings as real runs have.
std::vector<RunRowPtr> made_rows(int runs) {
    std::vector<RunRowPtr> rows;
    std::mt19937 random(3);
    const auto figure = [&random] { return static_cast<double>(random() % 100'000) / 100'000; };
    for (int i = 0; i < runs; ++i) {
        CatalogueEntry e;
        e.path = "/runs/experiment-" + std::to_string(i / 5) + "/seed-" + std::to_string(i % 5 + 1);
        e.name = e.path.filename().string();
        e.created = "2026-11-25T03:31:08Z";
        e.model = i % 2 ? "mica" : "mult";
        e.preset = "mosi";
        e.set_name = i % 3 ? "MOSI" : "MOSEI";
        e.state = i % 7 ? "finished" : "stopped";
        e.seed = static_cast<std::uint64_t>(i % 5 + 1);
        e.epochs_done = e.epochs = 40;
        for (const char* metric : {"mae", "corr", "acc7", "acc2_non0", "f1_non0", "acc2_has0", "f1_has0"}) {
            e.valid.push_back({metric, figure(), true});
            e.test.push_back({metric, figure(), true});
        }
        for (int k = 0; k < 60; ++k) e.configuration["option_" + std::to_string(k)] = std::to_string(random() % 10);
        if (i % 9 == 0) e.notes = {{"paper"}, "the one to compare with", false};
        rows.push_back(make_run_row(std::move(e), "/runs"));
    }
    return rows;
}

}  // namespace

std::vector<BenchRow> bench_runs(int count) {
    RunTable table;
    table.resize(1400, 700);
    table.show();
    QCoreApplication::processEvents();
    std::vector<BenchRow> rows;
    const auto measure = [&](const QString& name, int times, const std::function<void(int)>& work) {
        BenchRow row{QStringLiteral("table of %1 runs: ").arg(count) + name, {}, kBound, {}};
        for (int i = 0; i < times; ++i) {
            QElapsedTimer timer;
            timer.start();
            work(i);
            QCoreApplication::processEvents();  // laid out and painted
            row.times.push_back(milliseconds(timer));
        }
        rows.push_back(std::move(row));
    };
    const std::vector<RunRowPtr> all = made_rows(count);
    const auto part = [&all](std::size_t from) {
        return std::vector(all.begin() + static_cast<std::ptrdiff_t>(from),
                           all.begin() + static_cast<std::ptrdiff_t>(std::min(from + kNews, all.size())));
    };
    measure(QStringLiteral("%1 more come").arg(kNews), static_cast<int>((all.size() + kNews - 1) / kNews),
            [&](int i) { table.apply(part(static_cast<std::size_t>(i) * kNews), {}); });
    measure(QStringLiteral("some change"), 20, [&](int i) { table.apply(part(static_cast<std::size_t>(i) * 7), {}); });
    const int columns = table.model()->columnCount();
    measure(QStringLiteral("sort by a column"), columns,
            [&](int i) { table.view()->sortByColumn(i, Qt::AscendingOrder); });
    const std::vector<QString> words{QStringLiteral("s"),
                                     QStringLiteral("se"),
                                     QStringLiteral("seed-3"),
                                     QStringLiteral("paper"),
                                     QStringLiteral("experiment-7 mult"),
                                     QString()};
    measure(QStringLiteral("search"), static_cast<int>(words.size()), [&](int i) {
        RunCriteria criteria;
        criteria.search = words[static_cast<std::size_t>(i)];
        table.setCriteria(criteria);
    });
    QScrollBar* bar = table.view()->verticalScrollBar();
    measure(QStringLiteral("scroll"), 40, [&](int i) { bar->setValue(bar->maximum() * i / 40); });
    measure(QStringLiteral("group by experiment, model, set, tag, not at all"), 5,
            [&](int i) { table.setGrouping(static_cast<RunGrouping>((i + 1) % 5)); });
    table.setGrouping(RunGrouping::experiment);
    measure(QStringLiteral("some change in groups"), 20,
            [&](int i) { table.apply(part(static_cast<std::size_t>(i) * 7), {}); });
    measure(QStringLiteral("unfold and fold all groups"), 2, [&](int) { table.action(RunTable::Do::fold)->trigger(); });
    return rows;
}

}  // namespace mica
