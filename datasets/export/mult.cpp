#include "datasets/export/mult.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "datasets/export/padded.h"
#include "datasets/import/pickle_parts.h"

namespace mica {

namespace {

// Yes/no classes are one-hot pairs, as for IEMOCAP; else the values as they are.
bool pairs(const Task& task) { return task.kind == TaskKind::classification && task.classes.size() == 2; }

std::size_t values_of(const Dataset& set) {
    if (set.info().task.label_values()) return set.info().task.label_values();
    std::size_t most = 1;
    for (const ClipInfo& c : set.clips()) most = std::max(most, c.label.size());
    return most;
}

void labels(PaddedExport& out, const Dataset& set, const std::vector<std::size_t>& clips) {
    const bool hot = pairs(set.info().task);
    const std::size_t count = values_of(set), width = hot ? 2 : 1;
    std::vector<float> all;
    for (const std::size_t i : clips) {
        const std::vector<float>& label = set.clips()[i].label;
        for (std::size_t k = 0; k < count; ++k) {
            const float v = k < label.size() ? label[k] : std::nanf("");
            if (!hot) {
                all.push_back(v);
                continue;
            }
            all.push_back(v == 0 ? 1.0f : 0.0f);
            all.push_back(v == 1 ? 1.0f : 0.0f);
        }
    }
    out.writer().key("labels");
    out.writer().array("f4", {clips.size(), count, width}, all);
}

// (id, start, end) as bytes: the loader decodes them. Times are the clip's own, empty where its duration is unknown.
void ids(PaddedExport& out, const Dataset& set, const std::vector<std::size_t>& clips) {
    std::size_t width = 24;
    for (const std::size_t i : clips) width = std::max(width, set.clips()[i].id.size());
    out.writer().key("id");
    out.writer().begin_array("S" + std::to_string(width), {clips.size(), 3});
    for (const std::size_t i : clips) {
        const ClipInfo& c = set.clips()[i];
        for (std::string s :
             {c.id, std::string(c.duration > 0 ? "0" : ""), c.duration > 0 ? shortest(c.duration) : ""}) {
            s.resize(width, '\0');
            out.writer().values(s.data(), s.size());
        }
    }
    out.writer().end_array();
}

}  // namespace

ExportSummary export_mult(const Dataset& set, const std::filesystem::path& to, const Progress& progress,
                          const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    const std::filesystem::path file = export_file(set, to, "_data_noalign.pkl");
    PaddedExport out(set, file, true, progress, stop);
    out.writer().begin_dict();
    for (const Split split : out.splits()) {
        const std::vector<std::size_t> clips = set.split(split);
        out.writer().key(name(split));
        out.writer().begin_dict();
        for (const Modality m : {Modality::vision, Modality::text, Modality::audio}) out.stream(m, clips);
        labels(out, set, clips);
        ids(out, set, clips);
        out.writer().end_dict();
    }
    out.columns();
    out.writer().end_dict();
    out.writer().finish();

    ExportSummary s{{file}, set.size(), out.notes(), 0};
    const auto unknown =
        std::count_if(set.clips().begin(), set.clips().end(), [](const ClipInfo& c) { return c.label.empty(); });
    const Task& task = set.info().task;
    if (unknown)
        s.notes.push_back(std::to_string(unknown) + " clips have no label: theirs is " +
                          (pairs(task) ? "zero for yes and no." : "not a number."));
    if (task.kind == TaskKind::classification && !pairs(task))
        s.notes.push_back("The public code knows yes/no classes only: labels hold the number of the class.");
    s.notes.push_back("Word timings, feature names and times of steps are in the key 'mica' only.");
    s.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return s;
}

}  // namespace mica
