// What the map is compared with: another run, epoch or layer; the presets; and the slider through the epochs of which
// the run kept the clip's attention.
#pragma once

#include <QGroupBox>

#include <optional>
#include <vector>

#include "app/workbench/latest_worker.h"
#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace mica {

class AttentionSource;
class TrainingJob;

/// What a run trains: both losses of the paper or one, none of them on the gated backbone, or plain MulT.
enum class Method { mica, backbone, mult, other };
[[nodiscard]] Method method_of(const RunSummary& run);

class CompareBox : public QGroupBox {
    Q_OBJECT
public:
    CompareBox(Selection* selection, AttentionSource* attention, RunList* runs, const TrainingJob* training,
               QWidget* parent = nullptr);
    ~CompareBox() override;

    [[nodiscard]] QComboBox* howChooser() const { return how_; }
    [[nodiscard]] QComboBox* runChooser() const { return run_; }
    [[nodiscard]] QComboBox* stateChooser() const { return state_; }
    [[nodiscard]] QComboBox* layerChooser() const { return layer_; }
    [[nodiscard]] QPushButton* presetButton() const { return preset_; }
    [[nodiscard]] QSlider* epochSlider() const { return epoch_; }
    /// Epochs of which the chosen run kept the clip's attention, as the slider has them.
    [[nodiscard]] const std::vector<int>& keptEpochs() const { return own_epochs_; }
    [[nodiscard]] QString note() const;

private:
    QComboBox* chooser(const QString& label, const QString& tip);
    void fill();
    void fillRuns();
    void fillStates();
    void fillLayers();
    void fillSlider();
    void readEpochs();
    void apply();
    void applyPreset();
    [[nodiscard]] bool comparesChanged() const;
    [[nodiscard]] std::filesystem::path comparedRun() const;

    Selection* selection_;
    AttentionSource* attention_;
    RunList* runs_;
    const TrainingJob* training_;
    QComboBox *how_, *run_, *state_, *layer_;
    QPushButton* preset_;
    QSlider* epoch_;
    QLabel *epoch_text_, *note_;
    std::vector<int> own_epochs_, other_epochs_;  // of the chosen run, of the compared one
    std::uint64_t asked_ = 0;
    std::optional<LatestWorker> worker_;
};

}  // namespace mica
