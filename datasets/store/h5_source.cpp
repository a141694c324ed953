#include <algorithm>
#include <cstring>
#include <fstream>
#include <optional>

#include "datasets/store/h5_handle.h"

namespace mica::h5 {

namespace {

bool plain_chunks(hid_t dataset) {
    const Handle plan(H5Dget_create_plist(dataset), H5Pclose);
    return H5Pget_layout(plan.get()) == H5D_CHUNKED && H5Pget_nfilters(plan.get()) == 0;
}

}  // namespace

struct Source::State {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    Handle file;
    std::map<std::string, Handle> open;  // data sets stay open: a clip is then one read per stream

    const Handle& dataset(const std::string& name) {
        if (const auto it = open.find(name); it != open.end()) return it->second;
        Handle h(H5Dopen2(file.get(), name.c_str(), H5P_DEFAULT), H5Dclose);
        if (h && plain_chunks(h.get())) {
            // without a cache of chunks only the rows that are asked for are read, and all of them at once
            const Handle access(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose);
            H5Pset_chunk_cache(access.get(), H5D_CHUNK_CACHE_NSLOTS_DEFAULT, 0, H5D_CHUNK_CACHE_W0_DEFAULT);
            h.reset();
            h = Handle(H5Dopen2(file.get(), name.c_str(), access.get()), H5Dclose);
        }
        if (!h) throw Error("has no readable field '" + name + "'", path.string());
        const Handle plan(H5Dget_create_plist(h.get()), H5Pclose);
        if (!plan || H5Pget_layout(plan.get()) == H5D_VIRTUAL || H5Pget_external_count(plan.get()) != 0)
            throw Error("field '" + name + "' lies in other files, which are not followed", path.string());
        return open.emplace(name, std::move(h)).first->second;
    }
};

namespace {

// HDF5's own message for a foreign file is long and misses the point, so the signature is looked at first.
void check_signature(const std::filesystem::path& path) {
    std::error_code ec;
    const auto status = std::filesystem::status(path, ec);
    if (!std::filesystem::exists(status)) throw Error("there is no such file", path.string());
    if (std::filesystem::is_directory(status)) throw Error("is a folder, not a file", path.string());
    if (!std::filesystem::is_regular_file(status)) throw Error("is not a regular file", path.string());
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error("cannot be opened for reading", path.string(), "Check who may read it");
    char head[8] = {};
    in.read(head, sizeof head);
    if (in.gcount() == 0) throw Error("is empty", path.string());
    // MATLAB and others put a block of their own before it, of 512 bytes or a power of two times that.
    for (std::streamoff at = 512; std::memcmp(head, "\211HDF\r\n\032\n", 8) != 0; at *= 2) {
        if (at <= 1 << 20 && in.seekg(at) && in.read(head, sizeof head)) continue;
        throw Error("is not an HDF5 file", path.string());
    }
}

std::vector<std::size_t> extent(hid_t space) {
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank <= 0) return {};
    std::vector<hsize_t> dims(static_cast<std::size_t>(rank));
    H5Sget_simple_extent_dims(space, dims.data(), nullptr);
    return {dims.begin(), dims.end()};
}

// h5py writes a bool as an enumeration over one byte.
bool is_bool(hid_t type) {
    return H5Tget_class(type) == H5T_ENUM && H5Tget_size(type) == 1 && H5Tget_nmembers(type) == 2;
}

bool is_number(hid_t type) {
    const H5T_class_t c = H5Tget_class(type);
    return c == H5T_INTEGER || c == H5T_FLOAT || is_bool(type);
}

std::string type_name(hid_t type) {
    const std::string size = std::to_string(H5Tget_size(type));
    if (is_bool(type)) return "b1";
    if (H5Tget_class(type) == H5T_FLOAT) return "f" + size;
    if (H5Tget_class(type) == H5T_INTEGER) return (H5Tget_sign(type) == H5T_SGN_NONE ? "u" : "i") + size;
    if (H5Tget_class(type) == H5T_STRING) return H5Tis_variable_str(type) > 0 ? "S" : "S" + size;
    return {};
}

// One memory type for strings of a file type, of its own character set (HDF5 refuses to mix them).
Handle string_type(hid_t file_type, bool variable) {
    Handle t(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_cset(t.get(), H5Tget_cset(file_type));
    H5Tset_size(t.get(), variable ? H5T_VARIABLE : H5Tget_size(file_type) + 1);
    return t;
}

// `count` strings through read(memory type, buffer).
template <class Read>
std::vector<std::string> strings(hid_t type, hid_t space, std::size_t count, const Read& read) {
    std::vector<std::string> out;
    const bool variable = H5Tis_variable_str(type) > 0;
    const Handle memory = string_type(type, variable);
    if (variable) {
        std::vector<char*> p(count, nullptr);
        if (read(memory.get(), static_cast<void*>(p.data())) < 0) return out;
        for (const char* s : p) out.emplace_back(s ? s : "");
        H5Dvlen_reclaim(memory.get(), space, H5P_DEFAULT, p.data());
    } else {
        const std::size_t size = H5Tget_size(memory.get());
        std::vector<char> buffer(count * size + 1, '\0');
        if (read(memory.get(), static_cast<void*>(buffer.data())) < 0) return out;
        for (std::size_t i = 0; i < count; ++i) {
            const char* s = buffer.data() + i * size;
            out.emplace_back(s, strnlen(s, size));
        }
    }
    return out;
}

struct Listing {
    std::vector<std::string> groups, datasets;
};

herr_t visit(hid_t, const char* name, const H5O_info_t* info, void* out) {
    if (std::strcmp(name, ".") == 0) return 0;
    auto& listing = *static_cast<Listing*>(out);
    if (info->type == H5O_TYPE_GROUP) listing.groups.emplace_back(name);
    if (info->type == H5O_TYPE_DATASET) listing.datasets.emplace_back(name);
    return 0;
}

Listing list(hid_t file, const std::filesystem::path& path) {
    Listing l;
    if (H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, visit, &l, H5O_INFO_BASIC) < 0)
        fail(path, "is damaged: its index cannot be read");
    std::sort(l.groups.begin(), l.groups.end());
    std::sort(l.datasets.begin(), l.datasets.end());
    return l;
}

}  // namespace

