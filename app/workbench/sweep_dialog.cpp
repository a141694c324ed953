#include "app/workbench/sweep_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "app/workbench/places.h"
#include "app/workbench/words.h"
#include "core/sweeps/plan.h"
#include "core/training/options.h"
#include "core/training/resources.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

constexpr int kNote = Qt::UserRole + 1;

QSpinBox* number(const QString& object, const QString& name, const QString& tip, const QString& none) {
    auto* box = new QSpinBox;
    box->setObjectName(object);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setRange(0, 100000);
    box->setSpecialValueText(none);
    return box;
}

}  // namespace

SweepDialog::SweepDialog(fs::path data, fs::path runs, QWidget* parent)
    : QDialog(parent),
      data_(std::move(data)),
      runs_(std::move(runs)),
      files_(new QComboBox),
      presets_(new QComboBox),
      name_(new QLineEdit),
      trials_(number(QStringLiteral("sweepTrialCount"), tr("Trials"),
                     tr("How many settings are tried; a grid has its own number"), tr("as the file says"))),
      parallel_(number(QStringLiteral("sweepParallel"), tr("At a time"),
                       tr("Trials that are trained beside each other"), tr("as the file says"))),
      cores_(number(QStringLiteral("sweepCores"), tr("Cores"), tr("Cores of all trials together"),
                    tr("as the file says"))),
      note_(new QLabel),
      text_(new QPlainTextEdit),
      browse_(new QPushButton(tr("&Browse..."))),
      plan_(new QPushButton(tr("Show the &plan"))),
      worker_(std::in_place) {
    setObjectName(QStringLiteral("sweepDialog"));
    setWindowTitle(tr("New sweep"));
    build();
    worker_->post([this](const std::stop_token& stop) {
        std::vector<Ready> ready;
        QStringList presets;
        try {
            std::vector<fs::path> files;
            for (const auto& entry : fs::directory_iterator(resources_folder() / "sweeps"))
                if (entry.path().extension() == ".toml") files.push_back(entry.path());
            std::sort(files.begin(), files.end());
            for (const fs::path& file : files) {
                if (stop.stop_requested()) return;
                ready.push_back({text_of(file.stem()), text_of(read_sweep_file(file).note), file});
            }
            for (const std::string& name : preset_names()) presets << text_of(name);
        } catch (const std::exception& e) {
            ready.push_back({QString(), words_of(e), {}});
        }
        QMetaObject::invokeMethod(
            this, [this, ready, presets] { fill(ready, presets); }, Qt::QueuedConnection);
    });
}

SweepDialog::~SweepDialog() {
    worker_.reset();
    if (process_) {
        process_->disconnect(this);
        process_->kill();
        process_->waitForFinished(1000);
    }
}

