// Exports that MulT and MMSA open: their layout, and that their import is the same set.
#include <gtest/gtest.h>

#include "datasets/export/mmsa.h"
#include "datasets/export/mult.h"
#include "datasets/import/pickle.h"
#include "datasets/pickle/rows.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"

using namespace mica;
using pickle::Pickle;
namespace fs = std::filesystem;

namespace {

Clip clip(int i, bool emotions) {
    Clip c;
    c.info.id = "v" + std::to_string(i / 2) + "$_$" + std::to_string(i) + (i == 3 ? "é" : "");
    c.info.group = "v" + std::to_string(i / 2);
    c.info.split = static_cast<Split>(i % 4);
    c.info.duration = i == 1 ? 0 : 0.1 + i;
    if (i != 5)
        c.info.label = emotions ? std::vector<float>{1, 0, 0, static_cast<float>(i % 2)}
                                : std::vector<float>{0.5f * static_cast<float>(i) - 1};
    c.info.media = "media/x.mp4";
    c.info.transcript = "w" + std::to_string(i);
    c.info.note = "note";
    c.info.flagged_frames = static_cast<std::uint32_t>(i);
    const auto n = static_cast<std::size_t>(i + 1);
    for (std::size_t m = 0; m < 3; ++m) {
        Stream& s = c.streams[m];
        if (m == 2 && i == 2) continue;
        s.steps = n + m;
        s.features = m + 1;
        for (std::size_t k = 0; k < s.steps * s.features; ++k)  // zeros at the ends, too
            s.values.push_back(k < 2 ? 0.0f : k == 3 ? -0.0f : 0.1f * static_cast<float>(k));
        if (m == 1)
            for (std::size_t k = 0; k < s.steps; ++k)
                s.times.push_back({0.1 * static_cast<double>(k), 1.0 / 3 + static_cast<double>(k)});
        if (m == 1 && i == 3) s.valid.assign(s.steps, 0);
    }
    for (std::size_t k = 0; k < n && i != 4; ++k)
        c.words.push_back({"w" + std::to_string(k), {0.5 * static_cast<double>(k), 1e9 / 3}, k == 1});
    if (i == 0) c.links = {{{Interval{0, 1}, Interval{0, 0}, Interval{0.5, 2}}}};
    return c;
}

class ExportPickle : public testing::Test {
protected:
    made::Folder folder;
    std::shared_ptr<Dataset> make(bool emotions = false, int clips = 9) {
        DatasetInfo d;
        d.name = "a set";
        d.origin = "made";
        if (emotions)
            d.task = {TaskKind::classification, "emotion", 0, 1, {"no", "yes"}, {"neutral", "happy", "sad", "angry"}};
        d.streams[0] = {1, {}, 0, "r", 0};
        d.streams[1] = {2, {"AU1", "AU2"}, 25, "", 0};
        d.streams[2] = {3, {}, 12.5, "", 0};
        SetWriter w(folder / "set.h5", d);
        for (int i = 0; i < clips; ++i) w.add(clip(i, emotions));
        w.finish();
        return open_set(folder / "set.h5");
    }
    void same_again(const fs::path& file) {
        PickleOptions options;
        options.file = file;
        const ImportSummary s = import_pickle(options, folder / "again.h5", no_progress, {});
        EXPECT_EQ(s.fingerprint, open_set(folder / "set.h5")->info().fingerprint);
        EXPECT_EQ(made::read(folder / "again.h5"), made::read(folder / "set.h5"));
    }
};

TEST_F(ExportPickle, MulTComesBackBitForBit) {
    const auto set = make();
    const ExportSummary s = export_mult(*set, folder / "out.pkl", no_progress, {});
    ASSERT_EQ(s.files, std::vector<fs::path>{folder / "out.pkl"});
    same_again(folder / "out.pkl");
    const Pickle p(folder / "out.pkl");
    const auto train = *p.find(p.root(), "train");
    const auto& vision = p.array(*p.find(train, "vision"));
    EXPECT_EQ(vision.type.name(), "f4");
    EXPECT_EQ(vision.shape, (std::vector<std::size_t>{3, 10, 2}));
    pickle::Rows rows(p, vision);
    for (int k = 0; k < 16; ++k) EXPECT_EQ(rows.row(0)[k], 0);  // clip 0 has two steps, at the end
    EXPECT_EQ(rows.row(0)[18], 0.2f);
    EXPECT_EQ(p.array(*p.find(train, "labels")).shape, (std::vector<std::size_t>{3, 1, 1}));
    const auto& id = p.array(*p.find(train, "id"));
    EXPECT_EQ(id.type.kind, 'S');
    EXPECT_EQ(id.shape, (std::vector<std::size_t>{3, 3}));
    EXPECT_EQ(pickle::text_at(p, id, 0), "v0$_$0");
}

TEST_F(ExportPickle, EmotionsAreOneHotPairs) {
    const auto set = make(true);
    (void)export_mult(*set, folder.path, no_progress, {});
    same_again(folder / "set_data_noalign.pkl");
    const Pickle p(folder / "set_data_noalign.pkl");
    const auto& labels = p.array(*p.find(*p.find(p.root(), "valid"), "labels"));
    EXPECT_EQ(labels.shape, (std::vector<std::size_t>{2, 4, 2}));
    const std::vector<double> want{0, 1, 1, 0, 1, 0, 0, 1};
    for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(pickle::number_at(p, labels, i), want[i]);
}

TEST_F(ExportPickle, MmsaComesBackBitForBit) {
    const auto set = make();
    (void)export_mmsa(*set, folder / "out.pkl", no_progress, {});
    same_again(folder / "out.pkl");
    const Pickle p(folder / "out.pkl");
    const auto train = *p.find(p.root(), "train");
    for (const char* key : {"raw_text", "id", "audio", "vision", "text", "audio_lengths", "vision_lengths",
                            "regression_labels", "classification_labels", "annotations"})
        EXPECT_TRUE(p.find(train, key)) << key;
    pickle::Rows rows(p, p.array(*p.find(train, "vision")));
    EXPECT_EQ(rows.row(0)[2], 0.2f);  // from the first step on
    for (int k = 4; k < 20; ++k) EXPECT_EQ(rows.row(0)[k], 0);
    EXPECT_EQ(pickle::number_at(p, p.array(*p.find(train, "vision_lengths")), 0), 2);
    EXPECT_EQ(p.text(p.at(*p.find(train, "annotations"), 0)), "Negative");
}

// Without the key "mica" it is a pickle as any other: what the format holds is still found.
TEST_F(ExportPickle, IsAlsoAPlainPickle) {
    const auto set = make();
    (void)export_mmsa(*set, folder / "out.pkl", no_progress, {});
    std::string bytes = made::read(folder / "out.pkl");
    for (std::size_t at; (at = bytes.find("mica")) != std::string::npos;) bytes.replace(at, 4, "none");
    made::write(folder / "plain.pkl", bytes);
    PickleOptions options;
    options.file = folder / "plain.pkl";
    (void)import_pickle(options, folder / "plain.h5", no_progress, {});
    const auto plain = open_set(folder / "plain.h5");
    ASSERT_EQ(plain->size(), set->size());
    for (std::size_t i = 0; i < set->size(); ++i) {
        const Clip want = set->read(i), got = plain->read(plain->find(want.info.id));
        EXPECT_EQ(got.info.split, want.info.split);
        EXPECT_EQ(got.info.label, want.info.label);
        for (std::size_t m = 0; m < 3; ++m) EXPECT_EQ(got.streams[m].values, want.streams[m].values) << want.info.id;
    }
}

TEST_F(ExportPickle, NeverReplacesTheSetOrLeavesPieces) {
    const auto set = make();
    EXPECT_THROW((void)export_mult(*set, folder / "set.h5", no_progress, {}), Error);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW((void)export_mult(*set, folder / "out.pkl", no_progress, source.get_token()), Cancelled);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path), {}), 1);
    EXPECT_THROW((void)export_mult(*set, "/proc/no/such.pkl", no_progress, {}), Error);
}

TEST_F(ExportPickle, HoldsASetWithoutAStream) {
    DatasetInfo d;
    d.streams[2] = {1, {}, 0, "", 0};
    SetWriter w(folder / "set.h5", d);
    Clip c;
    c.info.id = "only sound";
    c.info.split = Split::test;
    c.streams[2] = {2, 1, {1, 2}, {}, {}};
    w.add(c);
    w.finish();
    const auto set = open_set(folder / "set.h5");
    for (const auto& write : {export_mult, export_mmsa}) {
        (void)write(*set, folder / "out.pkl", no_progress, {});
        same_again(folder / "out.pkl");
    }
}

}  // namespace