Source::Source(std::filesystem::path file) : state_(std::make_unique<State>()) {
    check_signature(file);
    const std::lock_guard lock(library_mutex());
    start_library();
    state_->path = std::move(file);
    std::error_code ec;
    state_->bytes = std::filesystem::file_size(state_->path, ec);
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG);
    H5Pset_sieve_buf_size(access.get(), 0);  // clips are read here and there: what lies behind one is of no use
    state_->file = Handle(H5Fopen(state_->path.c_str(), H5F_ACC_RDONLY, access.get()), H5Fclose);
    if (!state_->file)
        throw Error("is truncated or damaged: HDF5 cannot open it", state_->path.string(), "Make or copy it again");
}

Source::~Source() {
    const std::lock_guard lock(library_mutex());
    state_->open.clear();
    state_->file.reset();
}

const std::filesystem::path& Source::path() const { return state_->path; }
std::uint64_t Source::bytes() const { return state_->bytes; }

bool Source::has(const std::string& object) const {
    const std::lock_guard lock(library_mutex());
    // every part of the path has to exist before the next can be asked for
    for (std::size_t at = object.find('/'); at != std::string::npos; at = object.find('/', at + 1))
        if (at > 0 && H5Lexists(state_->file.get(), object.substr(0, at).c_str(), H5P_DEFAULT) <= 0) return false;
    return H5Lexists(state_->file.get(), object.c_str(), H5P_DEFAULT) > 0;
}

std::vector<std::string> Source::groups() const {
    const std::lock_guard lock(library_mutex());
    return list(state_->file.get(), state_->path).groups;
}