void SweepDialog::build() {
    files_->setObjectName(QStringLiteral("sweepFiles"));
    files_->setAccessibleName(tr("Sweep"));
    files_->setToolTip(tr("A ready sweep, or a sweep file of your own (docs/sweeps.md)"));
    browse_->setToolTip(tr("Chooses a sweep file of your own (.toml)"));
    presets_->setObjectName(QStringLiteral("sweepPreset"));
    presets_->setAccessibleName(tr("Preset"));
    presets_->setToolTip(tr("The settings that all trials share"));
    presets_->addItem(tr("as the file says"));
    name_->setObjectName(QStringLiteral("sweepName"));
    name_->setAccessibleName(tr("Name"));
    name_->setToolTip(tr("Name of the folder in the runs folder that the sweep is kept in"));
    name_->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[\\w][\\w .+=-]{0,80}")), name_));
    note_->setObjectName(QStringLiteral("sweepNote"));
    note_->setWordWrap(true);
    text_->setObjectName(QStringLiteral("sweepPlan"));
    text_->setAccessibleName(tr("Plan"));
    text_->setToolTip(tr("What would be tried, and about how long it takes"));
    text_->setPlaceholderText(tr("What would be tried, and about how long it takes: press \"Show the plan\""));
    text_->setReadOnly(true);
    text_->setTabChangesFocus(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    plan_->setToolTip(tr("Tells what would be tried and measures some steps, at most half a minute; nothing is kept"));
    for (QPushButton* b : {browse_, plan_}) b->setAutoDefault(false);

    auto* form = new QFormLayout;
    auto* file = new QHBoxLayout;
    file->addWidget(files_, 1);
    file->addWidget(browse_);
    const auto row = [form](const QString& text, QWidget* field, QLayout* line = nullptr) {
        auto* label = new QLabel(text);
        label->setBuddy(field);
        if (line)
            form->addRow(label, line);
        else
            form->addRow(label, field);
    };
    row(tr("&Sweep"), files_, file);
    form->addRow(QString(), note_);
    auto* set = new QLabel(data_.empty() ? tr("none: open a set first") : text_of(data_.filename()));
    set->setToolTip(text_of(data_));
    form->addRow(tr("Set"), set);
    row(tr("P&reset"), presets_);
    row(tr("&Name"), name_);
    row(tr("&Trials"), trials_);
    row(tr("&At a time"), parallel_);
    row(tr("&Cores"), cores_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    start_ = buttons->addButton(tr("Start"), QDialogButtonBox::AcceptRole);
    start_->setObjectName(QStringLiteral("sweepStart"));
    start_->setToolTip(
        tr("Trains the trials one after the other or beside each other; can be stopped and gone on with"));
    start_->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    auto* plan = new QHBoxLayout;
    plan->addWidget(plan_);
    plan->addStretch(1);
    column->addLayout(plan);
    column->addWidget(text_, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 34);

    connect(browse_, &QPushButton::clicked, this, &SweepDialog::browse);
    connect(plan_, &QPushButton::clicked, this, &SweepDialog::showPlan);
    connect(files_, &QComboBox::currentIndexChanged, this, &SweepDialog::showNote);
    connect(name_, &QLineEdit::textEdited, this, [this](const QString& text) {
        named_ = !text.isEmpty();
        check();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(wish());
        accept();
    });
    check();
}

void SweepDialog::fill(const std::vector<Ready>& sweeps, const QStringList& presets) {
    for (const Ready& one : sweeps) {
        if (one.file.empty()) {
            note_->setText(one.note);
            continue;
        }
        files_->addItem(one.name, text_of(one.file));
        files_->setItemData(files_->count() - 1, one.note, kNote);
        files_->setItemData(files_->count() - 1, one.note, Qt::ToolTipRole);
    }
    presets_->addItems(presets);
    showNote();
    start_->setDefault(true);  // another button took its place while it could not be pressed
    Q_EMIT filled();
}

void SweepDialog::browse() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a sweep file"), {}, tr("Sweep files (*.toml)"));
    if (!file.isEmpty()) addFile(path_of(file));
}

void SweepDialog::addFile(const fs::path& file) {
    files_->addItem(text_of(file.filename()), text_of(file));
    files_->setItemData(files_->count() - 1, text_of(file), Qt::ToolTipRole);
    files_->setCurrentIndex(files_->count() - 1);
}

void SweepDialog::showNote() {
    const QString note = files_->currentData(kNote).toString();
    if (files_->count() > 0) note_->setText(note.isEmpty() ? files_->currentData(Qt::ToolTipRole).toString() : note);
    if (!named_ && files_->currentIndex() >= 0) {
        const fs::path file = path_of(files_->currentData().toString());
        name_->setText(text_of(free_run(runs_, file.stem().string()).filename()));
    }
    text_->clear();
    check();
}

SweepWish SweepDialog::wish() const {
    SweepWish w;
    w.file = path_of(files_->currentData().toString());
    w.data = data_;
    w.folder = runs_ / path_of(name_->text().trimmed());
    if (presets_->currentIndex() > 0) w.preset = presets_->currentText().toStdString();
    w.trials = trials_->value();
    w.parallel = parallel_->value();
    w.cores = cores_->value();
    return w;
}

void SweepDialog::check() {
    const bool ready = files_->currentIndex() >= 0 && !data_.empty();
    plan_->setEnabled(ready && !process_);
    start_->setEnabled(ready && name_->hasAcceptableInput());
}

// The program itself says it: window and terminal cannot differ.
void SweepDialog::showPlan() {
    if (process_) return;
    process_ = new QProcess(this);
    process_->setProcessChannelMode(QProcess::MergedChannels);
    text_->setPlainText(tr("Planning..."));
    const auto ended = [this](const QString& text) {
        text_->setPlainText(text);
        process_->deleteLater();
        process_ = nullptr;
        check();
    };
    connect(process_, &QProcess::finished, this,
            [this, ended] { ended(QString::fromUtf8(process_->readAll()).trimmed()); });
    connect(process_, &QProcess::errorOccurred, this, [this, ended](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) ended(tr("%1 cannot be started").arg(sweep_program()));
    });
    process_->start(sweep_program(), sweep_arguments(wish(), true));
    check();
}

}  // namespace mica
