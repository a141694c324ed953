#include "datasets/pickle/machine.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#include "datasets/pickle/functions.h"
#include "datasets/pickle/instructions.h"
#include "datasets/types/error.h"

namespace mica::pickle {

namespace {

constexpr std::size_t kLine = 4096;      // longest line of a text instruction
constexpr std::size_t kMemoGap = 65536;  // how far a memo number may lie beyond the last

class Machine {
public:
    Machine(const Source& source, Heap& heap, const std::stop_token& stop)
        : source_(source), heap_(heap), stop_(stop), budget_(8 * source.size() + (std::uint64_t{32} << 20)) {
        heap_.lists.emplace_back();  // the empty tuple
    }

    Value run() {
        for (std::uint64_t steps = 0;; ++steps) {
            if (steps % 4096 == 0 && stop_.stop_requested()) throw Cancelled();
            start_ = at();
            const std::uint8_t op = byte();
            if (op == STOP) {
                if (stack_.empty()) damaged("it ends with nothing");
                return stack_.back();
            }
            step(op);
        }
    }

private:
    [[noreturn]] void damaged(const std::string& what) const {
        if (start_ == 0) throw Error("is no pickle", source_.name());
        throw Error("is damaged at byte " + std::to_string(start_) + ": " + what, source_.name(), "Copy it again");
    }

    // What the heap takes, generously counted: vectors grow by doubling.
    void charge(std::uint64_t bytes) {
        used_ += bytes;
        if (used_ > budget_)
            throw Error("asks for more memory than its " + std::to_string(source_.size()) + " bytes justify",
                        source_.name(), "Save arrays, not lists of single values");
    }

