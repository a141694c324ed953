// Which stream of which other clip stands in the place of this one's.
#pragma once

#include <QDialog>

#include <memory>

#include "widgets/clip_model.h"

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace mica {

class WhatIf;

class SwapDialog : public QDialog {
    Q_OBJECT
public:
    /// clip: position of the one on screen. Accepted, it adds the change itself.
    SwapDialog(WhatIf* what_if, std::shared_ptr<const ClipList> clips, int clip, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* streamChooser() const { return stream_; }
    [[nodiscard]] QLineEdit* search() const { return search_; }
    [[nodiscard]] QTableView* table() const { return table_; }
    [[nodiscard]] QLabel* note() const { return note_; }
    [[nodiscard]] QDialogButtonBox* buttons() const { return buttons_; }
    void accept() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int chosen() const;
    void look();

    WhatIf* what_if_;
    int clip_;
    ClipModel* model_;
    QComboBox* stream_;
    QLineEdit* search_;
    QTableView* table_;
    QLabel* note_;
    QDialogButtonBox* buttons_;
};

}  // namespace mica
