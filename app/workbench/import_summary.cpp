#include "app/workbench/import_summary.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/workbench/words.h"
#include "widgets/clip_list.h"

namespace mica {

namespace {

QString number(std::size_t n) { return QLocale().toString(static_cast<qulonglong>(n)); }

QList<std::pair<QString, QString>> figures(const ImportSummary& s) {
    QList<std::pair<QString, QString>> rows{{ImportSummaryWindow::tr("set file"), text_of(s.file)},
                                            {ImportSummaryWindow::tr("clips"), number(s.clips)}};
    for (std::size_t i = 0; i < s.splits.size(); ++i)
        if (s.splits[i]) rows << std::pair{splitTitle(static_cast<Split>(i)), number(s.splits[i])};
    if (s.reused) rows << std::pair{ImportSummaryWindow::tr("taken over from a stopped import"), number(s.reused)};
    if (s.frames)
        rows << std::pair{ImportSummaryWindow::tr("frames without a face"),
                          ImportSummaryWindow::tr("%1 of %2").arg(number(s.flagged_frames), number(s.frames))};
    if (s.without_sound) rows << std::pair{ImportSummaryWindow::tr("clips without sound"), number(s.without_sound)};
    if (s.without_video) rows << std::pair{ImportSummaryWindow::tr("clips without pictures"), number(s.without_video)};
    if (!s.unknown_words.empty())
        rows << std::pair{ImportSummaryWindow::tr("words without a vector"), number(s.unknown_words.size())};
    for (const auto& [name, count] : s.classes)
        rows << std::pair{ImportSummaryWindow::tr("label %1").arg(text_of(name)), number(count)};
    rows << std::pair{ImportSummaryWindow::tr("time"), time_words(s.seconds)}
         << std::pair{ImportSummaryWindow::tr("fingerprint"), text_of(s.fingerprint)};
    return rows;
}

QString html(const ImportSummary& s) {
    QString text;
    if (!s.notes.empty()) {
        text += QStringLiteral("<h4>%1</h4><ul>").arg(ImportSummaryWindow::tr("What to know before trusting it"));
        for (const std::string& note : s.notes)
            text += QStringLiteral("<li style='margin-bottom:4px'>%1</li>").arg(text_of(note).toHtmlEscaped());
        text += QStringLiteral("</ul>");
    }
    text += QStringLiteral("<h4>%1</h4><table>").arg(ImportSummaryWindow::tr("What was made"));
    for (const auto& [name, value] : figures(s))
        text += QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    return text + QStringLiteral("</table>");
}

QString plain(const ImportSummary& s) {
    QStringList lines;
    for (const auto& [name, value] : figures(s)) lines << name + QStringLiteral(": ") + value;
    for (const std::string& note : s.notes) lines << ImportSummaryWindow::tr("note: %1").arg(text_of(note));
    for (const LeftOut& clip : s.left_out)
        lines << ImportSummaryWindow::tr("left out: %1: %2").arg(text_of(clip.id), text_of(clip.reason));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

QString summary_sentence(const ImportSummary& s) {
    QStringList splits;
    for (std::size_t i = 0; i < s.splits.size(); ++i)
        if (s.splits[i])
            splits << ImportSummaryWindow::tr("%1 %2").arg(number(s.splits[i]), splitTitle(static_cast<Split>(i)));
    QString text =
        ImportSummaryWindow::tr("%1: %n clips", nullptr, static_cast<int>(s.clips)).arg(text_of(s.file.filename()));
    if (!splits.isEmpty()) text += QStringLiteral(" (%1)").arg(splits.join(QStringLiteral(", ")));
    if (!s.left_out.empty()) text += ImportSummaryWindow::tr("; %1 left out").arg(number(s.left_out.size()));
    if (!s.notes.empty()) text += ImportSummaryWindow::tr("; %n notes", nullptr, static_cast<int>(s.notes.size()));
    return text + QLatin1Char('.');
}

ImportSummaryWindow::ImportSummaryWindow(const ImportSummary& summary, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("importSummary"));
    setWindowTitle(tr("Import of %1").arg(text_of(summary.file.filename())));
    auto* headline = new QLabel(summary_sentence(summary));
    headline->setWordWrap(true);
    QFont bold = headline->font();
    bold.setBold(true);
    headline->setFont(bold);
    auto* tabs = new QTabWidget;
    auto* text = new QTextBrowser;
    text->setObjectName(QStringLiteral("importFigures"));
    text->setAccessibleName(tr("Figures and notes"));
    text->setHtml(html(summary));
    tabs->addTab(text, tr("&Figures and notes"));
    if (!summary.left_out.empty()) {
        auto* list = new QTreeWidget;
        list->setObjectName(QStringLiteral("importLeftOut"));
        list->setAccessibleName(tr("Clips that were left out"));
        list->setRootIsDecorated(false);
        list->setUniformRowHeights(true);
        list->setAlternatingRowColors(true);
        list->setHeaderLabels({tr("Clip"), tr("Why it was left out")});
        QList<QTreeWidgetItem*> rows;
        for (const LeftOut& clip : summary.left_out) {
            auto* row = new QTreeWidgetItem({text_of(clip.id), text_of(clip.reason)});
            row->setToolTip(1, text_of(clip.reason));
            rows << row;
        }
        list->addTopLevelItems(rows);
        list->setColumnWidth(0, fontMetrics().averageCharWidth() * 22);
        tabs->addTab(list, tr("&Left out (%1)").arg(number(summary.left_out.size())));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("&Copy as text"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("Figures, notes and left-out clips into the clipboard"));
    connect(copy, &QPushButton::clicked, this,
            [words = plain(summary)] { QGuiApplication::clipboard()->setText(words); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(headline);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 26);
}

}  // namespace mica
