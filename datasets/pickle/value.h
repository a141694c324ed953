// What a pickle holds, as values: numbers lie in the value itself, everything else in the pickle's heap, whose objects
// point into the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace mica::pickle {

enum class Kind : std::uint8_t { none, boolean, integer, real, text, bytes, list, tuple, dict, array, type, function };

/// A value of 16 bytes. `index` is a place in the heap's store of that kind.
struct Value {
    Kind kind = Kind::none;
    union {
        std::int64_t integer = 0;
        double real;
        std::size_t index;
    };
};

/// The functions that a pickle may name. None of them is run: each describes an array, its type or its bytes.
enum class Function : std::uint8_t { reconstruct, scalar, ndarray, dtype, frombuffer, encode, bytes };

/// Text or bytes, where they lie in the file.
struct Span {
    std::uint64_t offset = 0;
    std::uint64_t stored = 0;  // bytes in the file
    /// Set where Python 3 wrote bytes as latin-1 text in UTF-8 (protocol 2 and older): the bytes that it stands for,
    /// and the place in the file of every kLatinStep-th of them.
    bool latin = false;
    std::uint64_t size = 0;  // bytes that it stands for; stored where it is not latin
    std::shared_ptr<const std::vector<std::uint64_t>> places{};
};
inline constexpr std::uint64_t kLatinStep = 1 << 16;

/// An item's type as numpy names it.
struct Type {
    char kind = 0;         // f i u b S U O
    std::size_t size = 0;  // bytes
    bool big = false;      // highest byte first
    /// "f4", "S17"; with ">" in front where the highest byte is first.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] bool number() const { return kind == 'f' || kind == 'i' || kind == 'u' || kind == 'b'; }
};

/// An array: where its items lie. Item (i, j, ..) is number i * strides[0] + j * strides[1] + .. of the payload.
struct Array {
    Type type;
    std::vector<std::size_t> shape;       // empty: a single item
    std::vector<std::size_t> strides;     // in items
    std::size_t items = 0;                // product of shape
    Span data;                            // but for objects
    std::size_t objects = 0;              // index of the list that holds the items of type O
    [[nodiscard]] bool in_order() const;  // C order: rows lie one after the other
};

/// All objects of a pickle. Lists never own each other, so that no depth can break anything.
struct Heap {
    std::deque<Span> spans;                // text, bytes
    std::deque<std::vector<Value>> lists;  // list, tuple; dict: key, value, key, value ...
    std::deque<Array> arrays;
    std::deque<Type> types;
};

}  // namespace mica::pickle
