// Which other runs are drawn beside the one in front: a searchable list that opens from a button.
#pragma once

#include <QToolButton>

#include <filesystem>
#include <vector>

#include "app/workbench/run_list.h"

class QLineEdit;
class QListWidget;

namespace mica {

/// Runs to draw as one: an experiment's seeds, or a single run.
struct ComparedRuns {
    QString name;
    std::vector<std::filesystem::path> runs;
    bool operator==(const ComparedRuns&) const = default;
};

class ComparePicker : public QToolButton {
    Q_OBJECT
public:
    static constexpr int kMost = 8;  // more curves than that cannot be told apart

    explicit ComparePicker(RunList* runs, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<ComparedRuns>& chosen() const { return chosen_; }
    void choose(std::vector<ComparedRuns> runs);
    [[nodiscard]] QListWidget* list() const { return list_; }

Q_SIGNALS:
    void chosenChanged();

private:
    void fill();
    void filter();
    void take();

    RunList* runs_;
    QLineEdit* search_;
    QListWidget* list_;
    std::vector<ComparedRuns> offered_, chosen_;
};

/// Every run, and every folder that holds several as one more entry: "NAME, n runs: mean".
[[nodiscard]] std::vector<ComparedRuns> runs_to_compare(const RunList& runs);

}  // namespace mica
