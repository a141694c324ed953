// The predictions of a run on a set: filters, pictures, table. Fed with values; says what is chosen by signals.
#pragma once

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

#include "core/reports/reports.h"
#include "widgets/outcome_list.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;
class QToolButton;

namespace mica {

class OutcomeFilters;
class OutcomeModel;
class PredictionPictures;
class StatePanel;

class PredictionsView : public QWidget {
    Q_OBJECT
public:
    explicit PredictionsView(QWidget* parent = nullptr);

    /// Another run, set, part or measure. Filters stay where both lists are of one set. Null: see states().
    void setList(std::shared_ptr<const OutcomeList> list);
    /// "sample-s1111, best epoch 9".
    void setHeadline(const QString& text);
    /// Runs that may be compared with: title and key; `chosen`: empty for none.
    struct Other {
        QString title, key;
    };
    void setOthers(const std::vector<Other>& others, const QString& chosen);
    /// What is not there yet, with a button that sends computeRequested; empty: nothing is missing.
    void setMissing(const QString& text, const QString& button = {});
    /// Of the clips of basis(); name: "A", "B", or empty where there is one run.
    struct RunFigures {
        QString name;
        Metrics figures;
    };
    void setFigures(const std::vector<RunFigures>& runs);
    void setCurrentClip(int clip);
    void setCriteria(const OutcomeCriteria& criteria);

    [[nodiscard]] const OutcomeCriteria& criteria() const;
    /// Rows of the list that the pictures are drawn from.
    [[nodiscard]] const std::vector<int>& basis() const { return basis_; }
    [[nodiscard]] StatePanel* states() const { return states_; }
    [[nodiscard]] OutcomeFilters* filters() const { return filters_; }
    [[nodiscard]] PredictionPictures* pictures() const { return pictures_; }
    [[nodiscard]] OutcomeModel* model() const { return model_; }
    [[nodiscard]] QTableView* table() const { return table_; }
    [[nodiscard]] QComboBox* compareBox() const { return compare_; }
    [[nodiscard]] QComboBox* measureBox() const { return measure_; }
    [[nodiscard]] QComboBox* partBox() const { return part_; }
    [[nodiscard]] QPushButton* computeButton() const { return compute_; }
    [[nodiscard]] QToolButton* resetButton() const { return reset_; }
    [[nodiscard]] QLabel* count() const { return count_; }
    /// Keys and what they do, a tab between them.
    [[nodiscard]] const QStringList& keyHelp() const { return key_help_; }

Q_SIGNALS:
    void clipChosen(int clip);
    /// Enter or a double click: to look at it.
    void clipActivated(int clip);
    void computeRequested();
    void compareRequested(const QString& key);
    void judgingChanged(int part, mica::Measure measure);
    /// The clips that figures and tests are about.
    void basisChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildTable();
    void link();
    void fillJudging();
    void narrow(const OutcomeCriteria& criteria);
    void tell();
    void addKeys();
    void showCurrent();

    std::shared_ptr<const OutcomeList> list_;
    std::vector<int> basis_;
    std::optional<ClipCriteria> drawn_;  // what the pictures are drawn from; none: nothing yet
    int clip_ = -1;
    bool quiet_ = false;
    StatePanel* states_;
    QLabel *headline_, *missing_, *chosen_, *count_, *figures_;
    QComboBox *compare_, *part_, *measure_;
    QPushButton* compute_;
    OutcomeFilters* filters_;
    QToolButton* reset_;
    QSplitter* splitter_;
    PredictionPictures* pictures_;
    OutcomeModel* model_;
    QTableView* table_;
    QStringList key_help_;
};

}  // namespace mica
