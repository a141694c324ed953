#include "app/workbench/report_document.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>

#include "app/workbench/words.h"
#include "core/runs/files.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

constexpr int kTextWidth = 640;  // of a figure in a PDF: the width of A4's text, in 1/96 inch

QString name_of(std::size_t image) { return QStringLiteral("figure-%1").arg(image + 1); }

// Characters that XML cannot hold, in ids and notes of other programs.
QString plain(const QString& text) {
    QString all;
    for (const QChar c : text)
        all += c < QLatin1Char(' ') && c != QLatin1Char('\n') && c != QLatin1Char('\t') ? QChar(0xfffd) : c;
    return all.toHtmlEscaped();
}

QString ending(const std::filesystem::path& file) { return text_of(file.extension()).toLower(); }

bool is_html(const QString& e) { return e == QLatin1String(".html") || e == QLatin1String(".htm"); }

}  // namespace

ReportDocument::ReportDocument(const QString& title) : title_(title) {}

void ReportDocument::section(const QString& id, const QString& title) {
    contents_ += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(plain(id), plain(title));
    body_ += QStringLiteral("<h2 id=\"%1\">%2</h2>\n").arg(plain(id), plain(title));
}

void ReportDocument::text(const QString& text) { body_ += QStringLiteral("<p>%1</p>\n").arg(plain(text)); }

void ReportDocument::command(const QString& text) { body_ += QStringLiteral("<pre>%1</pre>\n").arg(plain(text)); }

void ReportDocument::table(const QStringList& heading, const std::vector<QStringList>& rows) {
    body_ += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\">\n<tr>");
    for (const QString& h : heading) body_ += QStringLiteral("<th>%1</th>").arg(plain(h));
    body_ += QStringLiteral("</tr>\n");
    for (const QStringList& row : rows) {
        body_ += QStringLiteral("<tr>");
        if (row.size() == 1 && heading.size() > 1)
            body_ += QStringLiteral("<th colspan=\"%1\">%2</th>").arg(heading.size()).arg(plain(row.front()));
        else
            for (const QString& cell : row) body_ += QStringLiteral("<td>%1</td>").arg(plain(cell));
        body_ += QStringLiteral("</tr>\n");
    }
    body_ += QStringLiteral("</table>\n");
}

void ReportDocument::figure(const QImage& image, const QString& caption) {
    if (image.isNull()) return text(caption + QStringLiteral(": nothing was measured."));
    const int width = std::min(kTextWidth, static_cast<int>(image.width() / image.devicePixelRatio()));
    body_ += QStringLiteral("<p class=\"figure\"><img src=\"%1\" width=\"%2\" alt=\"%3\"/><br/><i>%3</i></p>\n")
                 .arg(name_of(images_.size()))
                 .arg(width)
                 .arg(plain(caption));
    images_.push_back(image);
}

QByteArray ReportDocument::html() const {
    QString body = body_;
    for (std::size_t i = 0; i < images_.size(); ++i) {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        images_[i].save(&buffer, "PNG");
        body.replace(QStringLiteral("src=\"%1\"").arg(name_of(i)),
                     QStringLiteral("src=\"data:image/png;base64,%1\"").arg(QLatin1String(png.toBase64())));
    }
    const QString page = QStringLiteral(
                             "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                             "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n") +
                         QStringLiteral("<title>%1</title>\n").arg(plain(title_)) +
                         QStringLiteral(
                             "<style>body{font:16px/1.5 sans-serif;max-width:1060px;margin:2em auto;padding:0 1em;"
                             "color:#1b1b1b;background:#fff}table{border-collapse:collapse;margin:1em 0}"
                             "td,th{border:1px solid #ccc;padding:.2em .6em;text-align:left;vertical-align:top}"
                             "th{background:#f2f2f2}img{max-width:100%;height:auto;width:auto}pre{background:#f6f6f6;"
                             "padding:.8em;white-space:pre-wrap;overflow-wrap:anywhere}nav ul{columns:2}</style>\n"
                             "</head>\n<body>\n") +
                         QStringLiteral("<h1>%1</h1>\n<nav><ul>\n%2</ul></nav>\n").arg(plain(title_), contents_) +
                         body + QStringLiteral("</body>\n</html>\n");
    return page.toUtf8();
}

QByteArray ReportDocument::pdf() const {
    QTextDocument document;
    document.setDefaultFont(QFont(QStringLiteral("sans-serif"), 9));
    document.setDefaultStyleSheet(
        QStringLiteral("th{background:#f2f2f2;text-align:left} pre{background:#f6f6f6;white-space:pre-wrap}"));
    for (std::size_t i = 0; i < images_.size(); ++i)
        document.addResource(QTextDocument::ImageResource, QUrl(name_of(i)), images_[i]);
    document.setHtml(QStringLiteral("<h1>%1</h1>\n").arg(plain(title_)) + body_);
    document.setMetaInformation(QTextDocument::DocumentTitle, title_);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title_);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));  // the document leaves 2 cm and numbers its pages there
        writer.setResolution(300);
        document.print(&writer);
    }
    return bytes;
}

void ReportDocument::write(const std::filesystem::path& file) const {
    if (!is_report_file(file))
        throw Error("a report is an HTML or a PDF file", file.string(), "End its name in .html or .pdf");
    const QByteArray bytes = is_html(ending(file)) ? html() : pdf();
    write_whole(file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

bool is_report_file(const std::filesystem::path& file) {
    const QString e = ending(file);
    return is_html(e) || e == QLatin1String(".pdf");
}

}  // namespace mica
