#include "app/workbench/paper_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/run_list.h"
#include "app/workbench/words.h"
#include "core/runs/files.h"
#include "core/runs/table_runs.h"
#include "core/tables/fill.h"
#include "core/training/resources.h"
#include "datasets/types/error.h"
#include "widgets/paper_table.h"
#include "widgets/state_panel.h"

namespace mica {

namespace {

// What presses a button, or goes to what a label is for.
QString key(const QString& text) { return QKeySequence::mnemonic(text).toString(QKeySequence::NativeText); }

}  // namespace

struct PaperPanel::Answer {
    std::vector<std::string> sets;
    std::size_t runs = 0, finished = 0;
    std::string set;  // that the table is of
    PaperTable table;
    QString failure;
};

struct PaperPanel::Known {
    TableRunCache runs;
    std::vector<std::string> shown;  // what the table on screen was made from
};

PaperPanel::PaperPanel(RunList* runs, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      folder_(runs->root()),
      number_(new QComboBox),
      sets_(new QComboBox),
      all_(new QCheckBox(tr("All fi&gures"))),
      choose_(new QPushButton(tr("F&older..."))),
      where_(new QLabel),
      states_(new StatePanel),
      view_(new PaperTableView),
      known_(std::make_shared<Known>()) {
    auto* table = new QLabel(tr("Ta&ble:"));
    auto* set = new QLabel(tr("S&et of the runs:"));
    number_->addItem(tr("Table 2: CMU-MOSI"), 2);
    number_->addItem(tr("Table 3: CMU-MOSEI"), 3);
    number_->addItem(tr("Table 4: IEMOCAP"), 4);
    number_->addItem(tr("Table 5: ablation"), 5);
    number_->addItem(tr("Table 6: crossmodal alignment"), 6);
    number_->setObjectName(QStringLiteral("paperNumber"));
    number_->setAccessibleName(tr("Table of the paper"));
    number_->setToolTip(tr("Which table of the paper is filled from the runs (%1)").arg(key(table->text())));
    sets_->setObjectName(QStringLiteral("paperSet"));
    sets_->setAccessibleName(tr("Set of the runs"));
    sets_->setToolTip(
        tr("Runs of one set stand in a table; which one, where there are several (%1)").arg(key(set->text())));
    sets_->setMinimumContentsLength(14);
    sets_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    all_->setToolTip(
        tr("Every figure of the protocol, not only those of the paper's table (%1)").arg(key(all_->text())));
    choose_->setToolTip(tr("Another folder with runs below it (%1)").arg(key(choose_->text())));
    where_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    table->setBuddy(number_);
    set->setBuddy(sets_);
    auto* head = new QHBoxLayout;
    head->addWidget(table);
    head->addWidget(number_);
    head->addWidget(set);
    head->addWidget(sets_);
    head->addWidget(all_);
    head->addWidget(choose_);
    head->addWidget(where_, 1);
    states_->setContent(view_);
    states_->setStoppable(true);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(states_, 1);
    states_->showEmpty(tr("The runs have not been read yet."));
    where_->setText(text_of(folder_));

    worker_.emplace();
    connect(number_, &QComboBox::currentIndexChanged, this, &PaperPanel::stale);
    connect(sets_, &QComboBox::currentIndexChanged, this, &PaperPanel::stale);
    connect(all_, &QCheckBox::toggled, this, &PaperPanel::stale);
    connect(choose_, &QPushButton::clicked, this, &PaperPanel::askFolder);
    connect(runs_, &RunList::changed, this, &PaperPanel::stale);
    connect(states_, &StatePanel::actionRequested, this, [this] {
        alone_ = true;
        stale();
    });
    connect(states_, &StatePanel::retryRequested, this, &PaperPanel::stale);
    connect(states_, &StatePanel::stopRequested, this, [this] {
        ++generation_;
        worker_->cancel();
        states_->showFailed(tr("The table was not made"), tr("it was stopped"), {}, tr("Make it"));
    });
    connect(view_, &PaperTableView::saveRequested, this, &PaperPanel::save);
}

PaperPanel::~PaperPanel() { worker_.reset(); }

void PaperPanel::showTable(int number) { number_->setCurrentIndex(number_->findData(number)); }

void PaperPanel::setFolder(const std::filesystem::path& folder) {
    folder_ = folder;
    where_->setText(text_of(folder_));
    const QSignalBlocker quiet(sets_);
    sets_->clear();
    stale();
}

void PaperPanel::askFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with runs"), text_of(folder_));
    if (!folder.isEmpty()) setFolder(path_of(folder));
}

void PaperPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) read();
}

