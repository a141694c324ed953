// The figure of a clip with its pictures, and the button that writes it into a file.
#pragma once

#include <QHash>
#include <QImage>
#include <QWidget>

#include <vector>

#include "widgets/attention_figure.h"

class QPushButton;

namespace mica {

class FigureView;

class FigurePanel : public QWidget {
    Q_OBJECT
public:
    explicit FigurePanel(QWidget* parent = nullptr);

    [[nodiscard]] FigureView* view() const { return view_; }
    /// Pictures that are known are put in; others are asked for where the sources can have some.
    void setFigures(std::vector<AttentionFigure> figures, bool with_pictures = false);
    void setPictures(const std::vector<double>& times, const std::vector<QImage>& images);
    void clearPictures() { pictures_.clear(); }
    /// PNG, SVG or PDF by the file's ending, as on paper: light, with captions. Throws Error.
    void write(const QString& file) const;

Q_SIGNALS:
    void picturesWanted(const std::vector<double>& times);

private:
    void askFile();
    void fillIn();

    FigureView* view_;
    QPushButton* export_;
    std::vector<AttentionFigure> figures_;
    QHash<qint64, QImage> pictures_;  // by microsecond; of this clip
};

}  // namespace mica
