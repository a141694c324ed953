// Drives one fuzz target: every file of the corpus, then mutations of them, each held to a second of processor time and
// to ten times its size + 64 MiB of memory.
//
//   fuzz-NAME [--runs N] [--seed S] [--first I] [--dictionary FILE] [--keep FOLDER] [--go-on] CORPUS...
//
// The inputs run in a child process. When it dies, for whatever reason, the parent writes the input that it was at to
// FOLDER (the current one without --keep), says its name and ends with 1; with --go-on it starts another child at the
// next input, up to twenty times.
#include <signal.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cinttypes>
#include <cstring>
#include <exception>

#include "mutate.h"
#include "target.h"

// Of the sanitizers' run time; g++ brings no header for these.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*on_malloc)(const volatile void*, std::size_t),
                                                         void (*on_free)(const volatile void*));
extern "C" std::size_t __sanitizer_get_allocated_size(const volatile void*);

namespace {

constexpr std::size_t kLargestFile = std::size_t{8} << 20, kLeast = std::size_t{64} << 10;
constexpr std::int64_t kMemory = std::int64_t{64} << 20;
constexpr int kSeconds = 1, kWait = 60, kMostKept = 20;

struct Options {
    std::uint64_t runs = 0, seed = 1, first = 0;
    std::filesystem::path dictionary, keep = ".";
    bool go_on = false;
    std::vector<std::filesystem::path> corpus;
};

// What parent and child share.
struct Board {
    std::atomic<std::uint64_t> next;                    // of all inputs: the corpus first
    std::atomic<std::int64_t> largest_growth, slowest;  // bytes, microseconds
    std::size_t size;
    char reason[200];
    std::uint8_t bytes[kLargestFile];
};
Board* board = nullptr;

// Bytes that are allocated, C libraries' too, while an input runs.
thread_local bool counting = true;
std::atomic<std::int64_t> live{0}, peak{0}, limit{INT64_MAX};

[[noreturn]] void give_up(const char* reason) {
    std::snprintf(board->reason, sizeof board->reason, "%s", reason);
    ::_exit(99);
}

void on_malloc(const volatile void*, std::size_t size) {
    if (!counting) return;
    const std::int64_t now = live += static_cast<std::int64_t>(size);
    if (now > peak) peak = now;
    if (now <= limit) return;
    counting = false;
    std::snprintf(board->reason, sizeof board->reason,
                  "took %" PRId64 " bytes of memory, more than 10 times its size + 64 MiB", now);
    ::_exit(99);
}

void on_free(const volatile void* p) {
    if (counting && p) live -= static_cast<std::int64_t>(__sanitizer_get_allocated_size(p));
}

void on_time(int signal) {
    give_up(signal == SIGPROF ? "took more than a second of processor time" : "did not end within a minute");
}

void set_timers(int processor, int wall) {
    const itimerval a{{0, 0}, {processor, 0}}, b{{0, 0}, {wall, 0}};
    ::setitimer(ITIMER_PROF, &a, nullptr);
    ::setitimer(ITIMER_REAL, &b, nullptr);
}

std::int64_t processor_time() {
    timespec t{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return std::int64_t{t.tv_sec} * 1'000'000 + t.tv_nsec / 1000;
}

// An exception that gets out of a target ends the program: the reader promised mica::Error.
void call(const std::uint8_t* data, std::size_t size) noexcept {
    try {
        LLVMFuzzerTestOneInput(data, size);
    } catch (const std::exception& e) {
        give_up((std::string("threw another exception than mica::Error: ") + e.what()).c_str());
    }
}

void run(const std::string& input) {
    board->size = std::min(input.size(), kLargestFile);
    std::memcpy(board->bytes, input.data(), board->size);
    // In a block of its own size, so that a byte read past its end is seen.
    const std::vector<std::uint8_t> data(board->bytes, board->bytes + board->size);
    // A reader may fill tables of its own the first time, but it must not grow each time.
    for (int round = 0; round < 4; ++round) {
        live = peak = 0;
        limit = kMemory + 10 * static_cast<std::int64_t>(data.size());
        const std::int64_t start = processor_time();
        set_timers(kSeconds, kWait);
        call(data.data(), data.size());
        set_timers(0, 0);
        limit = INT64_MAX;
        board->slowest = std::max<std::int64_t>(board->slowest, processor_time() - start);
        board->largest_growth = std::max<std::int64_t>(board->largest_growth, peak);
        if (live <= 0) return;
    }
    give_up("leaves memory behind each time");
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string s{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    fuzz::require(in.good() || in.eof(), "a file of the corpus can be read");
    fuzz::require(s.size() <= kLargestFile, "a file of the corpus has at most 8 MiB");
    return s;
}

[[noreturn]] void child(const Options& options, const std::vector<std::string>& corpus) {
    std::size_t largest = kLeast;
    for (const auto& s : corpus) largest = std::max(largest, 2 * s.size());
    const fuzz::Mutator mutator(corpus, fuzz::read_dictionary(options.dictionary), options.seed,
                                std::min(largest, kLargestFile));
    __sanitizer_install_malloc_and_free_hooks(on_malloc, on_free);
    ::signal(SIGPROF, on_time);
    ::signal(SIGALRM, on_time);
    for (std::uint64_t i; (i = board->next) < corpus.size() + options.runs; ++board->next)
        run(i < corpus.size() ? corpus[i] : mutator.input(options.first + i - corpus.size()));
    std::exit(0);  // looks for leaks
}

// The name tells the content: the same input is kept once.
std::filesystem::path keep(const Options& options) {
    std::uint64_t h = 0xcbf29ce484222325ULL;
    for (std::size_t i = 0; i < board->size; ++i) h = (h ^ board->bytes[i]) * 0x100000001b3ULL;
    char name[32];
    std::snprintf(name, sizeof name, "broke-%08" PRIx64, h >> 32);
    const auto path = options.keep / name;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(board->bytes), static_cast<std::streamsize>(board->size));
    return path;
}

Options parse(int argc, char** argv) {
    Options o;
    for (int i = 1; i < argc; ++i) {
        const std::string_view a = argv[i];
        const auto value = [&] {
            fuzz::require(i + 1 < argc, "an option has a value");
            return argv[++i];
        };
        if (a == "--runs")
            o.runs = std::stoull(value());
        else if (a == "--seed")
            o.seed = std::stoull(value());
        else if (a == "--first")
            o.first = std::stoull(value());
        else if (a == "--dictionary")
            o.dictionary = value();
        else if (a == "--keep")
            o.keep = value();
        else if (a == "--go-on")
            o.go_on = true;
        else
            o.corpus.emplace_back(a);
    }
    return o;
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = parse(argc, argv);
    std::vector<std::filesystem::path> files;
    for (const auto& place : options.corpus) {
        fuzz::require(std::filesystem::exists(place), "the corpus is there");
        if (!std::filesystem::is_directory(place)) files.push_back(place);
        if (std::filesystem::is_directory(place))
            for (const auto& entry : std::filesystem::directory_iterator(place))
                if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> corpus;
    for (const auto& f : files) corpus.push_back(read(f));
    void* shared = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    fuzz::require(shared != MAP_FAILED, "memory can be shared");
    board = new (shared) Board{};

    // The child's temporary files lie in memory where they can, and go when it is gone.
    const std::filesystem::path memory = "/dev/shm";
    std::string folder =
        ((::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path()) / "mica-fuzz-XXXXXX")
            .string();
    fuzz::require(::mkdtemp(folder.data()) != nullptr, "a temporary folder can be made");
    ::setenv("TMPDIR", folder.c_str(), 1);

    int broken = 0;
    while (broken < kMostKept) {
        std::fflush(nullptr);
        const pid_t pid = ::fork();
        fuzz::require(pid >= 0, "a process can be started");
        if (pid == 0) child(options, corpus);
        int status = 0;
        ::waitpid(pid, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) break;
        ++broken;
        const std::uint64_t at = board->next;
        std::string reason = board->reason;
        if (reason.empty() && WIFSIGNALED(status)) reason = "ended by signal " + std::to_string(WTERMSIG(status));
        if (reason.empty()) reason = "ended with " + std::to_string(WEXITSTATUS(status)) + " (see above)";
        if (at >= corpus.size() + options.runs) {
            std::fprintf(stderr, "after the last input: %s\n", reason.c_str());
            break;
        }
        const std::string name = at < corpus.size() ? files[at].string() : keep(options).string();
        std::fprintf(stderr, "%s: %s (input %" PRIu64 ", seed %" PRIu64 ")\n", name.c_str(), reason.c_str(), at,
                     options.seed);
        if (!options.go_on) break;
        board->reason[0] = 0;
        ++board->next;
    }
    std::error_code ec;
    std::filesystem::remove_all(folder, ec);
    const std::uint64_t done = std::min<std::uint64_t>(board->next, corpus.size() + options.runs);
    std::printf("%" PRIu64
                " inputs (%zu of the corpus), %d broke something; slowest %.3f s of processor time, most "
                "memory %.1f MiB\n",
                done, corpus.size(), broken, static_cast<double>(board->slowest) / 1e6,
                static_cast<double>(board->largest_growth) / 1048576);
    return broken ? 1 : 0;
}
