#include "app/workbench/recordings_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

#include "app/workbench/words.h"
#include "datasets/features/word_vectors.h"
#include "datasets/import/media_files.h"
#include "datasets/sample/render.h"
#include "datasets/words/words.h"
#include "widgets/palette.h"

namespace mica {

namespace {

constexpr int kPath = Qt::UserRole;
constexpr int kRefused = Qt::UserRole + 1;  // of a transcript: a person wants none

QTableWidgetItem* cell(const std::filesystem::path& file) {
    auto* item = new QTableWidgetItem(text_of(file.filename()));
    item->setData(kPath, text_of(file));
    item->setToolTip(text_of(file));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

}  // namespace

bool may_be_recording(const std::filesystem::path& file) {
    std::error_code error;
    return is_media(file) && std::filesystem::is_regular_file(file, error);
}

bool may_be_transcript(const std::filesystem::path& file) {
    const auto& known = word_file_extensions();
    return std::find(known.begin(), known.end(), lower_case(file.extension().string())) != known.end();
}

RecordingsDialog::RecordingsDialog(RunList* runs, std::filesystem::path run, QWidget* parent)
    : QDialog(parent),
      runs_(runs),
      run_(std::move(run)),
      table_(new QTableWidget(0, 2)),
      features_(new QComboBox),
      about_(new QLabel),
      state_(new QLabel) {
    setWindowTitle(tr("Open recordings"));
    build();
    connect(runs_, &RunList::changed, this, &RecordingsDialog::fillFeatures);
    fillFeatures();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 26);
}

void RecordingsDialog::build() {
    table_->setObjectName(QStringLiteral("recordings"));
    table_->setAccessibleName(tr("Recordings"));
    table_->setToolTip(tr("The recordings to open, each with its transcript"));
    table_->setHorizontalHeaderLabels({tr("Recording"), tr("Transcript with word times")});
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->verticalHeader()->hide();
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    const auto button = [this](const QString& text, const QString& tip, auto slot) {
        auto* b = new QPushButton(text);
        b->setToolTip(tip);
        b->setAutoDefault(false);  // Enter opens
        connect(b, &QPushButton::clicked, this, slot);
        return b;
    };
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(
        button(tr("&Add..."), tr("Videos or sounds, of any format that FFmpeg reads"), &RecordingsDialog::addDialog));
    remove_ = button(tr("&Remove"), tr("Takes the chosen recordings off the list"), &RecordingsDialog::removeRows);
    words_ = button(tr("&Transcript..."), tr("The chosen recording's words with their times"),
                    &RecordingsDialog::wordsDialog);
    no_words_ =
        button(tr("&No transcript"), tr("Opens the chosen recordings without words: their text stays empty"), [this] {
            for (const auto& index : table_->selectionModel()->selectedRows()) setWords(index.row(), {}, true);
        });
    for (QPushButton* b : {remove_, words_, no_words_}) buttons->addWidget(b);
    buttons->addStretch(1);

    features_->setObjectName(QStringLiteral("recordingFeatures"));
    features_->setToolTip(
        tr("A model can look at a recording only if its features are made as those that it learnt from"));
    features_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    features_->setMinimumContentsLength(30);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Look with"), features_);
    for (QLabel* label : {about_, state_}) label->setWordWrap(true);
    about_->setObjectName(QStringLiteral("recordingAbout"));
    state_->setObjectName(QStringLiteral("recordingState"));
    auto* ends = new QDialogButtonBox(QDialogButtonBox::Cancel);
    open_ = ends->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    open_->setToolTip(tr("Makes the features in the background and opens the clips (Enter)"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    column->addLayout(form);
    column->addWidget(about_);
    column->addWidget(state_);
    column->addWidget(ends);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &RecordingsDialog::check);
    connect(features_, &QComboBox::currentIndexChanged, this, &RecordingsDialog::check);
    connect(features_, &QComboBox::activated, this, [this] { run_chosen_ = true; });
    connect(ends, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(ends, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(wish());
        accept();
    });
}

// The drawn face is known of the sample set's own films only: such a run is for them, and others are for the rest.
bool for_films(const RunSummary& run) {
    return run.inputs && std::holds_alternative<DrawnFace>(recipes_of(*run.inputs)[index(Modality::vision)].extractor);
}

// Every run, and why one cannot be chosen; the last entry needs none.
void RecordingsDialog::fillFeatures() {
    const QSignalBlocker quiet(features_);
    const QString before = run_chosen_ ? features_->currentData().toString() : text_of(run_);
    features_->clear();
    auto* model = qobject_cast<QStandardItemModel*>(features_->model());
    int chosen = -1;
    for (const RunEntry& entry : runs_->runs()) {
        const RunSummary& s = entry.summary;
        QString reason = s.inputs ? text_of(why_not_made(*s.inputs)) : text_of(unknown_inputs(s.set_file));
        if (reason.isEmpty() && entry.checkpoints.empty()) reason = tr("It has saved no model yet.");
        features_->addItem(reason.isEmpty() ? tr("run %1").arg(text_of(s.name))
                                            : tr("run %1: cannot look at recordings").arg(text_of(s.name)),
                           text_of(entry.path));
        const int at = features_->count() - 1;
        features_->setItemData(at, reason.isEmpty() ? text_of(entry.path) : reason, Qt::ToolTipRole);
        if (model && !reason.isEmpty()) model->item(at)->setEnabled(false);
        if (reason.isEmpty() && text_of(entry.path) == before) chosen = at;
    }
    features_->addItem(tr("no run: the features that an import makes"), QString());
    features_->setCurrentIndex(chosen >= 0 ? chosen : features_->count() - 1);
    preferRun();
    check();
}

// Until a person chooses: the run on screen, else the newest, that can look at the first of the recordings.
void RecordingsDialog::preferRun() {
    if (run_chosen_ || table_->rowCount() == 0) return;
    const bool film = parse_sample_id(path_of(table_->item(0, 0)->data(kPath).toString()).stem().string()).has_value();
    const auto* model = qobject_cast<QStandardItemModel*>(features_->model());
    const auto fits = [&](int at) {
        const RunEntry* entry = runs_->find(path_of(features_->itemData(at).toString()));
        return entry && (!model || model->item(at)->isEnabled()) && for_films(entry->summary) == film;
    };
    if (fits(features_->currentIndex())) return;
    int at = 0;
    while (at + 1 < features_->count() && !fits(at)) ++at;
    features_->setCurrentIndex(at);
}

void RecordingsDialog::addFiles(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> words;
    for (const auto& file : files)
        if (!may_be_recording(file) && may_be_transcript(file)) words.push_back(file);
    for (const auto& file : files) {
        if (std::find(words.begin(), words.end(), file) != words.end()) continue;
        const int row = table_->rowCount();
        table_->insertRow(row);
        table_->setItem(row, 0, cell(file));
        setWords(row, transcript_beside(file));
    }
    for (const auto& file : words)
        for (int row = 0; row < table_->rowCount(); ++row)
            if (table_->rowCount() == 1 || path_of(table_->item(row, 0)->data(kPath).toString()).stem() == file.stem())
                setWords(row, file);
    if (table_->currentRow() < 0 && table_->rowCount() > 0) table_->selectRow(0);
    preferRun();
    check();
}

void RecordingsDialog::setWords(int row, const std::filesystem::path& words, bool refused) {
    auto* item = cell(words);
    item->setData(kRefused, refused);
    table_->setItem(row, 1, item);
    check();
}

// A film of the sample set brings its words, where the run looks at its face.
void RecordingsDialog::tellWords() {
    const RunEntry* entry = runs_->find(path_of(features_->currentData().toString()));
    const bool films = entry && for_films(entry->summary);
    for (int row = 0; row < table_->rowCount(); ++row) {
        QTableWidgetItem* item = table_->item(row, 1);
        if (!item || !item->data(kPath).toString().isEmpty()) continue;
        item->setText(films && !item->data(kRefused).toBool() ? tr("none: the film's own words")
                                                              : tr("none: the text stays empty"));
        item->setToolTip(item->text());
    }
}

void RecordingsDialog::removeRows() {
    std::set<int, std::greater<>> rows;
    for (const auto& index : table_->selectionModel()->selectedRows()) rows.insert(index.row());
    for (const int row : rows) table_->removeRow(row);
    check();
}

void RecordingsDialog::addDialog() {
    auto* dialog = new QFileDialog(this, tr("Recordings"), {}, tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        std::vector<std::filesystem::path> all;
        for (const QString& file : files) all.push_back(path_of(file));
        addFiles(all);
    });
    dialog->open();
}

void RecordingsDialog::wordsDialog() {
    QStringList patterns;
    for (const std::string& e : word_file_extensions()) patterns << QLatin1Char('*') + text_of(e);
    patterns << QStringLiteral("*.TextGrid");
    auto* dialog = new QFileDialog(this, tr("Transcript with word times"), {},
                                   tr("Transcripts (%1);;All files (*)").arg(patterns.join(QLatin1Char(' '))));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, row = table_->currentRow()](const QString& file) {
        if (row >= 0 && row < table_->rowCount()) setWords(row, path_of(file));
    });
    dialog->open();
}

