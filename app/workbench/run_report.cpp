#include "app/workbench/run_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/workbench/words.h"
#include "core/runs/files.h"
#include "core/training/options.h"
#include "core/training/settings.h"
#include "datasets/types/error.h"
#include "widgets/training_curves.h"

namespace mica {

namespace {

constexpr std::size_t kMostEvents = 200;

QString number(double v) { return std::isfinite(v) ? QString::number(v, 'g', 5) : QStringLiteral("not defined"); }

QString value_of(const Metrics& all, const std::string& name) {
    for (const Metric& m : all)
        if (m.name == name) return number(m.value);
    return QStringLiteral("not measured");
}

// For a shell, whatever stands in a path.
QString quoted(const QString& text) {
    static const QString safe = QStringLiteral("/._-=+:,");
    const bool plain = !text.isEmpty() && std::all_of(text.begin(), text.end(),
                                                      [](QChar c) { return c.isLetterOrNumber() || safe.contains(c); });
    return plain ? text
                 : QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QLatin1String("'\\''")) +
                       QLatin1Char('\'');
}

void summary(ReportDocument& page, const ReportData& d) {
    const RunSummary& s = d.summary;
    page.section(QStringLiteral("summary"), QStringLiteral("Summary"));
    std::vector<QStringList> rows{
        {QStringLiteral("Model"), text_of(s.model)},
        {QStringLiteral("Set"), text_of(d.configuration.set_name)},
        {QStringLiteral("Preset"), s.preset.empty() ? QStringLiteral("none: defaults") : text_of(s.preset)},
        {QStringLiteral("Seed"), QString::number(s.seed)},
        {QStringLiteral("State"), text_of(s.state)},
        {QStringLiteral("Epochs"), QStringLiteral("%1 of %2").arg(s.epochs_done).arg(s.epochs)},
        {QStringLiteral("Best epoch"), s.best_epoch > 0 ? QStringLiteral("%1, by validation").arg(s.best_epoch)
                                                        : QStringLiteral("none yet: no epoch has ended")}};
    if (!d.notes.tags.empty()) {
        QStringList tags;
        for (const std::string& tag : d.notes.tags) tags << text_of(tag);
        rows.push_back({QStringLiteral("Tags"), tags.join(QLatin1String(", "))});
    }
    if (!d.notes.note.empty()) rows.push_back({QStringLiteral("Note"), text_of(d.notes.note)});
    page.table({QStringLiteral("Run"), text_of(s.name)}, rows);
}

void configuration(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("configuration"), QStringLiteral("Configuration"));
    std::vector<QStringList> rows;
    std::string group;
    const std::map<std::string, std::string>& values = d.configuration.options.values;
    std::map<std::string, std::string> left = values;
    try {
        for (const OptionInfo& o : option_table(d.summary.model)) {
            const auto found = values.find(o.key);
            if (found == values.end()) continue;  // an option that the run's version had not
            if (o.group != group) rows.push_back({text_of(group = o.group)});
            const QString value = found->second.empty() ? QStringLiteral("(empty)") : text_of(found->second);
            const QString initial = o.initial.empty() ? QStringLiteral("(empty)") : text_of(o.initial);
            rows.push_back(
                {text_of(o.key), value, found->second == o.initial ? QStringLiteral("the default") : initial});
            left.erase(o.key);
        }
    } catch (const Error&) {  // a model that this version does not know
    }
    for (const auto& [key, value] : left) rows.push_back({text_of(key), text_of(value), QStringLiteral("not known")});
    page.table({QStringLiteral("Option"), QStringLiteral("Value"), QStringLiteral("Default")}, rows);
    if (!d.configuration.options.view.empty()) {
        QStringList view;
        for (const std::string& v : d.configuration.options.view) view << text_of(v);
        page.text(QStringLiteral("The set was seen through a view: %1.").arg(view.join(QLatin1String(", "))));
    }
}

