// A document of headings, tables and figures: one HTML file that needs no other, or a PDF of the same.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace mica {

/// Interface thread (it needs fonts). Texts are plain: what HTML reads is escaped.
class ReportDocument {
public:
    explicit ReportDocument(const QString& title);
    /// A section that a link can name.
    void section(const QString& id, const QString& title);
    void text(const QString& text);
    /// As it is, in a fixed width.
    void command(const QString& text);
    /// A row of one cell alone spans the table, as a heading inside of it.
    void table(const QStringList& heading, const std::vector<QStringList>& rows);
    /// A null image says in words that there is none.
    void figure(const QImage& image, const QString& caption);

    /// Well-formed XML, with every image inside of it as a data URI.
    [[nodiscard]] QByteArray html() const;
    [[nodiscard]] QByteArray pdf() const;
    /// By the file's ending, under its name only when complete. Throws Error: another ending, disk full.
    void write(const std::filesystem::path& file) const;

private:
    QString title_, contents_, body_;
    std::vector<QImage> images_;
};

[[nodiscard]] bool is_report_file(const std::filesystem::path& file);

}  // namespace mica
