// The dock of evidence: a chooser, what clips are looked at, and one panel a kind.
#pragma once

#include "app/workbench/evidence_panels.h"

class QStackedWidget;

namespace mica {

class EvidenceView : public QWidget {
    Q_OBJECT
public:
    enum class Kind { corr_acc, a_distance, projection, distances, contribution, faithfulness };

    EvidenceView(Selection* selection, JobBoard* jobs, RunList* runs, QWidget* parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] QComboBox* kinds() const { return kinds_; }
    [[nodiscard]] EvidenceScope* scope() const { return scope_; }
    [[nodiscard]] EvidencePanel* panel(Kind kind) const;
    template <class Panel>
    [[nodiscard]] Panel* panel() const {
        return findChild<Panel*>();
    }

private:
    void addKeys();
    [[nodiscard]] EvidencePanel* shown() const;
    QComboBox* kinds_;
    EvidenceScope* scope_;
    QStackedWidget* stack_;
};

}  // namespace mica
