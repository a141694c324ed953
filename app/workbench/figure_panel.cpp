#include "app/workbench/figure_panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

#include "app/workbench/print_page.h"
#include "app/workbench/words.h"
#include "widgets/figure_view.h"

namespace mica {

namespace {

constexpr qsizetype kMostPictures = 400;

qint64 key_of(double time) { return std::llround(1e6 * time); }

}  // namespace

FigurePanel::FigurePanel(QWidget* parent)
    : QWidget(parent), view_(new FigureView), export_(new QPushButton(tr("Save the fi&gure..."))) {
    export_->setToolTip(tr("Writes the figure with its captions as PNG, SVG or PDF (Alt+G)"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(export_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(view_, 1);
    column->addLayout(row);
    connect(export_, &QPushButton::clicked, this, &FigurePanel::askFile);
    export_->setEnabled(false);
}

void FigurePanel::setFigures(std::vector<AttentionFigure> figures, bool with_pictures) {
    figures_ = std::move(figures);
    export_->setEnabled(!figures_.empty());
    if (pictures_.size() > kMostPictures) pictures_.clear();
    std::vector<double> wanted;
    if (with_pictures)
        for (const AttentionFigure& figure : figures_)
            for (const AttentionFigure::Source& source : figure.sources)
                if (std::isfinite(source.time) && !pictures_.contains(key_of(source.time)))
                    wanted.push_back(source.time);
    fillIn();
    if (!wanted.empty()) Q_EMIT picturesWanted(wanted);
}

void FigurePanel::setPictures(const std::vector<double>& times, const std::vector<QImage>& images) {
    for (std::size_t i = 0; i < times.size() && i < images.size(); ++i)
        if (!images[i].isNull()) pictures_.insert(key_of(times[i]), images[i]);
    fillIn();
}

void FigurePanel::fillIn() {
    for (AttentionFigure& figure : figures_)
        for (AttentionFigure::Source& source : figure.sources)
            if (std::isfinite(source.time)) source.image = pictures_.value(key_of(source.time));
    view_->setFigures(figures_);
}

void FigurePanel::write(const QString& file) const {
    write_page(page_of(figures_, kPrintWidth), kPrintWidth, path_of(file));
}

void FigurePanel::askFile() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the figure"), QStringLiteral("figure.pdf"),
                                                      tr("PDF (*.pdf);;SVG (*.svg);;PNG (*.png)"));
    if (file.isEmpty()) return;
    try {
        write(file);
    } catch (const std::exception& e) {
        QMessageBox::warning(this, tr("The figure was not written"), words_of(e));
    }
}

}  // namespace mica
