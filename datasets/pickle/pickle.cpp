#include "datasets/pickle/pickle.h"

#include "datasets/pickle/functions.h"
#include "datasets/pickle/machine.h"
#include "datasets/pickle/rows.h"
#include "datasets/types/error.h"

namespace mica::pickle {

namespace {

constexpr std::uint64_t kLongestText = 16 << 20;

std::uint64_t size_of(const Span& s) { return s.latin ? s.size : s.stored; }

bool lists(Value v) { return v.kind == Kind::list || v.kind == Kind::tuple || v.kind == Kind::dict; }

}  // namespace

std::string Type::name() const {
    if (kind == 'O') return "O";
    return (big && size > 1 && kind != 'S' ? ">" : "") + std::string(1, kind) +
           std::to_string(kind == 'U' ? size / 4 : size);
}

bool Array::in_order() const {
    std::size_t step = 1;
    for (std::size_t i = shape.size(); i-- > 0 && items > 0;) {
        if (shape[i] > 1 && strides[i] != step) return false;
        step *= shape[i];
    }
    return true;
}

Pickle::Pickle(const std::filesystem::path& file, const std::stop_token& stop)
    : source_(std::make_shared<Source>(file)) {
    load(stop);
}

Pickle::Pickle(std::vector<std::uint8_t> bytes, std::string name)
    : source_(std::make_shared<Source>(std::move(bytes), std::move(name))) {
    load({});
}

void Pickle::load(const std::stop_token& stop) { root_ = run(*source_, heap_, stop); }

std::size_t Pickle::size(Value v) const {
    if (v.kind == Kind::dict) return heap_.lists.at(v.index).size() / 2;
    if (lists(v)) return heap_.lists.at(v.index).size();
    if (v.kind == Kind::array) return array(v).shape.empty() ? 1 : array(v).shape[0];
    return 0;
}

Value Pickle::at(Value list, std::size_t i) const {
    if (list.kind == Kind::dict || !lists(list) || i >= size(list))
        throw Error("has no entry " + std::to_string(i) + " in a list", source_->name());
    return heap_.lists[list.index][i];
}

Value Pickle::key(Value dict, std::size_t i) const {
    if (dict.kind != Kind::dict || i >= size(dict))
        throw Error("has no key number " + std::to_string(i), source_->name());
    return heap_.lists[dict.index][2 * i];
}

Value Pickle::value(Value dict, std::size_t i) const {
    if (dict.kind != Kind::dict || i >= size(dict))
        throw Error("has no key number " + std::to_string(i), source_->name());
    return heap_.lists[dict.index][2 * i + 1];
}

std::optional<Value> Pickle::find(Value v, std::string_view key_text) const {
    if (v.kind != Kind::dict) return std::nullopt;
    for (std::size_t i = size(v); i-- > 0;) {
        const Value k = key(v, i);
        if (k.kind != Kind::text && k.kind != Kind::bytes) continue;
        if (size_of(heap_.spans.at(k.index)) == key_text.size() && text(k) == key_text) return value(v, i);
    }
    return std::nullopt;
}

const Array& Pickle::array(Value v) const {
    if (v.kind != Kind::array) throw Error("has something else where an array is expected", source_->name());
    return heap_.arrays.at(v.index);
}

Value Pickle::object(const Array& a, std::size_t i) const {
    if (a.type.kind != 'O' || i >= a.items)
        throw Error("has no object " + std::to_string(i) + " in an array", source_->name());
    return heap_.lists.at(a.objects).at(place(a, i));
}

bool Pickle::is_text(Value v) const {
    if (v.kind == Kind::text || v.kind == Kind::bytes) return true;
    return v.kind == Kind::array && array(v).items == 1 && (array(v).type.kind == 'S' || array(v).type.kind == 'U');
}

bool Pickle::is_number(Value v) const {
    if (v.kind == Kind::boolean || v.kind == Kind::integer || v.kind == Kind::real) return true;
    return v.kind == Kind::array && array(v).items == 1 && array(v).type.number();
}

std::string Pickle::text(Value v) const {
    if (!is_text(v)) throw Error("has something else where a text is expected", source_->name());
    if (v.kind == Kind::array) return text_at(*this, array(v), 0);
    const Span& s = heap_.spans.at(v.index);
    if (size_of(s) > kLongestText) throw Error("holds a text of more than 16 MiB", source_->name());
    std::string out(static_cast<std::size_t>(size_of(s)), '\0');
    // a text stays one where it was also read as bytes
    if (v.kind == Kind::text) {
        if (s.stored > kLongestText) throw Error("holds a text of more than 16 MiB", source_->name());
        out.resize(static_cast<std::size_t>(s.stored));
        source_->read(s.offset, out.size(), out.data());
    } else {
        read_bytes(*source_, s, 0, out.size(), reinterpret_cast<std::uint8_t*>(out.data()));
    }
    return out;
}

double Pickle::number(Value v) const {
    if (!is_number(v)) throw Error("has something else where a number is expected", source_->name());
    if (v.kind == Kind::array) return number_at(*this, array(v), 0);
    return v.kind == Kind::real ? v.real : static_cast<double>(v.integer);
}

}  // namespace mica::pickle
