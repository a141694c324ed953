#include "app/workbench/compare_picker.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>
#include <map>

#include "app/workbench/words.h"

namespace mica {

namespace fs = std::filesystem;

std::vector<ComparedRuns> runs_to_compare(const RunList& runs) {
    std::vector<ComparedRuns> all;
    std::map<fs::path, std::vector<fs::path>> folders;
    for (const RunEntry& entry : runs.runs())
        if (entry.path.parent_path() != runs.root()) folders[entry.path.parent_path()].push_back(entry.path);
    for (auto& [folder, members] : folders) {
        if (members.size() < 2) continue;
        std::sort(members.begin(), members.end());
        all.push_back({ComparePicker::tr("%1, %2: mean")
                           .arg(text_of(folder.filename()),
                                ComparePicker::tr("%n runs", nullptr, static_cast<int>(members.size()))),
                       members});
    }
    for (const RunEntry& entry : runs.runs()) all.push_back({run_title(entry.path), {entry.path}});
    return all;
}
ComparePicker::ComparePicker(RunList* runs, QWidget* parent) : QToolButton(parent), runs_(runs) {
    setObjectName(QStringLiteral("compareRuns"));
    setText(tr("Compare with\u2026"));
    setAccessibleName(tr("Compare with other runs"));
    setToolTip(tr("Draws other runs beside this one; the seeds of an experiment as their mean and band"));
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    search_ = new QLineEdit;
    search_->setPlaceholderText(tr("Find a run"));
    search_->setAccessibleName(tr("Find a run"));
    search_->setToolTip(tr("Shows only runs whose name holds this text"));
    search_->setClearButtonEnabled(true);
    list_ = new QListWidget;
    list_->setAccessibleName(tr("Runs to compare with"));
    list_->setToolTip(tr("At most %1 at a time; space or a click puts a run beside the one in front").arg(kMost));
    list_->setMinimumSize(40 * fontMetrics().averageCharWidth(), 14 * fontMetrics().height());
    list_->setUniformItemSizes(true);
    column->addWidget(search_);
    column->addWidget(list_);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(page);
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ComparePicker::fill);
    connect(menu, &QMenu::aboutToShow, search_, qOverload<>(&QWidget::setFocus));
    connect(search_, &QLineEdit::textChanged, this, &ComparePicker::filter);
    connect(list_, &QListWidget::itemChanged, this, &ComparePicker::take);
    connect(runs_, &RunList::changed, this, [this] {
        if (this->menu()->isVisible()) fill();
    });
}

void ComparePicker::choose(std::vector<ComparedRuns> runs) {
    if (runs.size() > kMost) runs.resize(kMost);
    if (runs == chosen_) return;
    chosen_ = std::move(runs);
    setText(chosen_.empty() ? tr("Compare with\u2026")
                            : tr("Compared with %n", nullptr, static_cast<int>(chosen_.size())));
    Q_EMIT chosenChanged();
}

void ComparePicker::fill() {
    const QSignalBlocker quiet(list_);
    offered_ = runs_to_compare(*runs_);
    list_->clear();
    for (const ComparedRuns& runs : offered_) {
        auto* item = new QListWidgetItem(runs.name, list_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::find(chosen_.begin(), chosen_.end(), runs) != chosen_.end() ? Qt::Checked
                                                                                             : Qt::Unchecked);
        QStringList paths;
        for (const fs::path& run : runs.runs) paths << text_of(run);
        item->setToolTip(paths.join(QLatin1Char('\n')));
    }
    if (offered_.empty()) list_->addItem(tr("No runs yet"));
    filter();
}

void ComparePicker::filter() {
    for (int i = 0; i < list_->count(); ++i)
        list_->item(i)->setHidden(!list_->item(i)->text().contains(search_->text().trimmed(), Qt::CaseInsensitive));
}

void ComparePicker::take() {
    std::vector<ComparedRuns> now;
    for (int i = 0; i < list_->count() && i < static_cast<int>(offered_.size()); ++i)
        if (list_->item(i)->checkState() == Qt::Checked) now.push_back(offered_[static_cast<std::size_t>(i)]);
    choose(std::move(now));
}

}  // namespace mica
