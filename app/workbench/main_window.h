// The window: puts the parts together and nothing more. Each part listens to the shared Selection.
#pragma once

#include <QMainWindow>

#include <filesystem>

#include "app/workbench/attention_source.h"
#include "app/workbench/import_dialog.h"
#include "app/workbench/open_sets.h"
#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"
#include "app/workbench/theme.h"
#include "app/workbench/training_job.h"
#include "app/workbench/what_if.h"

class QAction;
class QActionGroup;
class QComboBox;
class QDockWidget;
class QMenu;
class QScrollArea;
class QStackedWidget;

namespace mica {

class AttentionPanel;
class BranchDialog;
class CheckPanel;
class ClipPanel;
class ClipTable;
class ComparePicker;
class CurveSource;
class Distributions;
class EvidenceView;
class JobBoard;
class MessageBar;
class PaperPanel;
class PredictionsPanel;
class RecordingsDialog;
class RunComparison;
class RunsPanel;
class SwapDialog;
class SweepPanel;
class TrainPanel;
class TrainingCurves;
class ViewExport;
class WhatIfActions;
class WhatIfPanel;
struct RecordingsWish;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum class Layout { data, train, inspect, experiments };

    /// theme: may be null (tests, reports).
    explicit MainWindow(std::filesystem::path runs, ThemeSetter* theme = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Reads the set on a worker thread and goes to it; one that is open already is gone to at once. A file that is
    /// none gives a message and leaves the window as it is.
    void openSet(const std::filesystem::path& file);
    /// The sets of the last start, and `file` where it is not empty; that, or the last one on screen, comes on screen.
    /// Files that are gone are told once and forgotten. False where there is nothing to open.
    bool openRemembered(const std::filesystem::path& file);
    /// The first start: opens the sample set where it is, offers to make it where not.
    void openDefault(const std::filesystem::path& file);
    void makeSample(const std::filesystem::path& file);
    /// The import dialog; sources: what it is filled in with.
    ImportDialog* askImport(const std::vector<std::filesystem::path>& sources = {});
    void import(const ImportWish& wish);
    /// The dialog for a person's own recordings; files: recordings and transcripts that it is filled in with.
    RecordingsDialog* askRecordings(const std::vector<std::filesystem::path>& files = {});
    /// Makes their features in the background, opens them, and shows the run that was wished for.
    void openRecordings(const RecordingsWish& wish);
    void removeOwnClips();
    /// Checks a file of any supported form and shows what was found.
    void check(const std::filesystem::path& file);
    void setLayoutShown(Layout layout);
    [[nodiscard]] Layout layoutShown() const { return layout_; }

    [[nodiscard]] Selection* selection() { return &selection_; }
    [[nodiscard]] OpenSets* sets() { return &sets_; }
    [[nodiscard]] TrainingJob* training() { return &training_; }
    [[nodiscard]] RunList* runs() { return &runs_; }
    [[nodiscard]] AttentionSource* attention() { return &attention_; }
    [[nodiscard]] ClipPanel* clipPanel() const { return clip_panel_; }
    [[nodiscard]] ClipTable* clipTable() const { return clips_; }
    [[nodiscard]] TrainPanel* trainPanel() const { return train_panel_; }
    [[nodiscard]] AttentionPanel* attentionPanel() const { return attention_panel_; }
    [[nodiscard]] EvidenceView* evidence() const { return evidence_; }
    [[nodiscard]] PredictionsPanel* predictions() const { return predictions_; }
    [[nodiscard]] PaperPanel* paperPanel() const { return paper_panel_; }
    [[nodiscard]] RunsPanel* runsPanel() const { return runs_panel_; }
    [[nodiscard]] RunComparison* comparison() const { return comparison_; }
    [[nodiscard]] SweepPanel* sweeps() const { return sweeps_; }
    /// Shows a run in Inspect (of an experiment's folder the newest one), with its set: opens it, or asks where it is.
    void openRun(const std::filesystem::path& path);
    /// Opens the set file for a run, and shows the run; says so where it is another set.
    void openSetOf(const std::filesystem::path& run, const std::filesystem::path& file);
    /// Evidence in front of the attention's settings, in the Inspect layout.
    void showEvidence();
    /// The predictions, in the layout on screen where it has them, else in Inspect.
    void showPredictions();
    [[nodiscard]] WhatIf* whatIf() { return &what_if_; }
    [[nodiscard]] WhatIfPanel* whatIfPanel() const { return what_if_panel_; }
    [[nodiscard]] WhatIfActions* whatIfActions() const { return what_if_actions_; }
    /// "What if" in front of the attention's settings.
    void showWhatIf();
    /// Asks for a stream of another clip; null where there is nothing to change yet: "What if" says why.
    SwapDialog* askSwap();
    [[nodiscard]] TrainingCurves* curves() const { return curves_; }
    [[nodiscard]] CurveSource* curveSource() const { return curve_source_; }
    [[nodiscard]] ComparePicker* comparePicker() const { return compare_; }
    /// Asks for a run and an epoch to train on from; null while no set is open or a training runs.
    BranchDialog* askBranch();
    [[nodiscard]] MessageBar* messages() const { return messages_; }
    [[nodiscard]] JobBoard* jobs() const { return jobs_; }
    [[nodiscard]] Distributions* distributions() const { return distributions_; }
    [[nodiscard]] CheckPanel* checkPanel() const { return check_panel_; }
    [[nodiscard]] QComboBox* setChooser() const { return set_chooser_; }
    [[nodiscard]] ViewExport* exporter() const { return export_; }
    /// The dialog that writes the view with the focus into a file.
    void exportView();
    /// All that a run tells, as one HTML or PDF file, in the background.
    void writeReport(const std::filesystem::path& run, const std::filesystem::path& file);

Q_SIGNALS:
    void setOpened();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp
    void build();
    static QScrollArea* scrolled(QWidget* content);
    void linkSelection();
    void chooseRun();
    /// Whether the training that runs is of the set on screen.
    [[nodiscard]] bool trainsOnShown() const;
    // window_training.cpp
    void buildCurves();
    void linkTraining();
    void watchClip();
    void trainingEnded(JobOutcome outcome, const QString& message);
    void buildTrainingMenu();
    // window_sets.cpp
    void linkSets();
    void buildSetChooser();
    void showSet();
    void keepSet();
    void rememberSets();
    [[nodiscard]] int firstClip(const Dataset& set);
    void opened(OpenSet set);
    void clipEmptyAction();
    void linkBrowser();
    void openDialog();
    // window_import.cpp
    void importEnded(const ImportWish& wish, const ImportSummary& summary, JobOutcome outcome, const QString& message);
    void checkDialog();
    // window_own.cpp
    [[nodiscard]] bool showsOwnClips() const;
    // window_menus.cpp
    void buildMenus();
    void buildFileMenu();
    void buildViewMenu();
    void buildLanguageMenu(QMenu* view);
    QAction* add(QMenu* menu, const QString& text, const QString& tip, const QKeySequence& key);
    void about();
    void colourSigns();
    // window_export.cpp
    void buildExport();
    [[nodiscard]] QStringList setCaption() const;
    [[nodiscard]] QStringList clipCaption() const;
    [[nodiscard]] QStringList runCaption() const;
    [[nodiscard]] QString changes() const;  // of "What if"
    // window_report.cpp
    void reportDialog();
    // window_layouts.cpp
    QDockWidget* dock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void buildLayouts();
    void arrange(Layout layout);
    void shareWidth(Layout layout);
    void widen(QDockWidget* dock);
    void keepLayout();
    void restoreLayout();
    void restoreWindow();
    // window_what_if.cpp
    void buildWhatIf();
    void buildWhatIfMenu();
    void showHidden();
    // window_experiments.cpp
    void buildExperiments();
    void buildRunsMenu();
    void showCurves(const QStringList& runs);
    void showRun(const std::filesystem::path& run);
    /// A dock below the runs table, in the Experiments layout alone; its place among the tabs is that of the call.
    QDockWidget* addExperiment(const QString& name, const QString& title, QWidget* content);
    // window_closing.cpp
    void askBeforeClosing();
    void askAboutSweeps();
    void closeAfterTraining(bool stop);

    ThemeSetter* theme_;
    Selection selection_;
    OpenSets sets_;
    RunList runs_;
    TrainingJob training_;
    AttentionSource attention_;
    WhatIf what_if_;
    std::filesystem::path offered_sample_, trained_;  // trained_: file of the set that was trained on last
    bool closing_ = false, run_chosen_ = false, restoring_ = false;
    Layout layout_ = Layout::inspect;

    QStackedWidget* centre_ = nullptr;  // the clip, or the runs table
    ClipTable* clips_ = nullptr;
    ClipPanel* clip_panel_ = nullptr;
    TrainPanel* train_panel_ = nullptr;
    AttentionPanel* attention_panel_ = nullptr;
    EvidenceView* evidence_ = nullptr;
    PredictionsPanel* predictions_ = nullptr;
    RunsPanel* runs_panel_ = nullptr;
    RunComparison* comparison_ = nullptr;
    SweepPanel* sweeps_ = nullptr;
    PaperPanel* paper_panel_ = nullptr;
    WhatIfActions* what_if_actions_ = nullptr;
    WhatIfPanel* what_if_panel_ = nullptr;
    TrainingCurves* curves_ = nullptr;
    ComparePicker* compare_ = nullptr;
    CurveSource* curve_source_ = nullptr;
    Distributions* distributions_ = nullptr;
    CheckPanel* check_panel_ = nullptr;
    QComboBox* set_chooser_ = nullptr;
    MessageBar* messages_ = nullptr;
    JobBoard* jobs_ = nullptr;
    ViewExport* export_ = nullptr;
    QAction *start_action_ = nullptr, *pause_action_ = nullptr, *stop_action_ = nullptr;
    QActionGroup* layouts_ = nullptr;
    QDockWidget *clips_dock_ = nullptr, *set_dock_ = nullptr, *train_dock_ = nullptr, *curves_dock_ = nullptr,
                *attention_dock_ = nullptr, *distributions_dock_ = nullptr, *check_dock_ = nullptr,
                *evidence_dock_ = nullptr, *predictions_dock_ = nullptr, *what_if_dock_ = nullptr;
    QList<QDockWidget*> experiment_docks_;  // in the order of their tabs
};

}  // namespace mica
