// A sweep on screen: what it is, parallel coordinates, and trials, history, slices and importance below, all linked.
#pragma once

#include <QWidget>

#include <memory>
#include <vector>

#include "widgets/sweep_list.h"

class QGridLayout;
class QLabel;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace mica {

class ParallelCoordinates;
class StatePanel;
class SweepImportance;
class SweepScatter;
class SweepSlices;
class SweepTrials;

/// What is brushed, searched or filtered in one part is chosen in all; so is the trial that is chosen.
class SweepView : public QWidget {
    Q_OBJECT
public:
    explicit SweepView(QWidget* parent = nullptr);

    /// The state of a sweep. Of the folder that is shown already, all that was chosen stays.
    void setReport(SweepReport report);
    /// No sweep: states() say why.
    void clear();
    [[nodiscard]] const std::shared_ptr<const SweepList>& list() const { return list_; }
    void setCriteria(const SweepCriteria& criteria);
    [[nodiscard]] const SweepCriteria& criteria() const { return criteria_; }
    /// By position.
    [[nodiscard]] const std::vector<bool>& fitting() const { return fit_; }
    /// Number of the chosen trial; -1: none.
    [[nodiscard]] int currentTrial() const;
    /// By number; sends nothing.
    void setCurrentTrial(int number);
    /// Whether single trials can be stopped from here.
    void setStoppable(bool on);

    [[nodiscard]] StatePanel* states() const { return states_; }
    [[nodiscard]] ParallelCoordinates* parallel() const { return parallel_; }
    [[nodiscard]] SweepTrials* trials() const { return trials_; }
    [[nodiscard]] SweepScatter* history() const { return history_; }
    [[nodiscard]] SweepSlices* slices() const { return slices_; }
    [[nodiscard]] SweepImportance* importance() const { return importance_; }
    [[nodiscard]] QTabWidget* tabs() const { return tabs_; }
    [[nodiscard]] QToolButton* resetButton() const { return reset_; }
    /// Keys and what they do, a tab between them.
    [[nodiscard]] const QStringList& keyHelp() const { return key_help_; }

Q_SIGNALS:
    void trialChosen(int number);
    /// To look at a trial's run.
    void runActivated(const QString& run);
    void stopRequested(int number);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void link();
    void addKeys();
    void brush(const std::string& axis, const SweepBrushes& brushes);
    void choose(int trial);
    void activate(int trial);
    void spread();
    void tell();
    void arrange(bool wide);

    std::shared_ptr<const SweepList> list_;
    SweepCriteria criteria_;
    std::vector<bool> fit_;
    int current_ = -1;  // position
    StatePanel* states_;
    QLabel *headline_, *progress_, *best_, *test_, *chosen_;
    QToolButton* reset_;
    QGridLayout* words_ = nullptr;
    QSplitter* splitter_;
    ParallelCoordinates* parallel_;
    QTabWidget* tabs_;
    SweepTrials* trials_;
    SweepScatter* history_;
    SweepSlices* slices_;
    SweepImportance* importance_;
    QStringList key_help_;
};

}  // namespace mica
