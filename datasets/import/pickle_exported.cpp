#include "datasets/import/pickle_exported.h"

#include <bit>

#include "datasets/pickle/rows.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

template <class T>
std::vector<T> values_of(const pickle::Pickle& p, const pickle::Array& a) {
    std::vector<T> out(a.items);
    pickle::read_bytes(p.source(), a.data, 0, out.size() * sizeof(T), reinterpret_cast<std::uint8_t*>(out.data()));
    return out;
}

}  // namespace

Columns exported_columns(const pickle::Pickle& p, pickle::Value dict) {
    static_assert(std::endian::native == std::endian::little, "columns are read as they lie");
    Columns out;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < p.size(dict); ++i) {
        const std::string name = p.text(p.key(dict, i));
        const pickle::Array& a = p.array(p.value(dict, i));
        // the same array may stand under many names
        total += a.items * a.type.size;
        if (total > p.source().size())
            throw Error("is damaged: its columns claim more than it holds", p.source().name(), "Export the set again");
        Column c;
        c.shape = a.shape;
        const std::string type = a.type.name();
        if (!a.in_order() || a.type.kind == 'O')
            throw Error("is damaged: the column '" + name + "' is no plain array", p.source().name());
        if (type == "u1")
            c.values = values_of<std::uint8_t>(p, a);
        else if (type == "u4")
            c.values = values_of<std::uint32_t>(p, a);
        else if (type == "u8")
            c.values = values_of<std::uint64_t>(p, a);
        else if (type == "f4")
            c.values = values_of<float>(p, a);
        else if (type == "f8")
            c.values = values_of<double>(p, a);
        else
            throw Error("is damaged: the column '" + name + "' is of type " + type, p.source().name());
        out.insert_or_assign(name, std::move(c));
    }
    return out;
}

}  // namespace mica
