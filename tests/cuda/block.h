// Random blocks for the tests of the CUDA kernels: streams of given lengths whose real steps stand anywhere, keys and
// values as the model has them, parts of one product.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "core/kernels/attention.h"
#include "core/kernels/selection.h"

namespace mica::test {

struct Case {
    std::int64_t heads = 2, features = 5;
    std::vector<std::int64_t> targets{37, 20}, sources{50, 33};  // real steps of each sample
    bool future = false;
    float size = 1;  // of queries and keys
};

struct Block {
    std::int64_t heads, features, d, batch, rows = 3, columns = 2;
    bool future;
    std::vector<std::int32_t> row_steps, column_steps;
    std::vector<std::int64_t> row_first{0}, column_first{0};
    std::vector<float> q, kv, dy;

    explicit Block(const Case& c)
        : heads(c.heads),
          features(c.features),
          d(c.heads * c.features),
          batch(static_cast<std::int64_t>(c.targets.size())),
          future(c.future) {
        std::mt19937 random(5);
        std::normal_distribution<float> normal;
        const auto place = [&](const std::vector<std::int64_t>& lengths, std::int64_t& all,
                               std::vector<std::int32_t>& step, std::vector<std::int64_t>& first) {
            for (const std::int64_t n : lengths) all = std::max(all, n + (n > 1 ? 4 : 0));
            for (const std::int64_t n : lengths) {
                std::int64_t left = n;
                for (std::int64_t t = 0; t < all && left > 0; ++t)
                    if (all - t == left || random() % 8 != 0) step.push_back(static_cast<std::int32_t>(t)), --left;
                first.push_back(static_cast<std::int64_t>(step.size()));
            }
        };
        place(c.targets, rows, row_steps, row_first);
        place(c.sources, columns, column_steps, column_first);
        const auto fill = [&](std::vector<float>& x, std::int64_t n, float size) {
            x.resize(static_cast<std::size_t>(n));
            for (float& value : x) value = size * normal(random);
        };
        fill(q, batch * rows * d, c.size);
        fill(kv, batch * columns * 2 * d, c.size);
        fill(dy, batch * rows * d, 1);
        // no step at all reads memory, hence something to point at
        row_steps.push_back(0), column_steps.push_back(0);
    }

    [[nodiscard]] HeadShape shape() const { return {batch, heads, features}; }
    [[nodiscard]] Cells cells() const {
        return {{row_steps.data(), row_first.data()}, {column_steps.data(), column_first.data()}, future};
    }
    [[nodiscard]] BlockShape block() const { return {shape(), cells()}; }
    [[nodiscard]] std::int64_t jobs() const { return batch * heads; }
    [[nodiscard]] Sequence<const float> queries() const { return {q.data(), rows, rows * d, d}; }
    [[nodiscard]] Sequence<const float> keys() const { return {kv.data(), columns, columns * 2 * d, 2 * d}; }
    [[nodiscard]] Sequence<const float> values() const { return {kv.data() + d, columns, columns * 2 * d, 2 * d}; }
    [[nodiscard]] Sequence<const float> by_row(const std::vector<float>& x) const {
        return {x.data(), rows, rows * d, d};
    }
    [[nodiscard]] Sequence<float> to_rows(std::vector<float>& x) const {
        x.assign(static_cast<std::size_t>(batch * rows * d), NAN);
        return {x.data(), rows, rows * d, d};
    }
    [[nodiscard]] Sequence<float> to_columns(std::vector<float>& x) const {
        x.assign(static_cast<std::size_t>(batch * columns * d), NAN);
        return {x.data(), columns, columns * d, d};
    }
    [[nodiscard]] float& key(std::int64_t b, std::int64_t t, std::int64_t c) {
        return kv[static_cast<std::size_t>((b * columns + t) * 2 * d + c)];
    }
};

inline std::vector<Case> cases() {
    std::vector<Case> all;
    for (const std::int64_t features : {1, 4, 5, 7, 13, 20, 40})
        for (const bool future : {false, true}) all.push_back({2, features, {37, 20}, {50, 33}, future, 1});
    all.push_back({2, 5, {150, 1, 131}, {17, 40, 16}, false, 1});  // more rows than a block has
    all.push_back({2, 5, {70, 130}, {300, 270}, true, 1});         // more source steps than a tile has
    all.push_back({1, 5, {1, 1}, {1, 9}, false, 1});               // one step
    all.push_back({2, 4, {0, 5, 8}, {6, 0, 7}, false, 1});         // streams of padding only
    all.push_back({2, 5, {40, 30}, {60, 44}, false, 12});          // scores of hundreds: references must be raised
    all.push_back({2, 5, {40, 30}, {60, 44}, true, 12});
    return all;
}

}  // namespace mica::test
