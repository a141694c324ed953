// A table of the paper beside one's own runs: published figures in columns of their own, what tests say on hover.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

#include "core/reports/paper_table.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace mica {

class PaperTableView : public QWidget {
    Q_OBJECT
public:
    enum class Format { markdown, latex, csv };
    Q_ENUM(Format)

    explicit PaperTableView(QWidget* parent = nullptr);

    void setTable(PaperTable table);
    [[nodiscard]] const PaperTable& table() const { return table_; }
    /// Rows of the table on screen are the table's own rows with a heading before each group of them.
    [[nodiscard]] QTableWidget* cells() const { return cells_; }
    /// Row on screen of the table's row.
    [[nodiscard]] int rowOf(std::size_t row) const;
    /// Columns on screen of the table's column; published -1 where it has none.
    struct Columns {
        int published = -1, own = -1;
    };
    [[nodiscard]] Columns columnsOf(std::size_t column) const;

    void setFormat(Format format);
    [[nodiscard]] Format format() const;
    /// The table in the chosen format.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton* copyButton() const { return copy_; }
    [[nodiscard]] QPushButton* saveButton() const { return save_; }
    [[nodiscard]] QString notes() const;

Q_SIGNALS:
    /// text: in the chosen format, whose usual ending is `ending` ("md", "tex", "csv").
    void saveRequested(const QString& text, const QString& ending);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fillHeadings();
    void fillRow(int at, const PaperRow& row);
    void addHeading(const QString& text);

    PaperTable table_;
    std::vector<Columns> columns_;
    std::vector<int> rows_;
    bool filling_ = false;
    QLabel *title_, *protocol_, *notes_;
    QTableWidget* cells_;
    QComboBox* format_;
    QPushButton *copy_, *save_;
};

}  // namespace mica
