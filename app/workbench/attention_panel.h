// Which attention is shown and how: run, checkpoint, pair, layer, head, scale, outlines, truth; and what the run
// measured for that pair and layer.
#pragma once

#include <QWidget>

#include "app/workbench/attention_source.h"
#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace mica {

class AttentionMapView;
class TrainingJob;

class AttentionPanel : public QWidget {
    Q_OBJECT
public:
    AttentionPanel(Selection* selection, AttentionSource* attention, RunList* runs, const TrainingJob* training,
                   AttentionMapView* map, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* runChooser() const { return run_; }
    [[nodiscard]] QComboBox* pairChooser() const { return pair_; }
    [[nodiscard]] QComboBox* layerChooser() const { return layer_; }
    [[nodiscard]] QComboBox* headChooser() const { return head_; }
    [[nodiscard]] QComboBox* checkpointChooser() const { return checkpoint_; }

private:
    QComboBox* chooser(QFormLayout* form, const QString& label, const QString& tip);
    void linkMap(AttentionMapView* map);
    void fillRuns();
    void fillCheckpoints();
    void fillMaps();
    void showFigures();

    Selection* selection_;
    AttentionSource* attention_;
    RunList* runs_;
    const TrainingJob* training_;
    QComboBox *run_, *checkpoint_, *pair_, *layer_, *head_, *scale_, *normalisation_, *colours_, *truth_;
    QCheckBox *w_, *v_;
    QLabel *state_, *figures_;
};

}  // namespace mica
