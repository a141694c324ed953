// The objective against each setting of a sweep, and beside it what a paper published for it.
#pragma once

#include <QScrollArea>

#include <memory>
#include <vector>

#include "widgets/sweep_list.h"

class QGridLayout;

namespace mica {

class PublishedPlot;
class SweepScatter;

class SweepSlices : public QScrollArea {
    Q_OBJECT
public:
    explicit SweepSlices(QWidget* parent = nullptr);

    /// Sends nothing, as all that sets.
    void setList(std::shared_ptr<const SweepList> list);
    void setFitting(const std::vector<bool>& fit);
    void setBrushes(const SweepBrushes& brushes);
    void setCurrent(int trial);
    /// Brings a setting's slice into sight and gives it the keyboard.
    void goTo(const std::string& key);
    [[nodiscard]] const std::vector<SweepScatter*>& slices() const { return slices_; }
    [[nodiscard]] const std::vector<PublishedPlot*>& published() const { return published_; }

Q_SIGNALS:
    /// axis: the slice's setting; brushes: as SweepScatter sends them.
    void regionChosen(const QString& axis, const mica::SweepBrushes& brushes);
    void trialChosen(int trial);
    void trialActivated(int trial);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void make();
    void arrange();

    std::shared_ptr<const SweepList> list_;
    QWidget* room_;
    QGridLayout* grid_;
    std::vector<SweepScatter*> slices_;
    std::vector<PublishedPlot*> published_;
    std::vector<QWidget*> cells_;  // slices, each before what was published for it
};

}  // namespace mica
