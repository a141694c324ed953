// A derived set: another set seen through options. Nothing is copied; what a clip holds is computed when it is read.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"
#include "datasets/views/view_options.h"

namespace mica {

/// Safe to use from several threads, as every Dataset. Its fingerprint is a digest of the base set's and of the
/// options' one spelling; with options that change nothing it is the base set's.
class View final : public Dataset {
public:
    /// Reads the times and words of the clips whose lengths depend on them, and no values. Throws Error: an option that
    /// does not fit the set (names the clip), no training clips to normalise by; Cancelled.
    View(std::shared_ptr<const Dataset> base, const ViewOptions& options, const Progress& progress = no_progress,
         const std::stop_token& stop = {});
    ~View() override;

    [[nodiscard]] const DatasetInfo& info() const override;
    [[nodiscard]] const std::vector<ClipInfo>& clips() const override;
    /// Measures the training split first where values are normalised and nobody has.
    [[nodiscard]] Clip read(std::size_t i) const override;
    [[nodiscard]] Clip read_outline(std::size_t i) const override;
    /// The base set's file.
    [[nodiscard]] const std::filesystem::path& path() const override;

    [[nodiscard]] const Dataset& base() const;
    [[nodiscard]] const ViewOptions& options() const;
    /// Where clip i stands in the base set.
    [[nodiscard]] std::size_t base_index(std::size_t i) const;
    /// Measures now what read() would measure at its first call: one pass over the training split, kept from then on.
    /// Others wait for it; where it is cancelled or fails, the next caller begins anew. Throws Error, Cancelled.
    void measure(const Progress& progress, const std::stop_token& stop) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
