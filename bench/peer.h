// The yardstick: MICA in plain PyTorch, run as a program of its own beside this one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace mica::bench {

struct Peer {
    std::string python;            // an interpreter that has torch
    std::filesystem::path script;  // mica_pytorch.py
    std::string device = "cpu";    // "cuda": on the first device, waiting for it where the script looks at its clock
};

struct PeerFigures {
    double samples = 0;     // per second, the best of its steps
    double peak_bytes = 0;  // of the process; 0 on CUDA: not measured
};

/// Throws Error: it cannot be started, fails (most likely for memory) or says nothing that can be read.
[[nodiscard]] PeerFigures measure_peer(const Peer& peer, const std::string& preset, std::int64_t batch, bool losses,
                                       std::int64_t mmd_rows, int threads, int steps, const std::stop_token& stop);

}  // namespace mica::bench
