#include "bench/peer.h"

#include <algorithm>
#include <sstream>

#include "bench/process.h"
#include "datasets/types/error.h"

namespace mica::bench {
namespace {

// The script knows no devices: its tensors are made on CUDA by default, and its clock waits until the device is done.
constexpr const char* kOnCuda =
    "import runpy, sys, time, torch\n"
    "torch.set_default_device('cuda')\n"
    "clock = time.perf_counter\n"
    "time.perf_counter = lambda: (torch.cuda.synchronize(), clock())[1]\n"
    "sys.argv = sys.argv[1:]\n"
    "runpy.run_path(sys.argv[0], run_name='__main__')\n";

}  // namespace

PeerFigures measure_peer(const Peer& peer, const std::string& preset, std::int64_t batch, bool losses,
                         std::int64_t mmd_rows, int threads, int steps, const std::stop_token& stop) {
    if (!std::filesystem::exists(peer.script))
        throw Error("there is no yardstick", peer.script.string(), "Name its mica_pytorch.py with --peer-script");
    std::vector<std::string> command{peer.python};
    if (peer.device == "cuda") command.insert(command.end(), {"-c", kOnCuda});
    command.insert(command.end(), {peer.script.string(), "--bench", preset});
    command.insert(command.end(), {"--batch", std::to_string(batch), "--steps", std::to_string(steps)});
    command.insert(command.end(), {"--mmd-rows", std::to_string(mmd_rows), "--threads", std::to_string(threads)});
    if (!losses) command.emplace_back("--backbone");
    const Ended ended = run_program(command, stop);
    PeerFigures f;
    f.peak_bytes = peer.device == "cuda" ? 0 : ended.peak_bytes;
    // "mosi batch 4 full step 3.210 s, 1.25 samples/s, peak 3.80 GiB", a line a step
    std::istringstream lines(ended.output);
    for (std::string line; std::getline(lines, line);) {
        const auto at = line.find(" samples/s");
        const auto from = at == std::string::npos ? at : line.rfind(' ', at - 1);
        if (from != std::string::npos) f.samples = std::max(f.samples, std::stod(line.substr(from + 1, at - from - 1)));
    }
    if (ended.exit != 0 || f.samples == 0)
        throw Error(ended.exit < 0 ? "the yardstick was killed (most likely for memory)"
                                   : "the yardstick failed with exit code " + std::to_string(ended.exit),
                    peer.python, "Try a smaller --peer-batch, and an interpreter that has torch and numpy");
    return f;
}

}  // namespace mica::bench
