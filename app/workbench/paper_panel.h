// The paper's tables from the runs folder: which table, of which set, how much of it.
#pragma once

#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/latest_worker.h"
#include "core/reports/paper_table.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace mica {

class PaperTableView;
class RunList;
class StatePanel;

/// Reads runs and tests them on a worker, once it is on screen and whenever the runs change while it is.
class PaperPanel : public QWidget {
    Q_OBJECT
public:
    explicit PaperPanel(RunList* runs, QWidget* parent = nullptr);
    ~PaperPanel() override;

    void showTable(int number);
    /// Where runs are looked for; first that of the window.
    void setFolder(const std::filesystem::path& folder);
    [[nodiscard]] PaperTableView* view() const { return view_; }
    [[nodiscard]] StatePanel* states() const { return states_; }
    [[nodiscard]] QComboBox* sets() const { return sets_; }

Q_SIGNALS:
    void failed(const QString& reason);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Answer;
    void askFolder();
    void stale();
    void read();
    void take(const Answer& answer);
    void save(const QString& text, const QString& ending);

    RunList* runs_;
    std::filesystem::path folder_;
    bool stale_ = true, alone_ = false;  // alone_: the published figures are wanted where there are no runs
    int generation_ = 0;
    QComboBox *number_, *sets_;
    QCheckBox* all_;
    QPushButton* choose_;
    QLabel* where_;
    StatePanel* states_;
    PaperTableView* view_;
    struct Known;  // of the worker alone: what was read and shown before
    std::shared_ptr<Known> known_;
    std::optional<LatestWorker> worker_;
};

}  // namespace mica
