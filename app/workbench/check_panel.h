// Checks the set on screen, or any file, as a job, and shows what was found.
#pragma once

#include <QPointer>
#include <QWidget>

#include <filesystem>
#include <map>
#include <memory>

#include "app/workbench/job.h"
#include "app/workbench/selection.h"
#include "datasets/check/report.h"

namespace mica {

class CheckView;
class JobBoard;

/// Reports stay while the window is open, one a file, so that going from set to set shows each its own.
class CheckPanel : public QWidget {
    Q_OBJECT
public:
    CheckPanel(Selection* selection, JobBoard* jobs, QWidget* parent = nullptr);

    [[nodiscard]] CheckView* view() const { return view_; }

public Q_SLOTS:
    void checkSet();
    void checkFile(const std::filesystem::path& file);

Q_SIGNALS:
    void clipActivated(const QString& id);
    void onlyClips(const std::vector<std::string>& ids, const QString& title);

private:
    struct Entry {
        std::shared_ptr<const CheckReport> report;
        QString failure;
        QPointer<Job> job;  // while it runs
    };
    void show();
    [[nodiscard]] bool isSet(const std::filesystem::path& file) const;
    Selection* selection_;
    JobBoard* jobs_;
    CheckView* view_;
    std::map<std::filesystem::path, Entry> entries_;
    std::filesystem::path shown_;  // the set's file, or one that was asked for
};

}  // namespace mica
