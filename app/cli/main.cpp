// The headless program: parses the command line, turns errors into one sentence and an exit code.
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include <unistd.h>

#include "app/cli/commands.h"
#include "core/training/stop_signals.h"
#include "core/training/threads.h"
#include "datasets/types/error.h"

namespace {

// Once: a request to stop; once more: the end.
void tell_of_stop(int before) {
    if (before > 0) _exit(mica::cli::interrupted);
    std::cerr << "\nstopping; once more to end at once\n";
}

}  // namespace

int main(int argc, char** argv) {
    mica::let_idle_threads_sleep(argv);
    using namespace mica::cli;
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of the write
    const std::stop_source source = mica::stop_on_signals(tell_of_stop);
    Context context{source.get_token()};
    CLI::App app{"MICA Workbench: crossmodal attention over video, speech and words", "mica"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "mica 0.1.0");
    app.option_defaults()->always_capture_default();
    add_sample(app, context);
    add_import(app, context);
    add_check(app, context);
    add_export(app, context);
    add_models(app, context);
    add_train(app, context);
    add_run(app, context);
    add_sweep(app, context);
    add_predict(app, context);
    add_compare(app, context);
    add_table(app, context);
    add_report(app, context);
    add_view(app, context);
    add_analyse(app, context);
    add_attend(app, context);
    add_inspect(app, context);
    add_bench(app, context);
    add_golden(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? done : wrong_usage;
    } catch (const mica::Cancelled&) {
        std::cerr << "interrupted\n";
        return interrupted;
    } catch (const std::exception& e) {
        std::cerr << "mica: " << e.what() << "\n";
        return failed;
    }
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "mica: standard output could not be written (disk full or closed)\n";
        return failed;
    }
    return context.exit;
}
