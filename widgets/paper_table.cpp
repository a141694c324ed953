#include "widgets/paper_table.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/tables/table_text.h"
#include "widgets/palette.h"

namespace mica {

namespace {

QString text_of(const std::string& s) { return QString::fromStdString(s); }

// What presses a button, or goes to what a label is for.
QString key(const QString& text) { return QKeySequence::mnemonic(text).toString(QKeySequence::NativeText); }

QLabel* wrapped() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

PaperTableView::PaperTableView(QWidget* parent)
    : QWidget(parent),
      title_(wrapped()),
      protocol_(wrapped()),
      notes_(wrapped()),
      cells_(new QTableWidget),
      format_(new QComboBox),
      copy_(new QPushButton(tr("Cop&y"))),
      save_(new QPushButton(tr("&Save..."))) {
    QFont bold = font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setObjectName(QStringLiteral("paperTitle"));
    notes_->setObjectName(QStringLiteral("paperNotes"));
    cells_->setObjectName(QStringLiteral("paperCells"));
    cells_->setAccessibleName(tr("The table: systems by figures"));
    cells_->setEditTriggers(QTableWidget::NoEditTriggers);
    cells_->setTabKeyNavigation(false);  // Tab leaves the table
    cells_->setSelectionMode(QTableWidget::ContiguousSelection);
    cells_->verticalHeader()->hide();
    cells_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    cells_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    cells_->setHorizontalScrollMode(QTableWidget::ScrollPerPixel);
    cells_->setMinimumHeight(120);
    format_->addItem(tr("Markdown"), static_cast<int>(Format::markdown));
    format_->addItem(tr("LaTeX"), static_cast<int>(Format::latex));
    format_->addItem(tr("CSV"), static_cast<int>(Format::csv));
    format_->setAccessibleName(tr("Format of the copied or saved table"));
    auto* label = new QLabel(tr("&Written as:"));
    format_->setToolTip(tr("What the table is copied or saved as (%1)").arg(key(label->text())));
    copy_->setToolTip(tr("The whole table, its notes included, to the clipboard (%1)").arg(key(copy_->text())));
    save_->setToolTip(tr("The whole table, its notes included, into a file (%1)").arg(key(save_->text())));
    label->setBuddy(format_);
    auto* foot = new QHBoxLayout;
    foot->addWidget(label);
    foot->addWidget(format_);
    foot->addWidget(copy_);
    foot->addWidget(save_);
    foot->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title_);
    column->addWidget(protocol_);
    column->addWidget(cells_, 1);
    column->addLayout(foot);
    column->addWidget(notes_);
    connect(copy_, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(save_, &QPushButton::clicked, this, [this] {
        static const char* const kEndings[] = {"md", "tex", "csv"};
        Q_EMIT saveRequested(text(), QLatin1String(kEndings[static_cast<int>(format())]));
    });
    setEnabled(false);
}

void PaperTableView::setTable(PaperTable table) {
    table_ = std::move(table);
    setEnabled(true);
    fill();
}

int PaperTableView::rowOf(std::size_t row) const { return row < rows_.size() ? rows_[row] : -1; }

PaperTableView::Columns PaperTableView::columnsOf(std::size_t column) const {
    return column < columns_.size() ? columns_[column] : Columns{};
}

void PaperTableView::setFormat(Format format) { format_->setCurrentIndex(format_->findData(static_cast<int>(format))); }

PaperTableView::Format PaperTableView::format() const { return static_cast<Format>(format_->currentData().toInt()); }

QString PaperTableView::text() const {
    switch (format()) {
        case Format::latex:
            return text_of(latex_of(table_));
        case Format::csv:
            return text_of(csv_of(table_));
        case Format::markdown:
            break;
    }
    return text_of(markdown_of(table_));
}

QString PaperTableView::notes() const { return notes_->text(); }

void PaperTableView::fillHeadings() {
    columns_.clear();
    QStringList headings{tr("System")};
    for (const PaperColumn& c : table_.columns) {
        const QString title = text_of(c.group.empty() ? c.title : c.group + "\n" + c.title);
        Columns at;
        if (has_published(table_, c)) {
            at.published = static_cast<int>(headings.size());
            headings << tr("%1\npublished").arg(title);
        }
        at.own = static_cast<int>(headings.size());
        headings << tr("%1\nyour runs").arg(title);
        columns_.push_back(at);
    }
    headings << tr("Runs");
    cells_->setColumnCount(static_cast<int>(headings.size()));
    cells_->setHorizontalHeaderLabels(headings);
    for (const Columns& at : columns_)
        if (at.published >= 0)
            cells_->horizontalHeaderItem(at.published)
                ->setToolTip(tr("As printed: %1, on %2").arg(text_of(table_.source), text_of(table_.benchmark)));
}

void PaperTableView::addHeading(const QString& text) {
    const int at = cells_->rowCount();
    cells_->insertRow(at);
    auto* item = new QTableWidgetItem(text);
    QFont bold = cells_->font();
    bold.setBold(true);
    item->setFont(bold);
    item->setFlags(Qt::ItemIsEnabled);
    cells_->setItem(at, 0, item);
    cells_->setSpan(at, 0, 1, cells_->columnCount());
}

void PaperTableView::fillRow(int at, const PaperRow& row) {
    const QColor quiet = quietText(palette());
    const auto put = [&](int column, const QString& text, const QString& tip) {
        auto* item = new QTableWidgetItem(text);
        item->setToolTip(tip);
        if (column > 0) item->setTextAlignment(Qt::AlignCenter);
        cells_->setItem(at, column, item);
        return item;
    };
    put(0, text_of(row_title(row)),
        row.reference && !row.runs.empty() ? tr("R: the reference that the other systems are tested against")
                                           : tr("Model %1").arg(text_of(row.model)));
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const PaperCell& cell = row.cells[c];
        const PaperColumn& column = table_.columns[c];
        if (columns_[c].published >= 0) {
            const bool there = !cell.published_source.empty();
            auto* item = put(columns_[c].published, there ? text_of(published_text(cell, column)) : tr("not published"),
                             there ? tr("Published: %1").arg(text_of(cell.published_source)) : QString());
            QFont italic = cells_->font();
            italic.setItalic(true);
            item->setFont(italic);
            if (!there) item->setForeground(quiet);
        }
        if (!cell.missing.empty()) {
            const bool none = cell.missing == "no run";
            put(columns_[c].own, none ? tr("no run") : tr("not measured"),
                none ? tr("No finished run of this system was found.") : tr("Its runs have no such figure."))
                ->setForeground(quiet);
            continue;
        }
        QStringList tip{tr("Mean of %n run(s)", nullptr, static_cast<int>(cell.runs))};
        if (std::isfinite(cell.deviation)) tip << tr("± deviation of the sample over seeds");
        if (cell.test) tip << tr("Against the reference: %1").arg(text_of(test_text(*cell.test, column)));
        if (cell.best) tip << tr("Best of these runs: a paired test tells it from the second");
        auto* item = put(columns_[c].own, text_of(own_text(cell, column)), tip.join(QLatin1Char('\n')));
        QFont weight = cells_->font();
        weight.setBold(cell.best);
        item->setFont(weight);
    }
    QStringList folders;
    for (const std::string& run : row.runs) folders << text_of(run);
    auto* runs = put(cells_->columnCount() - 1, row.runs.empty() ? tr("none") : QString::number(row.runs.size()),
                     folders.join(QLatin1Char('\n')));
    if (row.runs.empty()) runs->setForeground(quiet);
}

void PaperTableView::fill() {
    filling_ = true;
    title_->setText(tr("Table %1: %2").arg(table_.number).arg(text_of(table_.title)));
    protocol_->setText(
        table_.set_name.empty()
            ? tr("No finished run: the published figures alone.")
            : tr("Set %1, test split. Protocol: %2.").arg(text_of(table_.set_name), text_of(table_.protocol)));
    cells_->clearSpans();
    cells_->clear();
    cells_->setRowCount(0);
    fillHeadings();
    rows_.assign(table_.rows.size(), -1);
    for (const bool published : {true, false}) {
        bool first = true;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            if (table_.rows[r].published != published) continue;
            if (std::exchange(first, false))
                addHeading(published ? tr("Systems of the paper's table") : tr("Not in the paper's table"));
            rows_[r] = cells_->rowCount();
            cells_->insertRow(rows_[r]);
            fillRow(rows_[r], table_.rows[r]);
        }
    }
    QStringList notes;
    for (const std::string& note : table_.notes) notes << text_of(note_text(note));
    notes_->setText(notes.join(QLatin1Char('\n')));
    filling_ = false;
}

void PaperTableView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !filling_ && !table_.columns.empty()) fill();
}

}  // namespace mica
