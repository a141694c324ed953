#include "app/workbench/import_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/workbench/words.h"
#include "datasets/import/clips.h"
#include "datasets/import/grid.h"

namespace mica {

Job::Work work_of(const ImportWish& wish, const std::shared_ptr<ImportSummary>& summary) {
    return [wish, summary](const Progress& progress, const std::stop_token& stop) {
        if (wish.kind == ImportWish::Kind::clips) {
            ClipsOptions options;
            options.clips = wish.folder;
            options.words = wish.words;
            options.labels = wish.labels;
            *summary = import_folder(options, wish.to, progress, stop);
            return;
        }
        GridOptions options;
        options.clips = wish.folder;
        options.align = wish.words;
        options.target = grid_target(wish.target).value_or(GridTarget::colour);
        *summary = import_grid(options, wish.to, progress, stop);
    };
}

QString summary_words(const ImportSummary& s) {
    QString text = ImportDialog::tr("%1: %2 clips; %3 of %4 frames without a face.")
                       .arg(text_of(s.file))
                       .arg(s.clips)
                       .arg(s.flagged_frames)
                       .arg(s.frames);
    if (!s.left_out.empty())
        text += ImportDialog::tr(" %n clip(s) left out, the first: %1", nullptr, static_cast<int>(s.left_out.size()))
                    .arg(text_of(s.left_out.front().reason));
    return text;
}

ImportDialog::ImportDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Import clips"));
    kind_ = new QComboBox;
    kind_->addItem(tr("GRID sentence corpus"), static_cast<int>(ImportWish::Kind::grid));
    kind_->addItem(tr("Any folder of clips with a table of labels"), static_cast<int>(ImportWish::Kind::clips));
    target_ = new QComboBox;
    for (const GridTarget t : {GridTarget::colour, GridTarget::command, GridTarget::preposition, GridTarget::letter,
                               GridTarget::digit, GridTarget::adverb})
        target_->addItem(text_of(name(t)));
    target_->setToolTip(tr("The word that is masked in the text, to be told from face and voice"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Kind"), kind_);
    folder_ = pathRow(form, tr("&Recordings"), tr("Folder of the media files"), true, false);
    words_ = pathRow(form, tr("&Word timings"),
                     tr("Folder of the word files (.align, TextGrid, SRT, WebVTT, JSON) of the same names; empty: "
                        "beside the recordings"),
                     true, false);
    form->addRow(tr("&Target word"), target_);
    labels_ = pathRow(form, tr("&Labels"),
                      tr("Table (.csv or .tsv) with the columns id and label, and split or group where they are known"),
                      false, false);
    to_ = pathRow(form, tr("&Save the set as"), tr("The set file to make (.h5)"), false, true);
    state_ = new QLabel;
    state_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    start_ = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(state_);
    column->addStretch(1);
    column->addWidget(buttons);
    const auto kind = [this] {
        const bool grid = kind_->currentData().toInt() == static_cast<int>(ImportWish::Kind::grid);
        target_->setEnabled(grid);
        labels_->setEnabled(!grid);
        check();
    };
    connect(kind_, &QComboBox::currentIndexChanged, this, kind);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(wish());
        accept();
    });
    resize(560, sizeHint().height());
    kind();
}

QLineEdit* ImportDialog::pathRow(QFormLayout* form, const QString& label, const QString& tip, bool folder, bool save) {
    auto* line = new QLineEdit;
    line->setToolTip(tip);
    auto* browse = new QPushButton(tr("Choose..."));
    browse->setToolTip(tip);
    auto* row = new QHBoxLayout;
    row->addWidget(line, 1);
    row->addWidget(browse);
    auto* name = new QLabel(label);
    name->setBuddy(line);
    form->addRow(name, row);
    connect(line, &QLineEdit::textChanged, this, [this] {
        if (start_) check();
    });
    connect(browse, &QPushButton::clicked, this, [this, line, tip, folder, save] {
        auto* dialog = new QFileDialog(this, tip, line->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
        if (save) dialog->setAcceptMode(QFileDialog::AcceptSave);
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    return line;
}

ImportWish ImportDialog::wish() const {
    ImportWish w;
    w.kind = static_cast<ImportWish::Kind>(kind_->currentData().toInt());
    w.folder = path_of(folder_->text().trimmed());
    w.words = path_of(words_->text().trimmed());
    w.labels = path_of(labels_->text().trimmed());
    w.to = path_of(to_->text().trimmed());
    w.target = target_->currentText().toStdString();
    return w;
}

void ImportDialog::check() {
    QString missing;
    if (folder_->text().trimmed().isEmpty())
        missing = tr("Choose the folder of the recordings.");
    else if (!QFileInfo(folder_->text().trimmed()).isDir())
        missing = tr("%1 is no folder.").arg(folder_->text().trimmed());
    else if (labels_->isEnabled() && !QFileInfo(labels_->text().trimmed()).isFile())
        missing = tr("Choose the table of labels.");
    else if (to_->text().trimmed().isEmpty())
        missing = tr("Choose where the set is saved.");
    state_->setText(missing.isEmpty()
                        ? tr("Features are made on all cores; an import that is stopped goes on where it was.")
                        : missing);
    start_->setEnabled(missing.isEmpty());
}

}  // namespace mica
