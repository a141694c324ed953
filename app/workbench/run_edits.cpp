#include "app/workbench/run_edits.h"

#include <QStringList>

#include <algorithm>

#include "app/workbench/run_list.h"
#include "app/workbench/words.h"
#include "core/runs/catalogue.h"
#include "core/runs/run_notes.h"

namespace mica {

namespace fs = std::filesystem;

class RunEdits::Notes : public QUndoCommand {
public:
    Notes(RunEdits* edits, std::vector<Change> changes, const QString& text)
        : QUndoCommand(text), edits_(edits), changes_(std::move(changes)) {}
    void redo() override { edits_->write(changes_); }
    void undo() override {
        std::vector<Change> back = changes_;
        for (Change& change : back) std::swap(change.before, change.after);
        edits_->write(back);
    }

private:
    RunEdits* edits_;
    std::vector<Change> changes_;
};

class RunEdits::Trash : public QUndoCommand {
public:
    Trash(RunEdits* edits, std::shared_ptr<Trashed> trashed, bool there, const QString& text)
        : QUndoCommand(text), edits_(edits), trashed_(std::move(trashed)), there_(there) {}
    void undo() override { move(!there_); }
    void redo() override { move(there_); }

private:
    void move(bool there) {
        if (there)
            edits_->toTrash(trashed_, std::exchange(first_, false));
        else
            edits_->fromTrash(trashed_);
    }
    RunEdits* edits_;
    std::shared_ptr<Trashed> trashed_;  // places: the worker's alone
    bool there_, first_ = true;
};

RunEdits::RunEdits(RunList* runs, QObject* parent) : QObject(parent), runs_(runs) {
    worker_.setMaxThreadCount(1);  // one after the other
    steps_.setUndoLimit(1000);
}

RunEdits::~RunEdits() { worker_.waitForDone(); }

void RunEdits::setNotes(const std::vector<std::pair<fs::path, RunNotes>>& notes, const QString& what) {
    std::vector<Change> changes;
    for (const auto& [run, wanted] : notes)
        if (const RunRowPtr row = runs_->row(run); row && !(row->run.notes == wanted))
            changes.push_back({run, row->run.notes, wanted});
    if (!changes.empty()) steps_.push(new Notes(this, std::move(changes), what));
}

void RunEdits::trash(const std::vector<fs::path>& runs) {
    auto trashed = std::make_shared<Trashed>();
    trashed->runs = runs;
    trashed->places.resize(runs.size());
    steps_.push(new Trash(this, trashed, true, tr("delete %n runs", nullptr, static_cast<int>(runs.size()))));
}

void RunEdits::restore(const std::shared_ptr<Trashed>& trashed) {
    steps_.push(
        new Trash(this, trashed, false, tr("bring %n runs back", nullptr, static_cast<int>(trashed->runs.size()))));
}

void RunEdits::post(std::function<QStringList()> work, std::function<void()> then) {
    worker_.start([this, work = std::move(work), then = std::move(then)] {
        const QStringList failures = work();
        QMetaObject::invokeMethod(
            this,
            [this, failures, then] {
                then();
                for (const QString& text : failures.mid(0, 3)) Q_EMIT troubled(text);
                runs_->refresh();
            },
            Qt::QueuedConnection);
    });
}

void RunEdits::write(const std::vector<Change>& changes) {
    for (const Change& change : changes) runs_->expectNotes(change.run, change.after);
    auto failed = std::make_shared<std::vector<std::size_t>>();
    post(
        [changes, failed] {
            QStringList failures;
            for (std::size_t i = 0; i < changes.size(); ++i) try {
                    write_notes(changes[i].run, changes[i].after);
                } catch (const std::exception& e) {
                    failures << words_of(e);
                    failed->push_back(i);
                }
            return failures;
        },
        [this, changes, failed] {
            for (const std::size_t i : *failed) runs_->expectNotes(changes[i].run, changes[i].before);
            for (const Change& change : changes) runs_->notesWritten(change.run);
        });
}

void RunEdits::toTrash(const std::shared_ptr<Trashed>& trashed, bool tell) {
    auto moved = std::make_shared<int>(0);
    post(
        [trashed, moved] {
            QStringList failures;
            for (std::size_t i = 0; i < trashed->runs.size(); ++i) try {
                    if (trashed->places[i]) continue;
                    trashed->places[i] = trash_run(trashed->runs[i]);
                    ++*moved;
                } catch (const std::exception& e) {
                    failures << words_of(e);
                }
            return failures;
        },
        [this, trashed, moved, tell] {
            if (tell && *moved) Q_EMIT this->trashed(trashed, *moved);
        });
}

void RunEdits::fromTrash(const std::shared_ptr<Trashed>& trashed) {
    post(
        [trashed] {
            QStringList failures;
            for (std::size_t i = 0; i < trashed->runs.size(); ++i) try {
                    if (trashed->places[i]) restore_run(*trashed->places[i], trashed->runs[i]);
                    trashed->places[i].reset();
                } catch (const std::exception& e) {
                    failures << words_of(e);
                }
            return failures;
        },
        [] {});
}

}  // namespace mica
