// Live curves: named series over a step, epoch or time axis.
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

/// Something that happened at a moment of the x axis.
struct CurveMark {
    enum class Kind { change, rate, session, end, warning };
    double x = 0;
    Kind kind = Kind::change;
    QString text;  // what a person reads on hover
};

/// Appending costs nothing but memory. What a person does is painted at most 30 times a second; points that come are
/// painted so seldom that it takes a sixth of a hundredth of the time, and only where they are seen. Of a series of
/// a million points each pixel column is drawn with its lowest and highest value, so that no spike is lost.
/// Keys: left and right pan, + and - zoom, Home shows everything, L and Shift+L switch the logarithmic axes, M and
/// Shift+M go to the next mark and the one before.
class CurvePlot : public QWidget {
    Q_OBJECT
public:
    explicit CurvePlot(const QString& title, QWidget* parent = nullptr);
    ~CurvePlot() override;

    /// Number of the new series. tip: formula and convention, shown on hover over its legend entry. style: of colour and
    /// dashes together; -1: the series' number.
    int addSeries(const QString& name, const QString& tip = {}, int style = -1);
    /// Series of that name, made where there is none.
    int series(const QString& name, const QString& tip = {});
    [[nodiscard]] int seriesCount() const;
    [[nodiscard]] QString seriesName(int series) const;
    void setSeriesVisible(int series, bool visible);
    [[nodiscard]] bool isSeriesVisible(int series) const;
    void append(int series, double x, double y);
    void setData(int series, std::vector<double> x, std::vector<double> y);
    /// A curve and the band around it (lowest and highest of several runs), all of one length.
    void setBand(int series, std::vector<double> x, std::vector<double> y, std::vector<double> low,
                 std::vector<double> high);
    [[nodiscard]] const std::vector<double>& xs(int series) const;
    [[nodiscard]] const std::vector<double>& ys(int series) const;
    /// All points of all series, or the series themselves too.
    void clearData();
    void clearSeries();

    void setMarks(std::vector<CurveMark> marks);
    [[nodiscard]] const std::vector<CurveMark>& marks() const;

    void setAxisLabels(const QString& x, const QString& y);
    /// Whether x counts steps or epochs, of which there is no half.
    void setWholeX(bool whole);
    void setLogX(bool log);
    [[nodiscard]] bool logX() const { return log_x_; }
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
    /// What "everything" holds of x at least, whatever the series have; low > high: what they have.
    void setXExtent(double low, double high);
    /// What the visible series say nearest to x: "step 120: total 0.81, L_p 0.52"; empty without data.
    [[nodiscard]] QString readOut(double x) const;
    /// A choice that belongs to this plot, beside its title; owned.
    void addControl(QWidget* control);
    /// Smoothing and the logarithm of x are chosen elsewhere, for several plots at once.
    void hideSharedControls();
    /// All of the data in sight again after a drag or wheel (double click).
    void showAll();
    /// That part of x, as if it had been dragged there; y stays.
    void setXRange(double low, double high);
    /// The read-out and a line at x, as if the pointer were there; NaN: none.
    void hover(double x);
    /// What is drawn of the raw curve in the size and range of the moment, in the order of x.
    [[nodiscard]] std::vector<std::pair<double, double>> drawn(int series) const;
    [[nodiscard]] QCustomPlot* plot() const { return plot_; }
    /// What the whole takes at its present width where the drawing is to have that height.
    [[nodiscard]] int heightWith(int drawing) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void xHovered(double x);  // NaN: the pointer has left
    /// A person has moved or zoomed the x axis, or asked for everything.
    void xMoved(double low, double high);
    void allShown();
    void logXChanged(bool log);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Series;
    struct Parts;
    [[nodiscard]] Series* at(int series) const;
    void buildHeader();
    void buildPlot();
    void queueReplot();
    void queueData();
    void refresh();
    void drawVisible();
    void drawBest(Series& series);
    void restyle();
    void restyle(Series& series);
    void setTickers();
    void rescale();
    void restart();
    void point(double x);
    void moved();
    void zoomX(double factor);
    void sayMarks(double pixel, const QPoint& global);

    QString title_;
    QCustomPlot* plot_;
    QWidget* header_;
    QLabel* read_out_;
    QLabel* empty_;
    QWidget* legend_;
    QWidget* smooth_control_ = nullptr;
    QSlider* smooth_slider_ = nullptr;
    QToolButton* log_x_button_ = nullptr;
    QToolButton* log_button_ = nullptr;
    std::vector<std::unique_ptr<Series>> series_;
    std::unique_ptr<Parts> parts_;
    QTimer replot_;
    QString x_label_, y_label_;
    double smoothing_ = 0, y_low_ = 0, y_high_ = 0, x_from_ = 1, x_to_ = 0, pointed_ = 0;
    bool log_x_ = false, log_y_ = false, whole_ = true, whole_x_ = true, stale_ = false;
};

}  // namespace mica
