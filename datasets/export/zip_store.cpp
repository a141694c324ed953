#include "datasets/export/zip_store.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "datasets/types/error.h"

namespace mica {
namespace {

// Fields of the format, lowest byte first; names as in APPNOTE.TXT.
struct Bytes {
    std::string all;
    void number(std::uint64_t v, int bytes) {
        for (int i = 0; i < bytes; ++i) all.push_back(static_cast<char>(v >> (8 * i)));
    }
    void u16(std::uint64_t v) { number(v, 2); }
    void u32(std::uint64_t v) { number(v, 4); }
    void u64(std::uint64_t v) { number(v, 8); }
};

constexpr std::uint64_t kVersion = 45;           // the first with zip64
constexpr std::uint64_t kUtf8 = 1 << 11;         // names are UTF-8
constexpr std::uint64_t kDate = 1 << 5 | 1;      // 1 January 1980: the same set gives the same bytes
constexpr std::uint64_t kSeeExtra = 0xffffffff;  // the number stands in the zip64 field

}  // namespace

ZipStore::ZipStore(std::filesystem::path file) : file_(std::move(file)) {
    std::error_code ec;
    if (std::filesystem::is_directory(file_, ec)) throw Error("is a folder, not a file", file_.string());
    const std::filesystem::path folder = std::filesystem::absolute(file_).parent_path();
    std::filesystem::create_directories(folder, ec);
    part_ = folder / ("." + file_.filename().string() + "." + std::to_string(::getpid()) + ".part");
    fd_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd_ < 0) fail();
}

ZipStore::~ZipStore() {
    if (fd_ < 0) return;
    ::close(fd_);
    ::unlink(part_.c_str());
}

void ZipStore::fail() const {
    throw Error(std::string("cannot be written (") + std::strerror(errno) + ")", file_.string(),
                "Make room on the disk or choose another folder");
}

void ZipStore::put(std::uint64_t at, const void* data, std::size_t size) {
    const char* p = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t n = ::pwrite(fd_, p, size, static_cast<off_t>(at));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) fail();
        p += n;
        at += static_cast<std::uint64_t>(n);
        size -= static_cast<std::size_t>(n);
    }
}

std::string ZipStore::local_header(const Member& m) {
    Bytes b;
    b.u32(0x04034b50);
    b.u16(kVersion);
    b.u16(kUtf8);
    b.u16(0);  // stored
    b.u16(0);
    b.u16(kDate);
    b.u32(m.checksum);
    b.u32(kSeeExtra);
    b.u32(kSeeExtra);
    b.u16(m.name.size());
    b.u16(20);
    b.all += m.name;
    b.u16(1);  // zip64: size as it was, size here
    b.u16(16);
    b.u64(m.size);
    b.u64(m.size);
    return b.all;
}

std::size_t ZipStore::add(const std::string& name, std::uint64_t size) {
    Member m;
    m.name = name;
    m.header = end_;
    m.data = end_ + local_header(m).size();
    m.size = size;
    m.checksum = static_cast<std::uint32_t>(::crc32(0, nullptr, 0));
    end_ = m.data + size;
    members_.push_back(m);
    return members_.size() - 1;
}

void ZipStore::write(std::size_t member, const void* data, std::size_t size) {
    Member& m = members_.at(member);
    if (size > m.size - m.written) throw Error("more was written than '" + m.name + "' has room for", file_.string());
    put(m.data + m.written, data, size);
    m.written += size;
    const auto* p = static_cast<const Bytef*>(data);
    while (size > 0) {
        const auto n = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
        m.checksum = static_cast<std::uint32_t>(::crc32(m.checksum, p, n));
        p += n;
        size -= n;
    }
}

void ZipStore::finish() {
    Bytes b;
    for (const Member& m : members_) {
        if (m.written != m.size) throw Error("'" + m.name + "' was not written whole", file_.string());
        const std::string header = local_header(m);
        put(m.header, header.data(), header.size());
        b.u32(0x02014b50);
        b.u16(kVersion);
        b.u16(kVersion);
        b.u16(kUtf8);
        b.u16(0);
        b.u16(0);
        b.u16(kDate);
        b.u32(m.checksum);
        b.u32(kSeeExtra);
        b.u32(kSeeExtra);
        b.u16(m.name.size());
        b.u16(28);
        b.u16(0);  // no comment
        b.u16(0);
        b.u16(0);
        b.u32(0);
        b.u32(kSeeExtra);
        b.all += m.name;
        b.u16(1);
        b.u16(24);
        b.u64(m.size);
        b.u64(m.size);
        b.u64(m.header);
    }
    const std::uint64_t directory = b.all.size(), count = members_.size();
    b.u32(0x06064b50);  // zip64 end of the directory
    b.u64(44);
    b.u16(kVersion);
    b.u16(kVersion);
    b.u32(0);
    b.u32(0);
    b.u64(count);
    b.u64(count);
    b.u64(directory);
    b.u64(end_);
    b.u32(0x07064b50);  // where that stands
    b.u32(0);
    b.u64(end_ + directory);
    b.u32(1);
    b.u32(0x06054b50);  // end of the directory in the old form
    b.u16(0);
    b.u16(0);
    b.u16(0xffff);
    b.u16(0xffff);
    b.u32(kSeeExtra);
    b.u32(kSeeExtra);
    b.u16(0);
    put(end_, b.all.data(), b.all.size());
    if (::fsync(fd_) != 0) fail();
    if (::rename(part_.c_str(), file_.c_str()) != 0) fail();
    ::close(fd_);
    fd_ = -1;
}

}  // namespace mica
