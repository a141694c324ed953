#include "datasets/pickle/writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "datasets/types/error.h"

namespace mica::pickle {

static_assert(std::endian::native == std::endian::little, "values are written as they lie");

struct Writer::State {
    std::filesystem::path file, part;
    int descriptor = -1;
    std::string buffer;
    std::uint64_t expected = 0;  // bytes that an array still needs

    [[noreturn]] void failed(const char* what) const {
        throw Error(std::string(what) + " (" + std::strerror(errno) + ")", file.string(),
                    "Make room on the disk or choose another folder");
    }
    void flush() {
        write(buffer.data(), buffer.size());
        buffer.clear();
    }
    void write(const char* data, std::size_t size) const {
        while (size > 0) {
            const ssize_t n = ::write(descriptor, data, size);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) failed("cannot be written");
            data += n;
            size -= static_cast<std::size_t>(n);
        }
    }
    void put(std::string_view bytes) {
        if (bytes.size() >= kBuffer) {
            flush();
            write(bytes.data(), bytes.size());
            return;
        }
        buffer += bytes;
        if (buffer.size() >= kBuffer) flush();
    }
    void little(std::uint64_t v, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i) buffer += static_cast<char>(v >> (8 * i));
    }
    void text(std::string_view s) {
        buffer += '\x8d';  // BINUNICODE8
        little(s.size(), 8);
        put(s);
    }
    void count(std::uint64_t v) {  // LONG1 of eight bytes and one for the sign
        buffer += "\x8a\x09";
        little(v, 8);
        buffer += '\0';
    }
    void discard() {
        if (descriptor < 0) return;
        ::close(descriptor);
        descriptor = -1;
        std::error_code ec;
        std::filesystem::remove(part, ec);
    }
    static constexpr std::size_t kBuffer = 1 << 20;
};

Writer::Writer(std::filesystem::path file) : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.file = std::move(file);
    std::error_code ec;
    const auto folder = std::filesystem::absolute(s.file).parent_path();
    std::filesystem::create_directories(folder, ec);
    if (ec) throw Error("cannot be made (" + ec.message() + ")", folder.string(), "Choose a folder you may write to");
    if (std::filesystem::is_directory(s.file)) throw Error("is a folder, not a file", s.file.string());
    s.part = folder / ("." + s.file.filename().string() + "." + std::to_string(::getpid()) + ".part");
    s.descriptor = ::open(s.part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (s.descriptor < 0) s.failed("cannot be written");
    s.buffer = "\x80\x04";  // PROTO 4
}

Writer::~Writer() {
    if (state_) state_->discard();
}

void Writer::begin_dict() { state_->buffer += "}("; }  // EMPTY_DICT MARK
void Writer::end_dict() { state_->buffer += 'u'; }     // SETITEMS
void Writer::key(std::string_view name) { state_->text(name); }

void Writer::texts(const std::vector<std::string>& all) {
    state_->buffer += "](";  // EMPTY_LIST MARK
    for (const std::string& t : all) state_->text(t);
    state_->put("e");  // APPENDS
}

// numpy's own way: _reconstruct(ndarray, (0,), b'b'), then the state (1, shape, dtype, fortran, bytes).
void Writer::begin_array(std::string_view type, const std::vector<std::size_t>& shape) {
    State& s = *state_;
    s.put("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\n");
    s.buffer.append(
        "K\0\x85"
        "C\x01"
        "b\x87R(K\x01",
        11);
    s.buffer += '(';
    std::uint64_t size = 1, item = 0;
    std::from_chars(type.data() + 1, type.data() + type.size(), item);
    for (const std::size_t n : shape) {
        s.count(n);
        size *= n;
    }
    s.buffer += 't';
    s.put("cnumpy\ndtype\n");
    s.text(type);
    s.buffer += "\x89\x88\x87R(K\x03";
    s.text(type[0] == 'S' || item == 1 ? "|" : "<");
    s.buffer += "NNN";
    if (type[0] == 'S') {
        s.count(item);
        s.buffer += "K\x01";
    } else {
        s.buffer += "J\xff\xff\xff\xffJ\xff\xff\xff\xff";
    }
    s.buffer.append("K\0tb\x89\x8e", 6);  // .. flags, BUILD, C order, BINBYTES8
    s.expected = size * item;
    s.little(s.expected, 8);
}

void Writer::values(const void* data, std::size_t bytes) {
    if (bytes > state_->expected) throw Error("would get more values than its array has", state_->file.string());
    state_->expected -= bytes;
    state_->put({static_cast<const char*>(data), bytes});
}

void Writer::end_array() {
    if (state_->expected != 0) throw Error("would get fewer values than its array has", state_->file.string());
    state_->put("tb");
}

void Writer::finish() {
    State& s = *state_;
    s.buffer += '.';
    s.flush();
    if (::fsync(s.descriptor) != 0) s.failed("cannot be written");
    if (::close(s.descriptor) != 0) {
        s.descriptor = -1;
        s.failed("cannot be written");
    }
    s.descriptor = -1;
    std::error_code ec;
    std::filesystem::rename(s.part, s.file, ec);
    if (!ec) return;
    const std::string why = ec.message();
    std::filesystem::remove(s.part, ec);
    throw Error("cannot be put in place (" + why + ")", s.file.string());
}

}  // namespace mica::pickle
