// mica-h5-reader FILE: reads a foreign HDF5 file for the program that started it (datasets/store/h5_foreign.h) and may
// die over it. Questions come and answers go through the socket at descriptor 0.
#include <array>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <optional>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "datasets/store/h5_file.h"
#include "datasets/store/h5_wire.h"

namespace {

using namespace mica;
using namespace mica::h5;
using namespace mica::h5::wire;

constexpr std::uint64_t kMiB = 1 << 20;

void limit(int what, std::uint64_t most) {
    const rlimit r{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(what), &r);
}

// The memory that a file of this size may cost; nothing is written anywhere.
void confine(std::uint64_t bytes) {
    unsigned long pages = 0;
    if (std::FILE* f = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(f, "%lu", &pages) != 1) pages = 0;
        std::fclose(f);
    }
    const std::uint64_t now = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    limit(RLIMIT_AS, now + 192 * kMiB + 20 * bytes);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
}

// Processor time for one answer: SIGPROF ends the process.
void allow(std::uint64_t bytes) {
    const std::uint64_t ms = 400 + bytes / (16 * kMiB / 1000);
    itimerval t{};
    t.it_value.tv_sec = static_cast<time_t>(ms / 1000);
    t.it_value.tv_usec = static_cast<suseconds_t>(ms % 1000 * 1000);
    ::setitimer(ITIMER_PROF, &t, nullptr);
}

bool put(const char* p, std::size_t size) {
    while (size > 0) {
        const ssize_t n = ::send(0, p, size, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        p += n;
        size -= static_cast<std::size_t>(n);
    }
    return true;
}

bool get(char* p, std::size_t size) {
    while (size > 0) {
        const ssize_t n = ::recv(0, p, size, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        p += n;
        size -= static_cast<std::size_t>(n);
    }
    return true;
}

template <Number T>
void numbers(const Source& source, const std::string& name, std::size_t first, std::size_t rows, Writer& out) {
    const Node n = source.node(name);
    const std::size_t all = n.shape.empty() ? 1 : n.shape[0];
    if (all == 0 || first > all || rows > all - first) throw Error("field '" + name + "' changed", "");
    const std::size_t at = out.bytes().size();
    out.bytes().resize(at + n.values / all * rows * sizeof(T));
    source.read(name, first, rows, reinterpret_cast<T*>(out.bytes().data() + at));
}

// What HDF5 itself reports as an error is left to the reader that comes after.
template <class Work>
void attempt(const Work& work) {
    try {
        work();
    } catch (const Error&) {
    }
}

// Everything but the bulk of plain values, which no structure can spoil.
void walk(const Source& source) {
    attempt([&] { (void)source.attributes("/"); });
    std::vector<std::string> groups, datasets;
    attempt([&] { groups = source.groups(); });
    attempt([&] { datasets = source.datasets(); });
    for (const std::string& g : groups) attempt([&] { (void)source.attributes(g); });
    for (const std::string& name : datasets) {
        attempt([&] { (void)source.attributes(name); });
        attempt([&] {
            const Node n = source.node(name);
            const bool small = n.values <= kMiB / 16;
            if (n.compressed) allow(n.stored + n.values * sizeof(double));
            if (n.kind == Kind::number && (small || n.compressed)) (void)source.read_all<double>(name, n.shape.size());
            if (n.kind == Kind::text && small) (void)source.read_text(name);
        });
        source.forget(name);
    }
}

void answer(const Source& source, Reader& question, Writer& out) {
    const auto ask = static_cast<Ask>(question.number());
    const std::string name = question.text();
    const std::uint64_t a = question.number(), b = question.number(), type = question.number();
    if (ask == Ask::children) {
        allow(source.bytes());
        for (const std::string& child : source.children(name, a)) out.text(child);
    } else if (ask == Ask::node) {
        const Node n = source.node(name);
        out.number(static_cast<std::uint64_t>(n.kind));
        out.text(n.type);
        out.number(n.bytes);
        out.number(n.values);
        out.number(n.stored);
        out.number(n.compressed);
        for (const std::size_t s : n.shape) out.number(s);
        source.forget(name);
    } else if (ask == Ask::numbers) {
        const Node n = source.node(name);
        allow(n.stored + n.values * sizeof(double));
        if (type == 0) numbers<float>(source, name, a, b, out);
        if (type == 1) numbers<double>(source, name, a, b, out);
        if (type == 2) numbers<std::uint8_t>(source, name, a, b, out);
        if (type == 3) numbers<std::uint32_t>(source, name, a, b, out);
        if (type == 4) numbers<std::uint64_t>(source, name, a, b, out);
        source.forget(name);
    } else if (ask == Ask::strings) {
        allow(source.node(name).stored);
        for (const std::string& s : source.read_strings(name, a, b)) out.text(s);
        source.forget(name);
    } else if (ask == Ask::walk) {
        allow(source.bytes() / 8);
        walk(source);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("mica-h5-reader is started by mica; it has no use of its own\n", stderr);
        return 2;
    }
    std::error_code ec;
    const std::uint64_t bytes = std::filesystem::file_size(argv[1], ec);
    confine(ec ? 0 : bytes);
    std::optional<Source> source;
    std::uint64_t size = 0;
    while (get(reinterpret_cast<char*>(&size), sizeof size)) {
        if (size > kMiB) return 2;
        std::string text(size, '\0');
        if (!get(text.data(), size)) return 2;
        Writer out;
        out.number(0);  // the answer's own size, known at the end
        out.number(static_cast<std::uint64_t>(Answer::good));
        allow(0);
        const auto failed = [&out](const std::string& what, const std::string& where, const std::string& remedy) {
            out.bytes().resize(sizeof(std::uint64_t));
            out.number(static_cast<std::uint64_t>(Answer::error));
            for (const std::string& s : {what, where, remedy}) out.text(s);
        };
        try {
            if (!source) source.emplace(argv[1]);
            Reader question(text);
            answer(*source, question, out);
        } catch (const Error& e) {
            failed(e.reason(), e.where(), e.remedy());
        } catch (const std::bad_alloc&) {
            failed("claims more than the file can hold", "", "Make or copy it again");
        } catch (const std::exception& e) {
            failed(e.what(), "", "");
        }
        ::setitimer(ITIMER_PROF, nullptr, nullptr);
        const std::uint64_t rest = out.bytes().size() - sizeof(std::uint64_t);
        std::memcpy(out.bytes().data(), &rest, sizeof rest);
        if (!put(out.bytes().data(), out.bytes().size())) return 0;
    }
    return 0;
}
