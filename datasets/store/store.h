// The native set file: one HDF5 file with ragged streams as concatenated rows, offsets and intervals, so
// that a clip is one contiguous read per stream; ids, splits, labels, words, links and provenance beside.
// docs/set-format.md describes every group and field.
#pragma once

#include <filesystem>
#include <memory>

#include "datasets/types/dataset.h"

namespace mica {

/// Opens a native set for reading. Throws Error (missing, truncated, of another format or version, sizes
/// that do not fit together).
[[nodiscard]] std::shared_ptr<Dataset> open_set(const std::filesystem::path& file);

/// Writes a set clip by clip. The file appears under its name only when finish() returns; a writer that is
/// destroyed before leaves no file behind and an older set of that name untouched.
class SetWriter {
public:
    /// info.streams: features must be set for every stream that clips will have. `longest` and
    /// `fingerprint` are computed here.
    SetWriter(std::filesystem::path file, DatasetInfo info);
    ~SetWriter();
    SetWriter(const SetWriter&) = delete;
    SetWriter& operator=(const SetWriter&) = delete;

    /// Checks the clip (finite values, sizes, times in order, id unique) and appends it. Throws Error.
    void add(const Clip& clip);
    /// Fills index, fingerprint and provenance, syncs to disk and renames. Throws Error (disk full, ...).
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
