// What predictions and their comparison say of themselves.
#include <QCoreApplication>

#include <cmath>

#include "widgets/outcome_list.h"

namespace mica {
namespace {

struct Outcomes {
    Q_DECLARE_TR_FUNCTIONS(mica::Outcomes)
};

QString rangeText(const NumberRange& range) {
    const auto number = [](double v) { return QString::number(v, 'f', 2); };
    if (range.low && range.high) return Outcomes::tr("%1 to %2").arg(number(*range.low), number(*range.high));
    return range.low ? Outcomes::tr("from %1").arg(number(*range.low))
                     : Outcomes::tr("up to %1").arg(number(*range.high));
}

}  // namespace

QString valueText(double value, const OutcomeList& list) {
    if (!std::isfinite(value)) return {};
    const Task& task = list.task();
    if (list.regression()) return labelText({static_cast<float>(value)}, task);
    if (task.parts.empty() || list.part >= 0) {
        Task classes = task;  // of one part: "no" or "yes"
        classes.parts.clear();
        return labelText({static_cast<float>(value)}, classes);
    }
    std::vector<float> label;
    const auto bits = static_cast<std::uint64_t>(std::max(0.0, value));
    for (std::size_t p = 0; p < task.parts.size(); ++p) label.push_back(static_cast<float>(bits >> p & 1));
    return labelText(label, task);
}

QString verdictTitle(Verdict verdict) {
    switch (verdict) {
        case Verdict::right:
            return Outcomes::tr("right");
        case Verdict::wrong:
            return Outcomes::tr("wrong");
        case Verdict::uncounted:
            break;
    }
    return Outcomes::tr("not counted");
}

QString pairTitle(PairCell cell) {
    switch (cell) {
        case PairCell::both:
            return Outcomes::tr("both right");
        case PairCell::only_a:
            return Outcomes::tr("only A");
        case PairCell::only_b:
            return Outcomes::tr("only B");
        case PairCell::none:
            return Outcomes::tr("both wrong");
        case PairCell::uncounted:
            break;
    }
    return Outcomes::tr("not counted");
}

QString measureTitle(Measure measure) {
    switch (measure) {
        case Measure::classes:
            return Outcomes::tr("the class");
        case Measure::acc7:
            return Outcomes::tr("7 classes (Acc_7)");
        case Measure::acc5:
            return Outcomes::tr("5 classes (Acc_5)");
        case Measure::sign_non0:
            return Outcomes::tr("sign, without 0 (Acc_2 non0)");
        case Measure::sign_has0:
            break;
    }
    return Outcomes::tr("sign, with 0 (Acc_2 has0)");
}

QString measureTip(Measure measure) {
    switch (measure) {
        case Measure::classes:
            return Outcomes::tr("The most probable class is the true one");
        case Measure::acc7:
            return Outcomes::tr("Truth and prediction, cut to [-3, 3], round to the same whole number (half to even)");
        case Measure::acc5:
            return Outcomes::tr("Truth and prediction, cut to [-2, 2], round to the same whole number (half to even)");
        case Measure::sign_non0:
            return Outcomes::tr("[p > 0] = [y > 0]; clips with y = 0 are not counted");
        case Measure::sign_has0:
            break;
    }
    return Outcomes::tr("[p >= 0] = [y >= 0], all clips");
}

QStringList binTitles(Measure measure, const Task& task) {
    QStringList names;
    for (int i = 0; i < bin_count(measure, task); ++i) names << QString::fromStdString(bin_name(measure, task, i));
    return names;
}

QString chosenText(const OutcomeCriteria& c, const OutcomeList& list) {
    QStringList texts;
    if (c.cell) {
        const QStringList names = binTitles(list.measure, list.task());
        QStringList cell;
        if (!list.parts.empty())
            cell << QString::fromStdString(list.task().parts[static_cast<std::size_t>(c.cell->part)]);
        if (c.cell->truth >= 0) cell << Outcomes::tr("truth %1").arg(names.value(c.cell->truth));
        if (c.cell->predicted >= 0) cell << Outcomes::tr("prediction %1").arg(names.value(c.cell->predicted));
        texts << cell.join(QStringLiteral(", "));
    }
    if (!c.truth.empty()) texts << Outcomes::tr("truth %1").arg(rangeText(c.truth));
    if (!c.prediction.empty()) texts << Outcomes::tr("prediction %1").arg(rangeText(c.prediction));
    if (!c.error.empty()) texts << Outcomes::tr("error %1").arg(rangeText(c.error));
    if (c.pair) texts << pairTitle(*c.pair);
    return texts.join(QStringLiteral("; "));
}

}  // namespace mica