void curves(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("curves"), QStringLiteral("Curves"));
    if (d.summary.history.empty() && d.steps.empty())
        return page.text(QStringLiteral("The run ended before its first step."));
    if (d.summary.history.empty()) page.text(QStringLiteral("No epoch has ended: there are steps alone."));
    page.figure(report::step_losses(d.steps), QStringLiteral("Losses of each step, as the run weighted them in total"));
    if (d.summary.history.empty()) return;
    page.figure(report::losses(d.summary),
                QStringLiteral("Losses per epoch; L_m and L_e before their weights alpha and beta"));
    page.figure(report::metrics(d.summary), QStringLiteral("Validation metrics per epoch, best value marked"));
}

void metrics(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("metrics"), QStringLiteral("Metrics of the best epoch"));
    Metrics names = d.summary.valid;
    for (const Metric& m : d.summary.test)
        if (std::none_of(names.begin(), names.end(), [&](const Metric& n) { return n.name == m.name; }))
            names.push_back(m);
    if (names.empty()) return page.text(QStringLiteral("None yet: no epoch has ended."));
    std::vector<QStringList> rows;
    for (const Metric& m : names)
        rows.push_back({metricTitle(m.name), value_of(d.summary.valid, m.name), value_of(d.summary.test, m.name)});
    page.table({QStringLiteral("Metric"), QStringLiteral("Validation"), QStringLiteral("Test")}, rows);
    if (d.summary.test.empty())
        page.text(QStringLiteral("The test split is measured once, when a run is finished; this one is %1.")
                      .arg(text_of(d.summary.state)));
}

void a_distance(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("a-distance"), QStringLiteral("A-distance between queries and keys"));
    const QImage curve = report::a_distance(d.summary);
    if (!curve.isNull()) page.figure(curve, QStringLiteral("A-distance on validation per pair, mean over layers"));
    if (d.summary.a_distance.empty())
        return page.text(
            QStringLiteral("On test it is measured when a run of a model with attention is finished; this "
                           "run has no such figure."));
    std::vector<QStringList> rows;
    for (const ADistance& a : d.summary.a_distance)
        if (a.head < 0)
            rows.push_back({text_of(a.pair.name()), QString::number(a.layer + 1), QString::number(a.value, 'f', 3)});
    page.table({QStringLiteral("Pair"), QStringLiteral("Layer"), QStringLiteral("A-distance on test, all heads")},
               rows);
}

void health(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("health"), QStringLiteral("Health of attention"));
    const EpochReport* shown = nullptr;
    for (const EpochReport& e : d.summary.history)
        if (!e.health.empty() && (!shown || e.epoch <= d.summary.best_epoch)) shown = &e;
    if (!shown) return page.text(QStringLiteral("Nothing was measured: no epoch of a model with attention has ended."));
    page.text(QStringLiteral("Epoch %1. Entropy 1 is uniform attention; q and k that shrink to nothing are the trivial "
                             "solution of L_e.")
                  .arg(shown->epoch));
    std::vector<QStringList> rows;
    for (const LayerHealth& h : shown->health)
        rows.push_back({text_of(h.pair.name()), QString::number(h.layer + 1), number(h.query_norm), number(h.key_norm),
                        number(h.entropy), number(h.selected), number(h.gamma)});
    page.table({QStringLiteral("Pair"), QStringLiteral("Layer"), QStringLiteral("|q|"), QStringLiteral("|k|"),
                QStringLiteral("Entropy"), QStringLiteral("Selected share"), QStringLiteral("gamma")},
               rows);
}