std::vector<std::string> Source::datasets() const {
    const std::lock_guard lock(library_mutex());
    return list(state_->file.get(), state_->path).datasets;
}

std::vector<std::string> Source::children(const std::string& group, std::size_t most) const {
    const std::lock_guard lock(library_mutex());
    const Handle g(H5Gopen2(state_->file.get(), group.c_str(), H5P_DEFAULT), H5Gclose);
    if (!g) throw Error("has no readable group '" + group + "'", state_->path.string());
    struct Names {
        std::vector<std::string> all;
        std::size_t most;
    } names{{}, most};
    const auto add = [](hid_t, const char* name, const H5L_info_t* link, void* out) -> herr_t {
        auto& n = *static_cast<Names*>(out);
        if (link->type != H5L_TYPE_HARD) return 0;
        if (n.all.size() >= n.most) return 1;
        n.all.emplace_back(name);
        return 0;
    };
    const herr_t end = H5Literate(g.get(), H5_INDEX_NAME, H5_ITER_NATIVE, nullptr, add, &names);
    if (end < 0) fail(state_->path, "is damaged: the group '" + group + "' cannot be read");
    if (end > 0)
        throw Error("group '" + group + "' holds more than " + std::to_string(most) + " fields", state_->path.string());
    std::sort(names.all.begin(), names.all.end());
    return std::move(names.all);
}

Node Source::node(const std::string& dataset) const {
    const std::lock_guard lock(library_mutex());
    const Handle& d = state_->dataset(dataset);
    const Handle type(H5Dget_type(d.get()), H5Tclose), space(H5Dget_space(d.get()), H5Sclose);
    const Handle plan(H5Dget_create_plist(d.get()), H5Pclose);
    Node n;
    n.path = dataset;
    n.shape = extent(space.get());
    if (H5Sget_simple_extent_type(space.get()) == H5S_NULL) n.values = 0;
    for (const std::size_t s : n.shape)
        if (__builtin_mul_overflow(n.values, s, &n.values))
            throw Error("field '" + dataset + "' claims an impossible size", state_->path.string());
    n.stored = H5Dget_storage_size(d.get());
    n.compressed = H5Pget_nfilters(plan.get()) > 0;
    n.type = type_name(type.get());
    n.bytes = n.type == "S" ? 0 : H5Tget_size(type.get());
    if (is_number(type.get()))
        n.kind = Kind::number;
    else if (H5Tget_class(type.get()) == H5T_STRING)
        n.kind = Kind::text;
    return n;
}

template <Number T>
void Source::read(const std::string& dataset, std::size_t first, std::size_t rows, T* out) const {
    if (rows == 0) return;
    const std::lock_guard lock(library_mutex());
    const Handle& d = state_->dataset(dataset);
    const Handle type(H5Dget_type(d.get()), H5Tclose), space(H5Dget_space(d.get()), H5Sclose);
    if (!is_number(type.get())) throw Error("field '" + dataset + "' does not hold numbers", state_->path.string());
    const std::vector<std::size_t> shape = extent(space.get());
    Handle memory;
    if (!shape.empty()) {
        if (first > shape[0] || rows > shape[0] - first)
            throw Error("field '" + dataset + "' is shorter than the file's index says", state_->path.string());
        std::vector<hsize_t> start(shape.size(), 0), count(shape.begin(), shape.end());
        start[0] = first;
        count[0] = rows;
        H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
        memory = Handle(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr), H5Sclose);
    }
    // A bool's enumeration is read as the byte below it.
    std::vector<std::uint8_t> bytes;
    if (is_bool(type.get())) {
        hssize_t n = H5Sget_select_npoints(space.get());
        bytes.resize(static_cast<std::size_t>(n));
        if (H5Dread(d.get(), type.get(), memory ? memory.get() : H5S_ALL, memory ? space.get() : H5S_ALL, H5P_DEFAULT,
                    bytes.data()) < 0)
            fail(state_->path, "field '" + dataset + "' cannot be read: the file is damaged");
        std::copy(bytes.begin(), bytes.end(), out);
        return;
    }
    if (H5Dread(d.get(), native<T>(), memory ? memory.get() : H5S_ALL, memory ? space.get() : H5S_ALL, H5P_DEFAULT,
                out) < 0)
        fail(state_->path, "field '" + dataset + "' cannot be read: the file is damaged");
}

