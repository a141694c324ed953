// Analyses of a trained model on a set: what speaks for its attention, and what against. No torch here, so that the
// window may call them. Each streams over the clips, is stopped by its token (Cancelled) and gives the same bits for
// the same input and seed. All throw Error (a pair, layer or head that the model lacks, no clips, ...).
#pragma once

#include <functional>
#include <stop_token>

#include "core/reports/evidence.h"
#include "core/training/session.h"
#include "datasets/types/progress.h"

namespace mica {

/// Share of target elements whose most attended source element truly belongs to them (Table 6).
[[nodiscard]] CorrAccEvidence corr_acc_evidence(ModelSession& session, const EvidenceWish& wish,
                                                const Progress& progress, const std::stop_token& stop);

/// Of every checkpoint of the run, and what its training measured on validation. Kept in the run's folder "analysis",
/// by checkpoint content and set fingerprint, where that can be written; read from there when it is asked again.
[[nodiscard]] ADistanceEvidence a_distance_evidence(const std::filesystem::path& run,
                                                    const std::shared_ptr<const Dataset>& set, const EvidenceWish& wish,
                                                    const Progress& progress, const std::stop_token& stop);

/// Queries and keys of a block in two or three dimensions. `coarse`, where given, is called with what there is so far.
[[nodiscard]] Projection projection_evidence(ModelSession& session, const EvidenceWish& wish,
                                             const ProjectionWish& projection, const Progress& progress,
                                             const std::stop_token& stop,
                                             const std::function<void(const Projection&)>& coarse = {});

/// Distances of matched and unmatched pairs of elements of a block.
[[nodiscard]] DistanceEvidence distance_evidence(ModelSession& session, const EvidenceWish& wish,
                                                 const BlockChoice& block, const Progress& progress,
                                                 const std::stop_token& stop);

/// What the prediction loses with each stream.
[[nodiscard]] ContributionEvidence contribution_evidence(ModelSession& session, const EvidenceWish& wish,
                                                         Removal removal, const Progress& progress,
                                                         const std::stop_token& stop);

/// Whether hiding what a block attends changes the prediction more than hiding as much at random.
[[nodiscard]] FaithfulnessEvidence faithfulness_evidence(ModelSession& session, const EvidenceWish& wish,
                                                         const FaithfulnessWish& faithfulness, const Progress& progress,
                                                         const std::stop_token& stop);

/// Checkpoints of a run that can be opened: "epoch-N" in order, then "best" and "last".
[[nodiscard]] std::vector<std::string> checkpoints_in(const std::filesystem::path& run);

}  // namespace mica
