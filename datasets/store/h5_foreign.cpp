#include "datasets/store/h5_foreign.h"

#include <csignal>
#include <mutex>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "datasets/store/h5_wire.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica::h5 {

namespace {

using namespace wire;

// A file is given up after so many failures of its helpers; one that did not come to an end counts for several.
constexpr std::size_t kMostFailures = 16, kEndless = 8;

std::filesystem::path helper() {
    const auto file = own_program().parent_path() / "mica-h5-reader";
    if (::access(file.c_str(), X_OK) != 0)
        throw Error("the helper program that reads foreign HDF5 files is missing", file.string(),
                    "Build it again or put it back beside the program");
    return file;
}

// One running helper and the socket to it.
class Helper {
public:
    explicit Helper(const std::filesystem::path& file) {
        int pair[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
            throw Error("no helper can be started: too many files are open", file.string());
        socket_ = pair[0];
        const std::string program = helper().string(), name = std::filesystem::absolute(file).string();
        const char* const arguments[] = {program.c_str(), name.c_str(), nullptr};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, pair[1], 0);
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions, 3);
        // Ctrl-C reaches the whole group; the helper ends with its socket, not before.
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        sigset_t mask;
        sigemptyset(&mask);
        sigaddset(&mask, SIGINT);
        sigaddset(&mask, SIGTERM);
        posix_spawnattr_setsigmask(&attributes, &mask);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        const int failed = ::posix_spawn(&child_, program.c_str(), &actions, &attributes,
                                         const_cast<char* const*>(arguments), environ);
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
        ::close(pair[1]);
        if (failed != 0) {
            ::close(socket_);
            throw Error("cannot be started", program);
        }
    }
    ~Helper() {
        ::close(socket_);
        if (!ended_) ::kill(child_, SIGKILL);
        if (!ended_) ::waitpid(child_, nullptr, 0);
    }
    Helper(const Helper&) = delete;
    Helper& operator=(const Helper&) = delete;

    bool send(const std::string& message) const {
        Writer size;
        size.number(message.size());
        return put(size.bytes()) && put(message);
    }
    // False where the helper ended before the whole answer was there, or it is longer than `most`.
    bool receive(std::string& message, std::uint64_t most) const {
        std::uint64_t size = 0;
        if (!get(reinterpret_cast<char*>(&size), sizeof size) || size > most) return false;
        message.resize(size);
        return get(message.data(), size);
    }
    // After a request that failed: whether it ran out of processor time, else it crashed.
    bool was_endless() {
        int status = 0;
        ::kill(child_, SIGKILL);
        ::waitpid(child_, &status, 0);
        ended_ = true;
        return WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF;
    }

private:
    bool put(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    bool get(char* to, std::size_t size) const {
        while (size > 0) {
            const ssize_t n = ::recv(socket_, to, size, 0);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return false;
            to += n;
            size -= static_cast<std::size_t>(n);
        }
        return true;
    }

    int socket_ = -1;
    pid_t child_ = -1;
    bool ended_ = false;
};

Error failed(bool endless, const std::string& about, const std::filesystem::path& file) {
    return Error("is damaged" + (about.empty() ? "" : " at '" + about + "'") + ": HDF5 " +
                     (endless ? "does not come to an end with it" : "fails on it"),
                 file.string(), "Make or copy it again");
}

}  // namespace

struct Foreign::State {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    std::mutex mutex;
    std::unique_ptr<Helper> helper;
    std::size_t failures = 0;

    // An answer's payload without its first number. `most`: bytes that the answer may have.
    std::string ask(const std::string& message, const std::string& about, std::uint64_t most) {
        const std::lock_guard lock(mutex);
        if (failures >= kMostFailures)
            throw Error("is damaged in too many places: the rest of it is not read", where());
        if (!helper) helper = std::make_unique<Helper>(path);
        std::string answer;
        if (!helper->send(message) || !helper->receive(answer, most)) {
            const bool endless = helper->was_endless();
            helper.reset();
            failures += endless ? kEndless : 1;
            throw failed(endless, about, path);
        }
        Reader in(answer);
        if (static_cast<Answer>(in.number()) == Answer::good) return std::string(in.rest());
        const std::string what = in.text(), at = in.text(), remedy = in.text();
        throw Error(what, where(), remedy);
    }
    [[nodiscard]] std::string where() const { return path.string(); }
    [[nodiscard]] std::uint64_t most() const { return (std::uint64_t{64} << 20) + 10 * bytes; }
};