template <Number T>
std::vector<T> Source::read_all(const std::string& dataset, std::size_t rank) const {
    const Node n = node(dataset);
    if (n.kind != Kind::number) throw Error("field '" + dataset + "' does not hold numbers", state_->path.string());
    if (n.shape.size() != rank)
        throw Error("field '" + dataset + "' has " + std::to_string(n.shape.size()) + " dimensions, not " +
                        std::to_string(rank),
                    state_->path.string());
    // at least a bit of the file per value, however well it is compressed
    if (n.values / 1100 > state_->bytes)
        throw Error("field '" + dataset + "' claims more values than the file can hold", state_->path.string());
    std::vector<T> out(n.values);
    if (n.values > 0) read<T>(dataset, 0, n.shape.empty() ? 1 : n.shape[0], out.data());
    return out;
}

std::string Source::read_text(const std::string& dataset) const {
    const Node n = node(dataset);
    if (n.kind != Kind::text || n.values > state_->bytes)
        throw Error("field '" + dataset + "' does not hold text", state_->path.string());
    const std::lock_guard lock(library_mutex());
    const Handle& d = state_->dataset(dataset);
    const Handle type(H5Dget_type(d.get()), H5Tclose), space(H5Dget_space(d.get()), H5Sclose);
    const std::vector<std::string> lines = strings(type.get(), space.get(), n.values, [&](hid_t memory, void* out) {
        return H5Dread(d.get(), memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, out);
    });
    if (lines.size() != n.values) fail(state_->path, "field '" + dataset + "' cannot be read: the file is damaged");
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i ? "\n" : "") + lines[i];
    return text;
}

std::vector<std::string> Source::read_strings(const std::string& dataset, std::size_t first, std::size_t rows) const {
    const Node n = node(dataset);
    const std::size_t all = n.shape.empty() ? 1 : n.shape[0];
    if (n.kind != Kind::text || n.values != all || first > all || rows > all - first)
        throw Error("field '" + dataset + "' does not hold one text a row", state_->path.string());
    if (rows == 0) return {};
    const std::lock_guard lock(library_mutex());
    const Handle& d = state_->dataset(dataset);
    const Handle type(H5Dget_type(d.get()), H5Tclose), space(H5Dget_space(d.get()), H5Sclose);
    Handle memory(H5Screate(H5S_SCALAR), H5Sclose);
    if (!n.shape.empty()) {
        std::vector<hsize_t> start(n.shape.size(), 0), count(n.shape.begin(), n.shape.end());
        start[0] = first;
        count[0] = rows;
        H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
        memory = Handle(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr), H5Sclose);
    }
    std::vector<std::string> out = strings(type.get(), memory.get(), rows, [&](hid_t as, void* to) {
        return H5Dread(d.get(), as, memory.get(), space.get(), H5P_DEFAULT, to);
    });
    if (out.size() != rows) fail(state_->path, "field '" + dataset + "' cannot be read: the file is damaged");
    return out;
}

void Source::forget(const std::string& dataset) const {
    const std::lock_guard lock(library_mutex());
    state_->open.erase(dataset);
}

