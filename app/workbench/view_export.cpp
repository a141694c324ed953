#include "app/workbench/view_export.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

#include "app/workbench/attention_film.h"
#include "app/workbench/export_dialog.h"
#include "app/workbench/job_board.h"
#include "app/workbench/words.h"
#include "core/reports/csv.h"
#include "core/runs/files.h"
#include "core/runs/map_file.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

QString csv_cell(const QVariant& value) { return text_of(csv_field(value.toString().toStdString())); }

bool ends_in(const std::filesystem::path& file, const char* ending) {
    return text_of(file.extension()).toLower() == QLatin1String(ending);
}

// What is shown of a view, whole: the page of a stack, what is scrolled.
QWidget* whole(QWidget* view) {
    for (;;) {
        if (auto* stack = qobject_cast<QStackedWidget*>(view); stack && stack->currentWidget())
            view = stack->currentWidget();
        else if (auto* area = qobject_cast<QScrollArea*>(view); area && area->widget())
            view = area->widget();
        else
            return view;
    }
}

bool any_seen(const QWidget* widget) {
    if (!widget->isVisible()) return false;
    if (!widget->visibleRegion().isEmpty()) return true;
    const auto children = widget->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(children.begin(), children.end(), any_seen);
}

// What is scrolled out of sight counts as well; a dock behind another one, which Qt calls visible, does not.
bool on_screen(const QWidget* view) {
    for (const QWidget* w = view->parentWidget(); w; w = w->parentWidget())
        if (qobject_cast<const QDockWidget*>(w)) return view->isVisible() && any_seen(w);
    return view->isVisible();
}

QWidget* content_of(const ExportView& view) { return whole(view.content ? view.content() : view.host); }

}  // namespace

