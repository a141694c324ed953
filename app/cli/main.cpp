// The headless program: parses the command line, turns errors into one sentence and an exit code.
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <thread>

#include <pthread.h>
#include <unistd.h>

#include "app/cli/commands.h"
#include "core/training/threads.h"
#include "datasets/types/error.h"

namespace {

// Signals are taken by one waiting thread, so that nothing but a request to stop happens in their name.
std::stop_source stop_on_signals() {
    std::stop_source source;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::thread([source, set]() mutable {
        for (int count = 0;; ++count) {
            int signal = 0;
            if (sigwait(&set, &signal) != 0) return;
            if (count > 0) _exit(mica::cli::interrupted);
            std::cerr << "\nstopping; once more to end at once\n";
            source.request_stop();
        }
    }).detach();
    return source;
}

}  // namespace

int main(int argc, char** argv) {
    mica::let_idle_threads_sleep(argv);
    using namespace mica::cli;
    std::signal(SIGPIPE, SIG_IGN);
    const std::stop_source source = stop_on_signals();
    Context context{source.get_token()};
    CLI::App app{"MICA Workbench: crossmodal attention over video, speech and words", "mica"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "mica 0.1.0");
    app.option_defaults()->always_capture_default();
    add_sample(app, context);
    add_import(app, context);
    add_check(app, context);
    add_export(app, context);
    add_train(app, context);
    add_predict(app, context);
    add_compare(app, context);
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
