#include "app/workbench/export_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

#include "widgets/key_mark.h"

namespace mica {

namespace {

constexpr auto kFolder = "export/folder", kFormat = "export/format", kWidth = "export/width";

// Letters and digits of a title, for a file's name.
QString name_of(const QString& title) {
    QString name;
    for (const QChar c : title.toLower())
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    while (name.endsWith(QLatin1Char('-'))) name.chop(1);
    return name.isEmpty() ? QStringLiteral("view") : name;
}

bool is_picture(const QString& ending) {
    return ending == QLatin1String(".pdf") || ending == QLatin1String(".svg") || ending == QLatin1String(".png");
}

}  // namespace

ExportDialog::ExportDialog(ViewExport* exporter, int view, QWidget* parent)
    : QDialog(parent),
      exporter_(exporter),
      view_(new QComboBox),
      format_(new QComboBox),
      maps_(new QComboBox),
      width_(new QDoubleSpinBox),
      file_(new QLineEdit),
      state_(new QLabel) {
    setWindowTitle(tr("Export a view"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [form](const QString& label, QWidget* field, const QString& tip, QWidget* whole = nullptr) {
        auto* name = new QLabel(label);
        name->setBuddy(field);
        name->setToolTip(tip);
        field->setToolTip(tip);
        field->setAccessibleName(withoutKeyMark(label));
        if (whole)
            form->addRow(name, whole);
        else
            form->addRow(name, field);
    };
    row(tr("&View"), view_, tr("What is written: a view that is on screen (Alt+V)"));
    row(tr("F&orm"), format_, tr("The kind of file (Alt+O)"));
    row(tr("&Width"), width_, tr("Of a picture on paper; its letters grow and shrink with it (Alt+W)"));
    row(tr("&Maps"), maps_, tr("Which maps' numbers are written (Alt+M)"));
    width_->setRange(kNarrowestPrint, kWidestPrint);
    width_->setDecimals(0);
    width_->setSuffix(tr(" mm"));
    width_->setSingleStep(10);
    width_->setValue(QSettings().value(QLatin1String(kWidth), kPrintWidth).toDouble());
    maps_->addItem(tr("the chosen pair and layer, every head"));
    maps_->addItem(tr("all pairs, layers and heads"));
    auto* browse = new QPushButton(tr("&Browse..."));
    browse->setToolTip(tr("Chooses folder and name (Alt+B)"));
    auto* file_row = new QWidget;
    auto* file_layout = new QHBoxLayout(file_row);
    file_layout->setContentsMargins(0, 0, 0, 0);
    file_layout->addWidget(file_, 1);
    file_layout->addWidget(browse);
    row(tr("&File"), file_, tr("The file that is written; an older one of that name is replaced (Alt+F)"), file_row);
    file_->setMinimumWidth(40 * fontMetrics().averageCharWidth());
    state_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    start_ = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    start_->setToolTip(tr("Writes the file (Enter)"));
    buttons->button(QDialogButtonBox::Cancel)->setToolTip(tr("Writes nothing (Escape)"));
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(state_);
    column->addWidget(buttons);
    browse->setAutoDefault(false);
    start_->setDefault(true);  // inside of the dialog, or another one becomes it

    std::vector<int> offered = exporter_->offered();
    if (std::find(offered.begin(), offered.end(), view) == offered.end()) offered.insert(offered.begin(), view);
    for (const int i : offered) view_->addItem(exporter_->view(i).title(), i);
    view_->setCurrentIndex(view_->findData(view));
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(view_, &QComboBox::currentIndexChanged, this, [this] {
        file_->setModified(false);
        fillFormats();
    });
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(file_, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    fillFormats();
}

QString ExportDialog::ending() const { return format_->currentData().toString(); }

void ExportDialog::fillFormats() {
    const QString before = format_->count() ? ending() : QSettings().value(QLatin1String(kFormat)).toString();
    {
        const QSignalBlocker quiet(format_);
        format_->clear();
        for (const ViewExport::Format& f : exporter_->formats(view_->currentData().toInt()))
            format_->addItem(QStringLiteral("%1 (%2)").arg(f.title, f.ending), f.ending);
        format_->setCurrentIndex(std::max(0, format_->findData(before)));
    }
    showFormat();
}

// A name that a person has typed stays, with the ending of the form.
void ExportDialog::showFormat() {
    const ExportView& view = exporter_->view(view_->currentData().toInt());
    width_->setEnabled(is_picture(ending()));
    maps_->setEnabled(view.maps && !is_picture(ending()) && ending() != QLatin1String(".mp4"));
    QString stem = file_->text();
    if (stem.isEmpty() || !file_->isModified()) {
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        const QString folder = QSettings().value(QLatin1String(kFolder), documents).toString();
        stem = QDir(folder).filePath(name_of(view.title()));
    } else if (const QString old = QFileInfo(stem).suffix(); !old.isEmpty()) {
        stem.chop(old.size() + 1);
    }
    const bool typed = file_->isModified();
    file_->setText(stem + ending());
    file_->setModified(typed);
    check();
}

void ExportDialog::check() {
    const QFileInfo file(file_->text().trimmed());
    QString why;
    if (file_->text().trimmed().isEmpty())
        why = tr("Name a file.");
    else if (!file.dir().exists())
        why = tr("There is no folder %1.").arg(file.dir().path());
    else if (file.isDir())
        why = tr("This is a folder: add a name.");
    else if (file.exists())
        why = tr("There is such a file; it will be replaced.");
    state_->setText(why);
    start_->setEnabled(why.isEmpty() || (file.exists() && !file.isDir()));
}

void ExportDialog::browse() {
    auto* dialog = new QFileDialog(this, tr("Export"), file_->text(), QStringLiteral("*%1").arg(ending()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // said beside the field
    connect(dialog, &QFileDialog::fileSelected, this, [this](QString file) {
        if (QFileInfo(file).suffix().isEmpty()) file += ending();
        file_->setText(file);
        file_->setModified(true);
    });
    dialog->open();
}

void ExportDialog::accept() {
    if (!start_->isEnabled()) return;
    const QFileInfo file(QDir::cleanPath(file_->text().trimmed()));
    QSettings settings;
    settings.setValue(QLatin1String(kFolder), file.absolutePath());
    settings.setValue(QLatin1String(kFormat), ending());
    settings.setValue(QLatin1String(kWidth), width_->value());
    const ViewExport::Wish wish{view_->currentData().toInt(), file.absoluteFilePath().toStdString(), width_->value(),
                                maps_->currentIndex() == 1};
    QDialog::accept();  // out of the way of what is drawn
    exporter_->write(wish);
}

}  // namespace mica
