#include "app/workbench/report.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

#include "app/workbench/report_figures.h"
#include "app/workbench/words.h"
#include "core/reports/csv.h"
#include "datasets/sample/ensure_media.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "widgets/training_curves.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kClipsShown = 4;

void write(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        throw Error(std::string("cannot be written: ") + std::strerror(errno), file.string(),
                    "Choose a folder with room that you may write to");
}

std::string number(double v) {
    if (!std::isfinite(v)) return "";
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", v);
    return text;
}

std::string html(const std::string& s) { return text_of(s).toHtmlEscaped().toStdString(); }

// The page grows with each figure that could be made; one that could not is said in words.
class Page {
public:
    Page(fs::path folder, const std::string& title) : folder_(std::move(folder)) {
        body_ << "<!doctype html><html lang='en'><meta charset='utf-8'><meta name='viewport' "
                 "content='width=device-width'><title>"
              << html(title)
              << "</title><style>body{font:16px/1.5 sans-serif;max-width:1060px;margin:2em auto;padding:0 "
                 "1em}img{max-width:100%}"
                 "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2em "
                 ".6em;text-align:left}</style><h1>"
              << html(title) << "</h1>";
    }
    void text(const std::string& s) { body_ << "<p>" << html(s) << "</p>"; }
    void heading(const std::string& s) { body_ << "<h2>" << html(s) << "</h2>"; }
    void raw(const std::string& s) { body_ << s; }
    void figure(const QImage& image, const std::string& name, const std::string& caption) {
        if (image.isNull()) return text(caption + ": nothing was measured.");
        const fs::path file = folder_ / name;
        if (!image.save(text_of(file), "PNG"))
            throw Error("the figure cannot be written", file.string(),
                        "Choose a folder with room that you may write to");
        body_ << "<figure><img src='" << html(name) << "' alt='" << html(caption) << "'><figcaption>" << html(caption)
              << "</figcaption></figure>";
    }
    void save() { write(folder_ / "index.html", body_.str() + "</html>\n"); }

private:
    fs::path folder_;
    std::ostringstream body_;
};

void write_tables(const RunSummary& run, const fs::path& to, Page& page) {
    std::ostringstream csv, md, table, history, corr, distance;
    csv << "split,metric,value\n";
    md << "| metric | validation | test |\n|---|---|---|\n";
    table << "<table><tr><th>metric</th><th>validation</th><th>test</th></tr>";
    const auto value = [](const Metrics& all, const std::string& name) {
        for (const Metric& m : all)
            if (m.name == name) return number(m.value);
        return std::string();
    };
    Metrics names = run.valid;
    for (const Metric& m : run.test)
        if (value(names, m.name).empty()) names.push_back(m);
    for (const Metric& m : names) {
        const std::string valid = value(run.valid, m.name), test = value(run.test, m.name),
                          title = metricTitle(m.name).toStdString();
        csv << "validation," << m.name << ',' << valid << "\ntest," << m.name << ',' << test << '\n';
        md << "| " << title << " | " << valid << " | " << test << " |\n";
        table << "<tr><td>" << html(title) << "</td><td>" << valid << "</td><td>" << test << "</td></tr>";
    }
    table << "</table>";
    history << "epoch,train_total,train_task,train_marginal,train_element,valid_task,score,best";
    if (!run.history.empty())
        for (const Metric& m : run.history.front().valid_metrics) history << ",valid_" << m.name;
    history << '\n';
    for (const EpochReport& e : run.history) {
        history << e.epoch << ',' << number(e.train.total) << ',' << number(e.train.task) << ','
                << number(e.train.marginal) << ',' << number(e.train.element) << ',' << number(e.valid.task) << ','
                << number(e.score) << ',' << (e.best ? 1 : 0);
        for (const Metric& m : e.valid_metrics) history << ',' << number(m.value);
        history << '\n';
    }
    corr << "pair,layer,head,corr_acc,chance,elements\n";
    std::ostringstream corr_table;
    corr_table << "<table><tr><th>pair</th><th>layer</th><th>Corr. Acc</th><th>chance</th></tr>";
    for (const CorrAcc& c : run.corr_acc) {
        corr << c.pair.name() << ',' << c.layer + 1 << ','
             << (c.head < 0 ? std::string("mean") : std::to_string(c.head + 1)) << ',' << number(c.value) << ','
             << number(c.chance) << ',' << c.elements << '\n';
        if (c.head < 0)
            corr_table << "<tr><td>" << html(c.pair.name()) << "</td><td>" << c.layer + 1 << "</td><td>"
                       << number(c.value) << "</td><td>" << number(c.chance) << "</td></tr>";
    }
    corr_table << "</table>";
    distance << "epoch,split,pair,layer,head,a_distance\n";
    const auto add = [&](const std::string& epoch, const char* split, const ADistance& a) {
        distance << epoch << ',' << split << ',' << a.pair.name() << ',' << a.layer + 1 << ','
                 << (a.head < 0 ? std::string("all") : std::to_string(a.head + 1)) << ',' << number(a.value) << '\n';
    };
    for (const EpochReport& e : run.history)
        for (const ADistance& a : e.a_distance) add(std::to_string(e.epoch), "validation", a);
    for (const ADistance& a : run.a_distance) add(std::to_string(run.best_epoch), "test", a);
    write(to / "metrics.csv", csv.str());
    write(to / "metrics.md", md.str());
    write(to / "history.csv", history.str());
    write(to / "corr_acc.csv", corr.str());
    write(to / "a_distance.csv", distance.str());
    page.heading("Metrics of the best epoch");
    page.raw(table.str());
    page.heading("Corr. Acc on test, mean over heads");
    if (run.corr_acc.empty())
        page.text("The set keeps no times to tell which steps belong together, or the run was stopped before its end.");
    else
        page.raw(corr_table.str());
}

