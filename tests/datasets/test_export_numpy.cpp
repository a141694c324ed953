// The archive that numpy opens. What it holds is compared with numpy's own reading in tests/readers; here: it replaces
// nothing before it is whole, and the same set gives the same bytes.
#include <gtest/gtest.h>

#include <cstring>

#include "datasets/export/numpy.h"
#include "datasets/export/zip_store.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"

using namespace mica;

namespace {

std::shared_ptr<Dataset> small_set(const made::Folder& folder) {
    DatasetInfo info;
    info.name = "small";
    info.streams[2] = {2, {"F0", "énergie"}, 25, "", 0};
    SetWriter writer(folder / "set.h5", info);
    for (int i = 0; i < 3; ++i) {
        Clip c;
        c.info.id = "clip" + std::to_string(i);
        c.info.label = {static_cast<float>(i)};
        Stream& s = c.streams[2];
        s.features = 2;
        s.steps = static_cast<std::size_t>(i);
        for (std::size_t v = 0; v < 2 * s.steps; ++v) s.values.push_back(static_cast<float>(i) + 0.5f);
        writer.add(c);
    }
    writer.finish();
    return open_set(folder / "set.h5");
}

std::size_t files(const made::Folder& folder) {
    std::size_t n = 0;
    for ([[maybe_unused]] const auto& f : std::filesystem::directory_iterator(folder.path)) ++n;
    return n;
}

}  // namespace

TEST(ExportNumpy, TheSameSetGivesTheSameBytes) {
    const made::Folder folder;
    const auto set = small_set(folder);
    const ExportSummary s = export_numpy(*set, folder / "a.npz", no_progress, {});
    (void)export_numpy(*set, folder / "b.npz", no_progress, {});
    EXPECT_EQ(s.clips, 3u);
    EXPECT_EQ(s.files, (std::vector<std::filesystem::path>{folder / "a.npz"}));
    ASSERT_EQ(s.notes.size(), 1u);  // times are not known
    const std::string bytes = made::read(folder / "a.npz");
    EXPECT_EQ(bytes, made::read(folder / "b.npz"));
    // clip 1 has one row of 1.5, clip 2 two of 2.5: they lie one after the other, uncompressed
    const std::array<float, 6> values{1.5f, 1.5f, 2.5f, 2.5f, 2.5f, 2.5f};
    std::string raw(sizeof values, '\0');
    std::memcpy(raw.data(), values.data(), sizeof values);
    EXPECT_NE(bytes.find(raw), std::string::npos);
    EXPECT_NE(bytes.find("{'descr': '<f4', 'fortran_order': False, 'shape': (3,2,), }"), std::string::npos);
}

TEST(ExportNumpy, NothingIsLeftOfAnExportThatWasStopped) {
    const made::Folder folder;
    const auto set = small_set(folder);
    made::write(folder / "old.npz", "an older file");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)export_numpy(*set, folder / "old.npz", no_progress, stop.get_token()), Cancelled);
    EXPECT_EQ(made::read(folder / "old.npz"), "an older file");
    EXPECT_EQ(files(folder), 2u);
}

TEST(ExportNumpy, NeverOverTheSetItself) {
    const made::Folder folder;
    const auto set = small_set(folder);
    EXPECT_THROW((void)export_numpy(*set, folder / "set.h5", no_progress, {}), Error);
    EXPECT_EQ(open_set(folder / "set.h5")->size(), 3u);
    const ExportSummary s = export_numpy(*set, folder.path, no_progress, {});
    EXPECT_EQ(s.files.at(0), folder / "set.npz");
}

TEST(ZipStore, HoldsMembersToTheirSizes) {
    const made::Folder folder;
    {
        ZipStore zip(folder / "a.zip");
        const auto a = zip.add("a", 3);
        zip.write(a, "ab", 2);
        EXPECT_THROW(zip.write(a, "cd", 2), Error);
        EXPECT_THROW(zip.finish(), Error);
    }
    EXPECT_EQ(files(folder), 0u);
    ZipStore zip(folder / "b.zip");
    const auto a = zip.add("a", 2), b = zip.add("b", 2);
    zip.write(b, "cd", 2);
    zip.write(a, "a", 1);
    zip.write(a, "b", 1);
    zip.finish();
    EXPECT_EQ(files(folder), 1u);
}
