#include "app/workbench/branch_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/workbench/words.h"

namespace mica {

BranchDialog::BranchDialog(const RunList& runs, const DatasetInfo& set, const std::filesystem::path& run,
                           const QString& checkpoint, QWidget* parent)
    : QDialog(parent), runs_(runs), run_(new QComboBox), epoch_(new QComboBox), note_(new QLabel) {
    setObjectName(QStringLiteral("branchDialog"));
    setWindowTitle(tr("Train on from an epoch of another run"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* about =
        new QLabel(tr("A new run begins where that one stood: weights, moments of the optimiser and live "
                      "settings. Whatever you then change in the settings holds from there on."));
    about->setWordWrap(true);
    run_->setToolTip(tr("Runs on this set that have a checkpoint"));
    epoch_->setToolTip(tr("The epochs that the run keeps; keep_every = N keeps every N-th"));
    note_->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("&Run"), run_);
    form->addRow(tr("&Epoch"), epoch_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    go_ = buttons->addButton(tr("&Go on from there\u2026"), QDialogButtonBox::AcceptRole);
    go_->setToolTip(tr("The settings of that run come into the form; nothing is trained yet"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(note_);
    column->addWidget(buttons);
    for (const RunEntry& entry : runs_.runs()) {
        if (!entry.summary.fits(set) || entry.checkpoints.empty()) continue;
        run_->addItem(text_of(entry.path.lexically_relative(runs_.root())), text_of(entry.path));
        if (entry.path == run) run_->setCurrentIndex(run_->count() - 1);
    }
    connect(run_, &QComboBox::currentIndexChanged, this, &BranchDialog::fillEpochs);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(path_of(run_->currentData().toString()), epoch_->currentData().toString());
        accept();
    });
    fillEpochs();
    if (const int i = epoch_->findData(checkpoint); i >= 0) epoch_->setCurrentIndex(i);
}

void BranchDialog::fillEpochs() {
    epoch_->clear();
    const RunEntry* entry = runs_.find(path_of(run_->currentData().toString()));
    if (entry)
        for (const QString& checkpoint : entry->checkpoints)
            if (checkpoint != QLatin1String("origin"))
                epoch_->addItem(checkpoint_title(checkpoint, &entry->summary), checkpoint);
    note_->setText(!entry ? tr("No run on this set has a checkpoint yet.")
                   : epoch_->count() <= 2
                       ? tr("This run keeps only its best and its last epoch; with keep_every = N it would keep more.")
                       : QString());
    note_->setVisible(!note_->text().isEmpty());
    go_->setEnabled(epoch_->count() > 0);
}

}  // namespace mica
