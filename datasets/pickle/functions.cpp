#include "datasets/pickle/functions.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "datasets/pickle/rows.h"
#include "datasets/types/error.h"

namespace mica::pickle {

namespace {

constexpr std::size_t kMostAxes = 32;       // numpy's own limit was 32 for long
constexpr std::size_t kMostItem = 1 << 20;  // bytes of an item of type S or U

[[noreturn]] void damaged(const Source& source, const std::string& what) {
    throw Error("is damaged: " + what, source.name(), "Copy it again");
}

Value value_of(Kind kind, std::size_t index) {
    Value v;
    v.kind = kind;
    v.index = index;
    return v;
}

// Bytes that Python 3 wrote as latin-1 text: every kLatinStep-th place is noted, once for each text.
void read_as_latin(const Source& source, Span& s, const std::stop_token& stop) {
    if (s.latin) return;
    auto places = std::make_shared<std::vector<std::uint64_t>>();
    std::vector<std::uint8_t> buffer(std::min<std::uint64_t>(s.stored, 1 << 20));
    std::uint64_t decoded = 0;
    bool lead = false;
    for (std::uint64_t at = 0; at < s.stored;) {
        if (stop.stop_requested()) throw Cancelled();
        const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), s.stored - at));
        source.read(s.offset + at, n, buffer.data());
        for (std::size_t i = 0; i < n; ++i) {
            const std::uint8_t c = buffer[i];
            if (lead) {
                if ((c & 0xc0) != 0x80) damaged(source, "bytes that are written as text do not end well");
                lead = false;
                continue;
            }
            if (c >= 0x80 && c != 0xc2 && c != 0xc3) damaged(source, "text holds more than bytes can");
            if (decoded % kLatinStep == 0) places->push_back(s.offset + at + i);
            ++decoded;
            lead = c >= 0x80;
        }
        at += n;
    }
    if (lead) damaged(source, "bytes that are written as text do not end well");
    s.latin = true;
    s.size = decoded;
    s.places = std::move(places);
}

Type type_of(const Source& source, std::string name) {
    Type t;
    const std::string whole = name;
    if (!name.empty() && std::string_view("<>|=").find(name[0]) != std::string_view::npos) {
        t.big = name[0] == '>';
        name.erase(0, 1);
    }
    if (!name.empty()) t.kind = name[0] == 'a' ? 'S' : name[0];
    std::size_t number = 0;
    bool good = name.size() >= 2 && name.size() < 9;
    for (std::size_t i = 1; i < name.size() && good; ++i) {
        good = name[i] >= '0' && name[i] <= '9';
        number = number * 10 + static_cast<std::size_t>(name[i] - '0');
    }
    if (name == "O") good = true;
    t.size = t.kind == 'U' ? 4 * number : number;
    const auto one_of = [&](std::initializer_list<std::size_t> sizes) {
        return std::find(sizes.begin(), sizes.end(), number) != sizes.end();
    };
    if (good) switch (t.kind) {
            case 'f':
                good = one_of({2, 4, 8});
                break;
            case 'i':
            case 'u':
                good = one_of({1, 2, 4, 8});
                break;
            case 'b':
                good = number == 1;
                break;
            case 'S':
            case 'U':
                good = t.size <= kMostItem;
                break;
            case 'O':
                break;
            default:
                good = false;
        }
    if (!good)
        throw Error("holds an array of type '" + whole + "', which is not read", source.name(),
                    "Numbers (f2 f4 f8 i1-i8 u1-u8 b1), texts (S, U) and objects are");
    return t;
}

class Caller {
public:
    Caller(const Source& source, Heap& heap, const std::stop_token& stop) : source_(source), heap_(heap), stop_(stop) {}

    Value reconstruct(const std::vector<Value>& a) {
        if (a.size() != 3 || a[0].kind != Kind::function || static_cast<Function>(a[0].index) != Function::ndarray)
            damaged(source_, "an array is not made as numpy makes it");
        heap_.arrays.emplace_back();
        return value_of(Kind::array, heap_.arrays.size() - 1);
    }

    Value dtype(const std::vector<Value>& a) {
        if (a.empty()) damaged(source_, "a type has no name");
        heap_.types.push_back(type_of(source_, short_text(source_, heap_, a[0])));
        return value_of(Kind::type, heap_.types.size() - 1);
    }

    Value scalar(const std::vector<Value>& a) {
        if (a.size() != 2 || a[0].kind != Kind::type) damaged(source_, "a number is not made as numpy makes it");
        Array s = shaped(heap_.types.at(a[0].index), {});
        if (s.type.kind == 'O') damaged(source_, "a single object stands as a number");
        s.data = bytes(a[1], s);
        heap_.arrays.push_back(std::move(s));
        return value_of(Kind::array, heap_.arrays.size() - 1);
    }

