#include "app/workbench/report_figures.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "app/workbench/picture_image.h"
#include "app/workbench/words.h"
#include "datasets/media/media.h"
#include "widgets/attention_map.h"
#include "widgets/clip_list.h"
#include "widgets/curve_plot.h"
#include "widgets/custom_plot.h"
#include "widgets/frame_strip.h"
#include "widgets/palette.h"
#include "widgets/ruler_lane.h"
#include "widgets/training_curves.h"
#include "widgets/word_lane.h"

namespace mica::report {

namespace {

constexpr qreal kScale = 2;  // pixels per unit: sharp in print

struct Figures {
    Q_DECLARE_TR_FUNCTIONS(mica::Report)
};

// What a person would turn has no place on paper.
void hide_controls(const QWidget& widget) {
    for (const auto* slider : widget.findChildren<QSlider*>()) {
        QWidget* box = slider->parentWidget();
        const QWidget* header = box->parentWidget();
        box->hide();
        for (auto* button : widget.findChildren<QToolButton*>())
            if (button->parentWidget() == header) button->hide();
    }
}

// A widget painted at twice its size, without ever being on a screen.
QImage painted(QWidget& widget, const QSize& size) {
    hide_controls(widget);
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.resize(size);
    widget.show();
    // layouts settle and queued replots happen
    for (int i = 0; i < 4; ++i) {
        QApplication::sendPostedEvents();
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 40);
    }
    QImage image(size * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image);
    return image;
}

QImage below_each_other(const std::vector<QImage>& parts, int columns) {
    if (parts.empty()) return {};
    const QSize one = parts.front().size();
    const int rows = (static_cast<int>(parts.size()) + columns - 1) / columns;
    QImage all(one.width() * std::min(columns, static_cast<int>(parts.size())), one.height() * rows,
               QImage::Format_RGB32);
    all.fill(QApplication::palette().color(QPalette::Window));
    QPainter painter(&all);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QImage part = parts[i];
        part.setDevicePixelRatio(1);
        painter.drawImage(static_cast<int>(i) % columns * one.width(), static_cast<int>(i) / columns * one.height(),
                          part);
    }
    return all;
}

// The row to show frames for: the masked word where there is one, else the row with the sharpest attention.
int telling_row(const MapAxis& target, const Shades& shades) {
    for (std::size_t i = 0; i < target.masked.size(); ++i)
        if (target.masked[i]) return static_cast<int>(i);
    int best = 0;
    float most = -1;
    for (int r = 0; r < shades.rows; ++r) {
        const float* row = shades.weight.data() + static_cast<std::ptrdiff_t>(r) * shades.columns;
        const float top = *std::max_element(row, row + shades.columns);
        if (top > most) most = top, best = r;
    }
    return best;
}

std::vector<StripFrame> strip_frames(const std::vector<StrongSource>& sources, const MapAxis& axis,
                                     const std::filesystem::path& media) {
    std::optional<VideoReader> video;
    try {
        if (!media.empty() && std::filesystem::exists(media)) video.emplace(media);
    } catch (const std::exception&) {
        // a clip whose media cannot be read keeps its captions: the map itself does not need it
    }
    std::vector<StripFrame> frames;
    for (const StrongSource& s : sources) {
        StripFrame f;
        const auto c = static_cast<std::size_t>(s.column);
        f.column = s.column;
        f.weight = s.weight;
        f.time = c < axis.times.size() ? axis.times[c].middle() : std::nan("");
        f.caption = c < axis.labels.size()  ? axis.labels[c]
                    : std::isfinite(f.time) ? Figures::tr("%1 s").arg(f.time, 0, 'f', 2)
                                            : Figures::tr("step %1").arg(s.column + 1);
        if (video && std::isfinite(f.time)) {
            f.image = image_of(video->frame_at(f.time));
        }
        frames.push_back(std::move(f));
    }
    return frames;
}

}  // namespace

QImage losses(const RunSummary& run) {
    if (run.history.empty()) return {};
    CurvePlot plot(Figures::tr("Loss, %1").arg(text_of(run.name)));
    plot.setAxisLabels(Figures::tr("epoch"), Figures::tr("loss"));
    const int total = plot.series(Figures::tr("train total")), task = plot.series(Figures::tr("train L_p")),
              valid = plot.series(Figures::tr("validation L_p")), marginal = plot.series(Figures::tr("train L_m")),
              element = plot.series(Figures::tr("train L_e"));
    for (const EpochReport& e : run.history) {
        plot.append(total, e.epoch, e.train.total);
        plot.append(task, e.epoch, e.train.task);
        plot.append(valid, e.epoch, e.valid.task);
        plot.append(marginal, e.epoch, e.train.marginal);
        plot.append(element, e.epoch, e.train.element);
    }
    plot.setBest(valid, true, false);
    return painted(plot, {900, 420});
}

