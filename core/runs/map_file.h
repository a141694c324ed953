// Attention maps as files for other programs: HDF5, numpy, CSV. docs/export.md describes them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/inspection.h"
#include "datasets/types/steps.h"

namespace mica {

/// One map with all that a reader must know of it.
struct MapRecord {
    std::string run, clip, set, fingerprint;  // the set's name and fingerprint
    int epoch = 0;
    bool rounded = false;    // in half precision
    std::string change;      // of the clip or the model, before it looked; empty: as they are
    AttentionMap map;        // layer -1: the mean over layers
    std::vector<int> heads;  // number of each head, from 1; 0: the mean over all
    StepAxis target, source;
};

/// Those that are chosen, of every run. Throws Error as chosen_maps().
[[nodiscard]] std::vector<MapRecord> map_records(const Inspected& all, const MapChoice& choice);

/// Whether a file of that name is one of maps: .h5, .hdf5, .npz, .npy, .csv.
[[nodiscard]] bool is_map_file(const std::filesystem::path& file);

/// By the file's ending; whole or not at all. An .npy holds the weights of one map alone. Throws Error (another ending,
/// several maps for an .npy, cannot be written), Cancelled.
void write_maps(const std::vector<MapRecord>& maps, const std::filesystem::path& file,
                const std::stop_token& stop = {});

}  // namespace mica
