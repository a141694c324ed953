// What the kinds of `mica import` share. A kind is one file import_KIND.cpp with one function add_import_KIND, called
// in import.cpp.
#pragma once

#include "app/cli/command.h"
#include "datasets/import/import.h"

namespace mica::cli {

void add_import_grid(CLI::App& import, Context& context);
void add_import_clips(CLI::App& import, Context& context);
void add_import_csd(CLI::App& import, Context& context);
void add_import_pickle(CLI::App& import, Context& context);
void add_import_mmsa(CLI::App& import, Context& context);
void add_import_iemocap(CLI::App& import, Context& context);

/// What every import of media files takes.
struct MediaArguments {
    std::string folder, to, words = "hashed", acoustic = "mel";
    std::string vision_files, vision_columns = "usual", audio_files;
    FeatureOptions features;
    bool json = false;
};

/// `folder` describes the folder that is imported; `vectors` are the option's names.
void add_media_arguments(CLI::App& command, MediaArguments& arguments, const char* folder, const char* vectors);
[[nodiscard]] FeatureOptions feature_options(const MediaArguments& arguments);

/// Prints what came out on standard output, as JSON where asked for, and what was left out on standard error.
void report_import(const ImportSummary& summary, bool json);

}  // namespace mica::cli