RecordingsWish RecordingsDialog::wish() const {
    RecordingsWish w;
    for (int row = 0; row < table_->rowCount(); ++row)
        w.recordings.push_back({path_of(table_->item(row, 0)->data(kPath).toString()),
                                path_of(table_->item(row, 1)->data(kPath).toString()),
                                table_->item(row, 1)->data(kRefused).toBool()});
    w.run = path_of(features_->currentData().toString());
    const RunEntry* entry = w.run.empty() ? nullptr : runs_->find(w.run);
    w.recipes = entry && entry->summary.inputs ? recipes_of(*entry->summary.inputs) : usual_recipes();
    return w;
}

void RecordingsDialog::check() {
    const bool any = !table_->selectionModel()->selectedRows().isEmpty();
    for (QPushButton* b : {remove_, words_, no_words_}) b->setEnabled(any);
    const FeatureRecipes recipes = wish().recipes;
    QStringList lines;
    for (const Modality m : kModalities)
        lines << tr("%1: %2").arg(
            modalityTitle(m), recipes[index(m)].extractable() ? text_of(recipes[index(m)].says) : tr("not looked at"));
    about_->setText(lines.join(QLatin1Char('\n')));
    const auto cannot = std::count_if(runs_->runs().begin(), runs_->runs().end(), [](const RunEntry& e) {
        return !e.summary.inputs || !why_not_made(*e.summary.inputs).empty();
    });
    QString says =
        tr("The features are made in the background and kept, so that the same recordings open at once "
           "again. Nothing is written beside the recordings.");
    if (cannot > 0)
        says += QLatin1Char(' ') + tr("%n runs cannot look at recordings; pointing at one in the list says why.",
                                      nullptr, static_cast<int>(cannot));
    if (table_->rowCount() == 0) says = tr("Add a video or a sound, or drop files on the window.");
    state_->setText(says);
    open_->setEnabled(table_->rowCount() > 0);
    tellWords();
}

}  // namespace mica
