// The six kinds of evidence; each has a file of its own.
#pragma once

#include "app/workbench/evidence_panel.h"

class QLabel;
class QSpinBox;
class QSplitter;

namespace mica {

class BandPlot;
class BlockTable;
class CurvePlot;
class EffectBars;
class PairHistogram;
class ScatterView;
class ScoreList;

/// "V>L, layer 2, all heads" of the chosen block.
[[nodiscard]] QString block_title(Pair pair, int layer, int head);
/// The block that the window shows.
[[nodiscard]] BlockChoice block_of(const Selection* selection);
[[nodiscard]] QString key_of(const BlockChoice& block);

/// A table of all pairs, layers and heads; the clips of the marked cell, the worst first.
class CorrAccPanel : public EvidencePanel {
    Q_OBJECT
public:
    explicit CorrAccPanel(const EvidenceContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* picture() const override;
    [[nodiscard]] BlockTable* table() const { return table_; }
    [[nodiscard]] ScoreList* clips() const { return clips_; }
    [[nodiscard]] QComboBox* targets() const { return targets_; }

protected:
    std::optional<Question> ask(QString& why) override;
    [[nodiscard]] QString invitation() const override;
    void mark() override;

private:
    void show(const std::shared_ptr<const CorrAccEvidence>& evidence);
    void fill();
    void listClips();
    std::shared_ptr<const CorrAccEvidence> shown_;
    QString listed_, heading_;
    QComboBox* targets_;
    BlockTable* table_;
    QLabel* title_;
    ScoreList* clips_;
};

/// A table for one checkpoint, and curves of the marked row over the epochs.
class ADistancePanel : public EvidencePanel {
    Q_OBJECT
public:
    explicit ADistancePanel(const EvidenceContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* picture() const override;
    [[nodiscard]] BlockTable* table() const { return table_; }
    [[nodiscard]] CurvePlot* curves() const { return curves_; }
    [[nodiscard]] QComboBox* epochs() const { return epochs_; }

protected:
    std::optional<Question> ask(QString& why) override;
    [[nodiscard]] QString invitation() const override;
    void mark() override;

private:
    void show(const std::shared_ptr<const ADistanceEvidence>& evidence);
    [[nodiscard]] int chosenEpoch() const;
    void fillTable();
    void fillCurves();
    std::shared_ptr<const ADistanceEvidence> shown_;
    QComboBox* epochs_;
    BlockTable* table_;
    CurvePlot* curves_;
};

/// Queries and keys of the chosen block, beside those of another run or epoch.
class ProjectionPanel : public EvidencePanel {
    Q_OBJECT
public:
    explicit ProjectionPanel(const EvidenceContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* picture() const override;
    [[nodiscard]] ScatterView* view(int side) const { return views_[static_cast<std::size_t>(side)]; }
    [[nodiscard]] QComboBox* how() const { return how_; }
    [[nodiscard]] QComboBox* dimensions() const { return dimensions_; }
    [[nodiscard]] QComboBox* beside() const { return beside_; }

protected:
    std::optional<Question> ask(QString& why) override;
    [[nodiscard]] QString invitation() const override;
    void mark() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Pictures = std::array<std::shared_ptr<const Projection>, 2>;
    void fillBeside();
    void show(const Pictures& pictures);
    void light(int side, int point);
    void choose(int side, int point);
    Pictures shown_;
    QComboBox *how_, *dimensions_, *beside_;
    QSpinBox *points_, *perplexity_;
    QSplitter* parts_;
    std::array<ScatterView*, 2> views_{};
    QLabel* read_out_;
};

/// |q - k| of matched and unmatched pairs.
class DistancePanel : public EvidencePanel {
    Q_OBJECT
public:
    explicit DistancePanel(const EvidenceContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* picture() const override;
    [[nodiscard]] PairHistogram* histogram() const { return histogram_; }

protected:
    std::optional<Question> ask(QString& why) override;
    [[nodiscard]] QString invitation() const override;

private:
    void show(const DistanceEvidence& evidence);
    PairHistogram* histogram_;
    QLabel* figures_;
};

/// The model without each stream.
class ContributionPanel : public EvidencePanel {
    Q_OBJECT
public:
    explicit ContributionPanel(const EvidenceContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* picture() const override;
    [[nodiscard]] EffectBars* set() const { return set_; }
    [[nodiscard]] EffectBars* clip() const { return clip_; }
    [[nodiscard]] ScoreList* clips() const { return clips_; }
    [[nodiscard]] QComboBox* removal() const { return removal_; }

protected:
    std::optional<Question> ask(QString& why) override;
    [[nodiscard]] QString invitation() const override;
    void mark() override;

private:
    void show(const std::shared_ptr<const ContributionEvidence>& evidence);
    std::shared_ptr<const ContributionEvidence> shown_;
    QComboBox* removal_;
    QLabel* figures_;
    EffectBars *set_, *clip_;
    QLabel* elsewhere_;
    ScoreList* clips_;
};

/// The model without what it attends.
class FaithfulnessPanel : public EvidencePanel {
    Q_OBJECT
public:
    explicit FaithfulnessPanel(const EvidenceContext& context, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* picture() const override;
    [[nodiscard]] BandPlot* curves() const { return curves_; }
    [[nodiscard]] ScoreList* clips() const { return clips_; }
    [[nodiscard]] QComboBox* layers() const { return layers_; }
    [[nodiscard]] QComboBox* whose() const { return whose_; }

protected:
    std::optional<Question> ask(QString& why) override;
    [[nodiscard]] QString invitation() const override;
    void mark() override;

private:
    void show(const std::shared_ptr<const FaithfulnessEvidence>& evidence);
    void draw();
    std::shared_ptr<const FaithfulnessEvidence> shown_;
    QComboBox *layers_, *whose_;
    QLabel* figures_;
    BandPlot* curves_;
    ScoreList* clips_;
};

}  // namespace mica
