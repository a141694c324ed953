// The keys of the predictions: they hold while the keyboard is in them.
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <functional>

#include "widgets/dock_keys.h"
#include "widgets/outcome_filters.h"
#include "widgets/pair_table.h"
#include "widgets/prediction_pictures.h"
#include "widgets/predictions_view.h"
#include "widgets/range_field.h"
#include "widgets/state_panel.h"

namespace mica {

void PredictionsView::addKeys() {
    // nothing to list, no key but the one that predicts
    const auto listed = [this](std::function<void()> work) {
        return [this, work = std::move(work)] {
            if (list_) work();
        };
    };
    const auto click = [&](QAbstractButton* button) {
        return listed([button] {
            if (button->isVisible()) button->click();
        });
    };
    const auto go = [&](QWidget* field) { return listed([field] { field->setFocus(Qt::ShortcutFocusReason); }); };
    const auto turn = [&](int by) {
        return listed([this, by] {
            int to = pictures_->currentIndex() + by;
            while (to >= 0 && to < pictures_->count() && !pictures_->isTabVisible(to)) to += by;
            if (to >= 0 && to < pictures_->count()) pictures_->setCurrentIndex(to);
        });
    };
    const auto pair = [&](PairCell cell) {
        return listed([this, cell] {
            if (list_->paired()) pictures_->pairs()->button(cell)->click();
        });
    };
    key_help_ = addDockKeys(
        this, {{"W", tr("Lists what is wrong by the chosen measure, or all"), click(filters_->wrong())},
               {"G", tr("Lists what has the other sign than its label, or all"), click(filters_->flipped())},
               {"F", tr("To the search"), go(filters_->search())},
               {"S", tr("To the split"), go(filters_->split())},
               {"L", tr("To the label"), listed([this] {
                    (list_->regression() ? static_cast<QWidget*>(filters_->label()) : filters_->labelClass())
                        ->setFocus(Qt::ShortcutFocusReason);
                })},
               {"C", tr("To the run that is compared with"), go(compare_)},
               {"J", tr("To what counts as right"), go(measure_)},
               {"P", tr("To the part of the label"), go(part_)},
               {"A", tr("Lists all again"), click(reset_)},
               {"K", tr("Predicts the clips that have no prediction yet, or stops it"),
                [this] {
                    QPushButton* button = states_->button();
                    if (!button && compute_->isVisible()) button = compute_;
                    if (button) button->click();
                }},
               {"H", tr("Matrix: shares of each truth, or counts"), listed([this] { pictures_->shares()->toggle(); })},
               {"1", tr("Two runs: lists what both get right, or all"), pair(PairCell::both)},
               {"2", tr("Two runs: lists what only A gets right, or all"), pair(PairCell::only_a)},
               {"3", tr("Two runs: lists what only B gets right, or all"), pair(PairCell::only_b)},
               {"4", tr("Two runs: lists what both get wrong, or all"), pair(PairCell::none)},
               {"T", tr("To the table"), go(table_)},
               {"PgUp", tr("The picture before"), turn(-1)},
               {"PgDown", tr("The next picture"), turn(1)}});
    key_help_ << tr("Arrows") + QLatin1Char('\t') +
                     tr("In a picture: to the next point, bar or cell; Enter chooses it");
    key_help_ << tr("Shift+Arrows") + QLatin1Char('\t') +
                     tr("Scatter: widens a region about the point; Escape lifts it");
}

}  // namespace mica
