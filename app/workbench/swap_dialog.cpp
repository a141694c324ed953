#include "app/workbench/swap_dialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/what_if.h"
#include "app/workbench/words.h"
#include "widgets/palette.h"

namespace mica {

SwapDialog::SwapDialog(WhatIf* what_if, std::shared_ptr<const ClipList> clips, int clip, QWidget* parent)
    : QDialog(parent),
      what_if_(what_if),
      clip_(clip),
      model_(new ClipModel(this)),
      stream_(new QComboBox),
      search_(new QLineEdit),
      table_(new QTableView),
      note_(new QLabel),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Swap a stream with another clip's"));
    setObjectName(QStringLiteral("swapDialog"));
    for (const Modality m : {Modality::audio, Modality::vision, Modality::text})
        stream_->addItem(modalityTitle(m), static_cast<int>(m));
    stream_->setToolTip(tr("The stream that the model is given of the other clip (Alt+S)"));
    stream_->setAccessibleName(tr("Stream"));
    search_->setPlaceholderText(tr("id, words or label"));
    search_->setClearButtonEnabled(true);
    search_->setToolTip(tr("Lists only clips that hold every part of the text (Alt+C); Up and Down go through them"));
    search_->setAccessibleName(tr("Search the clips"));
    search_->installEventFilter(this);
    model_->setList(std::move(clips));
    table_->setModel(model_);
    table_->setAccessibleName(tr("Clips"));
    table_->setToolTip(tr("The clip whose stream is given; Enter or a double click takes it"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->setWordWrap(false);
    table_->setColumnWidth(static_cast<int>(ClipColumn::words), 40 * fontMetrics().averageCharWidth());
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setSortingEnabled(true);
    model_->sort(-1);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    note_->setWordWrap(true);
    note_->setMinimumHeight(2 * fontMetrics().height());
    buttons_->button(QDialogButtonBox::Ok)->setText(tr("Swap"));
    buttons_->button(QDialogButtonBox::Ok)->setToolTip(tr("Gives the model that stream (Enter)"));
    buttons_->button(QDialogButtonBox::Cancel)->setToolTip(tr("Changes nothing (Escape)"));
    auto* form = new QFormLayout;
    form->addRow(tr("&Stream"), stream_);
    form->addRow(tr("of &clip"), search_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(table_, 1);
    column->addWidget(note_);
    column->addWidget(buttons_);
    connect(stream_, &QComboBox::currentIndexChanged, this, &SwapDialog::look);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        ClipCriteria criteria;
        criteria.search = text;
        model_->setCriteria(criteria);
        if (model_->rowCount() > 0) table_->selectRow(0);
        look();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SwapDialog::look);
    connect(table_, &QTableView::doubleClicked, this, &SwapDialog::accept);
    connect(buttons_, &QDialogButtonBox::accepted, this, &SwapDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(what_if_, &WhatIf::listChanged, this, &SwapDialog::look);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 28);
    search_->setFocus();
    look();
}

int SwapDialog::chosen() const { return model_->position(table_->currentIndex().row()); }

void SwapDialog::look() {
    const int other = chosen();
    const auto stream = static_cast<Modality>(stream_->currentData().toInt());
    QString why;
    if (other < 0)
        why = tr("Choose a clip.");
    else
        why = what_if_->whyNotSwapped(stream, static_cast<std::size_t>(other));
    note_->setText(!why.isEmpty()
                       ? why
                       : tr("The model is given the %1 of %2 and the rest of this clip.")
                             .arg(streamWord(stream), text_of(model_->list()->at(static_cast<std::size_t>(other)).id)));
    buttons_->button(QDialogButtonBox::Ok)->setEnabled(why.isEmpty());
}

void SwapDialog::accept() {
    look();
    if (!buttons_->button(QDialogButtonBox::Ok)->isEnabled()) return;
    const auto other = static_cast<std::size_t>(chosen());
    what_if_->add(swapStream(static_cast<Modality>(stream_->currentData().toInt()), other, model_->list()->at(other)));
    QDialog::accept();
}

// The list is gone through while the search is being typed.
bool SwapDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(table_, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace mica
