// The runs table of the Experiments layout, fed by the list of runs; what is done in it is done to the folders.
#pragma once

#include <QWidget>

#include <filesystem>
#include <vector>

#include "app/workbench/run_edits.h"

namespace mica {

class RunComparison;
class RunList;
class RunTable;

class RunsPanel : public QWidget {
    Q_OBJECT
public:
    explicit RunsPanel(RunList* runs, QWidget* parent = nullptr);

    [[nodiscard]] RunTable* table() const { return table_; }
    [[nodiscard]] RunEdits* edits() { return &edits_; }
    /// Keeps the chosen runs side by side in it.
    void follow(RunComparison* comparison);
    /// Chosen rows, or all that are shown, into a file, by a worker.
    void writeCsv(const std::filesystem::path& file);

Q_SIGNALS:
    void openRequested(const QString& run);
    /// Runs whose curves are to lie over each other.
    void curvesRequested(const QStringList& runs);
    void trainRequested();
    void troubled(const QString& text);
    void written(const QString& file);

private:
    void restoreLook();
    void keepLook();
    void compare();
    void askCsv();

    RunList* runs_;
    RunTable* table_;
    RunComparison* comparison_ = nullptr;
    RunEdits edits_;
    QThreadPool writer_;
};

}  // namespace mica
