#include "datasets/export/mmsa.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "datasets/export/padded.h"

namespace mica {

namespace {

using Clips = std::vector<std::size_t>;

// Negative, neutral, positive by the sign of the sentiment, as MMSA's own files have it.
bool signs(const Task& task) { return task.kind == TaskKind::regression && task.minimum < 0 && task.maximum > 0; }

void labels(PaddedExport& out, const Dataset& set, const Clips& clips) {
    const Task& task = set.info().task;
    std::size_t count = std::max<std::size_t>(1, task.label_values());
    for (const ClipInfo& c : set.clips()) count = std::max(count, c.label.size());
    std::vector<float> values;
    std::vector<std::int64_t> classes;
    std::vector<std::string> names;
    for (const std::size_t i : clips) {
        const std::vector<float>& l = set.clips()[i].label;
        for (std::size_t k = 0; k < count; ++k) values.push_back(k < l.size() ? l[k] : std::nanf(""));
        if (signs(task)) {
            classes.push_back(l.empty() ? -1 : l[0] < 0 ? 0 : l[0] > 0 ? 2 : 1);
            names.emplace_back(l.empty() ? "" : l[0] < 0 ? "Negative" : l[0] > 0 ? "Positive" : "Neutral");
        } else if (task.kind == TaskKind::classification && task.parts.empty()) {
            classes.push_back(l.empty() ? -1 : static_cast<std::int64_t>(l[0]));
            names.push_back(l.empty() ? "" : task.classes[static_cast<std::size_t>(l[0])]);
        }
    }
    std::vector<std::size_t> shape{clips.size()};
    if (count > 1) shape.push_back(count);
    pickle::Writer& w = out.writer();
    w.key("regression_labels");
    w.array("f4", shape, values);
    if (names.size() != clips.size()) return;
    w.key("classification_labels");
    w.array("i8", {clips.size()}, classes);
    w.key("annotations");
    w.texts(names);
}

void lengths(PaddedExport& out, const Dataset& set, const Clips& clips, Modality m) {
    std::vector<std::int64_t> all;
    for (const std::size_t i : clips) all.push_back(set.clips()[i].steps[index(m)]);
    out.writer().key(std::string(name(m)) + "_lengths");
    out.writer().array("i8", {clips.size()}, all);
}

}  // namespace

ExportSummary export_mmsa(const Dataset& set, const std::filesystem::path& to, const Progress& progress,
                          const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    const std::filesystem::path file = export_file(set, to, "_unaligned.pkl");
    PaddedExport out(set, file, false, progress, stop);
    out.writer().begin_dict();
    for (const Split split : out.splits()) {
        const Clips clips = set.split(split);
        std::vector<std::string> ids, texts;
        for (const std::size_t i : clips) {
            ids.push_back(set.clips()[i].id);
            texts.push_back(set.clips()[i].transcript);
        }
        out.writer().key(name(split));
        out.writer().begin_dict();
        out.writer().key("raw_text");
        out.writer().texts(texts);
        out.writer().key("id");
        out.writer().texts(ids);
        for (const Modality m : {Modality::audio, Modality::vision, Modality::text}) out.stream(m, clips);
        // of the text as well: MMSA does not read it, this program does
        for (const Modality m : {Modality::audio, Modality::vision, Modality::text}) lengths(out, set, clips, m);
        labels(out, set, clips);
        out.writer().end_dict();
    }
    out.columns();
    out.writer().end_dict();
    out.writer().finish();

    ExportSummary s{{file}, set.size(), out.notes(), 0};
    const Task& task = set.info().task;
    const auto unknown =
        std::count_if(set.clips().begin(), set.clips().end(), [](const ClipInfo& c) { return c.label.empty(); });
    if (unknown) s.notes.push_back(std::to_string(unknown) + " clips have no label: theirs is not a number.");
    if (task.kind == TaskKind::classification)
        s.notes.push_back("regression_labels hold the number of the class, as MMSA's loader reads no other key.");
    else if (signs(task))
        s.notes.push_back("classification_labels and annotations tell the sign of the label.");
    s.notes.push_back("There is no text_bert, as the set has no token numbers: set use_bert to false.");
    s.notes.push_back("Word timings, feature names and times of steps are in the key 'mica' only.");
    s.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return s;
}

}  // namespace mica
