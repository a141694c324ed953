#include "core/sweeps/read_sweep.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "core/sweeps/sweep_json.h"
#include "core/sweeps/sweep_lock.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargest = std::uintmax_t{1} << 30;

struct flock whole_file() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

}  // namespace

SweepLock::SweepLock(const fs::path& folder) {
    const fs::path file = folder / "sweep.toml";
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor_ < 0) throw Error(std::string("cannot be opened: ") + std::strerror(errno), file.string());
    struct flock lock = whole_file();
    if (::fcntl(descriptor_, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES)) return;
    ::close(descriptor_);  // a file system without locks gives it to everyone
    throw Error("a sweep is at work on it at this moment", folder.string(),
                "Follow it with mica sweep show, or stop it with mica sweep stop");
}

SweepLock::~SweepLock() { ::close(descriptor_); }

bool is_sweeping(const fs::path& folder) {
    const int file = ::open((folder / "sweep.toml").c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    struct flock lock = whole_file();
    const bool known = ::fcntl(file, F_OFD_GETLK, &lock) == 0;
    ::close(file);
    return known && lock.l_type != F_UNLCK;
}

SweepReport read_sweep(const fs::path& folder) {
    const fs::path file = folder / "sweep.json";
    const bool at_work = is_sweeping(folder);  // before reading: what ends in between has written its last word
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) throw Error("holds no sweep (there is no sweep.json)", folder.string(), "Name a folder of mica sweep");
    if (size > kLargest) throw Error("is too large to be a sweep's report", file.string());
    std::ifstream in(file, std::ios::binary);
    SweepReport report;
    try {
        const nlohmann::json json = nlohmann::json::parse(in);
        if (!json.is_object() || json.value("format", std::string()) != "mica-sweep-1")
            throw Error("is of an unknown format", file.string(), "Read it with the version that wrote it");
        report = sweep_of(json);
    } catch (const nlohmann::json::exception&) {
        throw Error("is damaged", file.string(), "mica sweep --resume writes it anew");
    }
    report.folder = fs::absolute(folder).lexically_normal().string();
    for (SweepTrial& t : report.trials) {
        if (t.state == SweepTrial::State::running && !at_work) t.state = SweepTrial::State::stopped;
        // a sweep may be copied: its runs lie in it
        if (!t.run.empty()) t.run = trial_folder(report.folder, t.number).string();
    }
    return report;
}

fs::path trial_folder(const fs::path& sweep, int number) {
    char name[16];
    std::snprintf(name, sizeof name, "%03d", number);
    return sweep / "trials" / name;
}

fs::path trial_stop_file(const fs::path& sweep, int number) { return trial_folder(sweep, number).string() + ".stop"; }

fs::path sweep_stop_file(const fs::path& sweep) { return sweep / "stop"; }

}  // namespace mica
