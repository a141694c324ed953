// What h5_source.cpp and h5_sink.cpp share: the mutex, handles that close themselves, and errors in words.
// Includes hdf5.h: for files of this folder named h5_*.cpp only.
#pragma once

#include <hdf5.h>

#include <filesystem>
#include <mutex>
#include <string>
#include <utility>

#include "datasets/store/h5_file.h"
#include "datasets/types/error.h"

namespace mica::h5 {

/// Held around every call into HDF5.
std::mutex& library_mutex();
/// Starts the library once and silences its own printing. Call with the mutex held.
void start_library();
/// The system's reason behind the last failure (such as "No space left on device"), or an empty string.
std::string last_reason();
[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what, const std::string& remedy = {});

/// An HDF5 id with the function that closes it.
class Handle {
public:
    using Close = herr_t (*)(hid_t);
    Handle() = default;
    Handle(hid_t id, Close close) : id_(id), close_(close) {}
    Handle(Handle&& o) noexcept : id_(std::exchange(o.id_, -1)), close_(o.close_) {}
    Handle& operator=(Handle&& o) noexcept {
        if (this != &o) {
            reset();
            id_ = std::exchange(o.id_, -1);
            close_ = o.close_;
        }
        return *this;
    }
    ~Handle() { reset(); }
    void reset() {
        if (id_ >= 0) close_(id_);
        id_ = -1;
    }
    hid_t release() { return std::exchange(id_, -1); }
    [[nodiscard]] hid_t get() const { return id_; }
    explicit operator bool() const { return id_ >= 0; }

private:
    hid_t id_ = -1;
    Close close_ = nullptr;
};

template <Number T>
hid_t native() {
    if constexpr (std::same_as<T, float>)
        return H5T_NATIVE_FLOAT;
    else if constexpr (std::same_as<T, double>)
        return H5T_NATIVE_DOUBLE;
    else if constexpr (std::same_as<T, std::uint8_t>)
        return H5T_NATIVE_UINT8;
    else if constexpr (std::same_as<T, std::uint32_t>)
        return H5T_NATIVE_UINT32;
    else if constexpr (std::same_as<T, std::uint64_t>)
        return H5T_NATIVE_UINT64;
    else
        return H5T_NATIVE_INT64;
}

/// The type in the file: little-endian everywhere, so that files do not depend on the machine.
template <Number T>
hid_t stored() {
    if constexpr (std::same_as<T, float>)
        return H5T_IEEE_F32LE;
    else if constexpr (std::same_as<T, double>)
        return H5T_IEEE_F64LE;
    else if constexpr (std::same_as<T, std::uint8_t>)
        return H5T_STD_U8LE;
    else if constexpr (std::same_as<T, std::uint32_t>)
        return H5T_STD_U32LE;
    else if constexpr (std::same_as<T, std::uint64_t>)
        return H5T_STD_U64LE;
    else
        return H5T_STD_I64LE;
}

}  // namespace mica::h5
