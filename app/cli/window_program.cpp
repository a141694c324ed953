#include "app/cli/window_program.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "bench/process.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica::cli {

void run_window_program(const std::vector<std::string>& options, const std::string& what, const std::string& otherwise,
                        Context& context) {
    namespace fs = std::filesystem;
    const fs::path program = own_program().parent_path() / "mica-workbench";
    std::error_code ignored;
    if (!fs::exists(program, ignored))
        throw Error(what + " drawn by the window's program, which is not there", program.string(),
                    "Install mica-workbench beside mica" + (otherwise.empty() ? "" : ", or " + otherwise));
    std::vector<std::string> command{program.string()};
    command.insert(command.end(), options.begin(), options.end());
    std::vector<std::string> environment;
    if (!std::getenv("QT_QPA_PLATFORM")) environment.emplace_back("QT_QPA_PLATFORM=offscreen");
    const bench::Ended ended = bench::run_program(command, context.stop, environment);
    std::cout << ended.output;
    if (ended.exit < 0)
        throw Error("the window's program was ended by a signal", program.string(), "An older file is untouched");
    context.exit = ended.exit;
}

}  // namespace mica::cli
