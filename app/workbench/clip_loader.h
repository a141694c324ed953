// Reads the chosen clip - features first, then its media - on a worker thread.
#pragma once

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/latest_worker.h"
#include "datasets/media/media.h"
#include "datasets/types/dataset.h"
#include "datasets/types/spectrogram.h"

namespace mica {

/// load() returns at once; a newer load drops the one before. Signals come in the owner's thread, for the
/// newest load only, in this order: clipReady or clipFailed; then mediaReady or mediaMissing; then soundReady and
/// spectrogramReady, or soundMissing. Sounds of the last few clips are kept, so that going back to one is quick.
class ClipLoader : public QObject {
    Q_OBJECT
public:
    explicit ClipLoader(QObject* parent = nullptr);
    ~ClipLoader() override;

    void load(std::shared_ptr<const Dataset> set, std::size_t clip);
    /// Nothing is chosen any more.
    void clear();

Q_SIGNALS:
    void clipReady(const std::shared_ptr<const mica::Clip>& clip);
    void clipFailed(const QString& reason);
    /// While the missing media of a made clip is rendered.
    void mediaProgress(qint64 done, qint64 total, const QString& text);
    /// frames: when each picture begins; empty where that is not known.
    void mediaReady(const std::filesystem::path& file, const mica::MediaInfo& info, const std::vector<double>& frames);
    void mediaMissing(const QString& reason);
    void soundReady(const std::shared_ptr<const mica::Sound>& sound);
    void spectrogramReady(const std::shared_ptr<const mica::Spectrogram>& spectrogram);
    void soundMissing(const QString& reason);

private:
    void run(const std::shared_ptr<const Dataset>& set, std::size_t clip, std::uint64_t generation,
             const std::stop_token& stop);
    /// A sound and what was computed from it; worker's thread only.
    struct Heard {
        std::filesystem::path file;
        std::filesystem::file_time_type written;
        std::shared_ptr<const Sound> sound;
        std::shared_ptr<const Spectrogram> spectrogram;
    };
    void hear(const std::filesystem::path& file, double duration, std::uint64_t generation,
              const std::stop_token& stop);
    template <typename F>
    void post(std::uint64_t generation, F&& f);

    std::list<Heard> heard_;  // newest first; worker's thread only

    std::uint64_t generation_ = 0;  // interface thread
    std::optional<LatestWorker> worker_;
};

}  // namespace mica
