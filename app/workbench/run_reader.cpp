#include "app/workbench/run_reader.h"

#include "app/workbench/words.h"
#include "core/runs/database.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/training/session.h"
#include "datasets/types/error.h"

namespace mica {

RunNews read_news(const std::filesystem::path& run, const RunPlace& known) {
    RunNews news;
    const RunFolder folder(run);
    if (!std::filesystem::exists(folder.database())) {
        if (!std::filesystem::exists(folder.configuration()))
            throw Error("is no run", run.string(), "A run has a run.toml and a run.db");
        return news;  // it has not begun yet
    }
    const RunDatabase database(folder.database(), RunDatabase::Mode::read);
    const std::vector<RunDatabase::Event> events = database.events();
    bool resumed = events.size() < known.events;
    for (std::size_t i = known.events; i < events.size(); ++i) resumed = resumed || events[i].kind == "resume";
    news.anew = known.step > 0 && (resumed || database.last_step() < known.step);
    const RunPlace from = news.anew ? RunPlace{} : known;
    news.steps = database.steps(from.step);
    news.epochs = database.epochs(from.epoch);
    for (std::size_t i = from.events; i < events.size(); ++i)
        news.events.push_back({events[i].step, text_of(events[i].kind), text_of(events[i].text)});
    if (database.get("state") == "finished") news.test = read_run(run).test;
    news.training = is_training(run);
    return news;
}

RunPlace place_of(const RunCurves& run) { return {run.lastStep(), run.lastEpoch(), run.events().size()}; }

void take_news(RunCurves& run, const RunNews& news) {
    std::size_t step = 0;
    for (const EpochReport& epoch : news.epochs) {
        for (; step < news.steps.size() && news.steps[step].epoch <= epoch.epoch; ++step) run.addStep(news.steps[step]);
        run.addEpoch(epoch);
    }
    for (; step < news.steps.size(); ++step) run.addStep(news.steps[step]);
    for (const RunEvent& event : news.events) run.addEvent(event);
    if (!news.test.empty()) run.setTest(news.test);
}

}  // namespace mica
