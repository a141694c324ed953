#include "core/runs/files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "datasets/types/error.h"

namespace mica {
namespace {

/// A file that is written beside its real name; without commit() it vanishes.
class Draft {
public:
    explicit Draft(std::filesystem::path file) : file_(std::move(file)), draft_(file_) {
        draft_ += ".part";
        descriptor_ = ::open(draft_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (descriptor_ < 0) fail();
    }
    ~Draft() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!committed_) ::unlink(draft_.c_str());
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void write(const char* data, std::size_t size) {
        while (size > 0) {
            const ssize_t n = ::write(descriptor_, data, size);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) fail();
            data += n;
            size -= static_cast<std::size_t>(n);
        }
    }
    void commit() {
        if (::fsync(descriptor_) != 0) fail();
        if (::close(std::exchange(descriptor_, -1)) != 0) fail();
        if (::rename(draft_.c_str(), file_.c_str()) != 0) fail();
        committed_ = true;
        // the name itself must survive a power cut too; where folders cannot be synced this is as good as it gets
        if (const int folder = ::open(file_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
            (void)::fsync(folder);
            ::close(folder);
        }
    }

private:
    [[noreturn]] void fail() const {
        const int reason = errno;
        throw Error(std::string("could not be written: ") + std::strerror(reason), file_.string(),
                    reason == ENOSPC || reason == EDQUOT ? "Free some space; what was saved before is untouched"
                                                         : "What was saved before is untouched");
    }
    std::filesystem::path file_, draft_;
    int descriptor_ = -1;
    bool committed_ = false;
};

}  // namespace

void write_whole(const std::filesystem::path& file, const std::vector<std::pair<const void*, std::size_t>>& pieces) {
    Draft draft(file);
    for (const auto& [data, size] : pieces) draft.write(static_cast<const char*>(data), size);
    draft.commit();
}

void write_whole(const std::filesystem::path& file, const std::function<void(const WritePiece&)>& content) {
    Draft draft(file);
    content([&](std::string_view piece) { draft.write(piece.data(), piece.size()); });
    draft.commit();
}

void write_whole(const std::filesystem::path& file, std::string_view text) {
    write_whole(file, {{text.data(), text.size()}});
}

void require_folder_of(const std::filesystem::path& file) {
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    if (!std::filesystem::is_directory(folder, ignored))
        throw Error("the folder is not there", folder.string(), "Make it, or choose another");
}

}  // namespace mica
