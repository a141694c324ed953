#include "datasets/pickle/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "datasets/types/error.h"

namespace mica::pickle {

Source::Source(const std::filesystem::path& file) : name_(file.string()) {
    file_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0) throw Error(std::string("cannot be opened (") + std::strerror(errno) + ")", name_);
    struct stat facts {};
    if (::fstat(file_, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(file_);
        throw Error("is not a file", name_);
    }
    size_ = static_cast<std::uint64_t>(facts.st_size);
}

Source::Source(std::vector<std::uint8_t> bytes, std::string name)
    : name_(std::move(name)), bytes_(std::move(bytes)), size_(bytes_.size()) {}

Source::~Source() {
    if (file_ >= 0) ::close(file_);
}

void Source::read(std::uint64_t offset, std::size_t count, void* out) const {
    if (offset > size_ || count > size_ - offset)
        throw Error("ends too early, at byte " + std::to_string(size_), name_, "Copy it again");
    if (file_ < 0) {
        std::copy_n(bytes_.data() + offset, count, static_cast<std::uint8_t*>(out));
        return;
    }
    auto* to = static_cast<char*>(out);
    while (count > 0) {
        const ssize_t n = ::pread(file_, to, count, static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw Error(std::string("cannot be read (") + std::strerror(errno) + ")", name_);
        if (n == 0) throw Error("became shorter while it was read", name_);
        to += n;
        offset += static_cast<std::uint64_t>(n);
        count -= static_cast<std::size_t>(n);
    }
}

}  // namespace mica::pickle
