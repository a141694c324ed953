#include "app/workbench/evidence_view.h"

#include <QComboBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/key_page.h"
#include "widgets/dock_keys.h"
#include "widgets/score_list.h"
#include "widgets/state_panel.h"

namespace mica {

EvidenceView::EvidenceView(Selection* selection, JobBoard* jobs, RunList* runs, QWidget* parent)
    : QWidget(parent), kinds_(new QComboBox), scope_(new EvidenceScope), stack_(new QStackedWidget) {
    const EvidenceContext context{selection, jobs, runs, scope_};
    kinds_->setAccessibleName(tr("Evidence"));
    kinds_->setToolTip(tr("What is measured of the chosen run (Alt+Shift+K)"));
    const auto add = [this, selection](EvidencePanel* panel, const QString& name) {
        kinds_->addItem(name);
        stack_->addWidget(panel);
        connect(panel, &EvidencePanel::clipWanted, selection, &Selection::goTo);
    };
    add(new CorrAccPanel(context), tr("Corr. Acc: is the right time attended?"));
    add(new ADistancePanel(context), tr("A-distance: are queries and keys alike?"));
    add(new ProjectionPanel(context), tr("Projection: where do queries and keys lie?"));
    add(new DistancePanel(context), tr("Distances: are true pairs nearer?"));
    add(new ContributionPanel(context), tr("Contribution: which stream matters?"));
    add(new FaithfulnessPanel(context), tr("Faithfulness: does attended mean used?"));
    kinds_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kinds_->setMinimumContentsLength(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    column->addWidget(kinds_);
    column->addWidget(scope_);
    column->addWidget(stack_, 1);
    // the dock is as tall as the panel on screen needs, not as the tallest of them
    const auto turn = [this](int shown) {
        for (int i = 0; i < stack_->count(); ++i)
            stack_->widget(i)->setSizePolicy(QSizePolicy::Ignored,
                                             i == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        stack_->setCurrentIndex(shown);
    };
    connect(kinds_, &QComboBox::currentIndexChanged, this, turn);
    turn(0);
    addKeys();
}

void EvidenceView::addKeys() {
    const auto go = [](QWidget* field) { return [field] { field->setFocus(Qt::ShortcutFocusReason); }; };
    const auto step = [this](int by) {
        return [this, by] { kinds_->setCurrentIndex(std::clamp(kinds_->currentIndex() + by, 0, kinds_->count() - 1)); };
    };
    describeKeys(this, tr("Evidence"),
                 addDockKeys(this, {{"K", tr("To the kind of evidence"), go(kinds_)},
                                    {"PgUp", tr("The kind before"), step(-1)},
                                    {"PgDown", tr("The next kind"), step(1)},
                                    {"S", tr("To the split that is looked at"), go(scope_->split())},
                                    {"N", tr("To how many clips are looked at"), go(scope_->most())},
                                    {EvidencePanel::kKey, tr("Measures what is chosen, or stops it"),
                                     [this] {
                                         if (QPushButton* button = shown()->states()->button()) button->click();
                                     }},
                                    {"T", tr("To the table or the picture"),
                                     [this] { shown()->picture()->setFocus(Qt::ShortcutFocusReason); }},
                                    {"L", tr("To the list of clips"), [this] {
                                         if (auto* list = shown()->findChild<ScoreList*>())
                                             list->setFocus(Qt::ShortcutFocusReason);
                                     }}}));
}

EvidencePanel* EvidenceView::shown() const { return panel(static_cast<Kind>(kinds_->currentIndex())); }

void EvidenceView::setKind(Kind kind) { kinds_->setCurrentIndex(static_cast<int>(kind)); }

EvidencePanel* EvidenceView::panel(Kind kind) const {
    return qobject_cast<EvidencePanel*>(stack_->widget(static_cast<int>(kind)));
}

}  // namespace mica