namespace {

std::string message(Ask ask, const std::string& name = {}, std::uint64_t a = 0, std::uint64_t b = 0,
                    std::uint64_t size = 0) {
    Writer out;
    out.number(static_cast<std::uint64_t>(ask));
    out.text(name);
    out.number(a);
    out.number(b);
    out.number(size);
    return std::move(out.bytes());
}

// The type as the helper knows it.
template <Number T>
constexpr std::uint64_t code() {
    if constexpr (std::same_as<T, float>)
        return 0;
    else if constexpr (std::same_as<T, double>)
        return 1;
    else if constexpr (std::same_as<T, std::uint8_t>)
        return 2;
    else if constexpr (std::same_as<T, std::uint32_t>)
        return 3;
    else
        return 4;
}

}  // namespace

Foreign::Foreign(std::filesystem::path file) : state_(std::make_unique<State>()) {
    state_->path = std::move(file);
    std::error_code ec;
    const auto size = std::filesystem::file_size(state_->path, ec);
    state_->bytes = ec ? 0 : size;
    (void)state_->ask(message(Ask::open), "", 1 << 16);
}
Foreign::~Foreign() = default;

const std::filesystem::path& Foreign::path() const { return state_->path; }
std::uint64_t Foreign::bytes() const { return state_->bytes; }

std::vector<std::string> Foreign::children(const std::string& group, std::size_t most) const {
    const std::string answer = state_->ask(message(Ask::children, group, most), group, state_->most());
    Reader in(answer);
    std::vector<std::string> names;
    while (!in.rest().empty()) names.push_back(in.text());
    return names;
}

Node Foreign::node(const std::string& dataset) const {
    const std::string answer = state_->ask(message(Ask::node, dataset), dataset, 1 << 20);
    Reader in(answer);
    Node n;
    n.path = dataset;
    n.kind = static_cast<Kind>(in.number());
    n.type = in.text();
    n.bytes = in.number();
    n.values = in.number();
    n.stored = in.number();
    n.compressed = in.number() != 0;
    while (!in.rest().empty()) n.shape.push_back(in.number());
    return n;
}

template <Number T>
std::vector<T> Foreign::read(const std::string& dataset, std::size_t first, std::size_t rows) const {
    const Node n = node(dataset);
    const std::size_t all = n.shape.empty() ? 1 : n.shape[0];
    if (n.kind != Kind::number || first > all || rows > all - first)
        throw Error("field '" + dataset + "' does not hold these numbers", path().string());
    if (rows == 0) return {};
    const std::size_t row = n.values / all;
    std::size_t count = 0, size = 0;
    if (__builtin_mul_overflow(row, rows, &count) || __builtin_mul_overflow(count, sizeof(T), &size) ||
        size > state_->most())
        throw Error("field '" + dataset + "' claims more values than the file can hold", path().string());
    const std::string answer =
        state_->ask(message(Ask::numbers, dataset, first, rows, code<T>()), dataset, size + sizeof(std::uint64_t));
    if (answer.size() != size) throw Error("field '" + dataset + "' changed while it was read", path().string());
    std::vector<T> out(count);
    std::memcpy(out.data(), answer.data(), size);
    return out;
}

std::vector<std::string> Foreign::read_strings(const std::string& dataset, std::size_t first, std::size_t rows) const {
    const std::string answer = state_->ask(message(Ask::strings, dataset, first, rows), dataset, state_->most());
    Reader in(answer);
    std::vector<std::string> out;
    while (!in.rest().empty()) out.push_back(in.text());
    if (out.size() != rows) throw Error("field '" + dataset + "' changed while it was read", path().string());
    return out;
}

#define MICA_H5_TYPE(T) template std::vector<T> Foreign::read<T>(const std::string&, std::size_t, std::size_t) const;
MICA_H5_TYPE(float)
MICA_H5_TYPE(double)
MICA_H5_TYPE(std::uint8_t)
MICA_H5_TYPE(std::uint32_t)
MICA_H5_TYPE(std::uint64_t)

void examine(const std::filesystem::path& file) {
    Helper one(file);
    std::string answer;
    if (!one.send(message(Ask::walk)) || !one.receive(answer, 1 << 16)) throw failed(one.was_endless(), "", file);
}

}  // namespace mica::h5
