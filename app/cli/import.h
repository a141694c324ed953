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

/// Prints what came out on standard output, as JSON where asked for, and what was left out on standard error.
void report_import(const ImportSummary& summary, bool json);

}  // namespace mica::cli
