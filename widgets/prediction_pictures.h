// What predictions look like as a whole: scatter, residuals, confusion matrices, two runs beside each other. What is
// chosen in a picture filters the table.
#pragma once

#include <QTabWidget>

#include <memory>
#include <optional>
#include <vector>

#include "widgets/outcome_list.h"

class QCheckBox;
class QGridLayout;
class QLabel;

namespace mica {

class ConfusionView;
class HistogramView;
class PairTable;
class SplitLegend;
class StatePanel;
class TruthScatter;

class PredictionPictures : public QTabWidget {
    Q_OBJECT
public:
    explicit PredictionPictures(QWidget* parent = nullptr);

    /// rows: of the list, what the pictures are drawn from.
    void setList(std::shared_ptr<const OutcomeList> list, const std::vector<int>& rows);
    /// Marks what is chosen; sends nothing.
    void setCriteria(const OutcomeCriteria& criteria);
    void setCurrentClip(int clip);
    void setComparison(const std::optional<Comparison>& comparison, const PairedWish& wish, const QString& why = {});

    [[nodiscard]] TruthScatter* scatter() const { return scatter_; }
    [[nodiscard]] HistogramView* residuals() const { return residuals_; }
    /// One, or one for each part of a label.
    [[nodiscard]] const std::vector<ConfusionView*>& matrices() const { return matrices_; }
    [[nodiscard]] PairTable* pairs() const { return pairs_; }
    [[nodiscard]] QCheckBox* shares() const { return shares_; }
    void showPairs();

Q_SIGNALS:
    /// The criteria with another choice in a picture.
    void criteriaChosen(const mica::OutcomeCriteria& criteria);
    void clipChosen(int clip);

private:
    void buildScatter();
    void buildMatrices();
    void fillMatrices(const std::vector<int>& rows);
    void chooseCell(int part, int truth, int predicted);

    std::shared_ptr<const OutcomeList> list_;
    OutcomeCriteria criteria_;
    QWidget *error_page_, *matrix_page_;
    TruthScatter* scatter_;
    SplitLegend* legend_;
    QLabel* residual_title_;
    HistogramView* residuals_;
    QCheckBox* shares_;
    QGridLayout* grid_ = nullptr;
    QLabel* left_out_;
    std::vector<ConfusionView*> matrices_;
    StatePanel* pair_states_;
    PairTable* pairs_;
};

}  // namespace mica
