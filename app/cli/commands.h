// Every command, in the order that `mica --help` lists them.
#pragma once

#include "app/cli/command.h"

namespace mica::cli {

void add_sample(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_models(CLI::App& app, Context& context);
void add_train(CLI::App& app, Context& context);
void add_run(CLI::App& app, Context& context);
void add_sweep(CLI::App& app, Context& context);
void add_predict(CLI::App& app, Context& context);
void add_compare(CLI::App& app, Context& context);
void add_table(CLI::App& app, Context& context);
void add_report(CLI::App& app, Context& context);
void add_view(CLI::App& app, Context& context);
void add_analyse(CLI::App& app, Context& context);
void add_attend(CLI::App& app, Context& context);
void add_inspect(CLI::App& app, Context& context);
void add_bench(CLI::App& app, Context& context);
void add_golden(CLI::App& app, Context& context);

}  // namespace mica::cli