QImage step_losses(const std::vector<StepReport>& steps) {
    if (steps.empty()) return {};
    CurvePlot plot(Figures::tr("Loss of each step"));
    plot.setAxisLabels(Figures::tr("step"), Figures::tr("loss"));
    std::vector<double> at, total, task;
    for (const StepReport& s : steps) {
        at.push_back(static_cast<double>(s.step));
        total.push_back(s.loss.total);
        task.push_back(s.loss.task);
    }
    plot.setData(plot.series(Figures::tr("train total")), at, std::move(total));
    plot.setData(plot.series(Figures::tr("train L_p")), at, std::move(task));
    return painted(plot, {900, 380});
}

QImage metrics(const RunSummary& run) {
    if (run.history.empty()) return {};
    std::vector<QImage> parts;
    for (const Metric& first : run.history.front().valid_metrics) {
        CurvePlot plot(Figures::tr("%1, validation").arg(metricTitle(first.name)));
        plot.setAxisLabels(Figures::tr("epoch"), metricTitle(first.name));
        const int s = plot.series(metricTitle(first.name));
        for (const EpochReport& e : run.history)
            for (const Metric& m : e.valid_metrics)
                if (m.name == first.name) plot.append(s, e.epoch, m.value);
        plot.setBest(s, true, first.higher_is_better);
        parts.push_back(painted(plot, {520, 300}));
    }
    return below_each_other(parts, 2);
}

QImage a_distance(const RunSummary& run) {
    CurvePlot plot(Figures::tr("A-distance on validation, mean over layers"));
    plot.setAxisLabels(Figures::tr("epoch"), Figures::tr("A-distance"));
    plot.setYRange(0, 2);
    bool any = false;
    for (const EpochReport& e : run.history) {
        std::map<std::string, std::pair<double, int>> mean;
        for (const ADistance& a : e.a_distance) {
            if (a.head != -1) continue;
            mean[a.pair.name()].first += a.value;
            ++mean[a.pair.name()].second;
        }
        for (const auto& [pair, sum] : mean) {
            any = true;
            plot.append(plot.series(text_of(pair)), e.epoch, sum.first / sum.second);
        }
    }
    return any ? painted(plot, {900, 380}) : QImage();
}

QImage attention(const Dataset& set, std::size_t index, const AttentionSnapshot& snapshot, Pair pair, int layer) {
    const auto found = std::find_if(snapshot.maps.begin(), snapshot.maps.end(),
                                    [&](const AttentionMap& m) { return m.pair == pair && m.layer == layer; });
    if (found == snapshot.maps.end() || found->rows == 0 || found->columns == 0) return {};
    const Clip clip = set.read(index);
    TimeView time;
    double end = clip.info.duration;
    for (const Stream& s : clip.streams)
        if (s.has_times()) end = std::max(end, s.times.back().end);
    time.reset(end);
    QWidget page;
    auto* column = new QVBoxLayout(&page);
    column->setSpacing(1);
    const Task& task = set.info().task;
    QString about = Figures::tr("%1, epoch %2, clip %3 (%4): %5 to %6, layer %7, mean of %n heads; truth %8", nullptr,
                                static_cast<int>(found->heads))
                        .arg(text_of(snapshot.run), QString::number(snapshot.epoch), text_of(clip.info.id),
                             splitTitle(clip.info.split), modalityTitle(pair.source), modalityTitle(pair.target),
                             QString::number(layer + 1), labelText(clip.info.label, task));
    if (task.kind == TaskKind::regression && !snapshot.prediction.empty())
        about += Figures::tr(", prediction %1").arg(labelText(snapshot.prediction, task));
    if (task.kind == TaskKind::classification && !snapshot.prediction.empty()) {
        const auto top = std::max_element(snapshot.prediction.begin(), snapshot.prediction.end());
        about += Figures::tr(", prediction %1 (%2)")
                     .arg(labelText({static_cast<float>(top - snapshot.prediction.begin())}, task),
                          QString::number(static_cast<double>(*top), 'f', 2));
    }
    auto* title = new QLabel(about);
    title->setWordWrap(true);
    auto* words = new WordLane(&time);
    words->setWords(clip.words);
    auto* map = new AttentionMapView(&time);
    const Clip& seen = snapshot.seen ? *snapshot.seen : clip;  // a view may have shown it other steps
    const auto count = [](int steps) { return static_cast<std::size_t>(std::max(0, steps)); };
    const MapAxis source = mapAxis(seen, pair.source, count(found->columns)),
                  target = mapAxis(seen, pair.target, count(found->rows));
    map->setNormalisation(MapNormalisation::row);
    map->setTruth(clip.links.empty() ? AttentionMapView::Truth::times : AttentionMapView::Truth::links);
    map->setMap(*found, source, target, clip.links);
    const int row = telling_row(target, map->shades());
    map->freezeRow(row);
    auto* strip = new FrameStrip;
    strip->setFrames(stepText(target, row),
                     strip_frames(strongestSources(map->shades(), row, 5), source, set.media(index)));
    column->addWidget(title);
    column->addWidget(new RulerLane(&time));
    if (!clip.words.empty())
        column->addWidget(words);
    else
        delete words;
    column->addWidget(map, 1);
    column->addWidget(strip);
    return painted(page, {1000, 560});
}

