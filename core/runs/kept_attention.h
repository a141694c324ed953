// The attention of watched clips, kept after epochs in the run folder: attention/epoch-N.safetensors.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

/// Files larger than this are not made: their clips are told, and the training goes on.
inline constexpr std::size_t kLargestKeptFile = std::size_t{128} << 20;

/// Writes and thins the files of one run.
class AttentionKeeper {
public:
    /// most: epochs kept at most (0: none). When there are more, every second one goes: with 5 epochs in 4 places
    /// 0, 2 and 4 stay, later 0, 4 and 8; the newest is always among them.
    AttentionKeeper(std::filesystem::path run, int most) : run_(std::move(run)), most_(most) {}
    [[nodiscard]] bool keeps() const { return most_ > 0; }
    /// Whether that epoch is kept already.
    [[nodiscard]] bool has(int epoch) const;
    /// A resumed run: epochs that its checkpoint does not know go.
    void forget_after(int epoch) const;
    /// The clips as they are after that epoch (0: untrained), whole or not at all. Weights are rounded to half
    /// precision (a relative error of at most 2^-11, or an absolute one of 3e-8). Throws Error: disk full, ...
    void keep(int epoch, const std::vector<AttentionSnapshot>& clips) const;

private:
    std::filesystem::path run_;
    int most_;
};

/// Epochs of which the run keeps that clip's attention, ascending. Files that cannot be read are left out.
[[nodiscard]] std::vector<int> kept_epochs(const std::filesystem::path& run, const std::string& clip);
/// Throws Error: nothing kept of that epoch or clip (names what is), damaged file.
[[nodiscard]] AttentionSnapshot read_kept(const std::filesystem::path& run, int epoch, const std::string& clip);

}  // namespace mica
