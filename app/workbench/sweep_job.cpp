#include "app/workbench/sweep_job.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <signal.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "app/workbench/words.h"
#include "core/sweeps/read_sweep.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLook{100};  // a window that closes waits so long at most

struct SweepJob {
    Q_DECLARE_TR_FUNCTIONS(mica::SweepJob)
};

// One that has ended and that nobody waited for does not run.
bool runs(qint64 pid) {
    if (::kill(static_cast<pid_t>(pid), 0) != 0) return false;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly)) return true;
    const QByteArray text = stat.readAll();
    const auto name_end = text.lastIndexOf(')');  // the name may hold anything
    return name_end < 0 || text.mid(name_end + 2, 1) != "Z";
}

// What the program said last that was meant for a person.
QString last_words(const QString& log) {
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly)) return {};
    if (file.size() > 65536) file.seek(file.size() - 65536);
    QString said;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        said = line;
    return said.startsWith(QLatin1String("mica: ")) ? said.mid(6) : said;
}

bool has_ended(const SweepTrial& t) {
    return t.state == SweepTrial::State::complete || t.state == SweepTrial::State::pruned ||
           t.state == SweepTrial::State::failed || (t.state == SweepTrial::State::stopped && !t.ended.empty());
}

int ended_of(const SweepReport& report) {
    return static_cast<int>(std::count_if(report.trials.begin(), report.trials.end(), has_ended));
}

bool is_running(const SweepTrial& t) { return t.state == SweepTrial::State::running; }

QString told(const SweepReport& report) {
    const auto running = std::count_if(report.trials.begin(), report.trials.end(), is_running);
    return SweepJob::tr("%1 of %2 trials, %3 running")
        .arg(QString::number(ended_of(report)), QString::number(report.planned), QString::number(running));
}

}  // namespace

QString sweep_program() {
    const QString named = qEnvironmentVariable("MICA_PROGRAM");
    return named.isEmpty() ? text_of(own_program().parent_path() / "mica") : named;
}

QStringList sweep_arguments(const SweepWish& wish, bool plan) {
    QStringList all{QStringLiteral("sweep")};
    if (wish.file.empty())
        all << QStringLiteral("--resume") << text_of(wish.folder);
    else
        all << text_of(wish.file) << QStringLiteral("--data") << text_of(wish.data);
    if (!wish.file.empty() && !plan) all << QStringLiteral("--out") << text_of(wish.folder);
    if (!wish.preset.empty()) all << QStringLiteral("--preset") << text_of(wish.preset);
    for (const auto& [name, value] :
         {std::pair{"--trials", wish.trials}, {"--parallel", wish.parallel}, {"--cores", wish.cores}})
        if (value > 0) all << QLatin1String(name) << QString::number(value);
    if (plan) all << QStringLiteral("--dry-run");
    return all;
}

void follow_sweep(const SweepWish& wish, const SweepLeash& leash, const Progress& progress,
                  const std::stop_token& stop) {
    const fs::path logs = cache_home() / "sweeps";
    fs::create_directories(logs);
    const QString log = text_of(logs / (wish.folder.filename().string() + ".log"));
    QProcess process;
    process.setProgram(sweep_program());
    process.setArguments(sweep_arguments(wish, false));
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(log);
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        throw Error("cannot be started", sweep_program().toStdString(), "Build or install the program mica");
    progress(0, 0, SweepJob::tr("starting").toStdString());
    std::optional<fs::file_time_type> seen;
    std::optional<int> before;
    bool asked = false;
    while (runs(pid)) {
        const SweepLeash::End end = leash.end;
        if (end == SweepLeash::End::go_on) return;
        if (!asked && (stop.stop_requested() || end == SweepLeash::End::stop)) {
            asked = true;
            ::kill(static_cast<pid_t>(pid), SIGTERM);  // it saves first
        }
        if (end == SweepLeash::End::stop) throw Cancelled();
        std::error_code none;
        const auto time = fs::last_write_time(wish.folder / "sweep.json", none);
        if (!none && (!seen || time != *seen)) {
            seen = time;
            try {
                const SweepReport report = read_sweep(wish.folder);
                const QString text = asked ? SweepJob::tr("stopping and saving") : told(report);
                if (!before) before = ended_of(report);  // of a sweep that is gone on with: time left is of the rest
                progress(ended_of(report) - *before, report.planned - *before, text.toStdString());
            } catch (const std::exception&) {  // its own end tells more
            }
        }
        std::this_thread::sleep_for(kLook);
    }
    if (asked) throw Cancelled();
    const QString said = last_words(log);
    std::optional<SweepReport> report;
    try {
        report = read_sweep(wish.folder);
    } catch (const std::exception&) {
    }
    if (report && report->best && ended_of(*report) >= report->planned) return;
    if (report && ended_of(*report) < report->planned && said.startsWith(QLatin1String("stopped"))) throw Cancelled();
    throw Error((said.isEmpty() ? SweepJob::tr("The sweep ended without a word") : said).toStdString(), "", "");
}

}  // namespace mica
