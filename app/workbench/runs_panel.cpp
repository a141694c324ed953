#include "app/workbench/runs_panel.h"

#include <QFileDialog>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

#include "app/workbench/key_page.h"
#include "app/workbench/run_list.h"
#include "app/workbench/words.h"
#include "core/runs/catalogue.h"
#include "core/runs/files.h"
#include "widgets/run_comparison.h"
#include "widgets/run_table.h"
#include "widgets/run_text.h"

namespace mica {

namespace {

constexpr std::size_t kMostCompared = 30;
constexpr auto kColumns = "runs/columns", kGrouping = "runs/grouping";
constexpr std::array<std::pair<RunGrouping, const char*>, 5> kGroupings{{{RunGrouping::none, "none"},
                                                                         {RunGrouping::experiment, "experiment"},
                                                                         {RunGrouping::model, "model"},
                                                                         {RunGrouping::set, "set"},
                                                                         {RunGrouping::tag, "tag"}}};

std::vector<std::filesystem::path> paths_of(const QStringList& texts) {
    std::vector<std::filesystem::path> all;
    for (const QString& text : texts) all.push_back(path_of(text));
    return all;
}

}  // namespace

RunsPanel::RunsPanel(RunList* runs, QWidget* parent)
    : QWidget(parent), runs_(runs), table_(new RunTable), edits_(runs) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_);
    restoreLook();
    writer_.setMaxThreadCount(1);
    connect(runs_, &RunList::news, this,
            [this](const std::vector<RunRowPtr>& changed, const std::vector<std::filesystem::path>& gone, bool last) {
                if (changed.empty() && gone.empty() && !last) return;
                if (!changed.empty() || !gone.empty() || table_->loading()) table_->apply(changed, gone);
                const auto chosen = table_->chosen();
                if (chosen.size() < 2 || std::any_of(changed.begin(), changed.end(), [&](const RunRowPtr& row) {
                        return std::find(chosen.begin(), chosen.end(), row) != chosen.end();
                    }))
                    compare();
            });
    connect(runs_, &RunList::readable, this,
            [this](const QString& why) { table_->setUnreadable(text_of(runs_->root()), why); });
    connect(table_, &RunTable::retryRequested, runs_, &RunList::refresh);
    connect(table_, &RunTable::chosenChanged, this, &RunsPanel::compare);
    connect(table_, &RunTable::openRequested, this, &RunsPanel::openRequested);
    connect(table_, &RunTable::curvesRequested, this, &RunsPanel::curvesRequested);
    connect(table_, &RunTable::trainRequested, this, &RunsPanel::trainRequested);
    connect(table_, &RunTable::lookChanged, this, &RunsPanel::keepLook);
    connect(table_, &RunTable::notesRequested, this,
            [this](const std::vector<std::pair<QString, RunNotes>>& notes, const QString& what) {
                std::vector<std::pair<std::filesystem::path, RunNotes>> all;
                for (const auto& [run, wanted] : notes) all.emplace_back(path_of(run), wanted);
                edits_.setNotes(all, what);
            });
    connect(table_, &RunTable::trashRequested, this, [this](const QStringList& all) { edits_.trash(paths_of(all)); });
    QUndoStack* steps = edits_.steps();
    connect(table_, &RunTable::undoRequested, steps, &QUndoStack::undo);
    connect(table_, &RunTable::redoRequested, steps, &QUndoStack::redo);
    connect(steps, &QUndoStack::indexChanged, this,
            [this, steps] { table_->setUndo(steps->undoText(), steps->redoText()); });
    connect(&edits_, &RunEdits::troubled, this, &RunsPanel::troubled);
    connect(table_, &RunTable::csvRequested, this, &RunsPanel::askCsv);
    describeKeys(table_, tr("Runs"),
                 {tr("Double click\topens a run in Inspect; on tags or a note: writes them"),
                  tr("Ctrl and a click\tchooses one more run"), tr("*\tunfolds a group and all that is in it")});
}

void RunsPanel::restoreLook() {
    const QSettings settings;
    std::vector<RunColumn> columns;
    for (const QString& id : settings.value(QLatin1String(kColumns)).toStringList())
        if (const auto column = RunColumn::of(id)) columns.push_back(*column);
    table_->setColumns(std::move(columns));
    const QString grouping = settings.value(QLatin1String(kGrouping)).toString();
    for (const auto& [which, name] : kGroupings)
        if (grouping == QLatin1String(name)) table_->setGrouping(which);
}

void RunsPanel::keepLook() {
    QSettings settings;
    QStringList ids;
    for (const RunColumn& column : table_->chosenColumns()) ids << column.id();
    settings.setValue(QLatin1String(kColumns), ids);
    for (const auto& [which, name] : kGroupings)
        if (table_->model()->grouping() == which) settings.setValue(QLatin1String(kGrouping), QLatin1String(name));
}

void RunsPanel::follow(RunComparison* comparison) {
    comparison_ = comparison;
    connect(comparison_, &RunComparison::openRequested, this, &RunsPanel::openRequested);
    compare();
}

void RunsPanel::compare() {
    if (!comparison_) return;
    std::vector<RunRowPtr> chosen = table_->chosen();
    if (chosen.size() < 2) return comparison_->setNone(table_->model()->count() > 0);
    const std::size_t all = chosen.size();
    chosen.resize(std::min(all, kMostCompared));
    std::vector<CatalogueEntry> entries;
    for (const RunRowPtr& row : chosen) entries.push_back(row->run);
    comparison_->setRuns(chosen, compare_runs(entries), static_cast<int>(all - chosen.size()));
}

void RunsPanel::askCsv() {
    auto* dialog = new QFileDialog(this, tr("Write runs as CSV"), QStringLiteral("runs.csv"), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { writeCsv(path_of(file)); });
    dialog->open();
}

void RunsPanel::writeCsv(const std::filesystem::path& file) {
    writer_.start([this, file, runs = table_->meant(), columns = table_->model()->columns()] {
        QString failure;
        try {
            write_whole(file, runsCsv(runs, columns));
        } catch (const std::exception& e) {
            failure = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, file, failure] {
                if (failure.isEmpty())
                    Q_EMIT written(text_of(file));
                else
                    Q_EMIT troubled(failure);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace mica