    // _frombuffer(buffer, type, shape, order, axes)
    Value frombuffer(const std::vector<Value>& a) {
        if (a.size() < 4 || a.size() > 5 || a[1].kind != Kind::type)
            damaged(source_, "an array is not made as numpy makes it");
        Array made = shaped(heap_.types.at(a[1].index), sizes(a[2]));
        if (made.type.kind == 'O') damaged(source_, "objects cannot lie in bytes");
        const std::string order = short_text(source_, heap_, a[3]);
        if (order == "F") {
            fortran(made);
        } else if (order == "K" && a.size() == 5 && a[4].kind != Kind::none) {
            transpose(made, sizes(a[4]));
        } else if (order != "C") {
            damaged(source_, "an array has an unknown order of its items");
        }
        made.data = bytes(a[0], made);
        heap_.arrays.push_back(std::move(made));
        return value_of(Kind::array, heap_.arrays.size() - 1);
    }

    Value encode(const std::vector<Value>& a) {
        const std::string as = a.size() == 2 ? short_text(source_, heap_, a[1]) : "";
        if ((as != "latin1" && as != "latin-1") || a[0].kind != Kind::text)
            throw Error("asks to encode text as '" + as + "', which is not read", source_.name());
        read_as_latin(source_, heap_.spans.at(a[0].index), stop_);
        Value v = a[0];
        v.kind = Kind::bytes;
        return v;
    }

    Value no_bytes(const std::vector<Value>& a) {
        if (!a.empty()) damaged(source_, "bytes are not made as Python makes them");
        heap_.spans.push_back({});
        return value_of(Kind::bytes, heap_.spans.size() - 1);
    }

    // (1, shape, type, fortran, bytes or list)
    void array_state(Array& array, Value state) {
        const std::vector<Value>& s = list(state, "an array's state");
        if (s.size() != 5 || s[2].kind != Kind::type) damaged(source_, "an array's state is not whole");
        Array made = shaped(heap_.types.at(s[2].index), sizes(s[1]));
        if (truth(s[3])) fortran(made);
        if (made.type.kind == 'O') {
            if (s[4].kind != Kind::list || heap_.lists.at(s[4].index).size() != made.items)
                damaged(source_, "an array of objects has not as many as its shape says");
            made.objects = s[4].index;
        } else {
            made.data = bytes(s[4], made);
        }
        array = std::move(made);
    }

    // (version, order, subtype, names, fields, size, alignment, flags)
    void type_state(Type& type, Value state) {
        const std::vector<Value>& s = list(state, "a type's state");
        if (s.size() < 7) damaged(source_, "a type's state is not whole");
        for (std::size_t i = 2; i < 5; ++i)
            if (s[i].kind != Kind::none)
                throw Error("holds an array of records, which is not read", source_.name(), "Save plain arrays");
        const std::string order = short_text(source_, heap_, s[1]);
        if (order.size() != 1 || std::string_view("<>|=").find(order[0]) == std::string_view::npos)
            damaged(source_, "a type has an unknown byte order");
        type.big = order == ">";
        // for S and U the size counts; the name may have said nothing of it
        if ((type.kind == 'S' || type.kind == 'U') && s[5].kind == Kind::integer && s[5].integer >= 0) {
            if (s[5].integer > static_cast<std::int64_t>(kMostItem)) damaged(source_, "a type is too large");
            type.size = static_cast<std::size_t>(s[5].integer);
        }
    }

private:
    const std::vector<Value>& list(Value v, const char* what) const {
        if (v.kind != Kind::tuple && v.kind != Kind::list) damaged(source_, std::string(what) + " is no tuple");
        return heap_.lists.at(v.index);
    }

    bool truth(Value v) const {
        if (v.kind != Kind::boolean && v.kind != Kind::integer) damaged(source_, "yes or no is expected");
        return v.integer != 0;
    }

    std::vector<std::size_t> sizes(Value v) const {
        std::vector<std::size_t> out;
        if (v.kind == Kind::integer && v.integer >= 0) return {static_cast<std::size_t>(v.integer)};
        const std::vector<Value>& all = list(v, "a shape");
        if (all.size() > kMostAxes) damaged(source_, "an array has too many axes");
        for (const Value& x : all) {
            if (x.kind != Kind::integer || x.integer < 0) damaged(source_, "a shape is not of counts");
            out.push_back(static_cast<std::size_t>(x.integer));
        }
        return out;
    }

