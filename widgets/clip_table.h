// The browser of a set's clips: search, filters, sort, and how many of them are shown.
#pragma once

#include <QWidget>

#include "widgets/clip_model.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QTableView;
class QToolButton;

namespace mica {

class ClipFilters;
class StatePanel;

class ClipTable : public QWidget {
    Q_OBJECT
public:
    explicit ClipTable(QWidget* parent = nullptr);

    /// Another set; nothing is chosen, nothing filtered. Null: none.
    void setList(std::shared_ptr<const ClipList> list);
    void setClips(std::vector<ClipInfo> clips, Task task);
    [[nodiscard]] const ClipCriteria& criteria() const { return model_->criteria(); }
    void setCriteria(const ClipCriteria& criteria);
    /// Id of the chosen clip (a filter may hide it); empty: none.
    [[nodiscard]] QString chosen() const;
    /// Chooses and shows a clip (filters that hide it are lifted); false where there is none of that id.
    bool choose(const QString& id);
    /// Marks a clip as chosen without lifting a filter and without a signal; -1: none.
    void mark(int position);
    [[nodiscard]] int visibleCount() const;
    [[nodiscard]] ClipModel* model() const { return model_; }
    [[nodiscard]] QTableView* view() const { return view_; }
    /// Find, filter and show all, with their keys, for a menu.
    [[nodiscard]] const QList<QAction*>& browseActions() const { return actions_; }

public Q_SLOTS:
    void chooseNext();
    void choosePrevious();
    void setSearch(const QString& text);
    void setSplit(int comboIndex);  // 0: all, then train, valid, test, none
    /// Shows all clips.
    void reset();
    /// Puts the keyboard into the search field.
    void find();
    void setFiltersShown(bool on);

Q_SIGNALS:
    /// index: position in the set.
    void clipChosen(int index, const QString& id);
    /// Enter or double click: open it in the inspector.
    void clipActivated(int index, const QString& id);
    void criteriaChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void link();
    void move(int by);
    void currentChanged(const QModelIndex& now);
    void showCurrent();
    void tell();
    ClipModel* model_;
    QTableView* view_;
    StatePanel* states_;
    QLineEdit* search_;
    QComboBox* split_;
    QToolButton *more_, *reset_;
    ClipFilters* filters_;
    QScrollArea* filter_room_;  // they scroll where the window is low
    QLabel *count_, *only_;
    QList<QAction*> actions_;
    int chosen_ = -1;  // position in the set
    bool quiet_ = false;
};

}  // namespace mica
