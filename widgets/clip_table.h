// The list of clips with search and filter.
#pragma once

#include <QWidget>

#include "widgets/clip_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace mica {

class ClipTable : public QWidget {
    Q_OBJECT
public:
    explicit ClipTable(QWidget* parent = nullptr);

    void setClips(std::vector<ClipInfo> clips, Task task);
    /// Id of the chosen clip; empty: none.
    [[nodiscard]] QString chosen() const;
    /// Chooses and shows a clip (a filter that hides it is lifted); false where there is none of that id.
    bool choose(const QString& id);
    [[nodiscard]] int visibleCount() const;
    [[nodiscard]] ClipModel* model() const { return model_; }
    [[nodiscard]] QTableView* view() const { return view_; }

public Q_SLOTS:
    void chooseNext();
    void choosePrevious();
    void setSearch(const QString& text);
    void setSplit(int comboIndex);  // 0: all, then train, valid, test, none

Q_SIGNALS:
    /// index: position in the set.
    void clipChosen(int index, const QString& id);
    /// Enter or double click: open it in the inspector.
    void clipActivated(int index, const QString& id);

private:
    void move(int by);
    void countRows();
    ClipModel* model_;
    ClipFilter* filter_;
    QTableView* view_;
    QLineEdit* search_;
    QComboBox* split_;
    QLabel* count_;
};

}  // namespace mica
