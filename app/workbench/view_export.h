// Any view of the window as a file: pictures for print, the numbers of maps, tables, films.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <vector>

#include "app/workbench/job.h"
#include "app/workbench/print_page.h"
#include "core/analysis/inspection.h"

class QAbstractItemView;
class QAction;
class QWidget;

namespace mica {

class JobBoard;

/// A view that can be exported.
struct ExportView {
    std::function<QString()> title;
    QWidget* host = nullptr;  // it has the focus, or something inside of it
    /// What is drawn; empty: the host.
    std::function<QWidget*()> content = {};
    /// Sentences that name what is shown.
    std::function<QStringList()> caption = {};
    /// Where it is not a widget that is drawn, at a width in millimetres; may give an empty page: then `content` is.
    std::function<PrintPage(double)> page = {};
    /// The maps behind it, with the chosen one; throws Error where there are none. Empty: it shows no maps.
    std::function<Inspected()> maps = {};
    std::function<MapChoice()> choice = {};
};

/// Interface thread. Painting happens at once, encoding and writing in jobs.
class ViewExport : public QObject {
    Q_OBJECT
public:
    ViewExport(JobBoard* jobs, QWidget* window);

    /// Adds "Export this view..." to the host's context menu.
    void add(ExportView view);
    /// Those on screen, by their number.
    [[nodiscard]] std::vector<int> offered() const;
    /// The innermost view that holds the widget, else the first on screen; -1: none is.
    [[nodiscard]] int viewOf(const QWidget* widget) const;
    [[nodiscard]] const ExportView& view(int i) const { return views_[static_cast<std::size_t>(i)]; }
    struct Format {
        QString title, ending;
    };
    /// What that view can be written as.
    [[nodiscard]] std::vector<Format> formats(int view) const;
    /// Tables inside of a view, largest first.
    [[nodiscard]] std::vector<QAbstractItemView*> tables(int view) const;

    struct Wish {
        int view = 0;
        std::filesystem::path file;
        double width = kPrintWidth;
        bool every_map = false;  // all pairs, layers and heads, not the chosen ones
    };
    /// By the file's ending. Says what became of it by written() or failed().
    void write(const Wish& wish);
    /// The dialog, for the view that holds `widget`.
    void ask(const QWidget* widget);

Q_SIGNALS:
    void written(const QString& file);
    void failed(const QString& reason);

private:
    void writePage(const Wish& wish);
    void writeMaps(const Wish& wish);
    void writeFilm(const Wish& wish);
    void writeTables(const Wish& wish);
    void run(const Wish& wish, Job::Work work);

    JobBoard* jobs_;
    QWidget* window_;
    std::vector<ExportView> views_;
};

/// A model's rows as a person sees them, quoted where needed; the first line names the columns.
[[nodiscard]] QString csv_of(const QAbstractItemView& table);

}  // namespace mica
