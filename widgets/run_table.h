// The table of runs: search, groups, columns by choice, tags and notes in place, and what can be done with chosen ones.
#pragma once

#include <QList>
#include <QWidget>

#include <filesystem>
#include <utility>
#include <vector>

#include "widgets/run_model.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;
class QTreeView;

namespace mica {

class StatePanel;

class RunTable : public QWidget {
    Q_OBJECT
public:
    /// What a person does with runs; those that change something are only wished for by a signal.
    enum class Do { find, open, curves, tags, note, archive, trash, undo, redo, copy, csv, fold, archived };

    explicit RunTable(QWidget* parent = nullptr);
    ~RunTable() override;

    [[nodiscard]] RunModel* model() const { return model_; }
    [[nodiscard]] QTreeView* view() const { return view_; }
    [[nodiscard]] StatePanel* states() const { return states_; }
    [[nodiscard]] QAction* action(Do what) const { return actions_[static_cast<int>(what)]; }
    [[nodiscard]] const QList<QAction*>& actions() const { return actions_; }

    /// News of runs. The table is no longer loading.
    void apply(const std::vector<RunRowPtr>& changed, const std::vector<std::filesystem::path>& gone);
    /// Says what is read while there is no row yet.
    void setLoading();
    [[nodiscard]] bool loading() const { return loading_; }
    /// Why the runs folder cannot be read; empty: it can.
    void setUnreadable(const QString& folder, const QString& why);
    /// Chosen runs, each once, in their order on screen; those of a chosen group are chosen.
    [[nodiscard]] std::vector<RunRowPtr> chosen() const;
    void choose(const std::vector<std::filesystem::path>& runs);
    /// Columns that a person chose (empty: the usual ones).
    void setColumns(std::vector<RunColumn> columns);
    [[nodiscard]] const std::vector<RunColumn>& chosenColumns() const { return chosen_columns_; }
    void setGrouping(RunGrouping grouping);
    void setCriteria(const RunCriteria& criteria);
    void setUndo(const QString& undo, const QString& redo);  // what would be undone; empty: nothing
    /// Chosen runs, or all that are shown, each once.
    [[nodiscard]] std::vector<RunRowPtr> meant() const;

Q_SIGNALS:
    void chosenChanged();
    void openRequested(const QString& run);
    void curvesRequested(const QStringList& runs);
    /// One step of a person: these runs are to have these notes. what: in words, for "Undo".
    void notesRequested(const std::vector<std::pair<QString, mica::RunNotes>>& notes, const QString& what);
    void trashRequested(const QStringList& runs);
    void undoRequested();
    void redoRequested();
    void csvRequested();
    /// The button of the empty table.
    void trainRequested();
    /// The folder is to be read once more.
    void retryRequested();
    /// Columns or grouping were chosen: worth remembering.
    void lookChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    // run_table_build.cpp
    void build();
    void buildActions();
    void link();
    void fillColumnMenu();
    void setWidths();
    // run_table.cpp
    void act(Do what);
    void edit(RunColumn::Kind kind);
    void archive();
    void takeNotes(const QString& run, const RunNotes& notes);
    void copy();
    void contextMenu(QPoint at);
    void showUsual();
    void foldAll();
    void unfoldSearched();
    void keepView(const std::function<void()>& change);
    void tell();

    RunModel* model_;
    QTreeView* view_;
    StatePanel* states_;
    QLineEdit* search_;
    QComboBox *group_, *state_;
    QToolButton *columns_, *archived_;
    QMenu* column_menu_;
    QLabel* count_;
    QList<QAction*> actions_;
    std::vector<RunColumn> chosen_columns_;
    QString folder_, unreadable_;
    bool loading_ = true, quiet_ = false;
};

}  // namespace mica
