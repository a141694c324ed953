// All of a set but the values of its streams, there and back.
#include <gtest/gtest.h>

#include "datasets/export/columns.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"

using namespace mica;

namespace {

std::shared_ptr<Dataset> small_set(const std::filesystem::path& file) {
    DatasetInfo d;
    d.name = "Prüfsatz";
    d.origin = "{\"seed\": 1}";
    d.task = {TaskKind::classification, "emotion", 0, 1, {"no", "yes"}, {"happy", "sad"}};
    d.streams[0] = {2, {"a", "é"}, 0, "words", 0};
    d.streams[2] = {1, {"F0"}, 12.5, "", 0};
    SetWriter writer(file, d);
    for (int i = 0; i < 4; ++i) {
        Clip c;
        c.info.id = "clip " + std::to_string(i);
        c.info.group = i ? "g" : "";
        c.info.split = static_cast<Split>(i);
        c.info.duration = 0.1 * i;
        if (i != 2) c.info.label = {1, static_cast<float>(i % 2)};
        c.info.media = "m.mp4";
        c.info.transcript = "zwei Wörter";
        c.info.note = i == 3 ? "a note" : "";
        c.info.flagged_frames = static_cast<std::uint32_t>(i);
        if (i != 1) {
            c.words = {{"zwei", {0.125, 0.3}, false}, {"", {0.3, 0.3}, true}};
            c.streams[0] = {2, 2, {1, -0.0f, 3, 4}, {}, {}};
            if (i == 2) c.streams[0].times = {{0, 0.1}, {0.1, 0.7}};
        }
        c.streams[2] = {static_cast<std::size_t>(i), 1, std::vector<float>(static_cast<std::size_t>(i), 7.0f), {}, {}};
        if (i == 3) c.streams[2].valid = {1, 0, 1};
        if (i == 0) c.links = {{{Interval{0, 1}, Interval{1, 2}, Interval{0.5, 0.75}}}};
        writer.add(c);
    }
    writer.finish();
    return open_set(file);
}

TEST(Columns, GiveTheSameSetAgain) {
    const made::Folder folder;
    const auto set = small_set(folder / "a.h5");
    const ColumnClips back(columns_of(*set, {}), "x");
    EXPECT_EQ(back.info().fingerprint, set->info().fingerprint);
    SetWriter writer(folder / "b.h5", back.info());
    ASSERT_EQ(back.size(), set->size());
    for (std::size_t i = 0; i < back.size(); ++i) {
        Clip c = back.clip(i);
        EXPECT_EQ(c.info.steps, set->clips()[i].steps);
        const Clip values = set->read(i);
        for (std::size_t m = 0; m < 3; ++m) c.streams[m].values = values.streams[m].values;
        writer.add(c);
    }
    writer.finish();
    EXPECT_EQ(made::read(folder / "a.h5"), made::read(folder / "b.h5"));
    EXPECT_THROW((void)back.clip(4), Error);
}

TEST(Columns, ThatDoNotFitTogetherAreRefused) {
    const made::Folder folder;
    const Columns good = columns_of(*small_set(folder / "a.h5"), {});
    for (const auto& [name, column] : good) {
        SCOPED_TRACE(name);
        Columns c = good;
        c.erase(name);
        EXPECT_THROW(ColumnClips(c, "x"), Error);
        c = good;
        c[name].values = std::visit(
            [](auto values) -> decltype(Column::values) {
                values.resize(values.size() + 1);
                return values;
            },
            column.values);
        EXPECT_THROW(ColumnClips(c, "x"), Error);
        c = good;
        std::visit(
            [](auto& values) {
                for (auto& v : values) v = static_cast<std::decay_t<decltype(v)>>(200);
            },
            c[name].values);
        try {
            const ColumnClips clips(c, "x");  // numbers that mean nothing else may be any
            for (std::size_t i = 0; i < clips.size(); ++i) (void)clips.clip(i);
        } catch (const Error& e) {
            EXPECT_NE(std::string(e.what()).find("x: is damaged"), std::string::npos);
        }
    }
}

TEST(Columns, StopWhenAsked) {
    const made::Folder folder;
    const auto set = small_set(folder / "a.h5");
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW((void)columns_of(*set, source.get_token()), Cancelled);
}

}  // namespace
