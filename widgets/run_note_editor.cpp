#include "widgets/run_note_editor.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

#include <set>

#include "widgets/run_model.h"

namespace mica {

namespace {

// A line field has one line: the ends of others are written as a sign that nobody types.
constexpr QChar kLineEnd(0x21B5);

// Completes the last tag of the line.
class TagCompleter : public QCompleter {
public:
    using QCompleter::QCompleter;

protected:
    [[nodiscard]] QStringList splitPath(const QString& text) const override {
        return {text.mid(text.lastIndexOf(QLatin1Char(',')) + 1).trimmed()};
    }
    [[nodiscard]] QString pathFromIndex(const QModelIndex& index) const override {
        const auto* line = qobject_cast<const QLineEdit*>(widget());
        const QString tag = QCompleter::pathFromIndex(index);
        const qsizetype comma = line ? line->text().lastIndexOf(QLatin1Char(',')) : -1;
        return comma < 0 ? tag : line->text().left(comma) + QLatin1String(", ") + tag;
    }
};

}  // namespace

RunNoteEditor::RunNoteEditor(const RunModel* model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

QWidget* RunNoteEditor::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    auto* line = new QLineEdit(parent);
    line->setObjectName(QStringLiteral("runEditor"));
    line->setAutoFillBackground(true);
    const bool tags = model_->columns()[static_cast<std::size_t>(index.column())].kind == RunColumn::Kind::tags;
    line->setAccessibleName(tags ? tr("Tags") : tr("Note"));
    line->setToolTip(tags ? tr("Words with commas between them; Enter keeps them, Escape does not")
                          : tr("Enter keeps the note, Escape does not"));
    if (!tags) return line;
    std::set<std::string> known;
    for (const RunRowPtr& row : model_->all()) known.insert(row->run.notes.tags.begin(), row->run.notes.tags.end());
    QStringList texts;
    for (const std::string& tag : known) texts << QString::fromStdString(tag);
    auto* completer = new TagCompleter(texts, line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    line->setCompleter(completer);
    return line;
}

void RunNoteEditor::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (!line || line->isModified()) return;  // news of the run do not take a person's words away
    line->setText(index.data(Qt::EditRole).toString().replace(QLatin1Char('\n'), kLineEnd));
}

QSize RunNoteEditor::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, option.decorationSize.height()});
}

void RunNoteEditor::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (const auto* line = qobject_cast<const QLineEdit*>(editor))
        model->setData(index, line->text().replace(kLineEnd, QLatin1Char('\n')), Qt::EditRole);
}

}  // namespace mica
