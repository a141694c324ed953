// The keys of the predictions: they hold while the keyboard is in them.
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>

#include <functional>

#include "widgets/outcome_filters.h"
#include "widgets/pair_table.h"
#include "widgets/prediction_pictures.h"
#include "widgets/predictions_view.h"
#include "widgets/range_field.h"

namespace mica {
namespace {

struct KeyHelp {
    const char* key;
    const char* text;
};
// With Alt and Shift: Alt alone belongs to the menus and to the other docks.
constexpr KeyHelp kHelp[] = {
    {"W", QT_TRANSLATE_NOOP("mica::PredictionsView", "Lists what is wrong by the chosen measure, or all")},
    {"G", QT_TRANSLATE_NOOP("mica::PredictionsView", "Lists what has the other sign than its label, or all")},
    {"F", QT_TRANSLATE_NOOP("mica::PredictionsView", "To the search")},
    {"S", QT_TRANSLATE_NOOP("mica::PredictionsView", "To the split")},
    {"L", QT_TRANSLATE_NOOP("mica::PredictionsView", "To the label")},
    {"C", QT_TRANSLATE_NOOP("mica::PredictionsView", "To the run that is compared with")},
    {"J", QT_TRANSLATE_NOOP("mica::PredictionsView", "To what counts as right")},
    {"P", QT_TRANSLATE_NOOP("mica::PredictionsView", "To the part of the label")},
    {"A", QT_TRANSLATE_NOOP("mica::PredictionsView", "Lists all again")},
    {"K", QT_TRANSLATE_NOOP("mica::PredictionsView", "Predicts the clips that have no prediction yet")},
    {"H", QT_TRANSLATE_NOOP("mica::PredictionsView", "Matrix: shares of each truth, or counts")},
    {"1", QT_TRANSLATE_NOOP("mica::PredictionsView", "Two runs: lists what both get right, or all")},
    {"2", QT_TRANSLATE_NOOP("mica::PredictionsView", "Two runs: lists what only A gets right, or all")},
    {"3", QT_TRANSLATE_NOOP("mica::PredictionsView", "Two runs: lists what only B gets right, or all")},
    {"4", QT_TRANSLATE_NOOP("mica::PredictionsView", "Two runs: lists what both get wrong, or all")},
    {"T", QT_TRANSLATE_NOOP("mica::PredictionsView", "To the table")},
    {"PgUp", QT_TRANSLATE_NOOP("mica::PredictionsView", "The picture before")},
    {"PgDown", QT_TRANSLATE_NOOP("mica::PredictionsView", "The next picture")},
};

QKeySequence sequence(const char* key) { return QKeySequence(QStringLiteral("Alt+Shift+") + QLatin1String(key)); }

}  // namespace

void PredictionsView::addKeys() {
    const auto on = [this](const char* key, std::function<void()> work) {
        auto* shortcut = new QShortcut(sequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, work = std::move(work)] {
            if (list_) work();
        });
    };
    const auto click = [](QAbstractButton* button) {
        return [button] {
            if (button->isVisible()) button->click();
        };
    };
    const auto go = [](QWidget* field) { return [field] { field->setFocus(Qt::ShortcutFocusReason); }; };
    const auto turn = [this](int by) {
        int to = pictures_->currentIndex() + by;
        while (to >= 0 && to < pictures_->count() && !pictures_->isTabVisible(to)) to += by;
        if (to >= 0 && to < pictures_->count()) pictures_->setCurrentIndex(to);
    };
    on("W", click(filters_->wrong()));
    on("G", click(filters_->flipped()));
    on("F", go(filters_->search()));
    on("S", go(filters_->split()));
    on("L", [this] {
        (list_->regression() ? static_cast<QWidget*>(filters_->label()) : filters_->labelClass())->setFocus();
    });
    on("C", go(compare_));
    on("J", go(measure_));
    on("P", go(part_));
    on("A", click(reset_));
    on("K", click(compute_));
    on("H", [this] { pictures_->shares()->toggle(); });
    on("T", go(table_));
    on("PgUp", [turn] { turn(-1); });
    on("PgDown", [turn] { turn(1); });
    const char* digits[] = {"1", "2", "3", "4"};
    for (std::size_t i = 0; i < 4; ++i)
        on(digits[i], [this, i] {
            if (list_->paired()) pictures_->pairs()->button(static_cast<PairCell>(i))->click();
        });
}

QStringList PredictionsView::keyHelp() const {
    QStringList rows;
    for (const KeyHelp& help : kHelp)
        rows << sequence(help.key).toString(QKeySequence::NativeText) + QLatin1Char('\t') + tr(help.text);
    rows << tr("Arrows") + QLatin1Char('\t') + tr("In a picture: to the next point, bar or cell; Enter chooses it");
    rows << tr("Shift+Arrows") + QLatin1Char('\t') + tr("Scatter: widens a region about the point; Escape lifts it");
    return rows;
}

}  // namespace mica
