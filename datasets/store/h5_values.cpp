#include "datasets/store/h5_values.h"

#include "datasets/store/h5_file.h"
#include "datasets/store/h5_foreign.h"
#include "datasets/types/error.h"

namespace mica {

H5Values read_h5(const std::filesystem::path& file, std::size_t limit) {
    h5::examine(file);
    const h5::Source source(file);
    H5Values out;
    out.attributes = source.attributes("/");
    for (const std::string& group : source.groups())
        for (auto& [name, value] : source.attributes(group)) out.attributes[group + "@" + name] = std::move(value);

    std::size_t total = 0;
    for (const std::string& path : source.datasets()) {
        for (auto& [name, value] : source.attributes(path)) out.attributes[path + "@" + name] = std::move(value);
        const h5::Node node = source.node(path);
        if (node.kind == h5::Kind::other) continue;
        std::size_t bytes = 0;
        if (__builtin_mul_overflow(node.values, sizeof(double), &bytes) ||
            __builtin_add_overflow(total, bytes, &total) || total > limit)
            throw Error("holds more than " + std::to_string(limit >> 20) + " MiB of values", file.string());
        if (node.kind == h5::Kind::text)
            out.strings[path] = source.read_text(path);
        else
            out.arrays[path] = {node.shape, source.read_all<double>(path, node.shape.size())};
    }
    return out;
}

}  // namespace mica