    // C order; the number of bytes is known to fit 63 bits.
    Array shaped(const Type& type, std::vector<std::size_t> shape) const {
        Array a;
        a.type = type;
        a.items = 1;
        bool empty = false;
        for (const std::size_t n : shape) empty = empty || n == 0;
        for (const std::size_t n : shape) {
            std::size_t product = 0;
            if (!empty && (__builtin_mul_overflow(a.items, n, &product) || product > (std::size_t{1} << 62)))
                damaged(source_, "an array claims more than any file holds");
            a.items = empty ? 0 : product;
        }
        std::size_t bytes = 0;
        if (__builtin_mul_overflow(a.items, std::max<std::size_t>(type.size, 1), &bytes))
            damaged(source_, "an array claims more than any file holds");
        a.shape = std::move(shape);
        a.strides.assign(a.shape.size(), 0);
        std::size_t step = 1;
        for (std::size_t i = a.shape.size(); i-- > 0 && !empty;) {
            a.strides[i] = step;
            step *= a.shape[i];
        }
        return a;
    }

    static void fortran(Array& a) {
        std::size_t step = 1;
        for (std::size_t i = 0; i < a.shape.size() && a.items > 0; ++i) {
            a.strides[i] = step;
            step *= a.shape[i];
        }
    }

    // The array as it lies, its axes in another order.
    void transpose(Array& a, const std::vector<std::size_t>& axes) const {
        std::vector<std::size_t> seen = axes, all(a.shape.size());
        std::sort(seen.begin(), seen.end());
        std::iota(all.begin(), all.end(), std::size_t{0});
        if (seen != all) damaged(source_, "an array's axes do not fit its shape");
        const Array before = a;
        for (std::size_t i = 0; i < axes.size(); ++i) {
            a.shape[i] = before.shape[axes[i]];
            a.strides[i] = before.strides[axes[i]];
        }
    }

    Span bytes(Value v, const Array& a) const {
        if (v.kind != Kind::bytes) damaged(source_, "an array's values are no bytes");
        const Span& s = heap_.spans.at(v.index);
        const std::uint64_t size = s.latin ? s.size : s.stored;
        if (size != a.items * a.type.size)
            damaged(source_, "an array of " + std::to_string(a.items) + " values of type " + a.type.name() + " has " +
                                 std::to_string(size) + " bytes");
        return s;
    }

    const Source& source_;
    Heap& heap_;
    const std::stop_token& stop_;
};

struct Name {
    std::string_view module, name;
    Function function;
};
constexpr std::array kNames{Name{"numpy.core.multiarray", "_reconstruct", Function::reconstruct},
                            Name{"numpy._core.multiarray", "_reconstruct", Function::reconstruct},
                            Name{"numpy.core.multiarray", "scalar", Function::scalar},
                            Name{"numpy._core.multiarray", "scalar", Function::scalar},
                            Name{"numpy.core.numeric", "_frombuffer", Function::frombuffer},
                            Name{"numpy._core.numeric", "_frombuffer", Function::frombuffer},
                            Name{"numpy", "ndarray", Function::ndarray},
                            Name{"numpy", "dtype", Function::dtype},
                            Name{"_codecs", "encode", Function::encode},
                            Name{"__builtin__", "bytes", Function::bytes},
                            Name{"builtins", "bytes", Function::bytes}};

}  // namespace

std::optional<Function> function_named(std::string_view module, std::string_view name) {
    for (const Name& n : kNames)
        if (n.module == module && n.name == name) return n.function;
    return std::nullopt;
}

Value call(const Source& source, Heap& heap, Function function, const std::vector<Value>& arguments,
           const std::stop_token& stop) {
    Caller c(source, heap, stop);
    switch (function) {
        case Function::reconstruct:
            return c.reconstruct(arguments);
        case Function::scalar:
            return c.scalar(arguments);
        case Function::dtype:
            return c.dtype(arguments);
        case Function::frombuffer:
            return c.frombuffer(arguments);
        case Function::encode:
            return c.encode(arguments);
        case Function::bytes:
            return c.no_bytes(arguments);
        case Function::ndarray:
            break;
    }
    damaged(source, "numpy.ndarray is called, which numpy does not write");
}

void build(const Source& source, Heap& heap, Value object, Value state) {
    Caller c(source, heap, {});
    if (object.kind == Kind::array)
        c.array_state(heap.arrays.at(object.index), state);
    else if (object.kind == Kind::type)
        c.type_state(heap.types.at(object.index), state);
    else
        damaged(source, "something other than an array is given a state");
}

std::string short_text(const Source& source, const Heap& heap, Value v) {
    if (v.kind != Kind::text && v.kind != Kind::bytes) damaged(source, "a name is no text");
    const Span& s = heap.spans.at(v.index);
    const std::uint64_t size = s.latin ? s.size : s.stored;
    if (size > 4096) damaged(source, "a name is too long");
    std::string out(static_cast<std::size_t>(size), '\0');
    read_bytes(source, s, 0, out.size(), reinterpret_cast<std::uint8_t*>(out.data()));
    return out;
}

}  // namespace mica::pickle