namespace {

QImage scatter(const Task& task, const std::vector<Prediction>& all) {
    QCustomPlot plot;
    plot.setBackground(QApplication::palette().color(QPalette::Base));
    auto* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, 5));
    graph->setPen(QPen(accentColour(QApplication::palette())));
    for (const Prediction& p : all)
        if (!p.truth.empty() && !p.predicted.empty())
            graph->addData(static_cast<double>(p.truth[0]), static_cast<double>(p.predicted[0]));
    auto* line = plot.addGraph();
    line->setPen(QPen(gridColour(QApplication::palette()), 1, Qt::DashLine));
    line->addData(task.minimum, task.minimum);
    line->addData(task.maximum, task.maximum);
    plot.xAxis->setLabel(Figures::tr("truth"));
    plot.yAxis->setLabel(Figures::tr("prediction"));
    plot.xAxis->setRange(task.minimum * 1.05, task.maximum * 1.05);
    plot.yAxis->setRange(task.minimum * 1.05, task.maximum * 1.05);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        const QColor text = QApplication::palette().color(QPalette::Text);
        axis->setLabelColor(text);
        axis->setTickLabelColor(text);
        axis->setBasePen(text);
        axis->setTickPen(text);
        axis->setSubTickPen(text);
    }
    QPixmap picture = plot.toPixmap(520, 500, kScale);
    return picture.toImage();
}

QImage confusion(const Task& task, const std::vector<Prediction>& all) {
    const auto n = task.classes.size();
    if (n == 0) return {};
    std::vector<std::vector<int>> count(n, std::vector<int>(n));
    for (const Prediction& p : all) {
        if (p.truth.empty() || p.predicted.size() != n) continue;
        const auto truth = static_cast<std::size_t>(p.truth[0]);
        const auto guess =
            static_cast<std::size_t>(std::max_element(p.predicted.begin(), p.predicted.end()) - p.predicted.begin());
        if (truth < n) ++count[truth][guess];
    }
    const int cell = 64, left = 140, top = 80, size = static_cast<int>(n) * cell;
    QImage image(QSize(left + size + 20, top + size + 20) * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    const QPalette palette = QApplication::palette();
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRect(left, 8, size, 24), Qt::AlignCenter, Figures::tr("predicted"));
    painter.drawText(QRect(8, 8, left - 16, top - 16), Qt::AlignLeft | Qt::AlignBottom, Figures::tr("true"));
    for (std::size_t i = 0; i < n; ++i) {
        const int at = static_cast<int>(i) * cell, total = std::max(1, [&] {
                                                       int s = 0;
                                                       for (int c : count[i]) s += c;
                                                       return s;
                                                   }());
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(QRect(left + at, 40, cell, 32), Qt::AlignCenter, text_of(task.classes[i]));
        painter.drawText(QRect(8, top + at, left - 20, cell), Qt::AlignRight | Qt::AlignVCenter,
                         text_of(task.classes[i]));
        for (std::size_t j = 0; j < n; ++j) {
            QColor colour = accentColour(palette);
            colour.setAlphaF(static_cast<float>(count[i][j]) / static_cast<float>(total) * 0.7f);
            const QRect box(left + static_cast<int>(j) * cell, top + at, cell, cell);
            painter.fillRect(box.adjusted(1, 1, -1, -1), colour);
            painter.drawText(box, Qt::AlignCenter, QString::number(count[i][j]));
        }
    }
    return image;
}

}  // namespace

QImage predictions(const Task& task, const std::vector<Prediction>& all) {
    return task.kind == TaskKind::regression ? scatter(task, all) : confusion(task, all);
}

}  // namespace mica::report
