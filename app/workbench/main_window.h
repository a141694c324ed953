// The window: puts the parts together and nothing more. Each part listens to the shared Selection.
#pragma once

#include <QMainWindow>

#include <filesystem>

#include "app/workbench/attention_source.h"
#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"
#include "app/workbench/theme.h"
#include "app/workbench/training_job.h"

class QAction;
class QActionGroup;
class QDockWidget;
class QMenu;

namespace mica {

class AttentionPanel;
class ClipPanel;
class ClipTable;
class JobBoard;
class MessageBar;
class TrainPanel;
class TrainingCurves;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum class Layout { data, train, inspect };

    /// theme: may be null (tests, reports).
    explicit MainWindow(std::filesystem::path runs, ThemeSetter* theme = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Reads the set on a worker thread; a file that is none gives a message and leaves the open set as it is.
    void openSet(const std::filesystem::path& file);
    /// The first start: opens the sample set where it is, offers to make it where not.
    void openDefault(const std::filesystem::path& file);
    void makeSample(const std::filesystem::path& file);
    void setLayoutShown(Layout layout);
    [[nodiscard]] Layout layoutShown() const { return layout_; }

    [[nodiscard]] Selection* selection() { return &selection_; }
    [[nodiscard]] TrainingJob* training() { return &training_; }
    [[nodiscard]] RunList* runs() { return &runs_; }
    [[nodiscard]] AttentionSource* attention() { return &attention_; }
    [[nodiscard]] ClipPanel* clipPanel() const { return clip_panel_; }
    [[nodiscard]] ClipTable* clipTable() const { return clips_; }
    [[nodiscard]] TrainPanel* trainPanel() const { return train_panel_; }
    [[nodiscard]] AttentionPanel* attentionPanel() const { return attention_panel_; }
    [[nodiscard]] TrainingCurves* curves() const { return curves_; }
    [[nodiscard]] MessageBar* messages() const { return messages_; }
    [[nodiscard]] JobBoard* jobs() const { return jobs_; }

Q_SIGNALS:
    void setOpened();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    // main_window.cpp
    void build();
    void linkSelection();
    void linkTraining();
    void chooseFirstClip();
    void clipEmptyAction();
    // window_menus.cpp
    void buildMenus();
    QAction* add(QMenu* menu, const QString& text, const QString& tip, const QKeySequence& key);
    void about();
    void colourSigns();
    // window_layouts.cpp
    QDockWidget* dock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void buildLayouts();
    void arrange(Layout layout);
    void keepLayout();
    void restoreWindow();
    // window_closing.cpp
    void askBeforeClosing();
    void closeAfterTraining(bool stop);

    ThemeSetter* theme_;
    Selection selection_;
    RunList runs_;
    TrainingJob training_;
    AttentionSource attention_;
    std::filesystem::path offered_sample_;
    bool closing_ = false, run_chosen_ = false;
    Layout layout_ = Layout::inspect;

    ClipTable* clips_ = nullptr;
    ClipPanel* clip_panel_ = nullptr;
    TrainPanel* train_panel_ = nullptr;
    AttentionPanel* attention_panel_ = nullptr;
    TrainingCurves* curves_ = nullptr;
    MessageBar* messages_ = nullptr;
    JobBoard* jobs_ = nullptr;
    QAction *start_action_ = nullptr, *pause_action_ = nullptr, *stop_action_ = nullptr;
    QActionGroup* layouts_ = nullptr;
    QDockWidget *clips_dock_ = nullptr, *set_dock_ = nullptr, *train_dock_ = nullptr, *curves_dock_ = nullptr,
                *attention_dock_ = nullptr;
};

}  // namespace mica
