// Two runs: who gets which clip right, and what paired tests say of it.
#pragma once

#include <QWidget>

#include <array>
#include <optional>

#include "core/statistics/comparison.h"

class QLabel;
class QToolButton;

namespace mica {

/// A button for each of the four cells: a click lists its clips, a second click all again.
class PairTable : public QWidget {
    Q_OBJECT
public:
    explicit PairTable(QWidget* parent = nullptr);

    /// Counts at once; the tests follow with setComparison.
    void setCounts(const std::array<std::size_t, 5>& counts, const QString& a, const QString& b);
    /// None: they are being computed, or `why` says why there are none. classes: errors are 1 - p of the true class.
    void setComparison(const std::optional<Comparison>& comparison, bool classes, const PairedWish& wish,
                       const QString& why = {});
    void setChosen(std::optional<PairCell> cell);
    [[nodiscard]] QToolButton* button(PairCell cell) const { return buttons_[static_cast<std::size_t>(cell)]; }
    /// The sentences of the tests.
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void cellChosen(std::optional<mica::PairCell> cell);

private:
    QLabel *runs_, *tests_;
    std::array<QToolButton*, 4> buttons_{};
};

/// What a comparison says: tests, n, differences with intervals, and a caution. A line each.
[[nodiscard]] QStringList comparisonText(const Comparison& comparison, bool classes, const PairedWish& wish);

}  // namespace mica
