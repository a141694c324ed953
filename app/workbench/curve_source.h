// Which runs the curves show, and where their points come from: the training in this window, or run folders, read by a
// worker and followed while another process trains in them.
#pragma once

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/compare_picker.h"
#include "app/workbench/latest_worker.h"
#include "app/workbench/run_reader.h"
#include "app/workbench/selection.h"
#include "app/workbench/training_job.h"

namespace mica {

class TrainingCurves;

/// Interface thread only. In front: the training that runs, else the chosen run.
class CurveSource : public QObject {
    Q_OBJECT
public:
    CurveSource(Selection* selection, TrainingJob* training, TrainingCurves* curves, ComparePicker* compare,
                QObject* parent = nullptr);
    ~CurveSource() override;

    /// The run in front; empty: none.
    [[nodiscard]] const std::filesystem::path& front() const { return front_; }

Q_SIGNALS:
    void troubled(const QString& text);
    /// Folders have been read and are drawn.
    void refreshed();

private:
    struct Known {
        std::shared_ptr<RunCurves> run = std::make_shared<RunCurves>();
        bool training = false, troubled = false;
        bool anew = false;  // what is known is to be replaced by what the folder has
    };
    struct Answer {
        std::filesystem::path path;
        RunPlace from;
        RunNews news;
        QString trouble;
    };
    void begin();
    void told(const RunEvent& event);
    void endWaiting(RunNews past);
    void showChosen();
    void compare();
    void ask(bool all);
    void take(const std::vector<Answer>& answers);
    void draw();
    [[nodiscard]] Known& known(const std::filesystem::path& run);
    [[nodiscard]] bool trains(const std::filesystem::path& run) const;

    Selection* selection_;
    TrainingJob* training_;
    TrainingCurves* curves_;
    ComparePicker* compare_;
    std::filesystem::path front_;
    std::map<std::filesystem::path, Known> known_;
    /// Of a resumed run or a branch: what the training has told while its past is still being read.
    std::optional<RunNews> waiting_;
    QTimer timer_;
    int looks_ = 0;
    std::optional<LatestWorker> worker_;
};

}  // namespace mica
