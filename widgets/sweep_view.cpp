#include "widgets/sweep_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QComboBox>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "widgets/dock_keys.h"
#include "widgets/metric_names.h"
#include "widgets/parallel_coordinates.h"
#include "widgets/state_panel.h"
#include "widgets/sweep_importance.h"
#include "widgets/sweep_scatter.h"
#include "widgets/sweep_slices.h"
#include "widgets/sweep_trials.h"

namespace mica {

using State = SweepTrial::State;

SweepView::SweepView(QWidget* parent)
    : QWidget(parent),
      states_(new StatePanel),
      headline_(new QLabel),
      progress_(new QLabel),
      best_(new QLabel),
      test_(new QLabel),
      chosen_(new QLabel),
      reset_(new QToolButton),
      splitter_(new QSplitter(Qt::Vertical)),
      parallel_(new ParallelCoordinates),
      tabs_(new QTabWidget),
      trials_(new SweepTrials),
      history_(new SweepScatter(kTrialKey)),
      slices_(new SweepSlices),
      importance_(new SweepImportance) {
    setObjectName(QStringLiteral("sweepView"));
    build();
    link();
    addKeys();
}

void SweepView::build() {
    const auto label = [](QLabel* one, const char* name) {
        one->setObjectName(QLatin1String(name));
        one->setWordWrap(true);
        one->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        one->setTextInteractionFlags(Qt::TextSelectableByMouse);
        one->setTextFormat(Qt::PlainText);
    };
    label(headline_, "sweepHeadline");
    label(progress_, "sweepProgress");
    label(best_, "sweepBest");
    label(test_, "sweepTest");
    label(chosen_, "sweepChosen");
    QFont bold = headline_->font();
    bold.setBold(true);
    headline_->setFont(bold);
    reset_->setObjectName(QStringLiteral("sweepReset"));
    reset_->setText(tr("List all"));
    reset_->setToolTip(tr("Lifts brushes, search and filter (Alt+Shift+A)"));
    history_->setObjectName(QStringLiteral("sweepHistory"));
    history_->setBestShown(true);
    history_->setLegendShown(true);

    tabs_->setObjectName(QStringLiteral("sweepTabs"));
    tabs_->setAccessibleName(tr("Parts of the sweep"));
    tabs_->addTab(trials_, tr("Trials"));
    tabs_->addTab(history_, tr("History"));
    tabs_->addTab(slices_, tr("Slices"));
    tabs_->addTab(importance_, tr("Importance"));
    const std::array tips{tr("Every trial with its settings (Alt+Shift+1)"),
                          tr("The objective by trial, and the best so far (Alt+Shift+2)"),
                          tr("The objective against each setting, beside published figures (Alt+Shift+3)"),
                          tr("How much hangs on each setting (Alt+Shift+4)")};
    for (int i = 0; i < tabs_->count(); ++i) tabs_->setTabToolTip(i, tips[static_cast<std::size_t>(i)]);
    // a dock at the foot of a window is low: its parts scroll or shrink before the dock does
    splitter_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    tabs_->setMinimumHeight(fontMetrics().height() * 9);
    splitter_->addWidget(parallel_);
    splitter_->addWidget(tabs_);
    splitter_->setChildrenCollapsible(false);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    words_ = new QGridLayout;
    words_->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    words_->setVerticalSpacing(4);
    column->addLayout(words_);
    arrange(false);
    auto* row = new QHBoxLayout;
    row->addWidget(chosen_, 1);
    row->addWidget(reset_);
    column->addLayout(row);
    column->addWidget(splitter_, 1);
    states_->setContent(content);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(4, 4, 4, 4);
    all->addWidget(states_);
}

void SweepView::link() {
    connect(parallel_, &ParallelCoordinates::brushed, this, [this](const SweepBrushes& brushes) {
        SweepBrushes all = brushes;  // those on the trials' numbers have no axis there
        for (const SweepBrush& b : criteria_.brushes)
            if (b.axis == kTrialKey && !brushes.empty()) all.push_back(b);
        SweepCriteria criteria = criteria_;
        criteria.brushes = all;
        setCriteria(criteria);
    });
    connect(history_, &SweepScatter::regionChosen, this, [this](const SweepBrushes& b) { brush(kTrialKey, b); });
    connect(slices_, &SweepSlices::regionChosen, this,
            [this](const QString& axis, const SweepBrushes& b) { brush(axis.toStdString(), b); });
    connect(trials_, &SweepTrials::filterEdited, this,
            [this](const QString& search, const std::optional<State>& state) {
                SweepCriteria criteria = criteria_;
                criteria.search = search;
                criteria.state = state;
                setCriteria(criteria);
            });
    connect(reset_, &QToolButton::clicked, this, [this] { setCriteria({}); });
    const auto linked = [this](auto* part) {
        using Part = std::remove_pointer_t<decltype(part)>;
        connect(part, &Part::trialChosen, this, &SweepView::choose);
        connect(part, &Part::trialActivated, this, &SweepView::activate);
    };
    linked(parallel_);
    linked(history_);
    linked(slices_);
    linked(trials_);
    connect(trials_, &SweepTrials::stopRequested, this,
            [this](int trial) { Q_EMIT stopRequested(list_->report.trials[static_cast<std::size_t>(trial)].number); });
    connect(importance_, &SweepImportance::settingChosen, this, [this](const QString& key) {
        tabs_->setCurrentWidget(slices_);
        slices_->goTo(key.toStdString());
    });
}

void SweepView::addKeys() {
    const auto listed = [this](std::function<void()> work) {
        return [this, work = std::move(work)] {
            if (list_) work();
        };
    };
    const auto part = [&](int tab, QWidget* field) {
        return listed([this, tab, field] {
            tabs_->setCurrentIndex(tab);
            field->setFocus(Qt::ShortcutFocusReason);
        });
    };
    key_help_ = addDockKeys(
        this,
        {{"P", tr("To the parallel coordinates"), listed([this] { parallel_->setFocus(Qt::ShortcutFocusReason); })},
         {"1", tr("To the table of trials"), part(0, trials_->table())},
         {"2", tr("To the history"), part(1, history_)},
         {"3", tr("To the slices"), listed([this] {
              tabs_->setCurrentIndex(2);
              if (!slices_->slices().empty()) slices_->slices().front()->setFocus(Qt::ShortcutFocusReason);
          })},
         {"4", tr("To the importance of the settings"), part(3, importance_)},
         {"F", tr("To the search"), part(0, trials_->search())},
         {"S", tr("To the state that is listed"), part(0, trials_->stateBox())},
         {"A", tr("Lists all trials again"), listed([this] { reset_->click(); })},
         {"O", tr("Opens the chosen trial's run"), listed([this] { trials_->openButton()->click(); })},
         {"X", tr("Stops the chosen trial, where it runs"), listed([this] { trials_->stopButton()->click(); })}});
    key_help_ << tr("Left, Right") + QLatin1Char('\t') +
                     tr("Parallel coordinates: to the next axis, with Ctrl moves it; in a scatter to the next trial");
    key_help_ << tr("Up, Down") + QLatin1Char('\t') +
                     tr("Parallel coordinates: along the axis, with Shift brushes it; Delete lifts its brushes");
    key_help_ << tr("Page Up, Page Down") + QLatin1Char('\t') +
                     tr("Parallel coordinates: through the trials that fit, the best first; Enter opens the run");
}

// A region in a scatter takes the place of what its two axes had.
void SweepView::brush(const std::string& axis, const SweepBrushes& brushes) {
    SweepCriteria criteria = criteria_;
    for (const std::string& key : {axis, std::string(kObjectiveKey)}) liftBrushes(criteria.brushes, key);
    for (const SweepBrush& b : brushes) addBrush(criteria.brushes, b);
    setCriteria(criteria);
}

void SweepView::setCriteria(const SweepCriteria& criteria) {
    if (criteria == criteria_) return;
    criteria_ = criteria;
    spread();
}

// What is chosen goes to all parts.
void SweepView::spread() {
    fit_ = list_ ? fitting_trials(*list_, criteria_) : std::vector<bool>();
    trials_->setFilter(criteria_.search, criteria_.state);
    parallel_->setBrushes(criteria_.brushes);
    history_->setBrushes(criteria_.brushes);
    slices_->setBrushes(criteria_.brushes);
    parallel_->setFitting(fit_);
    trials_->setFitting(fit_);
    history_->setFitting(fit_);
    slices_->setFitting(fit_);
    tell();
}

void SweepView::setReport(SweepReport report) {
    const bool same = list_ && list_->report.folder == report.folder;
    const int number = same ? currentTrial() : -1;
    if (!same) criteria_ = {};
    list_ = make_sweep_list(std::move(report));
    fit_ = fitting_trials(*list_, criteria_);
    parallel_->setList(list_);
    history_->setList(list_);
    slices_->setList(list_);
    trials_->setList(list_, fit_);
    importance_->setShares(list_->report.importance,
                           tr("Importance is told once enough trials are complete and more than one value of a setting "
                              "was tried."));
    spread();
    current_ = -2;  // another list: all parts are told
    setCurrentTrial(number);
    states_->showFull();
}

void SweepView::clear() {
    list_.reset();
    criteria_ = {};
    fit_.clear();
    current_ = -1;
    parallel_->setList(nullptr);
    history_->setList(nullptr);
    slices_->setList(nullptr);
    trials_->setList(nullptr, {});
}

int SweepView::currentTrial() const {
    return list_ && current_ >= 0 ? list_->report.trials[static_cast<std::size_t>(current_)].number : -1;
}

void SweepView::setCurrentTrial(int number) {
    const int trial = list_ ? list_->positionOf(number) : -1;
    if (trial == current_) return;
    current_ = trial;
    parallel_->setCurrent(trial);
    trials_->setCurrent(trial);
    history_->setCurrent(trial);
    slices_->setCurrent(trial);
}

void SweepView::choose(int trial) {
    const int number = list_->report.trials[static_cast<std::size_t>(trial)].number;
    setCurrentTrial(number);
    Q_EMIT trialChosen(number);
}

void SweepView::activate(int trial) {
    choose(trial);
    const std::string& run = list_->report.trials[static_cast<std::size_t>(trial)].run;
    if (!run.empty()) Q_EMIT runActivated(QString::fromStdString(run));
}

// A wide and low dock has its words in two columns and the pictures beside the table.
void SweepView::arrange(bool wide) {
    int i = 0;
    for (QLabel* one : {headline_, best_, progress_, test_}) {
        words_->removeWidget(one);
        words_->addWidget(one, wide ? i / 2 : i, wide ? i % 2 : 0);
        ++i;
    }
    for (int c = 0; c < 2; ++c) words_->setColumnStretch(c, c == 0 || wide ? 1 : 0);
    splitter_->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    splitter_->setMinimumHeight(fontMetrics().height() * (wide ? 9 : 20));
}

void SweepView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = width() > fontMetrics().averageCharWidth() * 110 && width() > 3 * height() / 2;
    if (wide != (splitter_->orientation() == Qt::Horizontal)) arrange(wide);
}

