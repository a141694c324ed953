// A layout that fills rows from the left and goes on below, so that nothing is cut in a narrow window.
#pragma once

#include <QLayout>

namespace mica {

class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent, int spacing = 4);
    ~FlowLayout() override;
    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int i) const override;
    QLayoutItem* takeAt(int i) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;

private:
    int place(const QRect& rect, bool move) const;
    QList<QLayoutItem*> items_;
};

}  // namespace mica
