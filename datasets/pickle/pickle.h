// A Python pickle that holds arrays, texts, numbers, lists and dicts, read without Python. A pickle is a program: this
// reader knows the few instructions and names that such data need, describes what they would make, runs none of them
// and refuses everything else by name. Arrays stay in the file until their rows are asked for (rows.h).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/pickle/source.h"
#include "datasets/pickle/value.h"

namespace mica::pickle {

/// Safe to read from several threads at once.
class Pickle {
public:
    /// Reads all but the payloads of arrays (bytes that Python 3 wrote as text for protocol 2 are scanned once). Needs
    /// at most 10 times the file's size + 64 MiB of memory, far less for files of arrays. Throws Error: damaged,
    /// truncated, asks for what is not read; Cancelled.
    explicit Pickle(const std::filesystem::path& file, const std::stop_token& stop = {});
    Pickle(std::vector<std::uint8_t> bytes, std::string name);

    [[nodiscard]] const Source& source() const { return *source_; }
    [[nodiscard]] Value root() const { return root_; }

    /// Entries of a list, tuple or dict; rows of an array (1 for a single item); 0 for anything else.
    [[nodiscard]] std::size_t size(Value v) const;
    /// Entry i of a list or tuple. Lists may hold each other or themselves: who walks a pickle limits the depth.
    [[nodiscard]] Value at(Value list, std::size_t i) const;
    [[nodiscard]] Value key(Value dict, std::size_t i) const;
    [[nodiscard]] Value value(Value dict, std::size_t i) const;
    /// The value of a text key, the last where there are several; nothing where v is no dict.
    [[nodiscard]] std::optional<Value> find(Value v, std::string_view key) const;
    /// Throws Error where v is no array.
    [[nodiscard]] const Array& array(Value v) const;
    /// Item i (in C order) of an array of objects.
    [[nodiscard]] Value object(const Array& a, std::size_t i) const;
    /// Text or bytes of up to 16 MiB, and single items of type S and U; UTF-8. Throws Error.
    [[nodiscard]] std::string text(Value v) const;
    /// A number or boolean, or an array of one number. Throws Error.
    [[nodiscard]] double number(Value v) const;
    [[nodiscard]] bool is_text(Value v) const;
    [[nodiscard]] bool is_number(Value v) const;

private:
    void load(const std::stop_token& stop);
    std::shared_ptr<Source> source_;
    Heap heap_;
    Value root_;
};

}  // namespace mica::pickle
