#include "app/workbench/import_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/places.h"
#include "app/workbench/words.h"
#include "datasets/types/places.h"
#include "widgets/key_mark.h"

namespace mica {

namespace {

constexpr auto kLastFolder = "import/folder";

// Where sets go: where the last one went, else beside the sample set.
QString target_folder() {
    const QString last = QSettings().value(QLatin1String(kLastFolder)).toString();
    return last.isEmpty() || !QFileInfo(last).isDir() ? text_of(data_home() / "sets") : last;
}

bool wants_folder(ImportField::Type type) {
    return type == ImportField::Type::folder || type == ImportField::Type::folder_or_files;
}
bool wants_files(ImportField::Type type) {
    return type != ImportField::Type::folder && type != ImportField::Type::choice && type != ImportField::Type::text;
}
bool several(ImportField::Type type) {
    return type == ImportField::Type::files || type == ImportField::Type::folder_or_files;
}

// Several files stand in one line, apart by "; ".
QString shown(const QString& value) { return QString(value).replace(QLatin1Char('\n'), QStringLiteral("; ")); }
QString kept(const QString& text, const ImportField& field) {
    if (!several(field.type)) return text.trimmed();
    QStringList files;
    for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty()) files << part.trimmed();
    return files.join(QLatin1Char('\n'));
}

}  // namespace

Job::Work work_of(const ImportWish& wish, const std::shared_ptr<ImportSummary>& summary) {
    return [wish, summary](const Progress& progress, const std::stop_token& stop) {
        std::error_code ignored;  // a folder that cannot be made is told by the writer
        if (!wish.to.parent_path().empty()) std::filesystem::create_directories(wish.to.parent_path(), ignored);
        if (const ImportKind* kind = import_kind(wish.kind))
            *summary = kind->work(wish.values, wish.to, progress, stop);
    };
}

ImportDialog::ImportDialog(QWidget* parent)
    : QDialog(parent),
      kind_(new QComboBox),
      about_(new QLabel),
      state_(new QLabel),
      to_(new QLineEdit),
      column_(new QVBoxLayout(this)) {
    setWindowTitle(tr("Import a set"));
    kind_->setObjectName(QStringLiteral("importKind"));
    kind_->setToolTip(tr("What the files are"));
    for (const ImportKind& k : import_kinds()) kind_->addItem(k.title, text_of(k.key));
    about_->setWordWrap(true);
    state_->setWordWrap(true);
    state_->setObjectName(QStringLiteral("importState"));
    to_->setObjectName(QStringLiteral("importTo"));
    to_->setToolTip(tr("The set file to make (.h5); an older one of that name is replaced when the new one is whole"));
    auto* top = new QFormLayout;
    top->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    top->addRow(tr("&Kind"), kind_);
    auto* bottom = new QFormLayout;
    bottom->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* save = new QPushButton(tr("Choose..."));
    save->setToolTip(to_->toolTip());
    auto* row = new QHBoxLayout;
    row->addWidget(to_, 1);
    row->addWidget(save);
    auto* label = new QLabel(tr("&Save the set as"));
    label->setBuddy(to_);
    bottom->addRow(label, row);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    start_ = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    start_->setToolTip(tr("Starts the import in the background (Enter)"));
    column_->addLayout(top);
    column_->addWidget(about_);
    column_->addLayout(bottom);
    column_->addWidget(state_);
    column_->addStretch(1);
    column_->addWidget(buttons);

    connect(kind_, &QComboBox::currentIndexChanged, this, &ImportDialog::showKind);
    connect(to_, &QLineEdit::textChanged, this, &ImportDialog::check);
    connect(save, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Save the set as"), to_->text(), tr("Sets (*.h5)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("h5"));
        connect(dialog, &QFileDialog::fileSelected, to_, &QLineEdit::setText);
        dialog->open();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const ImportWish w = wish();
        QSettings().setValue(QLatin1String(kLastFolder), text_of(w.to.parent_path()));
        Q_EMIT chosen(w);
        accept();
    });
    showKind();
    resize(fontMetrics().averageCharWidth() * 90, sizeHint().height());
}

