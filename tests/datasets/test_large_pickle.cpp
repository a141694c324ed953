// labels: slow serial
// A pickle of 4 GB is imported in little memory; how fast is printed beside plain reading of the same file.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>

#include "datasets/import/pickle.h"
#include "datasets/pickle/writer.h"
#include "datasets/store/store.h"
#include "made_clips.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

constexpr std::size_t kSamples = 14500;
std::size_t length(std::size_t i, std::size_t steps) { return 1 + (i * 7919) % steps; }

void write_large(const fs::path& file) {
    pickle::Writer w(file);
    w.begin_dict();
    w.key("train");
    w.begin_dict();
    std::uint32_t state = 1;
    const auto stream = [&](const char* name, std::size_t steps, std::size_t features) {
        w.key(name);
        w.begin_array("f4", {kSamples, steps, features});
        std::vector<float> sample(steps * features);
        for (std::size_t i = 0; i < kSamples; ++i) {
            std::fill(sample.begin(), sample.end(), 0.0f);
            for (std::size_t k = (steps - length(i, steps)) * features; k < sample.size(); ++k) {
                state = state * 1664525u + 1013904223u;
                sample[k] = static_cast<float>(state >> 8) + 1;
            }
            w.values(sample.data(), sample.size() * sizeof(float));
        }
        w.end_array();
    };
    stream("vision", 500, 35);
    stream("audio", 500, 74);
    stream("text", 50, 300);
    w.key("labels");
    w.array("f4", {kSamples, 1, 1}, std::vector<float>(kSamples, 0.5f));
    w.end_dict();
    w.end_dict();
    w.finish();
}

// The next reader finds nothing of the file in memory.
void forget(const fs::path& file) {
    const int fd = ::open(file.c_str(), O_RDONLY);
    ASSERT_GE(fd, 0);
    ::fsync(fd);
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    ::close(fd);
}

TEST(LargePickle, NeedsLittleMemory) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer needs memory of its own";
#endif
    const made::Folder folder;
    if (fs::space(folder.path).available < (std::uintmax_t{12} << 30))
        GTEST_SKIP() << "less than 12 GB of disk are free";
    const fs::path file = folder / "large.pkl";
    write_large(file);
    const auto bytes = fs::file_size(file);
    ASSERT_GT(bytes, std::uintmax_t{4'000'000'000});

    forget(file);
    auto start = Clock::now();
    {
        std::vector<char> buffer(1 << 20);
        std::ifstream in(file, std::ios::binary);
        in.rdbuf()->pubsetbuf(nullptr, 0);
        while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()))) {
        }
    }
    const double plain = since(start);

    forget(file);
    PickleOptions options;
    options.file = file;
    start = Clock::now();
    const ImportSummary summary = import_pickle(options, folder / "large.h5", no_progress, {});
    const double import = since(start);

    const auto set = open_set(folder / "large.h5");
    ASSERT_EQ(set->size(), kSamples);
    for (const std::size_t i : {std::size_t{0}, kSamples / 2, kSamples - 1}) {
        EXPECT_EQ(set->clips()[i].steps[0], length(i, 50));
        EXPECT_EQ(set->clips()[i].steps[1], length(i, 500));
        EXPECT_EQ(set->clips()[i].steps[2], length(i, 500));
    }
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%.2f GB: plain reading %.1f s, import %.1f s, at most %.0f MiB of memory\n",
                static_cast<double>(bytes) / 1e9, plain, import, static_cast<double>(used.ru_maxrss) / 1024);
    EXPECT_LT(used.ru_maxrss, 1024 * 1024);
}

}  // namespace
