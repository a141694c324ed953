// Live curves: named series over a step or epoch axis.
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QCustomPlot;
class QLabel;
class QSlider;
class QToolButton;

namespace mica {

/// Exponential moving average with its start corrected (as if the series had been going on at its first
/// mean); factor in [0, 1), 0: as it is. Values that are not finite are skipped and stay as they are.
[[nodiscard]] std::vector<double> smoothed(const std::vector<double>& values, double factor);

/// Appending costs nothing but memory; painting happens at most 30 times a second and only while visible.
class CurvePlot : public QWidget {
    Q_OBJECT
public:
    explicit CurvePlot(const QString& title, QWidget* parent = nullptr);
    ~CurvePlot() override;

    /// Number of the new series. tip: formula and convention, shown on hover over its legend entry.
    int addSeries(const QString& name, const QString& tip = {});
    /// Series of that name, made where there is none.
    int series(const QString& name, const QString& tip = {});
    [[nodiscard]] int seriesCount() const;
    [[nodiscard]] QString seriesName(int series) const;
    void setSeriesVisible(int series, bool visible);
    [[nodiscard]] bool isSeriesVisible(int series) const;
    void append(int series, double x, double y);
    void setData(int series, std::vector<double> x, std::vector<double> y);
    [[nodiscard]] const std::vector<double>& xs(int series) const;
    [[nodiscard]] const std::vector<double>& ys(int series) const;
    /// All points of all series, or the series themselves too.
    void clearData();
    void clearSeries();

    void setAxisLabels(const QString& x, const QString& y);
    void setLogY(bool log);
    [[nodiscard]] bool logY() const { return log_y_; }
    /// 0: off, up to 0.99; the raw curve stays behind as a faint line.
    void setSmoothing(double factor);
    [[nodiscard]] double smoothing() const { return smoothing_; }
    /// Marks the best point of a series (of what was measured, not of the smoothed curve).
    void setBest(int series, bool marked, bool higherIsBetter);
    /// Index of the best point; -1: none.
    [[nodiscard]] int best(int series) const;
    void setEmptyText(const QString& text);
    /// Fixed (e.g. [0, 2]); low == high: by the data.
    void setYRange(double low, double high);
    /// What the visible series say nearest to x: "step 120: total 0.81, L_p 0.52"; empty without data.
    [[nodiscard]] QString readOut(double x) const;
    /// A choice that belongs to this plot, beside its title; owned.
    void addControl(QWidget* control);
    /// All of the data in sight again after a drag or wheel (double click).
    void showAll();
    [[nodiscard]] QCustomPlot* plot() const { return plot_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void xHovered(double x);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Series;
    struct Marks;
    [[nodiscard]] Series* at(int series) const;
    void buildHeader();
    void queueReplot();
    void refresh();
    void refill(Series& series);
    void restyle();
    void rescale();
    void point(double x);

    QString title_;
    QCustomPlot* plot_;
    QWidget* header_;
    QLabel* read_out_;
    QLabel* empty_;
    QWidget* legend_;
    QSlider* smooth_slider_ = nullptr;
    QToolButton* log_button_ = nullptr;
    std::vector<std::unique_ptr<Series>> series_;
    std::unique_ptr<Marks> marks_;
    QTimer replot_;
    QString x_label_, y_label_;
    double smoothing_ = 0, y_low_ = 0, y_high_ = 0;
    bool log_y_ = false, whole_ = true;
};

}  // namespace mica
