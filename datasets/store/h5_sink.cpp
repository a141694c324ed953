#include <algorithm>

#include <unistd.h>

#include "datasets/store/h5_handle.h"

namespace mica::h5 {

struct Sink::State {
    std::filesystem::path path;
    Handle file;
    /// Rows wait in memory until a chunk is full. A column that never fills one is written contiguously at the end.
    struct Column {
        hid_t native = -1, stored = -1;
        std::size_t row = 0;     // values of one; 0: a plain column
        std::size_t size = 0;    // bytes of a row
        hsize_t chunk_rows = 0;  // that a chunk holds
        hsize_t rows = 0;        // in the file
        std::vector<std::byte> waiting;
        Handle dataset;  // once there is a chunk
    };
    std::map<std::string, Column> columns;

    void create(const std::string& name, Column& c, bool chunked) const;
    void flush(const std::string& name, Column& c) const;
    [[noreturn]] void failed(const std::string& what) const {
        fail(path, what, "Make room on the disk or choose another folder");
    }
};

namespace {

// No time stamps and zeros in unused parts: the same calls give the same bytes.
Handle plain_plan() {
    Handle plan(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(plan.get(), false);
    return plan;
}

}  // namespace

Sink::Sink(std::filesystem::path file) : state_(std::make_unique<State>()) {
    const std::lock_guard lock(library_mutex());
    start_library();
    state_->path = std::move(file);
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG);
    state_->file = Handle(H5Fcreate(state_->path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access.get()), H5Fclose);
    if (!state_->file) fail(state_->path, "cannot be created", "Check that the folder can be written to");
}

Sink::~Sink() {
    const std::lock_guard lock(library_mutex());
    if (!state_->file) return;
    // An unfinished file: give its space back first, so that HDF5 can close it on a full disk as well.
    static_cast<void>(::truncate(state_->path.c_str(), 0) == 0);
    state_->columns.clear();
    state_->file.reset();
}

void Sink::group(const std::string& path) {
    const std::lock_guard lock(library_mutex());
    const Handle g(H5Gcreate2(state_->file.get(), path.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), H5Gclose);
    if (!g) state_->failed("cannot be written");
}

template <Number T>
void Sink::write(const std::string& path, const std::vector<std::size_t>& shape, const T* values) {
    const std::lock_guard lock(library_mutex());
    const std::vector<hsize_t> dims(shape.begin(), shape.end());
    const Handle space(
        dims.empty() ? H5Screate(H5S_SCALAR) : H5Screate_simple(static_cast<int>(dims.size()), dims.data(), nullptr),
        H5Sclose);
    const Handle plan = plain_plan();
    const Handle d(
        H5Dcreate2(state_->file.get(), path.c_str(), stored<T>(), space.get(), H5P_DEFAULT, plan.get(), H5P_DEFAULT),
        H5Dclose);
    if (!d) state_->failed("cannot be written");
    const bool empty = std::find(dims.begin(), dims.end(), hsize_t{0}) != dims.end();
    if (!empty && H5Dwrite(d.get(), native<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
        state_->failed("cannot be written");
}

// A chunk is far larger than a clip, so that a clip is one read (rarely two, where it lies across a border), and larger
// than HDF5's cache of chunks, which therefore stands aside.
constexpr std::size_t kChunkBytes = std::size_t{16} << 20;

void Sink::State::create(const std::string& name, Column& c, bool chunked) const {
    const int rank = c.row > 0 ? 2 : 1;
    const hsize_t held = c.waiting.size() / c.size;
    const hsize_t now[2] = {chunked ? 0 : held, c.row}, most[2] = {H5S_UNLIMITED, c.row};
    const hsize_t chunk[2] = {c.chunk_rows, c.row};
    const Handle space(H5Screate_simple(rank, now, chunked ? most : nullptr), H5Sclose);
    const Handle plan = plain_plan();
    if (chunked) {
        H5Pset_chunk(plan.get(), rank, chunk);
        H5Pset_fill_time(plan.get(), H5D_FILL_TIME_NEVER);  // every row is written; the rest is a hole of zeros
    }
    c.dataset = Handle(
        H5Dcreate2(file.get(), name.c_str(), c.stored, space.get(), H5P_DEFAULT, plan.get(), H5P_DEFAULT), H5Dclose);
    if (!c.dataset) failed("cannot be written");
}

void Sink::State::flush(const std::string& name, Column& c) const {
    if (!c.dataset) create(name, c, true);
    const int rank = c.row > 0 ? 2 : 1;
    const hsize_t held = c.waiting.size() / c.size;
    const hsize_t size[2] = {c.rows + held, c.row}, start[2] = {c.rows, 0}, count[2] = {held, c.row};
    if (H5Dset_extent(c.dataset.get(), size) < 0) failed("cannot be written");
    const Handle space(H5Dget_space(c.dataset.get()), H5Sclose),
        memory(H5Screate_simple(rank, count, nullptr), H5Sclose);
    H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start, nullptr, count, nullptr);
    if (H5Dwrite(c.dataset.get(), c.native, memory.get(), space.get(), H5P_DEFAULT, c.waiting.data()) < 0)
        failed("cannot be written");
    c.rows += held;
    c.waiting.clear();
}

template <Number T>
void Sink::column(const std::string& path, std::size_t row) {
    const std::lock_guard lock(library_mutex());
    State::Column& c = state_->columns[path];
    c.native = native<T>();
    c.stored = stored<T>();
    c.row = row;
    c.size = std::max<std::size_t>(row, 1) * sizeof(T);
    c.chunk_rows = std::max<hsize_t>(1, kChunkBytes / c.size);
}

template <Number T>
void Sink::append(const std::string& path, std::size_t rows, const T* values) {
    const std::lock_guard lock(library_mutex());
    State::Column& c = state_->columns.at(path);
    const auto* from = reinterpret_cast<const std::byte*>(values);
    for (std::size_t bytes = rows * c.size; bytes > 0;) {
        const std::size_t n = std::min<std::size_t>(bytes, c.chunk_rows * c.size - c.waiting.size());
        c.waiting.insert(c.waiting.end(), from, from + n);
        from += n;
        bytes -= n;
        if (c.waiting.size() == c.chunk_rows * c.size) state_->flush(path, c);
    }
}

void Sink::strings(const std::string& path, const std::vector<std::string>& values, std::size_t size) {
    const std::lock_guard lock(library_mutex());
    const hsize_t dims[2] = {values.size(), 1};
    const Handle space(H5Screate_simple(size > 0 ? 2 : 1, dims, nullptr), H5Sclose);
    const Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.get(), size > 0 ? size : H5T_VARIABLE);
    if (size > 0) H5Tset_strpad(type.get(), H5T_STR_NULLPAD);
    if (size == 0) H5Tset_cset(type.get(), H5T_CSET_UTF8);
    const Handle plan = plain_plan();
    const Handle d(
        H5Dcreate2(state_->file.get(), path.c_str(), type.get(), space.get(), H5P_DEFAULT, plan.get(), H5P_DEFAULT),
        H5Dclose);
    if (!d) state_->failed("cannot be written");
    if (values.empty()) return;
    std::string bytes;
    std::vector<const char*> pointers;
    for (const std::string& v : values) {
        if (size > 0) bytes += (v + std::string(size, '\0')).substr(0, size);
        pointers.push_back(v.c_str());
    }
    const void* data = size > 0 ? static_cast<const void*>(bytes.data()) : pointers.data();
    if (H5Dwrite(d.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0) state_->failed("cannot be written");
}

void Sink::attribute(const std::string& object, const std::string& name, const H5Attribute& value) {
    const std::lock_guard lock(library_mutex());
    const Handle o(H5Oopen(state_->file.get(), object.c_str(), H5P_DEFAULT), H5Oclose);
    const Handle scalar(H5Screate(H5S_SCALAR), H5Sclose);
    const auto put = [&](hid_t type, hid_t memory, hid_t space, const void* data) {
        const Handle a(H5Acreate2(o.get(), name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
        if (!a || H5Awrite(a.get(), memory, data) < 0) state_->failed("cannot be written");
    };
    if (const auto* d = std::get_if<double>(&value)) {
        put(H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, scalar.get(), d);
    } else if (const auto* i = std::get_if<std::int64_t>(&value)) {
        put(H5T_STD_I64LE, H5T_NATIVE_INT64, scalar.get(), i);
    } else if (const auto* b = std::get_if<bool>(&value)) {
        // as h5py does it, so that Python reads a bool
        const Handle type(H5Tenum_create(H5T_STD_I8LE), H5Tclose);
        std::int8_t v = 0;
        H5Tenum_insert(type.get(), "FALSE", &v);
        v = 1;
        H5Tenum_insert(type.get(), "TRUE", &v);
        v = *b ? 1 : 0;
        put(type.get(), type.get(), scalar.get(), &v);
    } else if (const auto* s = std::get_if<std::string>(&value)) {
        // Of fixed length, as HDF5 1.10 can crash on a damaged heap of variable ones; such an attribute has at most
        // 64 KiB.
        const bool fixed = s->size() < 60000;
        const Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
        H5Tset_size(type.get(), fixed ? s->size() + 1 : H5T_VARIABLE);
        H5Tset_cset(type.get(), H5T_CSET_UTF8);
        const char* p = s->c_str();
        put(type.get(), type.get(), scalar.get(), fixed ? static_cast<const void*>(p) : &p);
    } else {
        const auto& v = std::get<std::vector<double>>(value);
        const hsize_t n = v.size();
        const Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose);
        put(H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, space.get(), v.data());
    }
}

void Sink::close() {
    const std::lock_guard lock(library_mutex());
    for (auto& [name, c] : state_->columns) {
        if (c.dataset) {
            if (!c.waiting.empty()) state_->flush(name, c);
            continue;
        }
        state_->create(name, c, false);
        if (!c.waiting.empty() &&
            H5Dwrite(c.dataset.get(), c.native, H5S_ALL, H5S_ALL, H5P_DEFAULT, c.waiting.data()) < 0)
            state_->failed("cannot be written");
    }
    if (H5Fflush(state_->file.get(), H5F_SCOPE_GLOBAL) < 0) state_->failed("cannot be written");
    state_->columns.clear();
    const hid_t id = state_->file.release();
    if (H5Fclose(id) < 0) {
        state_->file = Handle(id, H5Fclose);
        state_->failed("cannot be written");
    }
}

#define MICA_H5_TYPE(T)                                                                          \
    template void Sink::write<T>(const std::string&, const std::vector<std::size_t>&, const T*); \
    template void Sink::column<T>(const std::string&, std::size_t);                              \
    template void Sink::append<T>(const std::string&, std::size_t, const T*);
MICA_H5_TYPE(float)
MICA_H5_TYPE(double)
MICA_H5_TYPE(std::uint8_t)
MICA_H5_TYPE(std::uint32_t)
MICA_H5_TYPE(std::uint64_t)
MICA_H5_TYPE(std::int64_t)

}  // namespace mica::h5