void PaperPanel::stale() {
    stale_ = true;
    if (isVisible()) read();
}

void PaperPanel::read() {
    stale_ = false;
    const int generation = ++generation_, number = number_->currentData().toInt();
    if (states_->state() != StatePanel::State::full) states_->showLoading(tr("Reading the runs"));
    TableWish wish;
    wish.all_figures = all_->isChecked();
    wish.set = sets_->currentText().toStdString();
    const bool shown = states_->state() == StatePanel::State::full;
    worker_->post([this, generation, number, wish, shown, known = known_,
                   folder = folder_](const std::stop_token& stop) {
        auto answer = std::make_shared<Answer>();
        const auto tell = [this, generation](std::int64_t done, std::int64_t total, const std::string& text) {
            QMetaObject::invokeMethod(
                this,
                [this, generation, done, total, text] {
                    if (generation == generation_ && states_->state() != StatePanel::State::full)
                        states_->showLoading(text_of(text), done, total);
                },
                Qt::QueuedConnection);
        };
        try {
            std::error_code none;  // a runs folder that nothing was trained into yet is no fault
            const bool there = std::filesystem::exists(folder, none);
            const auto runs = there ? read_table_runs({folder}, tell, stop, &known->runs) : std::vector<TableRun>();
            std::vector<TableRun> finished;
            for (const TableRun& run : runs)
                if (run.state == "finished") finished.push_back(run);
            std::vector<std::string> now{std::to_string(number), wish.set, wish.all_figures ? "all" : ""};
            for (const TableRun& run : runs) now.push_back(run.path + "\n" + run.state);
            if (shown && now == known->shown) return;  // a training goes on, and the table stays what it is
            answer->runs = runs.size();
            answer->finished = finished.size();
            answer->sets = sets_of(finished);
            TableWish own = wish;
            if (std::find(answer->sets.begin(), answer->sets.end(), own.set) == answer->sets.end())
                own.set = answer->sets.size() > 1 ? answer->sets.front() : std::string();
            answer->set = own.set;
            known->shown = std::move(now);
            answer->table = fill_table(read_published(resources_folder() / "tables", number), runs, own, tell, stop);
        } catch (const Cancelled&) {
            return;
        } catch (const std::exception& e) {
            answer->failure = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, generation, answer] {
                if (generation == generation_) take(*answer);
            },
            Qt::QueuedConnection);
    });
}

void PaperPanel::take(const Answer& answer) {
    if (!answer.failure.isEmpty())
        return states_->showFailed(tr("The table could not be made"), answer.failure, {}, tr("Try again"));
    {
        const QSignalBlocker quiet(sets_);
        sets_->clear();
        for (const std::string& set : answer.sets) sets_->addItem(text_of(set));
        sets_->setCurrentIndex(std::max(0, sets_->findText(text_of(answer.set))));
        sets_->setEnabled(answer.sets.size() > 1);
    }
    if (answer.finished == 0 && !alone_)
        return states_->showEmpty(
            answer.runs == 0
                ? tr("There are no runs in this folder yet. Train the systems of the table here or with mica table.")
                : tr("None of the %n run(s) in this folder is finished.", nullptr, static_cast<int>(answer.runs)),
            tr("Show the &published figures alone"));
    view_->setTable(answer.table);
    states_->showFull();
}

void PaperPanel::save(const QString& text, const QString& ending) {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the table"), QStringLiteral("table-%1.%2").arg(number_->currentData().toInt()).arg(ending));
    if (file.isEmpty()) return;
    try {
        write_whole(path_of(file), text.toStdString());
    } catch (const std::exception& e) {
        Q_EMIT failed(words_of(e));
    }
}

}  // namespace mica
