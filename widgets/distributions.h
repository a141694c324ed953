// Labels and lengths of a set, split by split, as two histograms; a bar leads to its clips.
#pragma once

#include <QWidget>

#include <memory>

#include "widgets/histogram.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace mica {

class HistogramView;
class SplitLegend;
class StatePanel;

class Distributions : public QWidget {
    Q_OBJECT
public:
    explicit Distributions(QWidget* parent = nullptr);

    /// Null: no set is open.
    void setList(std::shared_ptr<const ClipList> list);
    [[nodiscard]] HistogramView* labels() const { return labels_; }
    [[nodiscard]] HistogramView* lengths() const { return lengths_; }
    [[nodiscard]] QComboBox* lengthChooser() const { return length_of_; }
    [[nodiscard]] StatePanel* states() const { return states_; }

Q_SIGNALS:
    /// What a chosen bar stands for: only the filters of that bar are set.
    void chosen(const mica::ClipCriteria& criteria);

private:
    void showLengths();
    void choose(const HistogramView* view, int bin, int split);
    [[nodiscard]] LengthOf lengthOf() const;
    std::shared_ptr<const ClipList> list_;
    StatePanel* states_;
    HistogramView *labels_, *lengths_;
    QComboBox* length_of_;
    QCheckBox* shares_;
    QLabel *label_title_, *label_note_, *length_note_;
    SplitLegend* legend_;
};

}  // namespace mica
