// Writes a pickle of protocol 4 that plain Python with numpy opens: dicts, texts, lists of texts, and arrays whose
// values come piece by piece.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mica::pickle {

/// Beside the file, renamed by finish(); a writer that is destroyed before leaves nothing behind. Values are written
/// as this machine holds them (little-endian). Throws Error, disk full included.
class Writer {
public:
    explicit Writer(std::filesystem::path file);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// In a dict, key() stands before every value.
    void begin_dict();
    void end_dict();
    void key(std::string_view name);

    void texts(const std::vector<std::string>& all);
    /// type: "f4", "u1", "i8", "S12" ...; then exactly the array's bytes through values(), in C order.
    void begin_array(std::string_view type, const std::vector<std::size_t>& shape);
    void values(const void* data, std::size_t bytes);
    void end_array();
    template <class T>
    void array(std::string_view type, const std::vector<std::size_t>& shape, const std::vector<T>& all) {
        begin_array(type, shape);
        values(all.data(), all.size() * sizeof(T));
        end_array();
    }

    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica::pickle
