#include "datasets/import/pickle_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "datasets/import/counted.h"
#include "datasets/pickle/rows.h"
#include "datasets/types/error.h"

namespace mica {

using pickle::Kind;
using pickle::Pickle;
using pickle::Value;

namespace {

constexpr std::size_t kMostParts = 64;

std::string lower(std::string s) {
    std::transform(s.begin(), s.end(), s.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return s;
}

std::optional<Split> split_named(const std::string& key) {
    const std::string s = lower(key);
    if (s == "train" || s == "training") return Split::train;
    if (s == "valid" || s == "dev" || s == "val" || s == "validation") return Split::valid;
    if (s == "test") return Split::test;
    return std::nullopt;
}

bool holds_streams(const Pickle& p, Value v) {
    return std::any_of(kModalities.begin(), kModalities.end(), [&](Modality m) {
        const auto s = p.find(v, name(m));
        return s && (s->kind == Kind::array || s->kind == Kind::list);
    });
}

std::size_t rank(const Pickle& p, Value v) {
    if (v.kind != Kind::array || p.array(v).type.kind == 'O') return 3;  // a list of samples
    return p.array(v).shape.size();
}

// How many samples the part has; a plain step-by-feature array is one sample.
void count(const Pickle& p, PicklePart& part) {
    bool single = true;
    for (const auto& s : part.streams) single = single && (!s || rank(p, *s) == 2);
    if (single) {
        // utterance-level features where labels or ids say so, else one sample
        for (const char* key : {"labels", "regression_labels", "classification_labels", "id"})
            if (const auto v = p.find(part.dict, key); v && p.size(*v) > 1) single = false;
    }
    std::string first;
    for (const Modality m : kModalities) {
        const auto& s = part.streams[index(m)];
        if (!s) continue;
        const std::size_t n = single ? 1 : p.size(*s);
        if (first.empty()) {
            part.samples = n;
            first = name(m);
        } else if (n != part.samples) {
            throw Error("has " + std::to_string(n) + " samples of " + std::string(name(m)) + " but " +
                            std::to_string(part.samples) + " of " + first +
                            (part.key.empty() ? "" : " in '" + part.key + "'"),
                        p.source().name());
        }
    }
}

}  // namespace

std::string shortest(double x) {
    std::array<char, 40> buffer{};
    const auto r = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x);
    return {buffer.data(), r.ptr};
}

PickleTable::PickleTable(const Pickle& p, Value v) : p_(p), v_(v), rows_(p.size(v)) {
    if (v.kind == Kind::array && p.array(v).type.kind != 'O') array_ = &p.array(v);
    if (p.is_text(v) || p.is_number(v)) rows_ = 1;
}

Value PickleTable::entry(std::size_t r) const {
    if (v_.kind == Kind::array) return p_.object(p_.array(v_), r);
    return v_.kind == Kind::list || v_.kind == Kind::tuple ? p_.at(v_, r) : v_;
}

namespace {

constexpr std::size_t kMostColumns = 4096;

bool nested(const Pickle& p, Value v) {
    return v.kind == Kind::list || v.kind == Kind::tuple || (v.kind == Kind::array && p.array(v).type.kind == 'O');
}

// Single values of a row in their order, lists in lists unfolded; stops where `wanted` is found. Lists may hold each
// other in any way, so depth and number are limited.
std::optional<Value> unfold(const Pickle& p, Value row, std::size_t wanted, std::size_t& seen, std::size_t& visited,
                            int depth = 0) {
    if (!nested(p, row) || depth > 3) return seen++ == wanted ? std::optional(row) : std::nullopt;
    const std::size_t n = row.kind == Kind::array ? p.array(row).items : p.size(row);
    for (std::size_t i = 0; i < n && visited < kMostColumns; ++i) {
        ++visited;
        const Value v = row.kind == Kind::array ? p.object(p.array(row), i) : p.at(row, i);
        if (const auto found = unfold(p, v, wanted, seen, visited, depth + 1)) return found;
    }
    return std::nullopt;
}

}  // namespace

std::size_t PickleTable::columns(std::size_t r) const {
    if (array_) return rows_ ? array_->items / rows_ : 0;
    if (v_.kind == Kind::array && p_.array(v_).shape.size() > 1) return p_.array(v_).items / rows_;
    const Value e = entry(r);
    if (e.kind == Kind::array && p_.array(e).type.kind != 'O') return p_.array(e).items;
    std::size_t seen = 0, visited = 0;
    (void)unfold(p_, e, kMostColumns, seen, visited);
    return seen;
}

std::string PickleTable::text(std::size_t r, std::size_t c) const {
    const auto written = [&](const pickle::Array& a, std::size_t i) {
        return a.type.number() ? shortest(pickle::number_at(p_, a, i)) : pickle::text_at(p_, a, i);
    };
    if (array_) return written(*array_, r * columns(r) + c);
    const bool flat = v_.kind == Kind::array && p_.array(v_).shape.size() > 1;
    Value cell = entry(flat ? r * columns(r) + c : r);
    if (!flat && nested(p_, cell)) {
        std::size_t seen = 0, visited = 0;
        const auto found = unfold(p_, cell, c, seen, visited);
        if (!found) throw Error("has too few values in a row", p_.source().name());
        cell = *found;
        c = 0;
    }
    if (p_.is_text(cell)) return p_.text(cell);
    if (cell.kind == Kind::array && p_.array(cell).type.kind != 'O') return written(p_.array(cell), c);
    return shortest(p_.number(cell));
}

std::optional<double> PickleTable::number(std::size_t r, std::size_t c) const {
    const std::string s = text(r, c);
    const std::size_t from = s.find_first_not_of(" \t+"), to = s.find_last_not_of(" \t");
    if (from == std::string::npos) return std::nullopt;
    double x = 0;
    const auto result = std::from_chars(s.data() + from, s.data() + to + 1, x);
    if (result.ec != std::errc() || result.ptr != s.data() + to + 1) return std::nullopt;
    return x;
}

std::vector<PicklePart> pickle_parts(const Pickle& p, std::vector<std::string>& notes) {
    const Value root = p.root();
    if (root.kind != Kind::dict) throw Error("holds no dict of splits, as MulT and MMSA pickles do", p.source().name());
    std::vector<PicklePart> parts;
    if (holds_streams(p, root)) {
        parts.push_back({"", Split::none, root, 0, {}});
        notes.push_back("The file is one part without a split: its samples belong to none of train, valid, test.");
    } else {
        for (std::size_t i = 0; i < p.size(root) && parts.size() < kMostParts; ++i) {
            if (!p.is_text(p.key(root, i)) || !holds_streams(p, p.value(root, i))) continue;
            PicklePart part{p.text(p.key(root, i)), Split::none, p.value(root, i), 0, {}};
            if (const auto split = split_named(part.key)) part.split = *split;
            for (const PicklePart& other : parts)
                if (other.key == part.key || (part.split != Split::none && other.split == part.split))
                    throw Error("has two parts for one split: '" + other.key + "' and '" + part.key + "'",
                                p.source().name());
            parts.push_back(std::move(part));
        }
        if (parts.empty())
            throw Error("has no part with text, vision or audio, as MulT and MMSA pickles do", p.source().name());
        std::stable_sort(parts.begin(), parts.end(),
                         [](const PicklePart& a, const PicklePart& b) { return a.split < b.split; });
    }
    for (PicklePart& part : parts) {
        for (const Modality m : kModalities) part.streams[index(m)] = p.find(part.dict, name(m));
        count(p, part);
        // every sample costs memory of its own; real ones are far larger
        if (part.samples > p.source().size() / 32 + 65536)
            throw Error("claims " + std::to_string(part.samples) + " samples, more than its size justifies",
                        p.source().name());
        if (part.split == Split::none && !part.key.empty())
            notes.push_back("The part '" + part.key + "' is none of train, valid, test: its " +
                            counted(part.samples, "sample is", "samples are") + " kept without a split.");
    }
    return parts;
}

}  // namespace mica
