// What the tests of "What if" share: a toy set with a clip that lacks the sound, a run, and the model asked directly.
#pragma once

#include <QLabel>

#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/time_lanes.h"
#include "app/workbench/what_if_actions.h"
#include "app/workbench/what_if_panel.h"
#include "core/training/session.h"
#include "core/training/trainer.h"
#include "tests/app/window_test.h"
#include "widgets/change_list.h"
#include "widgets/prediction_bar.h"
#include "widgets/wave_lane.h"
#include "widgets/word_lane.h"

namespace toy {

/// The toy set anew, each clip changed by `change(i, clip)`.
template <typename Change>
std::filesystem::path remake(const std::filesystem::path& from, const std::filesystem::path& folder, Change&& change) {
    const auto set = mica::open_set(from);
    std::filesystem::create_directories(folder);
    const auto file = folder / "toy.h5";
    mica::SetWriter writer(file, set->info());
    for (std::size_t i = 0; i < set->size(); ++i) {
        mica::Clip clip = set->read(i);
        change(i, clip);
        writer.add(clip);
    }
    writer.finish();
    return file;
}

inline void train_small(const std::filesystem::path& set, const std::filesystem::path& run,
                        const std::vector<std::string>& more = {}) {
    std::vector<std::string> options{"d=8",     "heads=2",  "layers=2",   "memory_layers=1",
                                     "batch=6", "epochs=1", "mmd_rows=64"};
    options.insert(options.end(), more.begin(), more.end());
    mica::TrainingOptions o = mica::make_options("", options);
    o.threads = 1;
    (void)mica::train(mica::open_set(set), o, run, {}, {}, {});
}

/// The window on a set with runs, and what the model itself says.
struct WhatIfWindow {
    WhatIfWindow(const std::filesystem::path& set, const std::filesystem::path& all_runs, const std::string& run)
        : runs(all_runs), name(run), window(all_runs) {
        open = open_and_wait(window, set);
        selection()->setPair({mica::Modality::vision, mica::Modality::text});
        selection()->setRun(runs / run, QStringLiteral("last"));
        window.activateWindow();
        window.clipPanel()->setFocus();
    }
    mica::Selection* selection() { return window.selection(); }
    mica::WhatIf* what_if() { return window.whatIf(); }
    mica::WhatIfPanel* panel() { return window.whatIfPanel(); }
    mica::MapDeck* deck() { return window.clipPanel()->maps(); }
    mica::TimeLanes* lanes() { return window.clipPanel()->lanes(); }
    void key(Qt::Key key, Qt::KeyboardModifiers more = {}) {
        window.activateWindow();  // after a dialog or a menu the offscreen platform leaves no window active
        (void)QTest::qWaitFor([&] { return QGuiApplication::focusWindow() == window.windowHandle(); });
        QTest::keyClick(&window, key, Qt::ControlModifier | more);
    }
    bool ready() { return what_if()->seen() && what_if()->untouched() && deck()->map()->hasMap(); }

    /// The model, asked without the window.
    mica::AttentionSnapshot asked(const mica::Intervention& what) {
        mica::ModelSession session(runs / name, "last", selection()->set());
        return session.attend(static_cast<std::size_t>(selection()->clip()), what);
    }
    /// Whether prediction and map on screen are what the model says, to the last bit.
    bool shows(const mica::Intervention& what) {
        const mica::AttentionSnapshot wanted = asked(what);
        const auto fits = [&] {
            const auto& got = what_if()->snapshot();
            if (!got || got->prediction != wanted.prediction || !deck()->map(1)->hasMap()) return false;
            const mica::AttentionMap& map = deck()->map(1)->map();
            for (const mica::AttentionMap& m : wanted.maps)
                if (m.pair == map.pair && m.layer == map.layer) return m.weight == map.weight && m.hidden == map.hidden;
            return false;
        };
        return QTest::qWaitFor(fits, 5000) && panel()->difference()->text().size() > 5;
    }
    /// Whether nothing but the untouched is on screen, to the last bit.
    bool isUntouched() {
        const mica::AttentionSnapshot wanted = asked({});
        return QTest::qWaitFor([&] { return !what_if()->snapshot() && !deck()->map(1)->isVisible(); }, 5000) &&
               selection()->comparing() == mica::Comparing::none &&
               what_if()->untouched()->prediction == wanted.prediction &&
               deck()->map()->map().weight == wanted.maps.front().weight;
    }

    std::filesystem::path runs;
    std::string name;
    mica::MainWindow window;
    bool open = false;
};

}  // namespace toy
