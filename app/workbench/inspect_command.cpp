#include "app/workbench/inspect_command.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>

#include <cmath>
#include <cstdio>
#include <stdexcept>

#include <unistd.h>

#include "app/workbench/attention_film.h"
#include "app/workbench/attention_sheet.h"
#include "app/workbench/job.h"
#include "app/workbench/language.h"
#include "app/workbench/print_page.h"
#include "app/workbench/theme.h"
#include "app/workbench/words.h"
#include "core/runs/files.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

enum class SheetView { figure, map, grid };

struct Asked {
    InspectWish wish;
    MapChoice choice;
    SheetView view = SheetView::figure;
    int strongest = 3;
    double width = kPrintWidth;
    std::filesystem::path out;
};

struct WrongUsage {
    QString text;
};

// The options of `mica inspect`, which has checked them and tells what they mean.
Asked asked_of(const QStringList& arguments) {
    QCommandLineParser parser;
    const auto option = [&](const char* name) {
        QCommandLineOption o(QLatin1String(name), {}, QStringLiteral("value"));
        parser.addOption(o);
        return o;
    };
    const auto run = option("inspect"), data = option("data"), clip = option("clip"), epoch = option("epoch"),
               pair = option("pair"), layer = option("layer"), head = option("head"), compared = option("compare"),
               view = option("view"), strongest = option("strongest"), width = option("width"), out = option("out");
    if (!parser.parse(arguments)) throw WrongUsage{parser.errorText()};
    const auto value = [&](const QCommandLineOption& o) { return parser.value(o).toStdString(); };
    if (!parser.isSet(clip) || !parser.isSet(out))
        throw WrongUsage{QStringLiteral("--inspect RUN needs --clip ID and --out FILE")};
    Asked asked;
    asked.wish.run = value(run);
    asked.wish.data = value(data);
    asked.wish.clip = value(clip);
    if (parser.isSet(epoch)) asked.wish.epoch = value(epoch);
    for (const QString& other : parser.values(compared)) asked.wish.compared.push_back(path_of(other));
    asked.choice = read_choice(value(pair), value(layer), value(head));
    const QStringList views{QStringLiteral("figure"), QStringLiteral("map"), QStringLiteral("grid")};
    if (parser.isSet(view)) {
        if (!views.contains(parser.value(view))) throw WrongUsage{QStringLiteral("--view: figure, map or grid")};
        asked.view = static_cast<SheetView>(views.indexOf(parser.value(view)));
    }
    bool good = true;
    if (parser.isSet(strongest)) asked.strongest = parser.value(strongest).toInt(&good);
    if (!good || asked.strongest < 1 || asked.strongest > 32) throw WrongUsage{QStringLiteral("--strongest: 1 to 32")};
    if (parser.isSet(width)) asked.width = parser.value(width).toDouble(&good);
    if (!good || !(asked.width >= kNarrowestPrint && asked.width <= kWidestPrint))
        throw WrongUsage{QStringLiteral("--width: %1 to %2 mm").arg(kNarrowestPrint).arg(kWidestPrint)};
    asked.out = value(out);
    return asked;
}

// Height that a map or grid needs to be read, in units.
int sheet_height(const Inspected& all, const SheetWish& wish, SheetView view) {
    const int runs = static_cast<int>(all.runs.size());
    if (view == SheetView::grid) return 60 + 260 * runs;
    const int rows = chosen_maps(*all.runs.front().snapshot, {wish.pair, wish.layer, wish.head}).front().rows;
    return 50 + (70 + std::clamp(18 * rows, 160, 420)) * runs;
}

// The film's frames are painted here while a job reads and encodes.
void film(const Asked& asked, Inspected all, const SheetWish& wish, const std::stop_token& stop) {
    AttentionFilm made(std::move(all), wish);
    std::string encoder;
    Job job(AttentionSheet::tr("film"), [&](const Progress& progress, const std::stop_token& cancelled) {
        encoder = made.write(asked.out, progress, cancelled);
    });
    QEventLoop loop;
    JobOutcome outcome = JobOutcome::failed;
    QString message;
    QElapsedTimer said;
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    QObject::connect(&job, &Job::progressed, &loop, [&](qint64 done, qint64 total, const QString&) {
        if (done < total && said.isValid() && said.elapsed() < (terminal ? 200 : 10'000)) return;
        said.start();
        std::fprintf(stderr, terminal ? "\r\033[Kdrawing the film %lld of %lld%s" : "drawing the film %lld of %lld%s\n",
                     static_cast<long long>(done), static_cast<long long>(total),
                     terminal && done >= total ? "\n" : "");
    });
    QObject::connect(&job, &Job::ended, &loop, [&](JobOutcome how, const QString& why) {
        outcome = how;
        message = why;
        loop.quit();
    });
    const std::stop_callback stopping(stop, [&job] {
        QMetaObject::invokeMethod(
            &job, [&job] { job.cancel(); }, Qt::QueuedConnection);
    });
    job.start();
    loop.exec();
    job.wait();
    if (outcome == JobOutcome::cancelled) throw Cancelled();
    if (outcome == JobOutcome::failed) throw std::runtime_error(message.toStdString());
    if (encoder != "libx264")
        std::fprintf(stderr, "note: encoded by %s, as this FFmpeg has no libx264\n", encoder.c_str());
}

void draw(const Asked& asked, const std::stop_token& stop) {
    const bool moving = text_of(asked.out.extension()).toLower() == QLatin1String(".mp4");
    if (!moving && !is_page_file(asked.out))
        throw Error("is written neither as .png, .svg, .pdf nor .mp4", asked.out.string(),
                    "Give the file one of these endings");
    require_folder_of(asked.out);
    const Inspected all = inspect(asked.wish, stop);
    SheetWish wish = sheet_wish(all, asked.choice);
    wish.strongest = asked.strongest;
    if (moving) return film(asked, all, wish, stop);
    if (asked.view == SheetView::figure) {
        std::vector<AttentionFigure> figures = sheet_figures(all, wish);
        add_pictures(figures, all, wish);
        return write_page(page_of(figures, asked.width), asked.width, asked.out);
    }
    const QSize size(static_cast<int>(print_units(asked.width)), sheet_height(all, wish, asked.view));
    AttentionSheet sheet(all, wish,
                         asked.view == SheetView::map ? AttentionSheet::Kind::map : AttentionSheet::Kind::grid, size);
    QStringList caption =
        attention_caption(text_of(all.set->info().name), all.runs.front(), wish.pair, wish.layer, wish.head);
    if (all.runs.size() > 1) caption.removeAt(2);  // it stands over each
    if (asked.view == SheetView::grid) caption.removeLast();
    if (asked.view == SheetView::grid && all.runs.size() == 1)
        caption[2] =
            AttentionSheet::tr("%1, epoch %2")
                .arg(text_of(all.runs.front().snapshot->run), QString::number(all.runs.front().snapshot->epoch));
    write_page(page_of(&sheet, caption.join(QLatin1String(", ")), caption), asked.width, asked.out);
}

}  // namespace

int inspect_without_window(const QStringList& arguments, const std::stop_token& stop) {
    ThemeSetter theme;
    theme.set(Theme::light);
    speak(Language::english);  // as on a terminal
    try {
        return exit_code_of([&] {
            const Asked asked = asked_of(arguments);
            draw(asked, stop);
            std::printf("%s\n", asked.out.c_str());
        });
    } catch (const WrongUsage& wrong) {
        std::fprintf(stderr, "mica-workbench: %s\n", qPrintable(wrong.text));
        return 2;
    }
}

}  // namespace mica