void write_predictions(const Dataset& set, const std::vector<report::Prediction>& all, const fs::path& to) {
    const Task& task = set.info().task;
    std::ostringstream csv;
    csv << "clip,truth,prediction";
    if (task.kind == TaskKind::classification)
        for (const std::string& c : task.classes) csv << ',' << csv_field("p_" + c);
    csv << '\n';
    for (const report::Prediction& p : all) {
        csv << csv_field(set.clips()[p.clip].id) << ',';
        if (task.kind == TaskKind::regression) {
            csv << (p.truth.empty() ? "" : number(static_cast<double>(p.truth[0]))) << ','
                << (p.predicted.empty() ? "" : number(static_cast<double>(p.predicted[0]))) << '\n';
            continue;
        }
        const auto named = [&](std::size_t i) {
            return i < task.classes.size() ? csv_field(task.classes[i]) : std::to_string(i);
        };
        csv << (p.truth.empty() ? "" : named(static_cast<std::size_t>(p.truth[0]))) << ','
            << named(static_cast<std::size_t>(std::max_element(p.predicted.begin(), p.predicted.end()) -
                                              p.predicted.begin()));
        for (const float v : p.predicted) csv << ',' << number(static_cast<double>(v));
        csv << '\n';
    }
    write(to / "predictions.csv", csv.str());
}

}  // namespace

void write_report(const fs::path& run_folder, const fs::path& set_file, const fs::path& to) {
    const std::shared_ptr<const Dataset> set = open_set(set_file);
    const RunSummary run = read_run(run_folder);
    std::error_code error;
    fs::create_directories(to, error);
    if (error)
        throw Error("the folder cannot be made: " + error.message(), to.string(),
                    "Choose a folder that you may write to");
    ModelSession model(run_folder, "best", set);

    Page page(to, "MICA Workbench: " + run.name);
    page.text("Set " + set->info().name + " (" + set_file.filename().string() + "), preset " +
              (run.preset.empty() ? "none" : run.preset) + ", seed " + std::to_string(run.seed) + ", " +
              std::to_string(run.epochs_done) + " of " + std::to_string(run.epochs) + " epochs, best epoch " +
              std::to_string(run.best_epoch) + ", " + run.state + ".");
    write_tables(run, to, page);
    page.heading("Training");
    page.figure(report::losses(run), "losses.png", "Losses per epoch; L_m and L_e before their weights alpha and beta");
    page.figure(report::metrics(run), "metrics.png", "Validation metrics per epoch");
    page.figure(report::a_distance(run), "a_distance.png", "A-distance between queries and keys per pair");

    auto clips = set->split(Split::test);
    std::string split = "test";
    if (clips.empty()) clips = set->split(Split::valid), split = "validation";
    std::vector<report::Prediction> all;
    std::vector<std::pair<std::size_t, AttentionSnapshot>> shown;
    for (const std::size_t clip : clips) {
        if (!model.shows(clip)) continue;  // left out by the run's view
        AttentionSnapshot snapshot = model.attend(clip);
        all.push_back({clip, snapshot.prediction, set->clips()[clip].label});
        if (shown.size() < kClipsShown) shown.emplace_back(clip, std::move(snapshot));
    }
    write_predictions(*set, all, to);
    page.heading("Predictions on " + split);
    page.figure(report::predictions(set->info().task, all), "predictions.png",
                "Truth and prediction of " + std::to_string(all.size()) + " clips");
    page.heading("Attention");
    page.text(
        "Rows are target steps, columns the source's time; outlines mark the cells that truly belong together; frames "
        "are those the marked row attends to most.");
    for (const auto& [clip, snapshot] : shown) {
        if (set->info().sample) {
            try {
                (void)ensure_media(*set, clip, no_progress, {});
            } catch (const std::exception& e) {
                page.text(e.what());  // the map does not need pictures
            }
        }
        for (const Modality source : {Modality::vision, Modality::audio}) {
            const Pair pair{source, Modality::text};
            const QImage image = report::attention(*set, clip, snapshot, pair, model.layers() - 1);
            if (image.isNull()) continue;
            const std::string id = set->clips()[clip].id;
            std::string safe = id;
            std::replace_if(
                safe.begin(), safe.end(),
                [](char c) { return !std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_'; }, '_');
            page.figure(image, "attention-" + safe + "-" + letter(source) + ".png",
                        "Clip " + id + ": what its words attend to in " + std::string(name(source)));
        }
    }
    page.save();
}

}  // namespace mica