void corr_acc(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("corr-acc"), QStringLiteral("Corr. Acc on test"));
    if (d.summary.corr_acc.empty())
        return page.text(
            QStringLiteral("Not available: the set keeps no times to tell which steps belong together, the "
                           "model has no attention, or the run was stopped before its end."));
    std::vector<QStringList> rows;
    for (const CorrAcc& c : d.summary.corr_acc)
        if (c.head < 0)
            rows.push_back({text_of(c.pair.name()), QString::number(c.layer + 1), QString::number(c.value, 'f', 4),
                            QString::number(c.chance, 'f', 4), QString::number(c.elements)});
    page.table({QStringLiteral("Pair"), QStringLiteral("Layer"), QStringLiteral("Corr. Acc, mean over heads"),
                QStringLiteral("Chance"), QStringLiteral("Target steps")},
               rows);
}

void events(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("events"), QStringLiteral("Events"));
    if (d.events.empty()) return page.text(QStringLiteral("The run noted none."));
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < std::min(kMostEvents, d.events.size()); ++i)
        rows.push_back({text_of(d.events[i].time), QString::number(d.events[i].step), text_of(d.events[i].kind),
                        text_of(d.events[i].text)});
    page.table({QStringLiteral("Time (UTC)"), QStringLiteral("Step"), QStringLiteral("Event"), QStringLiteral("What")},
               rows);
    if (d.events.size() > kMostEvents)
        page.text(QStringLiteral("%1 more are in the run's run.db.").arg(d.events.size() - kMostEvents));
}

void predictions(ReportDocument& page, const ReportData& d) {
    page.section(QStringLiteral("predictions"), QStringLiteral("Predictions"));
    if (d.predictions.empty()) return page.text(QStringLiteral("None: %1.").arg(text_of(d.prediction_trouble)));
    const Task& task = d.set->info().task;
    const bool classes = task.kind == TaskKind::classification;
    if (classes && (!task.parts.empty() || task.classes.size() > 60))
        return page.text(QStringLiteral("%1 clips were predicted; a table of their classes is too large for a page.")
                             .arg(d.predictions.size()));
    page.figure(report::predictions(task, d.predictions),
                QStringLiteral("Truth and prediction of %1 clips of the %2 split")
                    .arg(d.predictions.size())
                    .arg(text_of(name(d.split))));
}

void attention(ReportDocument& page, const ReportData& d, const Progress& progress, const std::stop_token& stop) {
    page.section(QStringLiteral("attention"), QStringLiteral("Attention"));
    if (d.shown.empty()) return page.text(QStringLiteral("No figures: %1.").arg(text_of(d.attention_trouble)));
    page.text(
        QStringLiteral("Rows are target steps, columns the source's time; outlines mark the cells that truly belong "
                       "together, where the set tells; frames are those the marked row attends to most."));
    for (std::size_t i = 0; i < d.shown.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(d.shown.size()), "drawing attention");
        const auto& [clip, snapshot] = d.shown[i];
        std::vector<Pair> pairs;  // into the words where there are any, else the first
        for (const AttentionMap& m : snapshot.maps)
            if (m.layer == d.layers - 1 && m.rows > 0 && m.columns > 0) pairs.push_back(m.pair);
        std::stable_partition(pairs.begin(), pairs.end(), [](Pair p) { return p.target == Modality::text; });
        for (std::size_t k = 0; k < std::min<std::size_t>(2, pairs.size()); ++k)
            page.figure(report::attention(*d.set, clip, snapshot, pairs[k], d.layers - 1),
                        QStringLiteral("Clip %1: what its %2 attends to in its %3")
                            .arg(text_of(d.set->clips()[clip].id), text_of(name(pairs[k].target)),
                                 text_of(name(pairs[k].source))));
    }
}

