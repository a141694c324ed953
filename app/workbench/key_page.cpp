#include "app/workbench/key_page.h"
#include "widgets/key_mark.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace mica {

namespace {

constexpr auto kName = "keyPage";
constexpr auto kTitle = "keyHelpTitle";
constexpr auto kRows = "keyHelp";

struct KeyPage {
    Q_DECLARE_TR_FUNCTIONS(mica::KeyPage)
};

QString plain(QString text) {  // "&Open set..." to "Open set"
    text = withoutKeyMark(text);
    if (text.endsWith(QLatin1String("..."))) text.chop(3);
    return text;
}

QString keys_of(const QAction* action) {
    QStringList keys;
    for (const QKeySequence& key : action->shortcuts()) {
        QString plain = key.toString();
        keys << QKeySequence(plain.replace(QLatin1String("Backtab"), QLatin1String("Tab")))
                    .toString(QKeySequence::NativeText);
    }
    keys.removeAll(QString());
    return keys.join(KeyPage::tr(" or "));
}

void collect(const QMenu* menu, KeyGroup& group, std::set<const QAction*>& seen) {
    for (const QAction* action : menu->actions()) {
        if (action->menu()) collect(action->menu(), group, seen);
        if (action->isSeparator() || action->shortcuts().isEmpty() || !seen.insert(action).second) continue;
        group.rows.push_back({keys_of(action), plain(action->text())});
    }
}

void find(QTreeWidget* tree, const QString& text) {
    for (int g = 0; g < tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem* row = group->child(i);
            const bool fits =
                row->text(0).contains(text, Qt::CaseInsensitive) || row->text(1).contains(text, Qt::CaseInsensitive);
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

}  // namespace

std::vector<KeyGroup> keysOf(const QMainWindow* window) {
    std::vector<KeyGroup> groups;
    std::set<const QAction*> seen;
    for (const QAction* top : window->menuBar()->actions()) {
        if (!top->menu()) continue;
        KeyGroup group{plain(top->text()), {}};
        collect(top->menu(), group, seen);
        if (!group.rows.empty()) groups.push_back(std::move(group));
    }
    KeyGroup rest{KeyPage::tr("Anywhere"), {}};
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (action->isSeparator() || action->shortcuts().isEmpty() || !seen.insert(action).second) continue;
        if (action->text().isEmpty()) continue;
        rest.rows.push_back({keys_of(action), plain(action->text())});
    }
    if (!rest.rows.empty()) groups.push_back(std::move(rest));
    for (const QWidget* view : window->findChildren<QWidget*>()) {
        const QStringList rows = view->property(kRows).toStringList();
        if (rows.isEmpty()) continue;
        KeyGroup group{view->property(kTitle).toString(), {}};
        for (const QString& row : rows)
            group.rows.push_back({row.section(QLatin1Char('\t'), 0, 0), row.section(QLatin1Char('\t'), 1)});
        groups.push_back(std::move(group));
    }
    return groups;
}

void describeKeys(QWidget* view, const QString& title, const QStringList& rows) {
    view->setProperty(kTitle, title);
    view->setProperty(kRows, rows);
}

void showKeys(QMainWindow* window) {
    if (auto* open = window->findChild<QDialog*>(QLatin1String(kName))) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* page = new QDialog(window);
    page->setObjectName(QLatin1String(kName));
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setWindowTitle(KeyPage::tr("Keys"));
    auto* search = new QLineEdit;
    search->setPlaceholderText(KeyPage::tr("Find a key or what it does"));
    search->setAccessibleName(search->placeholderText());
    search->setToolTip(KeyPage::tr("Lists only rows that hold the text"));
    search->setClearButtonEnabled(true);
    auto* tree = new QTreeWidget;
    tree->setAccessibleName(KeyPage::tr("Keys"));
    tree->setToolTip(KeyPage::tr("Every key and what it does"));
    tree->setHeaderLabels({KeyPage::tr("Key"), KeyPage::tr("What it does")});
    tree->setRootIsDecorated(false);
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    tree->setAlternatingRowColors(true);
    QFont bold = tree->font();
    bold.setBold(true);
    for (const KeyGroup& group : keysOf(window)) {
        auto* top = new QTreeWidgetItem(tree, {group.title});
        top->setFont(0, bold);
        top->setFirstColumnSpanned(true);
        for (const KeyRow& row : group.rows) new QTreeWidgetItem(top, {row.keys, row.does});
    }
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    QObject::connect(search, &QLineEdit::textChanged, tree,
                     [tree](const QString& text) { find(tree, text.trimmed()); });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, page, &QDialog::reject);
    auto* column = new QVBoxLayout(page);
    column->addWidget(search);
    column->addWidget(tree, 1);
    column->addWidget(buttons);
    const int line = page->fontMetrics().height(), letter = page->fontMetrics().averageCharWidth();
    page->resize(std::min(100 * letter, window->width()), std::min(38 * line, window->height()));
    page->show();
    search->setFocus();
}

}  // namespace mica
