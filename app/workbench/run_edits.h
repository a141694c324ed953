// What a person does to runs, step by step, with the way back: notes, tags, archive, trash.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QUndoStack>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/reports/catalogue.h"

namespace mica {

class RunList;

/// Interface thread only; files are written by a worker, in the order of the steps. What fails is told and taken back on
/// screen, the other runs of the step keep it.
class RunEdits : public QObject {
    Q_OBJECT
public:
    explicit RunEdits(RunList* runs, QObject* parent = nullptr);
    ~RunEdits() override;

    /// what: the step in words.
    void setNotes(const std::vector<std::pair<std::filesystem::path, RunNotes>>& notes, const QString& what);
    void trash(const std::vector<std::filesystem::path>& runs);
    [[nodiscard]] QUndoStack* steps() { return &steps_; }

    /// Runs that were moved to the trash, with their places there; empty for one that was not.
    struct Trashed {
        std::vector<std::filesystem::path> runs;
        std::vector<std::optional<std::filesystem::path>> places;
    };
    /// Brings back what is still there; a step like others.
    void restore(const std::shared_ptr<Trashed>& trashed);

Q_SIGNALS:
    void troubled(const QString& text);
    /// The first time that runs were moved: how many of them.
    void trashed(const std::shared_ptr<mica::RunEdits::Trashed>& trashed, int moved);

private:
    class Notes;
    class Trash;
    struct Change {
        std::filesystem::path run;
        RunNotes before, after;
    };
    void write(const std::vector<Change>& changes);
    void toTrash(const std::shared_ptr<Trashed>& trashed, bool tell);
    void fromTrash(const std::shared_ptr<Trashed>& trashed);
    /// work: on the worker; gives what failed, a sentence each.
    void post(std::function<QStringList()> work, std::function<void()> then);

    RunList* runs_;
    QUndoStack steps_;
    QThreadPool worker_;
};

}  // namespace mica
