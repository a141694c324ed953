// Which attention is shown and how: run, checkpoint, pair, layer, head, view, scale, mass, outlines, truth; what it is
// compared with; and what the run measured for that pair and layer.
#pragma once

#include <QWidget>

#include "app/workbench/attention_source.h"
#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSlider;
class QSpinBox;

namespace mica {

class CompareBox;
class MapDeck;
class TrainingJob;

class AttentionPanel : public QWidget {
    Q_OBJECT
public:
    AttentionPanel(Selection* selection, AttentionSource* attention, RunList* runs, const TrainingJob* training,
                   MapDeck* deck, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* runChooser() const { return run_; }
    [[nodiscard]] QComboBox* pairChooser() const { return pair_; }
    [[nodiscard]] QComboBox* layerChooser() const { return layer_; }
    [[nodiscard]] QComboBox* headChooser() const { return head_; }
    [[nodiscard]] QComboBox* checkpointChooser() const { return checkpoint_; }
    [[nodiscard]] QComboBox* viewChooser() const { return view_; }
    [[nodiscard]] QComboBox* scaleChooser() const { return scale_; }
    [[nodiscard]] QComboBox* normalisationChooser() const { return normalisation_; }
    [[nodiscard]] QComboBox* truthChooser() const { return truth_; }
    [[nodiscard]] QCheckBox* selectedBox() const { return w_; }
    [[nodiscard]] QCheckBox* propagatedBox() const { return v_; }
    [[nodiscard]] QSlider* massSlider() const { return mass_; }
    [[nodiscard]] QSpinBox* massBox() const { return mass_box_; }
    [[nodiscard]] CompareBox* compare() const { return compare_; }
    /// What the run measured of itself for what is shown.
    [[nodiscard]] QString figures() const;

private:
    QComboBox* chooser(QFormLayout* form, const QString& label, const QString& tip);
    void addLook(QFormLayout* form);
    void linkDeck();
    void fillRuns();
    void fillCheckpoints();
    void fillMaps();
    void showFigures();

    Selection* selection_;
    AttentionSource* attention_;
    RunList* runs_;
    const TrainingJob* training_;
    MapDeck* deck_;
    CompareBox* compare_;
    QComboBox *run_, *checkpoint_, *pair_, *layer_, *head_, *view_, *scale_, *normalisation_, *colours_, *truth_;
    QSlider* mass_;
    QSpinBox* mass_box_;
    QCheckBox *w_, *v_;
    QLabel *state_, *figures_;
};

}  // namespace mica
