#include "app/workbench/bench_ui.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>

#include "app/workbench/bench_timer.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/main_window.h"
#include "app/workbench/player.h"
#include "app/workbench/words.h"
#include "datasets/media/numbered_video.h"
#include "datasets/types/error.h"
#include "widgets/attention_map.h"
#include "widgets/clip_table.h"
#include "widgets/video_view.h"

namespace mica {

namespace {

constexpr double kFrameBound = 16, kSeekBound = 40, kClickBound = 150;  // milliseconds
constexpr int kSeeks = 100, kFrames = 120, kClicks = 60;

// A band along the diagonal over noise, as attention often is; every cell positive, rows add up to 1.
AttentionMap made_map(int size) {
    AttentionMap map;
    map.pair = {Modality::vision, Modality::audio};
    map.heads = 1;
    map.rows = map.columns = size;
    map.weight.resize(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
    std::mt19937 random(7);
    for (int r = 0; r < size; ++r) {
        float* row = map.weight.data() + static_cast<std::size_t>(r) * static_cast<std::size_t>(size);
        float sum = 0;
        for (int c = 0; c < size; ++c) {
            const float away = static_cast<float>(c - r) / (0.02F * static_cast<float>(size));
            row[c] = 0.05F * static_cast<float>(random() % 1000) / 1000 + std::exp(-0.5F * away * away) + 1e-4F;
            sum += row[c];
        }
        for (int c = 0; c < size; ++c) row[c] /= sum;
    }
    return map;
}

MapAxis made_axis(Modality modality, int steps, double step) {
    MapAxis axis;
    axis.modality = modality;
    for (int i = 0; i < steps; ++i) axis.times.push_back({i * step, (i + 1) * step});
    return axis;
}

// Seeks to random frames; the view's own picture must carry the frame's number.
BenchRow seeks(const QString& name, Player& player, TimeView& time, VideoView& video, const NumberedVideo& made,
               std::mt19937& random, double bound) {
    BenchRow row{name, {}, bound, {}};
    qint64 got = -1;
    QImage shown;
    const auto link = QObject::connect(player.frames(), &FrameSource::frameReady, &video,
                                       [&](const QImage& image, double, qint64 number) {
                                           got = number;
                                           shown = image;
                                       });
    int wrong = 0, before = -1;
    for (int i = 0; i < kSeeks; ++i) {
        int frame = before;
        while (frame == before) frame = static_cast<int>(random() % static_cast<unsigned>(made.frames));
        before = frame;
        QElapsedTimer timer;
        timer.start();
        time.setPosition((frame + 0.3) / made.frame_rate);
        if (!wait_for([&] { return got == frame; })) {
            row.note = QStringLiteral("frame %1 never came").arg(frame);
            break;
        }
        video.repaint();
        row.times.push_back(milliseconds(timer));
        const int seen = burnt_number([&shown](double x, double y) {
            return qGray(shown.pixel(static_cast<int>(x * shown.width()), static_cast<int>(y * shown.height())));
        });
        wrong += seen != frame;
    }
    QObject::disconnect(link);
    if (wrong > 0) row.note = QStringLiteral("%1 wrong frames").arg(wrong);
    return row;
}

void print_table(const std::vector<BenchRow>& rows) {
    std::printf("%-68s %9s %9s %7s\n", "milliseconds", "median", "99 %", "bound");
    for (const BenchRow& row : rows) {
        const QString bound = row.bound > 0 ? QString::number(row.bound) : QStringLiteral("-");
        std::printf("%-68s %9.2f %9.2f %7s%s%s\n", qPrintable(row.name), row.percentile(0.5), row.percentile(0.99),
                    qPrintable(bound), row.meets() ? "" : "  missed",
                    row.note.isEmpty() ? "" : qPrintable(QStringLiteral(": ") + row.note));
    }
}

void print_json(const std::vector<BenchRow>& rows) {
    QJsonArray all;
    for (const BenchRow& row : rows) {
        QJsonObject one{{QStringLiteral("name"), row.name},
                        {QStringLiteral("count"), static_cast<qint64>(row.times.size())},
                        {QStringLiteral("median_ms"), row.percentile(0.5)},
                        {QStringLiteral("p99_ms"), row.percentile(0.99)},
                        {QStringLiteral("meets"), row.meets()}};
        if (row.bound > 0) one.insert(QStringLiteral("bound_ms"), row.bound);
        if (!row.note.isEmpty()) one.insert(QStringLiteral("note"), row.note);
        all.append(one);
    }
    const QJsonObject whole{{QStringLiteral("threads"), QThread::idealThreadCount()}, {QStringLiteral("rows"), all}};
    std::fputs(QJsonDocument(whole).toJson().constData(), stdout);
}

}  // namespace

double BenchRow::percentile(double part) const {
    if (times.empty()) return 0;
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    const double rank = std::ceil(part * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(std::max(1.0, rank)) - 1];
}

bool BenchRow::meets() const { return note.isEmpty() && !times.empty() && (bound <= 0 || percentile(0.99) <= bound); }

std::vector<BenchRow> bench_map(int size) {
    constexpr double kStep = 0.02;
    TimeView time;
    time.reset(size * kStep, kStep);
    AttentionMapView map(&time);
    map.resize(1200, 800);
    map.setMap(made_map(size), made_axis(Modality::vision, size, kStep), made_axis(Modality::audio, size, kStep));
    map.show();
    wait_for([&] { return map.isVisible() && map.hasMap(); });  // a worker shades large ones
    QCoreApplication::processEvents();
    const QString of = QStringLiteral("map of %1 x %1: ").arg(size);
    const auto run = [&](const QString& name, const std::function<void(int)>& step) {
        BenchRow row{of + name, {}, kFrameBound, {}};
        for (int i = 0; i < kFrames; ++i) {
            QElapsedTimer timer;
            timer.start();
            step(i);
            map.repaint();
            row.times.push_back(milliseconds(timer));
        }
        return row;
    };
    const double whole = time.duration();
    std::vector<BenchRow> rows;
    rows.push_back(run(QStringLiteral("zoom both ways, all to single cells"), [&](int i) {
        const double factor = i < kFrames / 2 ? 1.09 : 1 / 1.09;
        time.zoomAbout(0.4 * whole, factor);
        map.zoomRowsAbout(0.4 * size, factor);
    }));
    time.showAll();
    map.setVisibleRows({0, static_cast<double>(size)});
    time.zoomAbout(0.5 * whole, 2);
    map.zoomRowsAbout(0.5 * size, 2);
    rows.push_back(run(QStringLiteral("pan at twice the size"), [&](int i) {
        const double by = (i / 30 % 2 ? -1 : 1) * 0.004;
        time.scrollBy(by * whole);
        map.setVisibleRows({map.visibleRows().begin + by * size, map.visibleRows().end + by * size});
    }));
    time.showAll();
    map.setVisibleRows({0, static_cast<double>(size)});
    rows.push_back(run(QStringLiteral("cursor moves over the whole map"),
                       [&](int i) { time.setPosition(whole * (i + 0.5) / kFrames); }));
    return rows;
}

std::vector<BenchRow> bench_seeks(const std::filesystem::path& folder) {
    std::vector<BenchRow> rows;
    std::mt19937 random(11);
    for (const int key_every : {12, 250}) {
        NumberedVideo made;
        made.coding.key_every = key_every;
        const std::filesystem::path file = folder / ("numbered-" + std::to_string(key_every) + ".mp4");
        write_numbered_video(file, made);
        TimeView time;
        time.reset(made.frames / made.frame_rate, 1 / made.frame_rate);
        Player player(&time);
        VideoView video;
        QObject::connect(player.frames(), &FrameSource::frameReady, &video, &VideoView::setFrame);
        QObject::connect(&video, &VideoView::roomChanged, player.frames(), &FrameSource::setRoom);
        bool filled = false;
        QObject::connect(player.frames(), &FrameSource::filled, &video, [&filled] { filled = true; });
        video.resize(860, 484);
        video.show();
        const QString of = QStringLiteral("seek in 720p, a key frame every %1: ").arg(key_every);
        QElapsedTimer timer;
        timer.start();
        player.open(file, frame_times(file));
        if (!wait_for([&] { return filled; })) throw Error("its frames were not decoded", file.string());
        rows.push_back({of + QStringLiteral("all frames decoded ahead after"), {milliseconds(timer)}, 0, {}});
        rows.push_back(seeks(of + QStringLiteral("100 random seeks"), player, time, video, made, random, kSeekBound));
        // the same without what was decoded ahead: a person who seeks in the first moment
        player.frames()->setAhead(false);
        player.open(file, frame_times(file));
        rows.push_back(seeks(of + QStringLiteral("100 with nothing decoded ahead"), player, time, video, made, random,
                             key_every == 12 ? kSeekBound : 0));
    }
    return rows;
}

BenchRow bench_clicks(const std::filesystem::path& set, const std::filesystem::path& runs) {
    MainWindow window(runs);
    window.resize(1600, 1000);
    window.show();
    bool opened = false, runs_read = false;
    QObject::connect(&window, &MainWindow::setOpened, &window, [&] {
        opened = true;
        // the folder of runs is read in the background, anew for each set: the attention is part of what is measured
        QObject::connect(window.runs(), &RunList::changed, &window, [&runs_read] { runs_read = true; });
        window.runs()->refresh();
    });
    window.openSet(set);
    if (!wait_for([&] { return opened; })) throw Error("cannot be opened as a set", set.string());
    if (!wait_for([&] { return runs_read; })) throw Error("the folder of runs was not read", runs.string());
    std::vector<QString> clips;
    std::error_code ignored;
    const Dataset& data = *window.selection()->set();
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto media = data.media(i);
        if (!media.empty() && std::filesystem::exists(media, ignored)) clips.push_back(text_of(data.clips()[i].id));
    }
    if (clips.empty()) throw Error("none of its clips has a media file", set.string());
    std::mt19937 random(5);
    std::shuffle(clips.begin(), clips.end(), random);
    if (clips.size() > kClicks) clips.resize(kClicks);
    const ClipPanel* panel = window.clipPanel();
    wait_for([&] { return panel->isComplete(); });
    BenchRow row{QStringLiteral("from a click on a clip to all of it%1")
                     .arg(window.selection()->run().empty() ? QStringLiteral(" (no run: no attention)")
                                                            : QStringLiteral(", attention too")),
                 {},
                 kClickBound,
                 {}};
    for (const QString& clip : clips) {
        if (window.selection()->clipId() == clip) continue;
        QElapsedTimer timer;
        timer.start();
        window.clipTable()->choose(clip);
        if (!wait_for([&] { return window.selection()->clipId() == clip && panel->isComplete(); })) {
            row.note = QStringLiteral("%1 was never complete").arg(clip);
            break;
        }
        QCoreApplication::processEvents();  // what waits to be painted
        row.times.push_back(milliseconds(timer));
    }
    return row;
}

int bench_ui(const std::filesystem::path& set, const std::filesystem::path& runs, bool json) {
    const QTemporaryDir folder;
    if (!folder.isValid()) throw Error("no folder for made videos can be written", path_of(QDir::tempPath()).string());
    std::vector<BenchRow> rows;
    const auto add = [&rows](std::vector<BenchRow> more) {
        std::move(more.begin(), more.end(), std::back_inserter(rows));
    };
    for (const int size : {500, 3000}) add(bench_map(size));
    add(bench_curves(1'000'000));
    add(bench_runs(5'000));
    add(bench_seeks(path_of(folder.path())));
    add({bench_clicks(set, runs)});
    for (const char* preset : {"sample", "mosi"}) add({bench_changes(path_of(folder.path()), preset)});
    json ? print_json(rows) : print_table(rows);
    return std::all_of(rows.begin(), rows.end(), [](const BenchRow& row) { return row.meets(); }) ? 0 : 1;
}

}  // namespace mica