    // Bytes come through a window that moves on.
    [[nodiscard]] std::uint64_t at() const { return base_ + next_; }
    void need(std::size_t count) {
        if (window_.size() - next_ >= count) return;
        const std::uint64_t from = at();
        if (count > source_.size() - from) ends_early();
        window_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kWindow, source_.size() - from)));
        source_.read(from, window_.size(), window_.data());
        base_ = from;
        next_ = 0;
    }
    [[noreturn]] void ends_early() const {
        throw Error("is truncated: it ends at byte " + std::to_string(source_.size()) + " in the middle of a value",
                    source_.name(), "Copy it again");
    }
    std::uint8_t byte() {
        need(1);
        return window_[next_++];
    }
    std::uint64_t little(std::size_t bytes) {
        need(bytes);
        std::uint64_t v = 0;
        for (std::size_t i = 0; i < bytes; ++i) v |= std::uint64_t{window_[next_ + i]} << (8 * i);
        next_ += bytes;
        return v;
    }
    std::string line() {
        std::string s;
        for (std::uint8_t c = byte(); c != '\n'; c = byte()) {
            if (s.size() == kLine) damaged("a line is too long");
            s += static_cast<char>(c);
        }
        if (!s.empty() && s.back() == '\r') s.pop_back();
        return s;
    }
    void skip(std::uint64_t count) {
        if (count > source_.size() - at()) ends_early();
        if (count <= window_.size() - next_) {
            next_ += static_cast<std::size_t>(count);
            return;
        }
        base_ = at() + count;
        next_ = 0;
        window_.clear();
    }

    void push(Value v) {
        if (stack_.size() >= peak_) {
            ++peak_;
            charge(3 * sizeof(Value));
        }
        stack_.push_back(v);
    }
    Value pop() {
        if (stack_.size() <= (marks_.empty() ? 0 : marks_.back())) damaged("a value is missing");
        const Value v = stack_.back();
        stack_.pop_back();
        return v;
    }
    Value& top() {
        if (stack_.size() <= (marks_.empty() ? 0 : marks_.back())) damaged("a value is missing");
        return stack_.back();
    }
    // Everything since the last mark.
    std::vector<Value> pop_to_mark() {
        if (marks_.empty()) damaged("a mark is missing");
        const auto from = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
        std::vector<Value> out(from, stack_.end());
        stack_.erase(from, stack_.end());
        marks_.pop_back();
        return out;
    }

    void push_kind(Kind kind, std::int64_t integer = 0) {
        Value v;
        v.kind = kind;
        v.integer = integer;
        push(v);
    }
    void push_real(double x) {
        Value v;
        v.kind = Kind::real;
        v.real = x;
        push(v);
    }
    void push_list(Kind kind, std::vector<Value> values) {
        charge(64 + 2 * sizeof(Value) * values.size());
        heap_.lists.push_back(std::move(values));
        Value v;
        v.kind = kind;
        v.index = heap_.lists.size() - 1;
        push(v);
    }
    void push_span(Kind kind, std::uint64_t size) {
        charge(2 * sizeof(Span));
        heap_.spans.push_back({at(), size});
        heap_.spans.back().size = size;
        skip(size);
        Value v;
        v.kind = kind;
        v.index = heap_.spans.size() - 1;
        push(v);
    }
    void append(Kind kind, const std::vector<Value>& values) {
        const Value to = top();
        if (to.kind != kind) damaged("values are added to something that holds none");
        if (kind == Kind::dict && values.size() % 2 != 0) damaged("a key has no value");
        charge(3 * sizeof(Value) * values.size());
        auto& list = heap_.lists[to.index];
        list.insert(list.end(), values.begin(), values.end());
    }

    void put(std::uint64_t number) {
        if (number >= memo_.size()) {
            if (number - memo_.size() > kMemoGap) damaged("a memo number is out of range");
            charge(3 * (sizeof(Value) + 1) * (number + 1 - memo_.size()));
            memo_.resize(static_cast<std::size_t>(number) + 1);
            known_.resize(memo_.size());
        }
        memo_[static_cast<std::size_t>(number)] = top();
        known_[static_cast<std::size_t>(number)] = 1;
    }
    void get(std::uint64_t number) {
        if (number >= memo_.size() || !known_[static_cast<std::size_t>(number)]) damaged("a memo is missing");
        push(memo_[static_cast<std::size_t>(number)]);
    }

    void global(const std::string& module, const std::string& name) {
        const auto f = function_named(module, name);
        if (!f)
            throw Error("asks to run " + printable(module + "." + name) + " (at byte " + std::to_string(start_) +
                            "); it is not run, and nothing of the file is read",
                        source_.name(), "Only plain numpy arrays, texts, numbers, lists and dicts are read");
        push_kind(Kind::function, static_cast<std::int64_t>(*f));
    }
    // A name as it may stand in a message.
    static std::string printable(std::string s) {
        if (s.size() > 100) s = s.substr(0, 100) + "...";
        for (char& c : s)
            if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e) c = '?';
        return s;
    }

    void reduce() {
        const Value arguments = pop(), f = pop();
        if (f.kind != Kind::function || arguments.kind != Kind::tuple) damaged("a call is not one");
        charge(sizeof(Array) + 512);  // whatever it makes; an array's shape has at most 32 axes
        push(call(source_, heap_, static_cast<Function>(f.index), heap_.lists[arguments.index], stop_));
    }

    // A line of text. What is escaped in it does not lie in the file as it is meant, and is not read.
    void text_line(std::uint8_t op) {
        const std::uint64_t from = at();
        std::uint64_t size = 0;
        bool escaped = false;
        std::uint8_t first = 0, last = 0;
        for (std::uint8_t c = byte(); c != '\n'; c = byte(), ++size) {
            if (size == 0) first = c;
            last = c;
            escaped = escaped || c == '\\';
        }
        if (escaped) refuse(op);
        const bool quoted = op == STRING;
        if (quoted && (size < 2 || first != last || (first != '\'' && first != '"'))) damaged("a text has no quotes");
        charge(2 * sizeof(Span));
        const std::uint64_t inner = quoted ? size - 2 : size;
        heap_.spans.push_back({from + (quoted ? 1 : 0), inner});
        heap_.spans.back().size = inner;
        Value v;
        v.kind = quoted ? Kind::bytes : Kind::text;
        v.index = heap_.spans.size() - 1;
        push(v);
    }

    std::int64_t integer(const std::string& s) const {
        std::int64_t v = 0;
        const auto r = std::from_chars(s.data(), s.data() + s.size(), v);
        if (s.empty() || r.ec != std::errc() || r.ptr != s.data() + s.size())
            damaged("'" + printable(s) + "' is no integer of 64 bits");
        return v;
    }
    void long1() {
        const std::size_t size = byte();
        need(size);
        std::uint64_t v = 0;
        const bool negative = size > 0 && (window_[next_ + size - 1] & 0x80);
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint8_t b = window_[next_ + i];
            if (i < 8)
                v |= std::uint64_t{b} << (8 * i);
            else if (b != (negative ? 0xff : 0))
                damaged("an integer has more than 64 bits");
        }
        for (std::size_t i = size; i < 8 && negative; ++i) v |= std::uint64_t{0xff} << (8 * i);
        if (size > 8 && (v >> 63) != (negative ? 1u : 0u)) damaged("an integer has more than 64 bits");
        next_ += size;
        push_kind(Kind::integer, static_cast<std::int64_t>(v));
    }
    void text_integer() {
        std::string s = line();
        if (s == "00" || s == "01") return push_kind(Kind::boolean, s == "01");
        if (!s.empty() && s.back() == 'L') s.pop_back();
        push_kind(Kind::integer, integer(s));
    }
    void text_real() {
        const std::string s = line();
        double x = 0;
        const auto r = std::from_chars(s.data(), s.data() + s.size(), x);
        if (r.ec != std::errc() || r.ptr != s.data() + s.size()) damaged("'" + printable(s) + "' is no number");
        push_real(x);
    }

    void step(std::uint8_t op);
    void tuple(std::size_t count) {
        std::vector<Value> v(count);
        while (count > 0) v[--count] = pop();
        push_list(Kind::tuple, std::move(v));
    }
    [[noreturn]] void refuse(std::uint8_t op) const {
        for (const Refused& r : kRefused)
            if (r.op == op)
                throw Error("uses the pickle instruction " + std::string(r.name) + " (at byte " +
                                std::to_string(start_) + "), which plain arrays do not need and which is not followed",
                            source_.name(), "Save it again with pickle protocol 4");
        damaged("there is no pickle instruction " + std::to_string(op));
    }

    static constexpr std::uint64_t kWindow = 1 << 16;
    const Source& source_;
    Heap& heap_;
    const std::stop_token& stop_;
    std::uint64_t budget_, used_ = 0, start_ = 0, base_ = 0;
    std::vector<std::uint8_t> window_;
    std::size_t next_ = 0, peak_ = 0;
    std::vector<Value> stack_, memo_;
    std::vector<std::uint8_t> known_;
    std::vector<std::size_t> marks_;
};

