#include "datasets/export/padded.h"

#include <algorithm>

#include "datasets/export/columns.h"
#include "datasets/import/pickle_exported.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

template <class T>
constexpr std::string_view kType = "u1";
template <>
constexpr std::string_view kType<std::uint32_t> = "u4";
template <>
constexpr std::string_view kType<std::uint64_t> = "u8";
template <>
constexpr std::string_view kType<float> = "f4";
template <>
constexpr std::string_view kType<double> = "f8";

}  // namespace

PaddedExport::PaddedExport(const Dataset& set, std::filesystem::path file, bool left, const Progress& progress,
                           const std::stop_token& stop)
    : set_(set), left_(left), progress_(progress), stop_(stop), writer_(std::move(file)) {}

std::vector<Split> PaddedExport::splits() const {
    std::vector<Split> out{Split::train, Split::valid, Split::test};
    if (!set_.split(Split::none).empty()) out.push_back(Split::none);
    return out;
}

void PaddedExport::stream(Modality m, const std::vector<std::size_t>& clips) {
    const StreamInfo& info = set_.info().streams[index(m)];
    const std::size_t steps = std::max<std::size_t>(info.longest, 1),
                      features = std::max<std::size_t>(info.features, 1);
    std::vector<float> padded(steps * features);
    writer_.key(name(m));
    writer_.begin_array("f4", {clips.size(), steps, features});
    for (const std::size_t i : clips) {
        if (stop_.stop_requested()) throw Cancelled();
        if (done_ % 64 == 0) progress_(done_, static_cast<std::int64_t>(3 * set_.size()), std::string(name(m)));
        ++done_;
        std::fill(padded.begin(), padded.end(), 0.0f);
        if (set_.clips()[i].steps[index(m)] > 0) {
            const Clip c = set_.read(i);
            const std::vector<float>& v = c.streams[index(m)].values;
            std::copy(v.begin(), v.end(),
                      left_ ? padded.end() - static_cast<std::ptrdiff_t>(v.size()) : padded.begin());
        }
        writer_.values(padded.data(), padded.size() * sizeof(float));
    }
    writer_.end_array();
}

void PaddedExport::columns() {
    Columns all = columns_of(set_, stop_);
    all[std::string(kPaddingColumn)] = {{1}, std::vector<std::uint8_t>{left_}};
    writer_.key(kExportedKey);
    writer_.begin_dict();
    for (const auto& [name, column] : all) {
        writer_.key(name);
        std::visit(
            [&, &shape = column.shape](const auto& values) {
                writer_.array(kType<typename std::decay_t<decltype(values)>::value_type>, shape, values);
            },
            column.values);
    }
    writer_.end_dict();
}

std::vector<std::string> PaddedExport::notes() const {
    std::vector<std::string> out;
    for (const Modality m : kModalities) {
        if (set_.info().streams[index(m)].features == 0) {
            out.push_back("The set has no " + std::string(name(m)) + ": a single zero stands for it.");
            continue;
        }
        const auto missing = std::count_if(set_.clips().begin(), set_.clips().end(),
                                           [&](const ClipInfo& c) { return c.steps[index(m)] == 0; });
        if (missing)
            out.push_back(std::to_string(missing) + " clips have no " + std::string(name(m)) +
                          ": they are zero throughout.");
    }
    if (const std::size_t n = set_.split(Split::none).size())
        out.push_back(std::to_string(n) + " clips belong to no split: they stand under 'none', which nothing reads.");
    return out;
}

std::filesystem::path export_file(const Dataset& set, const std::filesystem::path& to, const std::string& ending) {
    std::error_code ec;
    const bool folder = std::filesystem::is_directory(to, ec) || !to.has_filename();
    const std::filesystem::path file = folder ? to / (set.path().stem().string() + ending) : to;
    if (std::filesystem::equivalent(file, set.path(), ec))
        throw Error("is the set itself", file.string(), "Give another name with --to");
    return file;
}

}  // namespace mica
