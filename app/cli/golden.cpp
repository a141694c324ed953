// mica golden FILE...: the program's own code against files of golden values.
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "core/runs/golden.h"
#include "datasets/types/error.h"

namespace mica::cli {

void add_golden(CLI::App& app, Context& context) {
    struct Arguments {
        std::vector<std::string> files;
        GoldenOptions options;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("golden", "run files of golden values through this program and print deviations as JSON");
    command->add_option("FILE", arguments->files, "HDF5 files with inputs, weights and expected values")->required();
    command->add_flag("--double", arguments->options.use_double, "compute in double precision (default: single)");
    command->add_option("--tolerance", arguments->options.tolerance, "largest relative deviation that passes")
        ->check(CLI::Range(0.0, 1.0));
    command
        ->add_option_function<std::string>(
            "--kernels", [arguments](const std::string& name) { arguments->options.plain = name == "plain"; },
            "fused (default), or plain: the same as tensor operations")
        ->check(CLI::IsMember({"fused", "plain"}));
    command->callback([arguments, &context] {
        // one JSON object a file, in order; a file that cannot be checked does not hide the others
        std::size_t passed = 0;
        for (const std::string& file : arguments->files) {
            if (context.stop.stop_requested()) throw Cancelled();
            try {
                const GoldenReport report = check_golden(file, arguments->options);
                std::cout << to_json(report) << std::endl;
                if (report.ok) ++passed;
            } catch (const Error& e) {
                std::cerr << "mica: " << e.what() << "\n";
            }
        }
        if (passed < arguments->files.size()) context.exit = failed;
    });
}

}  // namespace mica::cli
