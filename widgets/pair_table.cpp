#include "widgets/pair_table.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <cmath>

#include "widgets/outcome_list.h"

namespace mica {
namespace {

QString count(std::size_t n) { return QLocale().toString(static_cast<qulonglong>(n)); }
QString number(double v) { return std::isfinite(v) ? QString::asprintf("%+.3f", v) : PairTable::tr("not defined"); }
QString p_text(double p) {
    return p < 1e-4 ? QStringLiteral("p < 0.0001") : QStringLiteral("p = %1").arg(p, 0, 'f', 4);
}
QString interval(const BootstrapInterval& i, double confidence) {
    return PairTable::tr("%1 % interval %2 to %3").arg(100 * confidence).arg(number(i.low), number(i.high));
}

}  // namespace

QStringList comparisonText(const Comparison& c, bool classes, const PairedWish& wish) {
    QStringList lines;
    const RightWrongTest& r = c.right;
    const ErrorTest& e = c.error;
    lines << PairTable::tr("Right by %1, n = %2: A - B %3, %4; McNemar's exact test, two-sided: %5")
                 .arg(measureTitle(c.measure), count(r.n()), number(r.difference),
                      interval(r.interval, wish.confidence), p_text(r.p));
    lines << (classes ? PairTable::tr("1 - p(true class), n = %1: A %2, B %3, A - B %4, %5, effect d_z %6")
                      : PairTable::tr("Absolute error, n = %1: A %2, B %3, A - B %4, %5, effect d_z %6"))
                 .arg(count(e.n), QString::number(e.mean_a, 'f', 3), QString::number(e.mean_b, 'f', 3),
                      number(e.difference), interval(e.interval, wish.confidence), number(e.effect));
    lines << (e.permutation_exact
                  ? PairTable::tr("Paired permutation test (all signs), two-sided: %1").arg(p_text(e.permutation_p))
                  : PairTable::tr("Paired permutation test (%1 drawn signs, seed %2), two-sided: %3")
                        .arg(count(static_cast<std::size_t>(wish.resamples)))
                        .arg(wish.seed)
                        .arg(p_text(e.permutation_p)));
    lines << PairTable::tr("Wilcoxon's signed ranks (%1, %2 unequal pairs), two-sided: %3; rank correlation %4")
                 .arg(e.wilcoxon_exact ? PairTable::tr("exact") : PairTable::tr("normal approximation"),
                      count(e.unequal), p_text(e.wilcoxon_p), number(e.rank_correlation));
    if (c.split != Split::test)
        lines
            << (c.split == Split::train || !c.split
                    ? PairTable::tr(
                          "Training clips are among these: both runs have learnt them. Choose the test split.")
                    : PairTable::tr(
                          "These are not test clips: the best epoch was chosen by validation. Choose the test split."));
    QStringList left;
    if (c.unpaired) left << PairTable::tr("%1 that only one run has predicted").arg(count(c.unpaired));
    if (c.unlabelled) left << PairTable::tr("%1 without a label").arg(count(c.unlabelled));
    if (c.uncounted) left << PairTable::tr("%1 that the measure does not count").arg(count(c.uncounted));
    if (!left.isEmpty()) lines << PairTable::tr("Left out: %1.").arg(left.join(QStringLiteral(", ")));
    lines << PairTable::tr(
                 "Intervals: bootstrap of clips, %1 resamples, seed %2. One small p among many settings, seeds or "
                 "measures proves little; clips of one video or speaker are not independent, which makes p too small.")
                 .arg(count(static_cast<std::size_t>(wish.resamples)))
                 .arg(wish.seed);
    for (QString& line : lines) line.prepend(QStringLiteral("\u2022 "));
    lines.prepend(c.split ? PairTable::tr("Tests of the %1 split, whatever is searched for:").arg(splitTitle(*c.split))
                          : PairTable::tr("Tests of all splits, whatever is searched for:"));
    return lines;
}

PairTable::PairTable(QWidget* parent) : QWidget(parent), runs_(new QLabel), tests_(new QLabel) {
    for (QLabel* label : {runs_, tests_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    tests_->setObjectName(QStringLiteral("pairTests"));
    tests_->setAccessibleName(tr("Paired tests"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4, 4, 4, 4);
    grid->setSpacing(4);
    grid->addWidget(runs_, 0, 0, 1, 3);
    const auto head = [](const QString& text) {
        auto* label = new QLabel(text);
        label->setAlignment(Qt::AlignCenter);
        return label;
    };
    grid->addWidget(head(tr("B right")), 1, 1);
    grid->addWidget(head(tr("B wrong")), 1, 2);
    grid->addWidget(head(tr("A right")), 2, 0);
    grid->addWidget(head(tr("A wrong")), 3, 0);
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        const auto cell = static_cast<PairCell>(i);
        auto* button = buttons_[i] = new QToolButton;
        button->setObjectName(QStringLiteral("pair%1").arg(i));
        button->setCheckable(true);
        button->setToolTip(
            tr("Lists the clips: %1; once more: all again (Alt+Shift+%2)").arg(pairTitle(cell)).arg(i + 1));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // narrow docks cut the share
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
        button->setMinimumHeight(fontMetrics().height() * 5 / 2);
        grid->addWidget(button, 2 + static_cast<int>(i) / 2, 1 + static_cast<int>(i) % 2);
        connect(button, &QToolButton::clicked, this, [this, cell](bool on) {
            const std::optional<PairCell> chosen = on ? std::optional(cell) : std::nullopt;
            setChosen(chosen);
            Q_EMIT cellChosen(chosen);
        });
    }
    grid->addWidget(tests_, 4, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(5, 1);
}

void PairTable::setCounts(const std::array<std::size_t, 5>& counts, const QString& a, const QString& b) {
    runs_->setText(tr("A: %1\nB: %2").arg(a, b));
    const std::size_t all = counts[0] + counts[1] + counts[2] + counts[3];
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        const double share = all ? 100 * static_cast<double>(counts[i]) / static_cast<double>(all) : 0;
        buttons_[i]->setText(
            tr("%1\n%2 (%3 %)").arg(pairTitle(static_cast<PairCell>(i)), count(counts[i])).arg(share, 0, 'f', 1));
        buttons_[i]->setAccessibleName(buttons_[i]->text().replace(QLatin1Char('\n'), QStringLiteral(": ")));
    }
}

void PairTable::setComparison(const std::optional<Comparison>& comparison, bool classes, const PairedWish& wish,
                              const QString& why) {
    tests_->setText(comparison      ? comparisonText(*comparison, classes, wish).join(QLatin1Char('\n'))
                    : why.isEmpty() ? tr("The tests are being computed...")
                                    : why);
}

void PairTable::setChosen(std::optional<PairCell> cell) {
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->setChecked(cell && static_cast<std::size_t>(*cell) == i);
}

QString PairTable::words() const { return tests_->text(); }

}  // namespace mica
