// mica check FILE...: what is in files of any form, and what in it would spoil a training.
#include <array>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "datasets/check/check_file.h"
#include "datasets/types/error.h"
#include "datasets/types/clip.h"

namespace mica::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 3> kSeverities{"note", "warning", "problem"};
const char* word(Severity s) { return kSeverities.at(static_cast<std::size_t>(s)); }

Json by_split(const std::array<std::uint64_t, 4>& count) {
    Json j;
    for (std::size_t s = 0; s < count.size(); ++s) j[std::string(name(static_cast<Split>(s)))] = count[s];
    return j;
}

Json to_json(const CheckReport& r) {
    Json streams = Json::array(), labels = Json::array(), findings = Json::array();
    for (const CheckedStream& s : r.streams)
        streams.push_back({{"name", s.name},
                           {"type", s.type},
                           {"shape", s.shape},
                           {"samples", s.samples},
                           {"missing", s.missing},
                           {"shortest", s.shortest},
                           {"longest", s.longest},
                           {"mean_length", s.mean_length},
                           {"padding", s.padding},
                           {"lengths", s.lengths},
                           {"nan", s.nan},
                           {"infinite", s.infinite},
                           {"constant", s.constant},
                           {"feature_names", s.feature_names},
                           {"minimum", s.minimum},
                           {"maximum", s.maximum},
                           {"mean", s.mean},
                           {"deviation", s.deviation}});
    for (const LabelBin& b : r.labels) labels.push_back({{"name", b.name}, {"count", by_split(b.count)}});
    for (const Finding& f : r.findings)
        findings.push_back({{"severity", word(f.severity)},
                            {"rule", f.rule},
                            {"what", f.what},
                            {"effect", f.effect},
                            {"count", f.count},
                            {"clips", f.clips}});
    return {{"file", r.file},
            {"kind", r.kind},
            {"bytes", r.bytes},
            {"fingerprint", r.fingerprint},
            {"splits", by_split(r.splits)},
            {"streams", streams},
            {"labels", labels},
            {"findings", findings},
            {"seconds", r.seconds}};
}

void print_streams(const CheckReport& r) {
    if (r.streams.empty()) return;
    std::printf("  %-22s %-5s %-20s %8s %8s  %-20s %-8s %7s %8s %10s %10s %10s %10s\n", "stream", "type", "shape",
                "samples", "missing", "steps (mean)", "padding", "NaN", "infinite", "min", "max", "mean", "deviation");
    for (const CheckedStream& s : r.streams) {
        std::string shape, steps;
        for (const auto d : s.shape) shape += (shape.empty() ? "" : " x ") + std::to_string(d);
        char mean[32];
        std::snprintf(mean, sizeof mean, " (%.1f)", s.mean_length);
        steps = std::to_string(s.shortest) + " to " + std::to_string(s.longest) + mean;
        std::printf("  %-22s %-5s %-20s %8llu %8llu  %-20s %-8s %7llu %8llu %10.4g %10.4g %10.4g %10.4g\n",
                    s.name.c_str(), s.type.c_str(), shape.c_str(), static_cast<unsigned long long>(s.samples),
                    static_cast<unsigned long long>(s.missing), steps.c_str(), s.padding.c_str(),
                    static_cast<unsigned long long>(s.nan), static_cast<unsigned long long>(s.infinite), s.minimum,
                    s.maximum, s.mean, s.deviation);
    }
}

void print_labels(const CheckReport& r) {
    if (r.labels.empty()) return;
    std::printf("  %-22s %8s %8s %8s %8s\n", "label", "train", "valid", "test", "none");
    for (const LabelBin& b : r.labels)
        std::printf("  %-22s %8llu %8llu %8llu %8llu\n", b.name.c_str(), static_cast<unsigned long long>(b.count[0]),
                    static_cast<unsigned long long>(b.count[1]), static_cast<unsigned long long>(b.count[2]),
                    static_cast<unsigned long long>(b.count[3]));
}

void print(const CheckReport& r, std::size_t named) {
    std::printf("%s\n  %s, %llu bytes", r.file.c_str(), r.kind.c_str(), static_cast<unsigned long long>(r.bytes));
    const auto& n = r.splits;
    if (n[0] + n[1] + n[2] + n[3] > 0)
        std::printf("; %llu train, %llu valid, %llu test, %llu in no split", static_cast<unsigned long long>(n[0]),
                    static_cast<unsigned long long>(n[1]), static_cast<unsigned long long>(n[2]),
                    static_cast<unsigned long long>(n[3]));
    std::printf("\n");
    print_streams(r);
    print_labels(r);
    if (r.findings.empty()) std::printf("  nothing found that would harm a training\n");
    for (const Finding& f : r.findings) {
        std::printf("  %s [%s] %s\n      effect: %s\n", word(f.severity), f.rule.c_str(), f.what.c_str(),
                    f.effect.c_str());
        if (f.clips.size() < 2) continue;  // the sentence names the first
        std::string clips;
        for (std::size_t i = 0; i < std::min(named, f.clips.size()); ++i) clips += (i ? ", " : "") + f.clips[i];
        std::printf("      clips: %s%s\n", clips.c_str(), f.clips.size() > named ? ", .." : "");
    }
    std::fflush(stdout);
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
    struct Arguments {
        std::vector<std::string> files;
        bool json = false, strict = false;
        std::size_t named = 5;
    };
    auto a = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("check", "Tell what is in files and what in them would spoil a training");
    command
        ->add_option("FILE", a->files, "Sets, .csd, pickles, OpenFace, COVAREP, GloVe, word timings, tables of labels")
        ->required();
    command->add_flag("--json", a->json, "Print the reports as a JSON array on standard output");
    command->add_flag("--strict", a->strict, "Exit with 1 where a problem was found");
    command->add_option("--clips", a->named, "Clips that the printed report names for a finding");
    command->callback([a, &context] {
        // a file that cannot be checked does not hide the others
        Json all = Json::array();
        bool problem = false;
        for (const std::string& file : a->files) {
            if (context.stop.stop_requested()) throw Cancelled();
            try {
                const CheckReport report = check_file(file, progress_line("checking"), context.stop);
                if (a->json)
                    all.push_back(to_json(report));
                else
                    print(report, a->named);
                for (const Finding& f : report.findings) problem = problem || f.severity == Severity::problem;
            } catch (const Error& e) {
                std::cerr << "mica: " << e.what() << "\n";
                context.exit = failed;
            }
        }
        if (a->json) std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << std::endl;
        if (a->strict && problem) context.exit = failed;
    });
}

}  // namespace mica::cli
