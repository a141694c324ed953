#include "datasets/store/part_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <utility>

#include "datasets/types/error.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

// 0, or why it is not sure to be on the disk.
int synced(const fs::path& path, int flags) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    const int code = fd < 0 || ::fsync(fd) != 0 ? errno : 0;
    if (fd >= 0) ::close(fd);
    return code;
}

}  // namespace

PartFile::PartFile(fs::path file) : file_(std::move(file)) {
    std::error_code ignored;
    if (fs::is_directory(file_, ignored)) throw Error("is a folder, not a file", file_.string());
    part_ = fs::absolute(file_).parent_path() /
            ("." + file_.filename().string() + "." + std::to_string(::getpid()) + ".part");
}

PartFile::~PartFile() { discard(); }

void PartFile::discard() const {
    std::error_code ignored;
    fs::remove(part_, ignored);
}

void PartFile::put_in_place() {
    if (const int code = synced(part_, 0); code != 0)
        throw Error(std::string("cannot be written (") + std::strerror(code) + ")", file_.string(),
                    "Make room on the disk or choose another folder");
    std::error_code ec;
    fs::rename(part_, file_, ec);
    if (ec) throw Error("cannot be put in place (" + ec.message() + ")", file_.string());
    (void)synced(part_.parent_path(), O_DIRECTORY);  // some network drives cannot: no reason to fail
}

}  // namespace mica
