#include "app/workbench/settings_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/workbench/option_words.h"
#include "app/workbench/wheel_guard.h"
#include "app/workbench/words.h"

namespace mica {

// A heading with an arrow, and what folds away below it.
struct SettingsForm::Group {
    QString title;
    QToolButton* heading = nullptr;
    QWidget* content = nullptr;
    QGridLayout* grid = nullptr;
    QWidget* whole = nullptr;
};

struct SettingsForm::Row {
    OptionInfo option;
    Group* group = nullptr;
    QLabel* label = nullptr;
    QWidget* editor = nullptr;
    QToolButton* reset = nullptr;
    QString baseline;
    bool touched = false;

    [[nodiscard]] QString value() const {
        if (const auto* box = qobject_cast<QCheckBox*>(editor))
            return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
        if (const auto* spin = qobject_cast<QSpinBox*>(editor)) return QString::number(spin->value());
        if (const auto* combo = qobject_cast<QComboBox*>(editor)) return combo->currentText();
        return static_cast<const QLineEdit*>(editor)->text().trimmed();
    }
    void set(const QString& v) const {
        const QSignalBlocker quiet(editor);
        if (auto* box = qobject_cast<QCheckBox*>(editor))
            box->setChecked(v == QLatin1String("true") || v == QLatin1String("1"));
        else if (auto* spin = qobject_cast<QSpinBox*>(editor))
            spin->setValue(v.toInt());
        else if (auto* combo = qobject_cast<QComboBox*>(editor))
            combo->setCurrentText(v);
        else
            static_cast<QLineEdit*>(editor)->setText(v);
    }
    // "0.10" and "0.1" are the same setting
    [[nodiscard]] bool differs() const {
        const QString v = value();
        if (option.kind == "int" || option.kind == "real") {
            bool one = false, other = false;
            const double a = v.toDouble(&one), b = baseline.toDouble(&other);
            if (one && other) return a != b;
        }
        return option.kind == "bool" ? (v == QLatin1String("true")) !=
                                           (baseline == QLatin1String("true") || baseline == QLatin1String("1"))
                                     : v != baseline;
    }
};

namespace {

bool ranged(const OptionInfo& option) { return option.minimum < option.maximum; }

}  // namespace

SettingsForm::SettingsForm(const std::vector<OptionInfo>& table, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setTable(table);
}

SettingsForm::~SettingsForm() = default;

void SettingsForm::setTable(const std::vector<OptionInfo>& table) {
    std::map<std::string, QString> changed;
    for (const auto& row : rows_)
        if (row->touched && row->differs()) changed[row->option.key] = row->value();
    rows_.clear();
    groups_.clear();
    delete page_;
    page_ = new QWidget;
    auto* column = new QVBoxLayout(page_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const OptionInfo& option : table) addRow(option, group(option_heading(option)));
    column->addStretch(1);
    layout()->addWidget(page_);
    for (const auto& [key, value] : changed) setValue(key, value);
    setReadOnly(read_only_);
    setFilter(filter_);
}

SettingsForm::Group* SettingsForm::group(const QString& heading) {
    for (const auto& g : groups_)
        if (g->title == heading) return g.get();
    auto made = std::make_unique<Group>();
    Group* g = made.get();
    g->title = heading;
    g->whole = new QWidget;
    auto* column = new QVBoxLayout(g->whole);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    g->heading = new QToolButton;
    g->heading->setObjectName(QStringLiteral("heading_") + heading);
    g->heading->setAutoRaise(true);
    g->heading->setCheckable(true);
    g->heading->setChecked(true);
    g->heading->setArrowType(Qt::DownArrow);
    g->heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    g->heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    g->heading->setToolTip(tr("Folds these settings away, or shows them"));
    QFont bold = g->heading->font();
    bold.setBold(true);
    g->heading->setFont(bold);
    g->content = new QWidget;
    g->grid = new QGridLayout(g->content);
    g->grid->setColumnStretch(1, 1);
    g->grid->setVerticalSpacing(4);
    column->addWidget(g->heading);
    column->addWidget(g->content);
    connect(g->heading, &QToolButton::toggled, this, [g](bool open) {
        g->content->setVisible(open);
        g->heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    page_->layout()->addWidget(g->whole);
    groups_.push_back(std::move(made));
    return g;
}

// What is folded away still tells that something in it was changed.
void SettingsForm::countChanges() {
    for (const auto& g : groups_) {
        const auto n = std::count_if(rows_.begin(), rows_.end(),
                                     [&](const auto& row) { return row->group == g.get() && row->differs(); });
        g->heading->setText(n == 0 ? g->title : tr("%1 (%n changed)", nullptr, static_cast<int>(n)).arg(g->title));
    }
}

void SettingsForm::addRow(const OptionInfo& option, Group* group) {
    auto row = std::make_unique<Row>();
    Row* r = row.get();
    r->option = option;
    r->group = group;
    r->baseline = text_of(option.initial);
    QGridLayout* grid = group->grid;
    const auto touched = [this, r] {
        r->touched = true;
        mark(*r);
        Q_EMIT edited();
    };
    if (option.kind == "bool") {
        auto* box = new QCheckBox;
        connect(box, &QCheckBox::toggled, this, touched);
        r->editor = box;
    } else if (option.kind == "choice") {
        auto* combo = new QComboBox;
        for (const std::string& choice : option.choices) combo->addItem(text_of(choice));
        connect(combo, &QComboBox::currentTextChanged, this, touched);
        r->editor = combo;
    } else if (option.kind == "int" && (!ranged(option) || (option.minimum >= -2e9 && option.maximum <= 2e9))) {
        auto* spin = new QSpinBox;
        spin->setRange(ranged(option) ? static_cast<int>(option.minimum) : std::numeric_limits<int>::min(),
                       ranged(option) ? static_cast<int>(option.maximum) : std::numeric_limits<int>::max());
        connect(spin, &QSpinBox::valueChanged, this, touched);
        r->editor = spin;
    } else {
        auto* line = new QLineEdit;
        if (option.kind == "real") {
            // bounds are checked with the sentence of make_options; here only the form of a number
            auto* validator = new QDoubleValidator(line);
            validator->setLocale(QLocale::c());
            line->setValidator(validator);
        }
        connect(line, &QLineEdit::textChanged, this, touched);
        r->editor = line;
    }
    // a wheel meant for the page must not change a value that the pointer happens to cross
    r->editor->setFocusPolicy(Qt::StrongFocus);
    r->editor->installEventFilter(new WheelGuard(r->editor));
    r->editor->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    r->editor->setMinimumWidth(72);
    const QString name = text_of(option.key);
    r->label = new QLabel(name);
    r->label->setBuddy(r->editor);
    QString tip = option_help(option);
    if (ranged(option)) tip += tr("\nFrom %1 to %2.").arg(option.minimum).arg(option.maximum);
    tip += tr("\nDefault: %1").arg(option.initial.empty() ? tr("empty") : text_of(option.initial));
    r->label->setToolTip(tip);
    r->editor->setToolTip(tip);
    r->editor->setAccessibleName(name);
    r->editor->setAccessibleDescription(option_help(option));
    r->reset = new QToolButton;
    r->reset->setAutoRaise(true);
    r->reset->setText(QStringLiteral("\u21ba"));
    r->reset->setAccessibleName(tr("Reset %1").arg(name));
    connect(r->reset, &QToolButton::clicked, this, [this, r] {
        r->set(r->baseline);
        r->touched = false;
        mark(*r);
        Q_EMIT edited();
    });
    r->set(r->baseline);
    const int line = grid->rowCount();
    grid->addWidget(r->label, line, 0);
    grid->addWidget(r->editor, line, 1);
    grid->addWidget(r->reset, line, 2);
    rows_.push_back(std::move(row));
    mark(*r);
}

void SettingsForm::mark(Row& row) {
    const bool changed = row.differs();
    QFont font = this->font();
    font.setBold(changed);
    row.label->setFont(font);
    row.label->setText(changed ? QStringLiteral("%1 *").arg(text_of(row.option.key)) : text_of(row.option.key));
    row.reset->setEnabled(changed && row.editor->isEnabled());
    row.reset->setToolTip(tr("Back to %1").arg(row.baseline.isEmpty() ? tr("empty") : row.baseline));
    countChanges();
}

void SettingsForm::setBaseline(const std::map<std::string, std::string>& values) {
    for (auto& row : rows_) {
        const auto found = values.find(row->option.key);
        row->baseline = text_of(found == values.end() ? row->option.initial : found->second);
        if (!row->touched) row->set(row->baseline);
        mark(*row);
    }
}

std::vector<std::string> SettingsForm::changes() const {
    std::vector<std::string> all;
    for (const auto& row : rows_)
        if (row->differs()) all.push_back(row->option.key + "=" + row->value().toStdString());
    return all;
}

QString SettingsForm::value(const std::string& key) const {
    for (const auto& row : rows_)
        if (row->option.key == key) return row->value();
    return {};
}

bool SettingsForm::setValue(const std::string& key, const QString& value) {
    for (auto& row : rows_) {
        if (row->option.key != key) continue;
        row->set(value);
        row->touched = true;
        mark(*row);
        Q_EMIT edited();
        return true;
    }
    return false;
}

void SettingsForm::resetAll() {
    for (auto& row : rows_) {
        row->set(row->baseline);
        row->touched = false;
        mark(*row);
    }
    Q_EMIT edited();
}

void SettingsForm::setReadOnly(bool on) {
    read_only_ = on;
    for (auto& row : rows_) {
        row->editor->setEnabled(!on);
        mark(*row);
    }
}

void SettingsForm::setFilter(const QString& text) {
    filter_ = text;
    const QString wanted = text.trimmed();
    std::map<const Group*, bool> any;
    for (auto& row : rows_) {
        const bool fits = wanted.isEmpty() || text_of(row->option.key).contains(wanted, Qt::CaseInsensitive) ||
                          option_help(row->option).contains(wanted, Qt::CaseInsensitive);
        row->label->setVisible(fits);
        row->editor->setVisible(fits);
        row->reset->setVisible(fits);
        any[row->group] = any[row->group] || fits;
    }
    for (const auto& g : groups_) {
        g->whole->setVisible(any[g.get()]);
        if (!wanted.isEmpty() && any[g.get()]) g->heading->setChecked(true);  // what is searched for is seen
    }
}

}  // namespace mica
