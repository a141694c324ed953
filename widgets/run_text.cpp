#include "widgets/run_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/reports/csv.h"
#include "core/statistics/spread.h"
#include "widgets/metric_names.h"
#include "widgets/palette.h"

namespace mica {
namespace {

using Kind = RunColumn::Kind;

struct Runs {
    Q_DECLARE_TR_FUNCTIONS(mica::Runs)
};

constexpr int kDigits = 4;  // significant ones of a figure

QString figure(double value) { return QString::number(value, 'g', kDigits); }

QString spread(const SampleSpread& d) {
    if (!d.n) return {};
    return std::isfinite(d.deviation)
               ? QStringLiteral("%1 ± %2").arg(figure(d.mean), QString::number(d.deviation, 'g', 2))
               : figure(d.mean);
}

SampleSpread deviation(const std::vector<RunRowPtr>& rows, const RunColumn& column) {
    std::vector<double> numbers;
    for (const RunRowPtr& row : rows)
        if (const RunValue v = value_of(row->run, row->experiment, column); v.number) numbers.push_back(*v.number);
    return deviation_of(numbers);
}

QString fixedTitle(Kind kind) {
    switch (kind) {
        case Kind::state:
            return Runs::tr("State");
        case Kind::name:
            return Runs::tr("Run");
        case Kind::experiment:
            return Runs::tr("Experiment");
        case Kind::model:
            return Runs::tr("Model");
        case Kind::preset:
            return Runs::tr("Preset");
        case Kind::set:
            return Runs::tr("Set");
        case Kind::seed:
            return Runs::tr("Seed");
        case Kind::epochs:
            return Runs::tr("Epochs");
        case Kind::best:
            return Runs::tr("Best epoch");
        case Kind::created:
            return Runs::tr("Begun");
        case Kind::tags:
            return Runs::tr("Tags");
        case Kind::note:
            return Runs::tr("Note");
        case Kind::valid:
        case Kind::test:
        case Kind::setting:
            break;
    }
    return {};
}

QString fixedTip(Kind kind) {
    switch (kind) {
        case Kind::state:
            return Runs::tr("Whether the run is being trained, and how it ended");
        case Kind::name:
            return Runs::tr("The run's folder, with that of its experiment");
        case Kind::experiment:
            return Runs::tr("The folder that the run lies in, below the runs folder");
        case Kind::model:
            return Runs::tr("The model that was trained");
        case Kind::preset:
            return Runs::tr("The settings that it began with");
        case Kind::set:
            return Runs::tr("The set that it was trained on");
        case Kind::seed:
            return Runs::tr("The number that all its random choices follow from");
        case Kind::epochs:
            return Runs::tr("Epochs done, of those that are planned");
        case Kind::best:
            return Runs::tr("The epoch that was best on validation");
        case Kind::created:
            return Runs::tr("When it was begun (UTC)");
        case Kind::tags:
            return Runs::tr("Words to find it by, with commas between them; F2 writes them");
        case Kind::note:
            return Runs::tr("What you say of it; Shift+F2 writes it");
        case Kind::valid:
        case Kind::test:
        case Kind::setting:
            break;
    }
    return {};
}

}  // namespace

QString columnTitle(const RunColumn& column) {
    if (column.kind == Kind::valid) return Runs::tr("Validation") + QLatin1Char('\n') + metricTitle(column.key);
    if (column.kind == Kind::test) return Runs::tr("Test, reported only") + QLatin1Char('\n') + metricTitle(column.key);
    return column.kind == Kind::setting ? QString::fromStdString(column.key) : fixedTitle(column.kind);
}

QString columnName(const RunColumn& column) {
    return columnTitle(column).replace(QLatin1Char('\n'), QLatin1String(": "));
}

QString columnTip(const RunColumn& column, bool higher) {
    if (column.kind == Kind::valid)
        return Runs::tr("%1; of the best epoch, on validation").arg(metricTip(column.key, higher));
    if (column.kind == Kind::test)
        return Runs::tr("%1; on test, of the epoch that validation chose. Choose runs by validation, not by this")
            .arg(metricTip(column.key, higher));
    if (column.kind == Kind::setting)
        return Runs::tr("The setting %1 of the run").arg(QString::fromStdString(column.key));
    return fixedTip(column.kind);
}

QString cellText(const RunRow& row, const RunColumn& column) {
    const CatalogueEntry& run = row.run;
    switch (column.kind) {
        case Kind::state:
            return stateTitle(run.state);
        case Kind::epochs:
            return run.epochs > 0 ? QStringLiteral("%1/%2").arg(run.epochs_done).arg(run.epochs) : QString();
        case Kind::created:  // "2026-11-25T03:31:08Z"
            return QString::fromStdString(run.created).left(16).replace(QLatin1Char('T'), QLatin1Char(' '));
        case Kind::note:
            return QString::fromStdString(run.notes.note).simplified();
        default:
            break;
    }
    const RunValue value = value_of(run, row.experiment, column);
    return column.metric() ? (value.number ? figure(*value.number) : QString()) : QString::fromStdString(value.text);
}

QString groupText(const std::vector<RunRowPtr>& rows, const RunColumn& column) {
    if (rows.empty()) return {};
    if (column.metric()) return spread(deviation(rows, column));
    const QString first = cellText(*rows.front(), column);
    return std::all_of(rows.begin(), rows.end(), [&](const RunRowPtr& r) { return cellText(*r, column) == first; })
               ? first
               : QString();
}

QString groupTip(const std::vector<RunRowPtr>& rows, const RunColumn& column) {
    if (!column.metric()) return groupText(rows, column);
    const SampleSpread d = deviation(rows, column);
    if (!d.n) return {};
    if (!std::isfinite(d.deviation)) return Runs::tr("Only one run has this figure.");
    return Runs::tr("Mean and deviation (of the sample) over %n runs; from %1 to %2", nullptr, static_cast<int>(d.n))
        .arg(figure(d.minimum), figure(d.maximum));
}

QString stateTitle(const std::string& state) {
    if (state == "running") return Runs::tr("running");
    if (state == "finished") return Runs::tr("finished");
    if (state == "stopped") return Runs::tr("stopped");
    if (state == "killed") return Runs::tr("killed");
    if (state == "damaged") return Runs::tr("damaged");
    return QString::fromStdString(state);
}

QString stateTip(const CatalogueEntry& run) {
    if (run.state == "running") return Runs::tr("Being trained at this moment");
    if (run.state == "finished") return Runs::tr("Trained to its end");
    if (run.state == "stopped") return Runs::tr("Stopped and saved; it can be resumed");
    if (run.state == "killed")
        return Runs::tr("Its process ended without a word; it can be resumed from its last checkpoint");
    if (run.state == "damaged") return QString::fromStdString(run.trouble);
    return {};
}

namespace {

/// one: in that colour, whatever the state.
QPixmap statePicture(const std::string& state, const QPalette& palette, const QColor& one = {}) {
    QPixmap picture(32, 32);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter p(&picture);
    p.setRenderHint(QPainter::Antialiasing);
    const auto pen = [&](const QColor& colour) {
        p.setPen(QPen(one.isValid() ? one : colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.setBrush(Qt::NoBrush);
    };
    if (state == "running") {  // a triangle
        p.setPen(Qt::NoPen);
        p.setBrush(one.isValid() ? one : accentColour(palette));
        p.drawPolygon(QPolygonF{{4, 2.5}, {13.5, 8}, {4, 13.5}});
    } else if (state == "finished") {  // a tick
        pen(successColour(palette));
        p.drawPolyline(QPolygonF{{3, 8.5}, {6.5, 12.5}, {13, 3.5}});
    } else if (state == "stopped") {  // a square
        pen(quietText(palette));
        p.drawRect(QRectF(4, 4, 8, 8));
    } else if (state == "killed") {  // a cross
        pen(warningColour(palette));
        p.drawLine(QPointF(4, 4), QPointF(12, 12));
        p.drawLine(QPointF(12, 4), QPointF(4, 12));
    } else {  // a triangle with a mark
        pen(failureColour(palette));
        p.drawPolygon(QPolygonF{{8, 2}, {14.5, 13.5}, {1.5, 13.5}});
        p.drawLine(QPointF(8, 6.5), QPointF(8, 9));
        p.drawPoint(QPointF(8, 11.5));
    }
    return picture;
}

}  // namespace

QIcon stateIcon(const std::string& state, const QPalette& palette) {
    QIcon icon(statePicture(state, palette));
    icon.addPixmap(statePicture(state, palette, palette.color(QPalette::HighlightedText)), QIcon::Selected);
    return icon;
}

std::string runsCsv(const std::vector<RunRowPtr>& runs, const std::vector<RunColumn>& columns) {
    std::string text = "path";
    for (const RunColumn& column : columns) text += "," + csv_field(column.id().toStdString());
    for (const RunRowPtr& row : runs) {
        text += "\n" + csv_field(row->run.path.string());
        for (const RunColumn& column : columns) {
            const RunValue v = value_of(row->run, row->experiment, column);
            text += "," + (v.text.empty() && v.number
                               ? QString::number(*v.number, 'g', QLocale::FloatingPointShortest).toStdString()
                               : csv_field(v.text));
        }
    }
    return text + "\n";
}

QString tagsText(const std::set<std::string>& tags) {
    QStringList all;
    for (const std::string& tag : tags) all << QString::fromStdString(tag);
    return all.join(QLatin1String(", "));
}

std::set<std::string> tagsOf(const QString& text) {
    std::set<std::string> tags;
    for (const QString& part : text.split(QLatin1Char(',')))
        if (const QString tag = part.simplified(); !tag.isEmpty()) tags.insert(tag.toStdString());
    return tags;
}

}  // namespace mica
