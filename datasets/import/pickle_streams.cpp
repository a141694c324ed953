#include "datasets/import/pickle_streams.h"

#include <algorithm>
#include <cmath>

#include "datasets/types/error.h"

namespace mica {

using pickle::Array;
using pickle::Kind;
using pickle::Pickle;
using pickle::Rows;
using pickle::Value;

namespace {

constexpr std::size_t kSeen = 512, kMostFeatures = 1 << 20;

bool zero(const float* values, std::size_t count) {
    return std::all_of(values, values + count, [](float x) { return x == 0; });
}

// Steps of zeros before the first and after the last that is none.
struct Zeros {
    std::size_t before = 0, after = 0;
    Zeros(const float* values, std::size_t steps, std::size_t features) {
        while (before < steps && zero(values + before * features, features)) ++before;
        while (after < steps - before && zero(values + (steps - 1 - after) * features, features)) ++after;
    }
};

// The array seen as samples x steps x features. A plain table is one sample, or one step per sample.
Array seen_as_samples(const Array& a, std::size_t samples, const std::string& what, const std::string& where) {
    Array out = a;
    if (a.shape.size() == 2 && samples == 1) {
        out.shape.insert(out.shape.begin(), 1);
        out.strides.insert(out.strides.begin(), a.items);
    } else if (a.shape.size() == 2) {
        out.shape = {a.shape[0], 1, a.shape[1]};
        out.strides = {a.strides[0], a.strides[0], a.strides[1]};
    } else if (a.shape.size() == 1 && samples == 1) {
        out.shape = {1, 1, a.shape[0]};
        out.strides = {a.items, a.items, a.strides[0]};
    }
    if (out.shape.size() != 3 || out.shape[2] == 0 || out.shape[2] > kMostFeatures || out.shape[1] > UINT32_MAX ||
        !a.type.number())
        throw Error("has " + what + " that is no array of samples x steps x features", where);
    return out;
}

}  // namespace

// One part's samples: one array, or a list with an array for each.
struct PaddedStream::Source {
    Array all;
    std::unique_ptr<Rows> rows;
    std::vector<Array> each;
    std::optional<std::size_t> current;  // of `each`, which `rows` reads
    std::size_t samples = 0;
    std::vector<std::size_t> lengths;  // stated; empty: none are
};

PaddedStream::PaddedStream(const Pickle& p, const std::vector<PicklePart>& parts, Modality m) : modality_(m), p_(p) {
    for (const PicklePart& part : parts) {
        auto& source = sources_.emplace_back();
        const auto& v = part.streams[index(m)];
        if (!v || part.samples == 0) continue;
        const std::string what = std::string(name(m)) + (part.key.empty() ? "" : " in '" + part.key + "'");
        source = std::make_unique<Source>();
        source->samples = part.samples;
        const auto fits = [&](const Array& a) {
            if (features_ != 0 && a.shape[2] != features_)
                throw Error("has " + what + " of " + std::to_string(a.shape[2]) + " features where others have " +
                                std::to_string(features_),
                            p.source().name());
            features_ = a.shape[2];
            longest_ = std::max(longest_, a.shape[1]);
        };
        if (v->kind == Kind::array && p.array(*v).type.kind != 'O') {
            source->all = seen_as_samples(p.array(*v), part.samples, what, p.source().name());
            fits(source->all);
            source->rows = std::make_unique<Rows>(p, source->all);
        } else {
            ragged_ = true;
            for (std::size_t i = 0; i < part.samples; ++i) {
                const Value one = v->kind == Kind::array ? p.object(p.array(*v), i) : p.at(*v, i);
                const Array a = seen_as_samples(p.array(one), 1, what, p.source().name());
                if (a.items > 0) fits(a);
                source->each.push_back(a);
            }
        }
        read_lengths(part, *source);
    }
}
PaddedStream::~PaddedStream() = default;
PaddedStream::PaddedStream(PaddedStream&&) noexcept = default;

// audio_lengths and vision_lengths; the attention mask of BERT for the text.
void PaddedStream::read_lengths(const PicklePart& part, Source& source) {
    const std::string key = std::string(name(modality_)) + "_lengths";
    if (const auto v = p_.find(part.dict, key)) {
        const PickleTable t(p_, *v);
        if (t.rows() != source.samples)
            throw Error(
                "has " + std::to_string(t.rows()) + " " + key + " for " + std::to_string(source.samples) + " samples",
                p_.source().name());
        for (std::size_t i = 0; i < t.rows(); ++i) {
            const auto n = t.number(i, 0);
            if (!n || !(*n >= 0) || *n > UINT32_MAX)
                throw Error("has " + key + " that are no counts", p_.source().name());
            source.lengths.push_back(static_cast<std::size_t>(*n));
        }
        told_by_ = key;
        return;
    }
    const auto bert = modality_ == Modality::text ? p_.find(part.dict, "text_bert") : std::nullopt;
    if (!bert || bert->kind != Kind::array || ragged_) return;
    const Array& a = p_.array(*bert);
    const std::size_t axes = a.shape.size();
    // ids, mask and segment of the tokens that the embeddings stand for
    if (!a.type.number() || (axes != 3 && !(axes == 2 && source.samples == 1)) || a.shape[axes - 2] != 3 ||
        a.shape[axes - 1] != source.all.shape[1] || a.items / (3 * a.shape[axes - 1]) != source.samples)
        return;
    Array masks = a;
    if (axes == 2) {
        masks.shape.insert(masks.shape.begin(), 1);
        masks.strides.insert(masks.strides.begin(), a.items);
    }
    Rows rows(p_, masks);
    for (std::size_t i = 0; i < source.samples; ++i) {
        const float* mask = rows.row(i) + masks.shape[2];
        source.lengths.push_back(
            static_cast<std::size_t>(std::count_if(mask, mask + masks.shape[2], [](float x) { return x != 0; })));
    }
    told_by_ = "the mask in text_bert";
}

std::optional<std::size_t> PaddedStream::stated(std::size_t part, std::size_t i) const {
    const auto& lengths = sources_[part]->lengths;
    return lengths.empty() ? std::nullopt : std::optional(lengths[i]);
}

const float* PaddedStream::sample(std::size_t part, std::size_t i, std::size_t& steps) {
    steps = 0;
    Source* s = sources_[part].get();
    if (!s) return nullptr;
    if (!s->each.empty()) {
        steps = s->each[i].items ? s->each[i].shape[1] : 0;
        if (steps == 0) return nullptr;
        if (s->current != i) s->rows = std::make_unique<Rows>(p_, s->each[i]);
        s->current = i;
        return s->rows->row(0);
    }
    steps = s->all.items ? s->all.shape[1] : 0;
    return steps ? s->rows->row(i) : nullptr;
}

void PaddedStream::find_side(Side usual) {
    side_ = usual;
    std::size_t left = 0, right = 0;
    for (std::size_t part = 0; part < sources_.size() && !ragged_; ++part) {
        if (!sources_[part]) continue;
        const std::size_t n = sources_[part]->samples, every = std::max<std::size_t>(1, n * sources_.size() / kSeen);
        for (std::size_t i = 0; i < n; i += every) {
            std::size_t steps = 0;
            const float* values = sample(part, i, steps);
            if (!values) continue;
            const Zeros z(values, steps, features_);
            if (z.before + z.after >= steps) continue;
            left += z.before > z.after ? 1 : 0;
            right += z.after > z.before ? 1 : 0;
        }
    }
    seen_ = left + right > 0;
    if (left != right) side_ = left > right ? Side::left : Side::right;
}

Extent PaddedStream::extent(std::size_t part, std::size_t i, const float* values, std::size_t steps) {
    ++samples_;
    if (!values) {
        ++empty_;
        return {};
    }
    if (ragged_) return {0, steps};
    const Zeros z(values, steps, features_);
    Extent e{0, steps};
    if (const auto n = stated(part, i)) {
        too_long_ += *n > steps ? 1 : 0;
        e.count = std::min(*n, steps);
        e.first = side_ == Side::left ? steps - e.count : 0;
        const std::size_t outside = side_ == Side::left ? z.before : z.after;
        beyond_ += outside < steps - e.count ? 1 : 0;
    } else if (side_ == Side::left) {
        e = {z.before, steps - z.before};
    } else {
        e.count = z.before == steps ? 0 : steps - z.after;
    }
    if (e.count == 0) ++empty_;
    if (e.count > 0 && e.count < steps) ++padded_;
    return e;
}

void PaddedStream::notes(std::vector<std::string>& out) const {
    if (features_ == 0) return;
    const std::string stream(name(modality_)), side = side_ == Side::left ? "left" : "right";
    const auto of = [&](std::size_t n) { return std::to_string(n) + " of " + std::to_string(samples_) + " samples"; };
    if (ragged_) {
        out.push_back(stream + ": every sample has an array of its own, taken whole.");
    } else if (!told_by_.empty()) {
        out.push_back(stream + ": lengths are those of " + told_by_ + "; padding is on the " + side + ".");
    } else {
        out.push_back(stream + ": lengths are found from zero steps on the " + side + ", in " + of(padded_) +
                      "; a real step of zeros there is taken for padding." +
                      (seen_ ? "" : " No sample shows the side; it is the usual one of such files."));
    }
    if (too_long_)
        out.push_back(stream + ": " + of(too_long_) + " state a length beyond the array; they are cut there.");
    if (beyond_)
        out.push_back(stream + ": " + of(beyond_) + " have values beyond the stated length, which are left away.");
    if (empty_)
        out.push_back(stream + ": " + of(empty_) +
                      " have nothing but zeros; whether these are values cannot be known, they count as missing.");
}

}  // namespace mica