const ImportKind& ImportDialog::kind() const {
    return import_kinds().at(static_cast<std::size_t>(std::max(0, kind_->currentIndex())));
}

void ImportDialog::showKind() {
    // what was typed stays for another kind with such a field; what was guessed or chosen from a list is the kind's own
    for (const auto& [key, edit] : fields_)
        if (const auto* line = qobject_cast<QLineEdit*>(edit))
            kept_[key] = line->text() == shown(guessed_[key]) ? QString() : line->text();
    delete form_;
    fields_.clear();
    form_ = new QWidget;
    auto* form = new QFormLayout(form_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const ImportField& field : kind().fields) addField(field, form);
    column_->insertWidget(2, form_);
    QWidget* before = kind_;  // the keyboard goes from top to bottom
    for (const ImportField& field : kind().fields) {
        setTabOrder(before, fields_[field.key]);
        before = fields_[field.key];
    }
    setTabOrder(before, to_);
    about_->setText(kind().about);
    for (const auto& [key, edit] : fields_)
        if (auto* line = qobject_cast<QLineEdit*>(edit)) line->setText(kept_[key]);
    sourceChanged();
}

void ImportDialog::addField(const ImportField& field, QFormLayout* form) {
    QWidget* edit = nullptr;
    QWidget* row = nullptr;
    if (field.type == ImportField::Type::choice) {
        auto* box = new QComboBox;
        for (const auto& [value, text] : field.choices) box->addItem(text, value);
        connect(box, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
        edit = row = box;
    } else {
        auto* line = new QLineEdit;
        if (!field.required) line->setPlaceholderText(tr("may stay empty"));
        row = field.type == ImportField::Type::text ? line : pathRow(line, field);
        edit = line;
        const bool source = &field == &kind().fields.front();
        connect(line, &QLineEdit::textChanged, this, [this, source] { source ? sourceChanged() : check(); });
    }
    edit->setToolTip(field.tip);
    edit->setObjectName(QStringLiteral("import_") + text_of(field.key));
    auto* name = new QLabel(field.label);
    name->setToolTip(field.tip);
    name->setBuddy(edit);
    form->addRow(name, row);
    fields_[field.key] = edit;
}

QWidget* ImportDialog::pathRow(QLineEdit* line, const ImportField& field) {
    auto* row = new QWidget;
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(line, 1);
    const auto button = [&](const QString& text, bool folder) {
        auto* choose = new QPushButton(text);
        choose->setToolTip(field.tip);
        connect(choose, &QPushButton::clicked, this, [this, line, field, folder] { browse(line, field, folder); });
        across->addWidget(choose);
    };
    const bool both = wants_folder(field.type) && wants_files(field.type);
    if (wants_files(field.type)) button(both ? tr("Files...") : tr("Choose..."), false);
    if (wants_folder(field.type)) button(both ? tr("Folder...") : tr("Choose..."), true);
    return row;
}

void ImportDialog::browse(QLineEdit* line, const ImportField& field, bool folder) {
    auto* dialog = new QFileDialog(this, withoutKeyMark(field.label), line->text(), field.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder                ? QFileDialog::Directory
                        : several(field.type) ? QFileDialog::ExistingFiles
                                              : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::filesSelected, line,
            [line](const QStringList& files) { line->setText(files.join(QStringLiteral("; "))); });
    dialog->open();
}

QWidget* ImportDialog::field(const std::string& key) const {
    const auto found = fields_.find(key);
    return found == fields_.end() ? nullptr : found->second;
}

void ImportDialog::setValue(const std::string& key, const QString& value) {
    QWidget* edit = field(key);
    if (auto* line = qobject_cast<QLineEdit*>(edit)) line->setText(shown(value));
    if (auto* box = qobject_cast<QComboBox*>(edit))
        if (const int i = box->findData(value); i >= 0) box->setCurrentIndex(i);
}

void ImportDialog::setSource(const std::vector<std::filesystem::path>& sources) {
    if (sources.empty()) return;
    QStringList all;
    for (const auto& path : sources) all << text_of(path);
    kept_.clear();
    if (const ImportKind* fitting = import_kind_for(sources.front()))
        kind_->setCurrentIndex(kind_->findData(text_of(fitting->key)));
    const ImportField& source = kind().fields.front();
    setValue(source.key, several(source.type) ? all.join(QLatin1Char('\n')) : all.front());
}

void ImportDialog::setWish(const ImportWish& wish) {
    if (const int i = kind_->findData(text_of(wish.kind)); i >= 0) kind_->setCurrentIndex(i);
    for (const auto& [key, value] : wish.values) setValue(key, value);
    to_->setText(text_of(wish.to));
}

ImportWish ImportDialog::wish() const {
    ImportWish w;
    w.kind = kind().key;
    for (const ImportField& f : kind().fields) {
        if (const auto* line = qobject_cast<QLineEdit*>(field(f.key))) w.values[f.key] = kept(line->text(), f);
        if (const auto* box = qobject_cast<QComboBox*>(field(f.key))) w.values[f.key] = box->currentData().toString();
    }
    w.to = path_of(to_->text().trimmed());
    if (!w.to.empty() && !w.to.has_extension()) w.to += ".h5";
    return w;
}

// Other fields, and the name of the set, follow from the source until a person types something else.
void ImportDialog::sourceChanged() {
    const ImportValues now = wish().values;
    const auto sources = paths_in(now, kind().fields.front().key);
    std::error_code ignored;
    if (!sources.empty() && std::filesystem::exists(sources.front(), ignored)) {
        if (kind().guess)
            for (const auto& [key, value] : kind().guess(now)) {
                const QString typed = value_of(now, key);
                if (!typed.isEmpty() && typed != guessed_[key]) continue;
                guessed_[key] = value;
                setValue(key, value);
            }
        if (to_->text().isEmpty() || to_->text() == suggested_) {
            const auto& path = sources.front();
            const auto stem = path.has_filename() ? path.stem() : path.parent_path().stem();
            suggested_ = target_folder() + QLatin1Char('/') + text_of(stem) + QStringLiteral(".h5");
            to_->setText(suggested_);
        }
    }
    check();
}

QString ImportDialog::missing() const {
    const ImportValues now = wish().values;
    for (const ImportField& f : kind().fields) {
        const QString name = withoutKeyMark(f.label);
        const auto paths = paths_in(now, f.key);
        if (f.required && value_of(now, f.key).isEmpty()) return tr("Fill in: %1.").arg(name);
        if (f.type == ImportField::Type::choice || f.type == ImportField::Type::text) continue;
        for (const auto& path : paths) {
            const QFileInfo file(text_of(path));
            if (!file.exists()) return tr("%1: %2 does not exist.").arg(name, text_of(path));
            if (file.isDir() && !wants_folder(f.type))
                return tr("%1: %2 is a folder, not a file.").arg(name, text_of(path));
            if (!file.isDir() && !wants_files(f.type)) return tr("%1: %2 is no folder.").arg(name, text_of(path));
        }
    }
    if (to_->text().trimmed().isEmpty()) return tr("Choose where the set is saved.");
    if (QFileInfo(to_->text().trimmed()).isDir())
        return tr("Save the set as: %1 is a folder.").arg(to_->text().trimmed());
    return {};
}

void ImportDialog::check() {
    const QString lack = missing();
    const bool replaces = QFileInfo::exists(text_of(wish().to));
    QString says = kind().resumes
                       ? tr("Features are made in the background; an import that is stopped goes on where it was.")
                       : tr("The files are read in the background; an import that is stopped leaves no file.");
    if (replaces) says += QLatin1Char(' ') + tr("The set that is there now is replaced when the new one is whole.");
    state_->setText(lack.isEmpty() ? says : lack);
    start_->setEnabled(lack.isEmpty());
}

}  // namespace mica
