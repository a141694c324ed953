// The dock of sweeps: those below the runs folder, one of them on screen as it goes on; starts, stops, goes on with them.
#pragma once

#include <QWidget>

#include <filesystem>
#include <map>
#include <memory>

#include "app/workbench/job.h"
#include "app/workbench/selection.h"
#include "app/workbench/sweep_follower.h"
#include "app/workbench/sweep_job.h"

class QComboBox;
class QPushButton;

namespace mica {

class JobBoard;
class SweepDialog;
class SweepView;

class SweepPanel : public QWidget {
    Q_OBJECT
public:
    SweepPanel(Selection* selection, JobBoard* jobs, std::filesystem::path runs, QWidget* parent = nullptr);
    ~SweepPanel() override;

    /// Brings a sweep on screen.
    void show(const std::filesystem::path& folder);
    [[nodiscard]] const std::filesystem::path& shown() const { return follower_.followed(); }
    /// The dialog of a new sweep.
    SweepDialog* askNew();
    void start(const SweepWish& wish);
    /// Goes on with the sweep on screen, which was stopped or cut off.
    void resume();
    /// Stops the sweep on screen: its trials save, it can be gone on with.
    void stop();

    /// Sweeps that this window started and that are at work.
    [[nodiscard]] int running() const { return static_cast<int>(leashes_.size()); }
    /// Their jobs end at once, for the window closes: they go on without it, or save and end.
    void letGo(bool go_on);

    [[nodiscard]] SweepView* view() const { return view_; }
    [[nodiscard]] QComboBox* chooser() const { return chooser_; }
    [[nodiscard]] QPushButton* newButton() const { return new_; }
    [[nodiscard]] QPushButton* resumeButton() const { return resume_; }
    [[nodiscard]] QPushButton* stopButton() const { return stop_; }

Q_SIGNALS:
    /// To look at a trial's run; of several seeds the folder that holds them.
    void runActivated(const std::filesystem::path& run);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void link();
    void fill();
    void take(const SweepReport& report, bool at_work);
    void showEmpty();
    void showState();
    void ask(const std::filesystem::path& stop_file, const QString& title);

    Selection* selection_;
    JobBoard* jobs_;
    SweepFollower follower_;
    QComboBox* chooser_;
    QPushButton *new_, *resume_, *stop_;
    SweepView* view_;
    std::map<std::filesystem::path, std::shared_ptr<SweepLeash>> leashes_;  // by folder
    bool at_work_ = false, unfinished_ = false;
};

}  // namespace mica
