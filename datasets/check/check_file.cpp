#include "datasets/check/check_file.h"

#include <chrono>

#include "datasets/check/form.h"
#include "datasets/check/gathered.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using check::Form;

check::Gathered gathered(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop) {
    switch (check::form_of(file)) {
        case Form::set:
            return check::check_set(file, progress, stop);
        case Form::sequence:
            return check::check_sequence(file, progress, stop);
        case Form::pickle:
            return check::check_pickle(file, progress, stop);
        case Form::textgrid:
            return check::check_words(file, "TextGrid");
        case Form::align:
            return check::check_words(file, "align");
        case Form::srt:
            return check::check_words(file, "SubRip");
        case Form::vtt:
            return check::check_words(file, "WebVTT");
        case Form::words_json:
            return check::check_words(file, "JSON");
        case Form::table:
            return check::check_table(file);
        case Form::openface:
            return check::check_openface(file, stop);
        case Form::matlab:
            return check::check_covarep(file);
        case Form::glove:
            return check::check_vectors(file, progress, stop);
    }
    throw Error("is of no form that this program reads", file.string());
}

}  // namespace

CheckReport check_file(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    try {
        check::Gathered g = gathered(file, progress, stop);
        g.report.file = file.string();
        std::error_code ec;
        g.report.bytes = std::filesystem::file_size(file, ec);
        CheckReport report = check::judged(std::move(g));
        report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return report;
    } catch (const std::bad_alloc&) {
        throw Error("is too large for this machine's memory", file.string());
    }
}

}  // namespace mica