void Machine::step(std::uint8_t op) {
    switch (op) {
        case PROTO:
            if (byte() > 5) damaged("it is written in a later protocol than 5");
            return;
        case FRAME:
            if (little(8) > source_.size() - at()) ends_early();
            return;
        case MARK:
            charge(3 * sizeof(std::size_t));
            marks_.push_back(stack_.size());
            return;
        case POP:
            if (!marks_.empty() && marks_.back() == stack_.size())
                marks_.pop_back();
            else
                (void)pop();
            return;
        case POP_MARK:
            (void)pop_to_mark();
            return;
        case DUP:
            return push(top());
        case NONE:
            return push_kind(Kind::none);
        case NEWTRUE:
            return push_kind(Kind::boolean, 1);
        case NEWFALSE:
            return push_kind(Kind::boolean, 0);
        case BININT:
            return push_kind(Kind::integer, static_cast<std::int32_t>(little(4)));
        case BININT1:
            return push_kind(Kind::integer, byte());
        case BININT2:
            return push_kind(Kind::integer, static_cast<std::int64_t>(little(2)));
        case LONG1:
            return long1();
        case INT:
        case LONG:
            return text_integer();
        case FLOAT:
            return text_real();
        case STRING:
        case UNICODE:
            return text_line(op);
        case BINFLOAT: {
            std::uint64_t v = 0;
            for (int i = 0; i < 8; ++i) v = v << 8 | byte();
            return push_real(std::bit_cast<double>(v));
        }
        case SHORT_BINUNICODE:
            return push_span(Kind::text, byte());
        case BINUNICODE:
            return push_span(Kind::text, little(4));
        case BINUNICODE8:
            return push_span(Kind::text, little(8));
        case SHORT_BINBYTES:
        case SHORT_BINSTRING:
            return push_span(Kind::bytes, byte());
        case BINBYTES:
        case BINSTRING:
            return push_span(Kind::bytes, little(4));
        case BINBYTES8:
        case BYTEARRAY8:
            return push_span(Kind::bytes, little(8));
        case EMPTY_TUPLE:
            return push_kind(Kind::tuple, 0);
        case EMPTY_LIST:
            return push_list(Kind::list, {});
        case EMPTY_DICT:
            return push_list(Kind::dict, {});
        case TUPLE:
            return push_list(Kind::tuple, pop_to_mark());
        case TUPLE1:
            return tuple(1);
        case TUPLE2:
            return tuple(2);
        case TUPLE3:
            return tuple(3);
        case LIST:
            return push_list(Kind::list, pop_to_mark());
        case DICT: {
            std::vector<Value> all = pop_to_mark();
            if (all.size() % 2 != 0) damaged("a key has no value");
            return push_list(Kind::dict, std::move(all));
        }
        case APPEND: {
            const Value v = pop();
            return append(Kind::list, {v});
        }
        case APPENDS: {
            const std::vector<Value> all = pop_to_mark();
            return append(Kind::list, all);
        }
        case SETITEM: {
            const Value v = pop(), k = pop();
            return append(Kind::dict, {k, v});
        }
        case SETITEMS: {
            const std::vector<Value> all = pop_to_mark();
            return append(Kind::dict, all);
        }
        case PUT:
            return put(static_cast<std::uint64_t>(integer(line())));
        case BINPUT:
            return put(byte());
        case LONG_BINPUT:
            return put(little(4));
        case MEMOIZE:
            return put(memo_.size());
        case GET:
            return get(static_cast<std::uint64_t>(integer(line())));
        case BINGET:
            return get(byte());
        case LONG_BINGET:
            return get(little(4));
        case GLOBAL: {
            const std::string module = line();
            return global(module, line());
        }
        case STACK_GLOBAL: {
            const Value name = pop(), module = pop();
            return global(short_text(source_, heap_, module), short_text(source_, heap_, name));
        }
        case REDUCE:
            return reduce();
        case BUILD: {
            const Value state = pop();
            return build(source_, heap_, top(), state);
        }
        default:
            refuse(op);
    }
}

}  // namespace

Value run(const Source& source, Heap& heap, const std::stop_token& stop) { return Machine(source, heap, stop).run(); }

}  // namespace mica::pickle
