// What a person changed, row by row: each can be switched off and removed.
#pragma once

#include <QListWidget>

#include <vector>

namespace mica {

struct ChangeRow {
    QString text;
    QString note;  // why it has no effect; empty: it has
    bool on = true;
    bool operator==(const ChangeRow&) const = default;
};

/// Space or a click on the box switches the row, Delete removes it.
class ChangeList : public QListWidget {
    Q_OBJECT
public:
    explicit ChangeList(QWidget* parent = nullptr);

    /// The current row stays where it can.
    void setRows(const std::vector<ChangeRow>& rows);
    /// Said where there are none.
    void setEmptyText(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void switched(int row, bool on);
    void removeWanted(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString empty_text_;
};

}  // namespace mica