void environment(ReportDocument& page, const ReportData& d, const ReportWish& wish) {
    const RunConfiguration& c = d.configuration;
    page.section(QStringLiteral("environment"), QStringLiteral("Environment, and how to repeat it"));
    std::vector<QStringList> rows{
        {QStringLiteral("Created (UTC)"), text_of(c.created)},
        {QStringLiteral("Program"), text_of(c.program)},
        {QStringLiteral("LibTorch"), text_of(c.torch)},
        {QStringLiteral("Hardware"), text_of(c.hardware)},
        {QStringLiteral("Computed on"), text_of(c.device)},
        {QStringLiteral("Threads"),
         c.options.threads == 0 ? QStringLiteral("all cores") : QString::number(c.options.threads)},
        {QStringLiteral("Set file"), text_of(c.set)},
        {QStringLiteral("Fingerprint of the set"), text_of(c.base_fingerprint)},
        {QStringLiteral("Fingerprint of what was trained on"), text_of(c.set_fingerprint)}};
    if (c.origin)
        rows.push_back({QStringLiteral("Branch of"), QStringLiteral("%1, %2 (epoch %3)")
                                                         .arg(text_of(c.origin->run), text_of(c.origin->checkpoint))
                                                         .arg(c.origin->epoch)});
    page.table({QStringLiteral("What"), QStringLiteral("Value")}, rows);
    if (d.set_trouble.empty())
        page.text(QStringLiteral("The set was there and unchanged when this report was made."));
    else
        page.text(QStringLiteral("The set could not be used for this report: %1.").arg(text_of(d.set_trouble)));
    const QString run = quoted(text_of(wish.run)), set = quoted(text_of(c.set));
    page.text(
        QStringLiteral("The same bits again, changes while training included (same set, processor type and number "
                       "of threads):"));
    page.command(QStringLiteral("mica train --replay %1 --data %2 --out NEW").arg(run, set));
    page.text(QStringLiteral("The same settings, spelled out where they are not the model's defaults:"));
    QString command = QStringLiteral("mica train --model %1 --seed %2 --data %3 --out NEW")
                          .arg(quoted(text_of(d.summary.model)))
                          .arg(d.summary.seed)
                          .arg(set);
    for (const std::string& view : c.options.view) command += QStringLiteral(" --view ") + quoted(text_of(view));
    try {
        for (const OptionInfo& o : option_table(d.summary.model))
            if (const auto found = c.options.values.find(o.key);
                found != c.options.values.end() && found->second != o.initial)
                command += QStringLiteral(" --set ") + quoted(text_of(o.key + "=" + found->second));
        page.command(command);
    } catch (const Error& e) {
        page.text(words_of(e));
    }
}

}  // namespace

ReportDocument document_of(const ReportData& data, const ReportWish& wish, const Progress& progress,
                           const std::stop_token& stop) {
    ReportDocument page(QStringLiteral("MICA Workbench: %1").arg(text_of(data.summary.name)));
    progress(0, 0, "drawing curves");
    summary(page, data);
    configuration(page, data);
    if (stop.stop_requested()) throw Cancelled();
    curves(page, data);
    metrics(page, data);
    a_distance(page, data);
    health(page, data);
    corr_acc(page, data);
    events(page, data);
    if (stop.stop_requested()) throw Cancelled();
    predictions(page, data);
    attention(page, data, progress, stop);
    environment(page, data, wish);
    return page;
}

void write_run_report(const ReportWish& wish, const Progress& progress, const std::stop_token& stop) {
    if (!is_report_file(wish.out))
        throw Error("a report is an HTML or a PDF file", wish.out.string(), "End its name in .html or .pdf");
    require_folder_of(wish.out);
    const ReportData data = gather_report(wish, progress, stop);
    const ReportDocument page = document_of(data, wish, progress, stop);
    progress(0, 0, "writing");
    if (stop.stop_requested()) throw Cancelled();
    page.write(wish.out);
}

int report_without_window(const ReportWish& wish, bool tell, const std::stop_token& stop) {
    const auto said = [tell](std::int64_t done, std::int64_t total, const std::string& text) {
        if (!tell) return;
        std::printf("%lld %lld %s\n", static_cast<long long>(done), static_cast<long long>(total), text.c_str());
        std::fflush(stdout);
    };
    return exit_code_of([&] {
        write_run_report(wish, said, stop);
        if (!tell) std::printf("%s\n", wish.out.c_str());
    });
}

}  // namespace mica
