#include "widgets/split_legend.h"

#include <QLocale>
#include <QPainter>

#include "widgets/flow_layout.h"
#include "widgets/histogram_view.h"

namespace mica {
namespace {

// A patch in the bars' own colour and pattern with the split's name.
class Entry : public QWidget {
public:
    Entry(Split split, std::uint64_t clips) : split_(split) {
        text_ = SplitLegend::tr("%1 (%2)").arg(splitTitle(split), QLocale().toString(static_cast<qulonglong>(clips)));
        setAccessibleName(text_);
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {fontMetrics().height() * 2 + fontMetrics().horizontalAdvance(text_) + 8, fontMetrics().height() + 4};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int high = fontMetrics().height();
        painter.setBrush(splitBrush(split_, palette()));
        painter.setPen(splitColour(split_, palette()));
        painter.drawRect(QRectF(0.5, 2.5, 1.6 * high, high - 2));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect().adjusted(2 * high, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text_);
    }

private:
    Split split_;
    QString text_;
};

}  // namespace

SplitLegend::SplitLegend(QWidget* parent) : QWidget(parent) { new FlowLayout(this, 10); }

void SplitLegend::setSizes(const std::array<std::uint64_t, 4>& sizes) {
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        if (const std::uint64_t n = sizes[static_cast<std::size_t>(s)]) {
            auto* entry = new Entry(s, n);
            layout()->addWidget(entry);
            entry->show();
        }
}

}  // namespace mica
