// Asks for the view, the form, the width and the file of an export.
#pragma once

#include <QDialog>

#include "app/workbench/view_export.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mica {

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// view: that is chosen at first.
    ExportDialog(ViewExport* exporter, int view, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* viewChooser() const { return view_; }
    [[nodiscard]] QComboBox* formatChooser() const { return format_; }
    [[nodiscard]] QComboBox* mapsChooser() const { return maps_; }
    [[nodiscard]] QDoubleSpinBox* width() const { return width_; }
    [[nodiscard]] QLineEdit* file() const { return file_; }
    [[nodiscard]] QPushButton* startButton() const { return start_; }

    void accept() override;

private:
    void fillFormats();
    void showFormat();
    void check();
    void browse();
    [[nodiscard]] QString ending() const;

    ViewExport* exporter_;
    QComboBox *view_, *format_, *maps_;
    QDoubleSpinBox* width_;
    QLineEdit* file_;
    QLabel* state_;
    QPushButton* start_;
};

}  // namespace mica
