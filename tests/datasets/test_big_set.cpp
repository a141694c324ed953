// labels: slow
// A set as large as CMU-MOSEI (23,000 clips) opens without its values and is browsed in little memory, one read per
// stream and clip. Some 300 MB by default; MICA_BIG=6000 makes one of 6,000 MB. MICA_BIG_FILE=FILE keeps it there, and
// uses what is there already: times with a cold cache are measured so.
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"
#include "tests/datasets/made_clips.h"

using namespace mica;

namespace {

constexpr std::size_t kClips = 23000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // memory is then the sanitizer's
#else
constexpr bool kSanitized = false;
#endif

double megabytes() {
    const char* big = std::getenv("MICA_BIG");
    return big ? std::max(100.0, std::atof(big)) : 300;
}

/// Features as MOSEI's: 300 values a word, FACET's 35 and COVAREP's 74; `share` of its lengths.
void write(const std::filesystem::path& file, double share) {
    DatasetInfo d;
    d.name = "as large as MOSEI";
    d.origin = "test";
    d.task.name = "sentiment";
    d.streams[0] = {300, {}, 0, "", 0};
    d.streams[1] = {35, {}, 15, "", 0};
    d.streams[2] = {74, {}, 50, "", 0};
    std::mt19937 r(1);
    std::vector<float> noise(1 << 20);
    for (float& v : noise) v = static_cast<float>(r() % 2001) / 1000.0F - 1.0F;
    SetWriter writer(file, d);
    for (std::size_t i = 0; i < kClips; ++i) {
        Clip c;
        c.info.id = "-9y-fZ3swSY[" + std::to_string(i) + "]";
        c.info.group = "video-" + std::to_string(i / 7);
        c.info.split = i % 10 < 7 ? Split::train : i % 10 == 7 ? Split::valid : Split::test;
        c.info.label = {static_cast<float>(i % 7) - 3.0F};
        c.info.duration = 7.5;
        const double length = share * (0.3 + 1.4 * static_cast<double>(r() % 1000) / 1000);
        const std::array<double, 3> usual{25, 200, 650};
        for (std::size_t m = 0; m < 3; ++m) {
            Stream& s = c.streams[m];
            s.features = d.streams[m].features;
            s.steps = std::max<std::size_t>(1, static_cast<std::size_t>(usual[m] * length));
            const std::size_t n = s.steps * s.features, at = r() % (noise.size() / 2);
            for (std::size_t v = 0; v < n; v += noise.size() / 2)
                s.values.insert(s.values.end(), noise.begin() + static_cast<std::ptrdiff_t>(at),
                                noise.begin() + static_cast<std::ptrdiff_t>(at + std::min(n - v, noise.size() / 2)));
            for (std::size_t t = 0; t < s.steps; ++t)
                s.times.push_back({7.5 * static_cast<double>(t) / static_cast<double>(s.steps),
                                   7.5 * static_cast<double>(t + 1) / static_cast<double>(s.steps)});
        }
        for (std::size_t w = 0; w < c.streams[0].steps; ++w) {
            c.words.push_back({"word" + std::to_string(w % 100), c.streams[0].times[w], false});
            c.info.transcript += (w ? " " : "") + c.words.back().text;
        }
        writer.add(c);
    }
    writer.finish();
}

double resident_mib() {
    std::ifstream in("/proc/self/statm");
    double total = 0, resident = 0;
    in >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

struct Reads {
    double bytes = 0, calls = 0;
};
bool reads(Reads& r) {
    std::ifstream in("/proc/self/io");
    std::string key;
    return static_cast<bool>(in >> key >> r.bytes) && (in >> key >> key) && (in >> key >> r.calls);
}

class Clock {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count(); }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace

TEST(BigSet, OpensWithoutItsValuesAndIsBrowsedInLittleMemory) {
    const made::Folder folder;
    const double wanted = megabytes() * 1e6;
    std::error_code ec;
    const auto room = std::filesystem::space(folder.path, ec).available;
    if (!ec && static_cast<double>(room) < 1.5 * wanted)
        GTEST_SKIP() << "the disk of " << folder.path << " has no room for a set of " << wanted / 1e6 << " MB";
    const char* kept = std::getenv("MICA_BIG_FILE");
    const std::filesystem::path file = kept ? std::filesystem::path(kept) : folder / "big.h5";
    const Clock writing;
    const pid_t child = ::fork();  // what the writer took must not hide what the reader takes
    if (child == 0) {
        try {
            if (!std::filesystem::exists(file)) write(file, wanted / 6.2e9);
        } catch (const std::exception& e) {
            std::fprintf(stderr, "%s\n", e.what());
            ::_exit(1);
        }
        ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    const double mb = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
    std::printf("%.0f MB written in %.1f s\n", mb, writing.seconds());

    const double before = resident_mib();
    const Clock opening;
    const auto set = open_set(file);
    std::printf("opened in %.3f s, %+.1f MiB\n", opening.seconds(), resident_mib() - before);
    ASSERT_EQ(set->size(), kClips);

    std::mt19937 r(2);
    (void)set->read(0);
    Reads first, last;
    const bool counted = reads(first);
    double bytes = 0;
    constexpr int kRead = 2000;
    const Clock browsing;
    for (int n = 0; n < kRead; ++n) {
        const Clip c = set->read(r() % kClips);
        for (const Stream& s : c.streams)
            bytes += static_cast<double>(s.values.size() * 4 + s.times.size() * 16 + s.steps);
    }
    std::printf("%d clips in %.2f s: %.0f clips, %.0f MB a second; %+.1f MiB\n", kRead, browsing.seconds(),
                kRead / browsing.seconds(), bytes / 1e6 / browsing.seconds(), resident_mib() - before);
    if (!kSanitized) {
        EXPECT_LT(resident_mib() - before, 200);
    }
    if (counted && reads(last)) {
        std::printf("%.2f reads, %.2f times its bytes per clip\n", (last.calls - first.calls) / kRead,
                    (last.bytes - first.bytes) / bytes);
        // a clip has three streams of values and times, and words with times, masks and texts; flags are not read
        EXPECT_LT((last.calls - first.calls) / kRead, 9.3);
        EXPECT_LT(last.bytes - first.bytes, 1.5 * bytes + kRead * 9 * 65536.0);
    }

    const Clock viewing;
    const View view(set, parse_view({"align=words", "filter=split=train", "longest.text=20"}));
    std::printf("word-aligned view in %.2f s, %+.1f MiB\n", viewing.seconds(), resident_mib() - before);
    EXPECT_EQ(view.size(), set->split(Split::train).size());
    EXPECT_EQ(view.read(5).streams[2].steps, view.clips()[5].steps[0]);
    if (!kSanitized) {
        EXPECT_LT(resident_mib() - before, 200);
    }
}
