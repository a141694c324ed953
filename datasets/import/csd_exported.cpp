#include "datasets/import/csd_exported.h"

#include <array>
#include <chrono>
#include <cmath>
#include <optional>

#include "datasets/csd/sequence.h"
#include "datasets/export/columns.h"
#include "datasets/export/csd.h"
#include "datasets/store/h5_foreign.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

Columns read_columns(const std::filesystem::path& file) {
    const h5::Foreign source(file);
    Columns columns;
    for (const std::string& name : source.children("/", 1000)) {
        const h5::Node n = source.node(name);
        const std::size_t rows = n.shape.empty() ? 1 : n.shape[0];
        Column& c = columns[name];
        c.shape = n.shape;
        if (n.type == "u1")
            c.values = source.read<std::uint8_t>(name, 0, rows);
        else if (n.type == "u4")
            c.values = source.read<std::uint32_t>(name, 0, rows);
        else if (n.type == "u8")
            c.values = source.read<std::uint64_t>(name, 0, rows);
        else if (n.type == "f4")
            c.values = source.read<float>(name, 0, rows);
        else if (n.type == "f8")
            c.values = source.read<double>(name, 0, rows);
        else
            throw Error("has a column '" + name + "' of an unknown type", file.string(), "Export the set again");
    }
    return columns;
}

}  // namespace

bool is_exported_csd(const std::filesystem::path& folder) {
    std::error_code ec;
    return std::filesystem::is_regular_file(folder / kCsdColumns, ec);
}

ImportSummary import_exported_csd(const std::filesystem::path& folder, const std::filesystem::path& to,
                                  const Progress& progress, const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    const auto file = folder / kCsdColumns;
    const ColumnClips columns(read_columns(file), file.string());
    std::vector<std::string> own;
    for (std::size_t i = 0; i < columns.size(); ++i) own.push_back(columns.clip(i).info.id);
    const std::vector<std::string> ids = csd_ids(own);

    ImportSummary summary;
    summary.file = to;
    std::array<std::optional<Sequence>, 3> streams;
    SetWriter writer(to, columns.info());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(columns.size()), own[i]);
        Clip clip = columns.clip(i);
        for (const Modality m : kModalities) {
            Stream& s = clip.streams[index(m)];
            if (s.steps == 0) continue;
            auto& sequence = streams[index(m)];
            if (!sequence) sequence.emplace(folder / (std::string(name(m)) + ".csd"));
            const std::size_t at = sequence->find(ids[i]);
            if (at == sequence->entries().size())
                throw Error("lacks '" + ids[i] + "', or it is damaged", sequence->file().string(),
                            "Export the set again, or delete " + std::string(kCsdColumns) + " to read what is there");
            SequenceRows rows = sequence->read(at);
            if (rows.size() != s.steps || rows.features != s.features)
                throw Error("holds '" + ids[i] + "' in another size than the set had", sequence->file().string(),
                            "Delete " + std::string(kCsdColumns) + " to read the sequences as they are");
            s.values = std::move(rows.values);
        }
        writer.add(clip);
        ++summary.clips;
        if (clip.info.split != Split::none) ++summary.splits[static_cast<std::size_t>(clip.info.split)];
    }
    writer.finish();
    const auto made = open_set(to);
    summary.fingerprint = made->info().fingerprint;
    if (summary.fingerprint != columns.info().fingerprint)
        summary.notes.emplace_back("The sequences were changed since their export: this is not the same set.");
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

}  // namespace mica
