// What the bars of a histogram mean: each split's colour and pattern, its name and its clips.
#pragma once

#include <QWidget>

#include <array>
#include <cstdint>

namespace mica {

class SplitLegend : public QWidget {
    Q_OBJECT
public:
    explicit SplitLegend(QWidget* parent = nullptr);
    /// Clips by Split; those without any are left out.
    void setSizes(const std::array<std::uint64_t, 4>& sizes);
};

}  // namespace mica
