#include "app/workbench/curve_source.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/workbench/words.h"
#include "widgets/training_curves.h"

namespace mica {

namespace fs = std::filesystem;

namespace {
constexpr int kFollow = 2000;  // milliseconds between two looks at runs that others train: as often as they write
constexpr int kRest = 5;       // of so many looks one is at all runs: one that rested may be trained again
}  // namespace

CurveSource::CurveSource(Selection* selection, TrainingJob* training, TrainingCurves* curves, ComparePicker* compare,
                         QObject* parent)
    : QObject(parent),
      selection_(selection),
      training_(training),
      curves_(curves),
      compare_(compare),
      worker_(std::in_place) {
    timer_.setInterval(kFollow);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (curves_->isVisible()) ask(++looks_ % kRest == 0);
    });
    timer_.start();
    connect(training_, &TrainingJob::started, this, &CurveSource::begin);
    connect(training_, &TrainingJob::stepsDone, this, [this](const std::vector<StepReport>& steps) {
        if (waiting_)
            waiting_->steps.insert(waiting_->steps.end(), steps.begin(), steps.end());
        else
            curves_->addSteps(steps);
    });
    connect(training_, &TrainingJob::epochDone, this, [this](const EpochReport& report) {
        if (waiting_)
            waiting_->epochs.push_back(report);
        else
            curves_->addEpoch(report);
    });
    connect(training_, &TrainingJob::eventTold, this, &CurveSource::told);
    connect(training_, &TrainingJob::ended, this, [this] {
        if (waiting_) endWaiting({});
        std::error_code ignored;
        if (!fs::exists(front_ / "run.toml", ignored)) return;  // it failed before it made its folder
        known(front_).anew = true;                              // the folder knows more now: the test split
        if (selection_->run() == front_)
            ask(true);
        else
            showChosen();
    });
    connect(selection_, &Selection::runChanged, this, &CurveSource::showChosen);
    connect(compare_, &ComparePicker::chosenChanged, this, &CurveSource::compare);
}

CurveSource::~CurveSource() { worker_.reset(); }

bool CurveSource::trains(const fs::path& run) const { return training_->running() && training_->run() == run; }

CurveSource::Known& CurveSource::known(const fs::path& run) {
    Known& k = known_[run];
    if (k.run->name.isEmpty()) k.run->name = run_title(run);
    return k;
}

void CurveSource::begin() {
    front_ = training_->run();
    known_.erase(front_);
    const TrainingOptions& options = training_->options();
    waiting_.reset();
    if (options.resume || !options.branch.empty() || !options.replay.empty()) waiting_.emplace();
    curves_->setRun(known(front_).run);
}

void CurveSource::told(const RunEvent& event) {
    if (!waiting_) return curves_->addEvent(event);
    waiting_->events.push_back(event);
    if (event.kind == QLatin1String("start")) endWaiting({});  // there is no past
    // its past lies in the folder from now on, this event included
    if (event.kind == QLatin1String("resume") || event.kind == QLatin1String("branch")) {
        waiting_->events.clear();
        ask(true);
    }
}

void CurveSource::endWaiting(RunNews past) {
    const RunNews since = *std::exchange(waiting_, std::nullopt);
    Known& k = known(front_);
    auto whole = std::make_shared<RunCurves>();
    whole->name = k.run->name;
    take_news(*whole, past);
    take_news(*whole, since);
    k.run = std::move(whole);
    curves_->setRun(k.run);
}

void CurveSource::showChosen() {
    if (training_->running()) return;
    const fs::path& run = selection_->run();
    if (run == front_ && known_.contains(run)) return;
    front_ = run;
    curves_->setRun(run.empty() ? std::make_shared<RunCurves>() : known(run).run);
    if (!run.empty()) ask(true);
}

void CurveSource::compare() {
    draw();
    ask(true);
}

// all: also those that nobody trains.
void CurveSource::ask(bool all) {
    std::set<fs::path> wanted;
    for (const ComparedRuns& group : compare_->chosen()) wanted.insert(group.runs.begin(), group.runs.end());
    if (!front_.empty()) wanted.insert(front_);
    for (auto i = known_.begin(); i != known_.end();) i = wanted.contains(i->first) ? std::next(i) : known_.erase(i);
    struct Question {
        fs::path path;
        RunPlace place;
    };
    std::vector<Question> questions;
    for (const fs::path& run : wanted) {
        const Known& k = known(run);
        if (trains(run) ? all && waiting_.has_value() : all || k.training)
            questions.push_back({run, trains(run) || k.anew ? RunPlace{} : place_of(*k.run)});
    }
    if (questions.empty()) return;
    worker_->post([this, questions](const std::stop_token& stop) {
        std::vector<Answer> answers;
        for (const Question& q : questions) {
            if (stop.stop_requested()) return;
            Answer answer{q.path, q.place, {}, {}};
            try {
                answer.news = read_news(q.path, q.place);
            } catch (const std::exception& e) {
                answer.trouble = words_of(e);
            }
            answers.push_back(std::move(answer));
        }
        QMetaObject::invokeMethod(
            this, [this, answers = std::move(answers)] { take(answers); }, Qt::QueuedConnection);
    });
}

void CurveSource::take(const std::vector<Answer>& answers) {
    for (const Answer& answer : answers) {
        const auto found = known_.find(answer.path);
        if (found == known_.end()) continue;
        Known& k = found->second;
        if (!answer.trouble.isEmpty()) {
            if (trains(answer.path) && waiting_) endWaiting({});
            if (!std::exchange(k.troubled, true)) Q_EMIT troubled(answer.trouble);
            continue;
        }
        if (trains(answer.path)) {
            if (waiting_) endWaiting(answer.news);
            continue;
        }
        k.training = answer.news.training;
        if (answer.news.anew || std::exchange(k.anew, false)) {
            auto whole = std::make_shared<RunCurves>();
            whole->name = k.run->name;
            take_news(*whole, answer.news);
            k.run = std::move(whole);
            if (answer.path == front_) curves_->setRun(k.run);
        } else if (answer.from.events == k.run->events().size()) {  // else another answer was quicker
            take_news(*k.run, answer.news);
        }
    }
    draw();
    Q_EMIT refreshed();
}

void CurveSource::draw() {
    std::vector<RunGroup> groups;
    for (const ComparedRuns& compared : compare_->chosen()) {
        RunGroup group{compared.name, {}};
        for (const fs::path& run : compared.runs) group.runs.push_back(known(run).run);
        groups.push_back(std::move(group));
    }
    const auto same = [](const RunGroup& a, const RunGroup& b) { return a.name == b.name && a.runs == b.runs; };
    const auto& shown = curves_->compared();
    if (std::equal(groups.begin(), groups.end(), shown.begin(), shown.end(), same))
        curves_->grow();
    else
        curves_->setCompared(std::move(groups));
}

}  // namespace mica