namespace {

// The value of one attribute, or nothing where no H5Attribute can hold it.
std::optional<H5Attribute> attribute_value(hid_t a) {
    const Handle type(H5Aget_type(a), H5Tclose), space(H5Aget_space(a), H5Sclose);
    const hssize_t points = H5Sget_simple_extent_npoints(space.get());
    if (points < 0 || points > (1 << 20)) return std::nullopt;
    const auto count = static_cast<std::size_t>(points);
    const bool scalar = H5Sget_simple_extent_type(space.get()) == H5S_SCALAR;
    if (H5Tget_class(type.get()) == H5T_STRING) {
        const std::vector<std::string> all =
            strings(type.get(), space.get(), count, [&](hid_t memory, void* to) { return H5Aread(a, memory, to); });
        if (all.size() != 1) return std::nullopt;
        return H5Attribute(std::in_place_type<std::string>, all.front());
    }
    if (is_bool(type.get()) && scalar) {
        std::uint8_t b = 0;
        if (H5Aread(a, type.get(), &b) < 0) return std::nullopt;
        return H5Attribute(std::in_place_type<bool>, b != 0);
    }
    if (!is_number(type.get()) || is_bool(type.get())) return std::nullopt;
    if (scalar && H5Tget_class(type.get()) == H5T_INTEGER) {
        std::int64_t i = 0;
        if (H5Aread(a, H5T_NATIVE_INT64, &i) < 0) return std::nullopt;
        return H5Attribute(std::in_place_type<std::int64_t>, i);
    }
    if (scalar) {
        double d = 0;
        if (H5Aread(a, H5T_NATIVE_DOUBLE, &d) < 0) return std::nullopt;
        return H5Attribute(std::in_place_type<double>, d);
    }
    std::vector<double> v(count);
    if (count > 0 && H5Aread(a, H5T_NATIVE_DOUBLE, v.data()) < 0) return std::nullopt;
    return H5Attribute(std::in_place_type<std::vector<double>>, std::move(v));
}

}  // namespace

std::optional<H5Attribute> Source::attribute(const std::string& object, const std::string& name) const {
    const std::lock_guard lock(library_mutex());
    const Handle o(H5Oopen(state_->file.get(), object.c_str(), H5P_DEFAULT), H5Oclose);
    if (!o) throw Error("has no object '" + object + "'", state_->path.string());
    const Handle a(H5Aopen(o.get(), name.c_str(), H5P_DEFAULT), H5Aclose);
    if (!a) return std::nullopt;
    return attribute_value(a.get());
}

std::map<std::string, H5Attribute> Source::attributes(const std::string& object) const {
    const std::lock_guard lock(library_mutex());
    const Handle o(H5Oopen(state_->file.get(), object.c_str(), H5P_DEFAULT), H5Oclose);
    if (!o) throw Error("has no object '" + object + "'", state_->path.string());
    std::map<std::string, H5Attribute> all;
    H5O_info_t info;
    if (H5Oget_info2(o.get(), &info, H5O_INFO_NUM_ATTRS) < 0)
        fail(state_->path, "is damaged: the attributes of '" + object + "' cannot be read");
    for (hsize_t i = 0; i < info.num_attrs; ++i) {
        const Handle a(H5Aopen_by_idx(o.get(), ".", H5_INDEX_NAME, H5_ITER_INC, i, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
        if (!a) fail(state_->path, "is damaged: the attributes of '" + object + "' cannot be read");
        const ssize_t size = H5Aget_name(a.get(), 0, nullptr);
        std::string name(static_cast<std::size_t>(std::max<ssize_t>(size, 0)) + 1, '\0');
        H5Aget_name(a.get(), name.size(), name.data());
        name.pop_back();
        if (auto value = attribute_value(a.get())) all.emplace(std::move(name), std::move(*value));
    }
    return all;
}

#define MICA_H5_TYPE(T)                                                                    \
    template void Source::read<T>(const std::string&, std::size_t, std::size_t, T*) const; \
    template std::vector<T> Source::read_all<T>(const std::string&, std::size_t) const;
MICA_H5_TYPE(float)
MICA_H5_TYPE(double)
MICA_H5_TYPE(std::uint8_t)
MICA_H5_TYPE(std::uint32_t)
MICA_H5_TYPE(std::uint64_t)
MICA_H5_TYPE(std::int64_t)

}  // namespace mica::h5