QString csv_of(const QAbstractItemView& table) {
    const QAbstractItemModel* model = table.model();
    const auto* shown = qobject_cast<const QTableView*>(&table);
    std::vector<int> columns;
    for (int c = 0; c < model->columnCount(table.rootIndex()); ++c)
        if (!shown || !shown->isColumnHidden(c)) columns.push_back(c);
    if (shown)  // as they lie on screen
        std::sort(columns.begin(), columns.end(), [shown](int a, int b) {
            return shown->horizontalHeader()->visualIndex(a) < shown->horizontalHeader()->visualIndex(b);
        });
    // names of rows stand first where there are any
    bool named = shown && shown->verticalHeader()->isVisible();
    QStringList cells;
    if (named) cells << QString();
    for (const int c : columns) cells << csv_cell(model->headerData(c, Qt::Horizontal));
    QString csv = cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (int r = 0; r < model->rowCount(table.rootIndex()); ++r) {
        cells.clear();
        if (named) cells << csv_cell(model->headerData(r, Qt::Vertical));
        for (const int c : columns) cells << csv_cell(model->index(r, c, table.rootIndex()).data());
        csv += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return csv;
}

ViewExport::ViewExport(JobBoard* jobs, QWidget* window) : QObject(window), jobs_(jobs), window_(window) {}

void ViewExport::add(ExportView view) {
    auto* action = new QAction(tr("E&xport this view..."), view.host);
    action->setToolTip(tr("Writes what this view shows into a file"));
    connect(action, &QAction::triggered, this, [this, host = view.host] { ask(host); });
    view.host->addAction(action);
    view.host->setContextMenuPolicy(Qt::ActionsContextMenu);
    views_.push_back(std::move(view));
}

std::vector<int> ViewExport::offered() const {
    std::vector<int> all;
    for (std::size_t i = 0; i < views_.size(); ++i)
        if (on_screen(views_[i].host)) all.push_back(static_cast<int>(i));
    return all;
}

int ViewExport::viewOf(const QWidget* widget) const {
    for (const QWidget* w = widget; w; w = w->parentWidget())
        for (std::size_t i = 0; i < views_.size(); ++i)
            if (views_[i].host == w) return static_cast<int>(i);
    const std::vector<int> all = offered();
    return all.empty() ? -1 : all.front();
}

std::vector<QAbstractItemView*> ViewExport::tables(int view) const {
    QWidget* content = content_of(this->view(view));
    std::vector<QAbstractItemView*> all;
    if (!content) return all;
    for (QAbstractItemView* table : content->findChildren<QAbstractItemView*>())
        if (table->isVisibleTo(content) && qobject_cast<QTableView*>(table) && table->model()) all.push_back(table);
    if (auto* self = qobject_cast<QAbstractItemView*>(content)) all.push_back(self);
    std::stable_sort(all.begin(), all.end(), [](const QAbstractItemView* a, const QAbstractItemView* b) {
        return a->model()->rowCount() > b->model()->rowCount();
    });
    return all;
}

std::vector<ViewExport::Format> ViewExport::formats(int i) const {
    std::vector<Format> all{{tr("PDF"), QStringLiteral(".pdf")},
                            {tr("SVG"), QStringLiteral(".svg")},
                            {tr("PNG, 300 dots an inch"), QStringLiteral(".png")}};
    if (view(i).maps) {
        all.push_back({tr("HDF5: the numbers of maps"), QStringLiteral(".h5")});
        all.push_back({tr("numpy: the numbers of maps"), QStringLiteral(".npz")});
        all.push_back({tr("CSV: the numbers of maps"), QStringLiteral(".csv")});
        all.push_back({tr("MP4: the map beside the clip, its cursor moving"), QStringLiteral(".mp4")});
    } else if (!tables(i).empty()) {
        all.push_back({tr("CSV: every row of the table"), QStringLiteral(".csv")});
    }
    return all;
}

void ViewExport::write(const Wish& wish) {
    if (wish.view < 0 || wish.view >= static_cast<int>(views_.size())) return;
    try {
        const bool maps = static_cast<bool>(view(wish.view).maps);
        if (maps && ends_in(wish.file, ".mp4")) return writeFilm(wish);
        if (maps && is_map_file(wish.file)) return writeMaps(wish);
        if (ends_in(wish.file, ".csv") && !tables(wish.view).empty()) return writeTables(wish);
        if (!is_page_file(wish.file)) {
            QStringList endings;
            for (const Format& f : formats(wish.view)) endings << f.ending;
            throw Error("this view is written as " + endings.join(QLatin1String(", ")).toStdString(),
                        wish.file.string(), "Give the file one of these endings");
        }
        writePage(wish);
    } catch (const std::exception& e) {
        Q_EMIT failed(words_of(e));
    }
}

void ViewExport::run(const Wish& wish, Job::Work work) {
    const QString name = text_of(wish.file.filename());
    jobs_->run(tr("Export %1").arg(name), std::move(work), tr("%1 is written").arg(name),
               [this, file = text_of(wish.file)](JobOutcome outcome, const QString& message) {
                   if (outcome == JobOutcome::done) Q_EMIT written(file);
                   if (outcome == JobOutcome::failed) Q_EMIT failed(message);
               });
}

void ViewExport::writePage(const Wish& wish) {
    const ExportView& of = view(wish.view);
    PrintPage page = of.page ? of.page(wish.width) : PrintPage();
    if (page.size.isEmpty()) {
        QWidget* content = content_of(of);
        if (!content) throw Error("there is nothing to draw", of.title().toStdString());
        page = page_of(content, of.title(), of.caption ? of.caption() : QStringList());
    }
    auto painted = std::make_shared<PaintedPage>(paint_page(page, wish.width, wish.file));
    run(wish, [painted, file = wish.file](const auto&, const auto&) { save_page(*painted, file); });
}

void ViewExport::writeMaps(const Wish& wish) {
    const ExportView& of = view(wish.view);
    auto all = std::make_shared<const Inspected>(of.maps());
    const MapChoice choice = wish.every_map ? MapChoice() : of.choice();
    run(wish, [all, choice, file = wish.file](const auto&, const std::stop_token& stop) {
        write_maps(map_records(*all, choice), file, stop);
    });
}

void ViewExport::writeFilm(const Wish& wish) {
    const ExportView& of = view(wish.view);
    Inspected all = of.maps();
    const SheetWish sheet = sheet_wish(all, of.choice());
    auto film = std::make_shared<AttentionFilm>(std::move(all), sheet);
    // the film's widgets end on this thread, with the job
    run(wish, [film, file = wish.file](const auto& progress, const std::stop_token& stop) {
        const std::string encoder = film->write(file, progress, stop);
        if (encoder != "libx264")
            throw Error("is written, but by the encoder " + encoder + ", as this FFmpeg has no libx264", file.string(),
                        "Some players will not show it");
    });
}

// Several tables follow each other, an empty line between them.
void ViewExport::writeTables(const Wish& wish) {
    QStringList all;
    for (const QAbstractItemView* table : tables(wish.view)) all << csv_of(*table);
    run(wish, [text = all.join(QLatin1Char('\n')).toStdString(), file = wish.file](const auto&, const auto&) {
        write_whole(file, text);
    });
}

void ViewExport::ask(const QWidget* widget) {
    const int at = viewOf(widget);
    if (at < 0) return;
    auto* dialog = new ExportDialog(this, at, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace mica
