#include "widgets/metric_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mica {
namespace {

struct Name {
    const char* key;
    const char* title;
    const char* tip;
};

constexpr std::array<Name, 16> kNames{{
    {"mae", QT_TRANSLATE_NOOP("mica::Metric", "MAE"),
     QT_TRANSLATE_NOOP("mica::Metric", "Mean absolute error: mean |p - y|")},
    {"corr", QT_TRANSLATE_NOOP("mica::Metric", "Corr"),
     QT_TRANSLATE_NOOP("mica::Metric", "Pearson correlation of prediction and truth")},
    {"acc7", QT_TRANSLATE_NOOP("mica::Metric", "Acc_7"),
     QT_TRANSLATE_NOOP("mica::Metric",
                       "Share of samples whose rounded value in [-3, 3] is right (half to even, zeros included)")},
    {"acc5", QT_TRANSLATE_NOOP("mica::Metric", "Acc_5"),
     QT_TRANSLATE_NOOP("mica::Metric",
                       "Share of samples whose rounded value in [-2, 2] is right (half to even, zeros included)")},
    {"acc2_non0", QT_TRANSLATE_NOOP("mica::Metric", "Acc_2 (non0)"),
     QT_TRANSLATE_NOOP("mica::Metric", "Share of right signs, [p > 0] = [y > 0], over samples with y other than 0")},
    {"f1_non0", QT_TRANSLATE_NOOP("mica::Metric", "F1 (non0)"),
     QT_TRANSLATE_NOOP("mica::Metric",
                       "F1 of the sign, classes weighted by their true number, samples with y other than 0")},
    {"f1_non0_mult", QT_TRANSLATE_NOOP("mica::Metric", "F1 (non0, MulT-compatible)"),
     QT_TRANSLATE_NOOP("mica::Metric",
                       "F1 of the sign, classes weighted by their predicted number as the public MulT code does")},
    {"acc2_has0", QT_TRANSLATE_NOOP("mica::Metric", "Acc_2 (has0)"),
     QT_TRANSLATE_NOOP("mica::Metric", "Share of right signs, [p >= 0] = [y >= 0], over all samples")},
    {"f1_has0", QT_TRANSLATE_NOOP("mica::Metric", "F1 (has0)"),
     QT_TRANSLATE_NOOP("mica::Metric", "F1 of the sign with 0 as positive, classes weighted by their true number")},
    {"accuracy", QT_TRANSLATE_NOOP("mica::Metric", "Accuracy"),
     QT_TRANSLATE_NOOP("mica::Metric", "Share of samples whose most probable class is right")},
    {"f1", QT_TRANSLATE_NOOP("mica::Metric", "F1 (weighted)"),
     QT_TRANSLATE_NOOP("mica::Metric", "Mean of the classes' F1, weighted by their true number")},
    {"f1_macro", QT_TRANSLATE_NOOP("mica::Metric", "F1 (macro)"),
     QT_TRANSLATE_NOOP("mica::Metric", "Plain mean of the classes' F1")},
    {"cross_entropy", QT_TRANSLATE_NOOP("mica::Metric", "Cross-entropy"),
     QT_TRANSLATE_NOOP("mica::Metric", "Mean of -log p(true class), in nats")},
    {"baseline", QT_TRANSLATE_NOOP("mica::Metric", "Majority class"),
     QT_TRANSLATE_NOOP("mica::Metric", "Accuracy of always saying the commonest class")},
    {"acc", QT_TRANSLATE_NOOP("mica::Metric", "Accuracy (mean of emotions)"),
     QT_TRANSLATE_NOOP("mica::Metric", "Mean of the four emotions' accuracies")},
    {"loss", QT_TRANSLATE_NOOP("mica::Metric", "Loss"), QT_TRANSLATE_NOOP("mica::Metric", "Total loss on the split")},
}};

const Name* find(const std::string& key) {
    const auto* it = std::find_if(kNames.begin(), kNames.end(), [&](const Name& n) { return key == n.key; });
    return it == kNames.end() ? nullptr : it;
}

struct Metric {
    Q_DECLARE_TR_FUNCTIONS(mica::Metric)
};

}  // namespace

QString metricTitle(const std::string& key) {
    const Name* name = find(key);
    return name ? Metric::tr(name->title) : QString::fromStdString(key);
}

QString metricTip(const std::string& key, bool higherIsBetter) {
    const Name* name = find(key);
    const QString way = higherIsBetter ? Metric::tr("higher is better") : Metric::tr("lower is better");
    return QStringLiteral("%1 (%2)").arg(name ? Metric::tr(name->tip) : QString::fromStdString(key), way);
}

}  // namespace mica
