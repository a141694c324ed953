// What an import made, in words: one sentence for the message, and a window with everything it has to say.
#pragma once

#include <QDialog>

#include "datasets/import/import.h"

namespace mica {

/// "mosi.h5: 2,199 clips (1,284 train, 229 validation, 686 test); 3 left out."
[[nodiscard]] QString summary_sentence(const ImportSummary& summary);

/// Figures, notes and the clips that were left out with their reasons. Not modal.
class ImportSummaryWindow : public QDialog {
    Q_OBJECT
public:
    explicit ImportSummaryWindow(const ImportSummary& summary, QWidget* parent = nullptr);
};

}  // namespace mica