void SweepView::setStoppable(bool on) { trials_->setStoppable(on); }

void SweepView::tell() {
    if (!list_) return;
    const SweepReport& r = list_->report;
    const QString metric = objectiveTitle(r);
    headline_->setText(tr("%1 on %2: %3 on validation, %4")
                           .arg(QString::fromStdString(r.name), QString::fromStdString(r.set_name), metric,
                                r.higher_is_better ? tr("higher is better") : tr("lower is better")));
    QStringList parts;
    for (const State s :
         {State::complete, State::pruned, State::failed, State::stopped, State::running, State::waiting}) {
        const auto n =
            std::count_if(r.trials.begin(), r.trials.end(), [s](const SweepTrial& t) { return t.state == s; });
        if (n > 0) parts << QStringLiteral("%1 %2").arg(QString::number(n), stateTitle(s));
    }
    const QString counts = parts.isEmpty() ? tr("none yet") : parts.join(QStringLiteral(", "));
    progress_->setText(
        tr("%n trials planned: %1", nullptr, r.planned).arg(counts) +
        QStringLiteral(" (%1, %2)")
            .arg(QString::fromStdString(r.sampler),
                 r.pruner == "none" ? tr("no pruning") : tr("pruning: %1").arg(QString::fromStdString(r.pruner))));
    const int best = r.best ? list_->positionOf(*r.best) : -1;
    if (best >= 0) {
        const SweepTrial& t = r.trials[static_cast<std::size_t>(best)];
        QStringList settings;
        for (std::size_t a = 0; a < list_->objective(); ++a)
            settings << QStringLiteral("%1 %2").arg(list_->axes[a].title,
                                                    list_->settingText(static_cast<std::size_t>(best), a));
        best_->setText(tr("Best on validation: trial %1, %2 %3 (%4)")
                           .arg(QString::number(t.number), metric, QString::number(t.value.value_or(NAN), 'g', 5),
                                settings.join(QStringLiteral(", "))));
    } else {
        best_->setText(tr("Best on validation: no trial is complete yet"));
    }
    if (r.test.empty()) {
        test_->setText(tr("Test, reported once: when the sweep has ended"));
    } else {
        QStringList figures;
        for (const auto& [name, value] : r.test)
            figures << QStringLiteral("%1 %2").arg(metricTitle(name), QString::number(value, 'g', 4));
        test_->setText(tr("Test, reported once, of the best trial: %1").arg(figures.join(QStringLiteral(", "))));
    }
    QStringList chosen;
    if (criteria_.state) chosen << stateTitle(*criteria_.state);
    if (!criteria_.search.trimmed().isEmpty()) chosen << QStringLiteral("\"%1\"").arg(criteria_.search.trimmed());
    if (!criteria_.brushes.empty()) chosen << brushText(*list_, criteria_.brushes);
    const auto fit = static_cast<int>(std::count(fit_.begin(), fit_.end(), true));
    chosen_->setText(criteria_.empty() ? tr("All trials are listed")
                                       : tr("%n listed: %1", nullptr, fit).arg(chosen.join(QStringLiteral("; "))));
    reset_->setEnabled(!criteria_.empty());
}

}  // namespace mica
