#include "app/workbench/check_panel.h"

#include <QVBoxLayout>

#include <utility>

#include "app/workbench/job_board.h"
#include "app/workbench/words.h"
#include "datasets/check/check_file.h"
#include "widgets/check_view.h"

namespace mica {

CheckPanel::CheckPanel(Selection* selection, JobBoard* jobs, QWidget* parent)
    : QWidget(parent), selection_(selection), jobs_(jobs), view_(new CheckView) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view_);
    connect(view_, &CheckView::checkRequested, this, [this] {
        if (!shown_.empty()) checkFile(std::filesystem::path(shown_));
    });
    connect(view_, &CheckView::clipActivated, this, &CheckPanel::clipActivated);
    connect(view_, &CheckView::onlyClips, this, &CheckPanel::onlyClips);
    connect(selection_, &Selection::setChanged, this, [this] {
        shown_ = selection_->set() ? selection_->set()->path() : std::filesystem::path();
        show();
    });
    show();
}

bool CheckPanel::isSet(const std::filesystem::path& file) const {
    std::error_code error;
    return selection_->set() && (selection_->set()->path() == file ||
                                 (std::filesystem::equivalent(selection_->set()->path(), file, error) && !error));
}

void CheckPanel::checkSet() {
    if (selection_->set()) checkFile(selection_->set()->path());
}

void CheckPanel::checkFile(const std::filesystem::path& file) {
    shown_ = isSet(file) ? selection_->set()->path() : file;
    Entry& entry = entries_[shown_];
    if (!entry.job) {
        auto report = std::make_shared<CheckReport>();
        entry = {};
        entry.job = jobs_->run(
            tr("Check of %1").arg(text_of(shown_.filename())),
            [file = shown_, report](const Progress& progress, const std::stop_token& stop) {
                *report = check_file(file, progress, stop);
            },
            tr("checked"),
            [this, file = shown_, report](JobOutcome outcome, const QString& message) {
                Entry& done = entries_[file];
                done = {};
                if (outcome == JobOutcome::done) done.report = report;
                if (outcome == JobOutcome::failed) done.failure = message;
                if (shown_ == file) show();
            });
        connect(entry.job, &Job::progressed, this,
                [this, file = shown_](qint64 done, qint64 total, const QString& text) {
                    if (shown_ == file)
                        view_->showLoading(text.isEmpty() ? tr("Checking the file...") : text, done, total);
                });
    }
    show();
}

void CheckPanel::show() {
    if (shown_.empty())
        return view_->showEmpty(tr("Open a set to check it, or check any file from the File menu: lengths, padding, "
                                   "values that are not finite, labels, clips in two splits."),
                                {});
    const Entry& entry = entries_[shown_];
    if (entry.job) return view_->showLoading(tr("Checking %1...").arg(text_of(shown_.filename())));
    if (entry.report) return view_->setReport(entry.report, isSet(shown_));
    if (!entry.failure.isEmpty()) return view_->showFailed(entry.failure);
    view_->showEmpty(tr("%1 has not been checked. A check reads it whole and tells what in it would spoil a training.")
                         .arg(text_of(shown_.filename())),
                     tr("Check this file"));
}

}  // namespace mica
