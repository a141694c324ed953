// The functions behind the table of operators.h, a file each.
#pragma once

#include <cmath>

#include "core/cuda/operators.h"

namespace mica::cuda {

const char* attention_forward(const AttentionShape& shape, const Sequence<const float>& q,
                              const Sequence<const float>& k, const Sequence<const float>& v, const Sequence<float>& y,
                              float* lse, void* stream);
const char* attention_backward(const AttentionShape& shape, const Sequence<const float>& q,
                               const Sequence<const float>& k, const Sequence<const float>& v,
                               const Sequence<const float>& y, const float* lse, const Sequence<const float>& dy,
                               const Sequence<float>& dq, const Sequence<float>& dk, const Sequence<float>& dv,
                               void* stream);
const char* select_cells(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                         const float* lse, double tau, bool join, std::uint16_t* v, std::uint16_t* w, float* gamma,
                         std::int64_t* chosen, void* stream);
const char* element_loss(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
                         const Sequence<const float>& k, const std::uint16_t* v, double* losses,
                         const Sequence<float>& dq, const Sequence<float>& dk, void* stream);
const char* mmd_squared(const float* z, std::int64_t parts, std::int64_t features, std::int64_t keys,
                        std::int64_t queries, const float* width, float* gradient, double* values, void* stream);
const char* attention_weights(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                              const float* lse, float* weight, void* stream);
const char* attention_summary(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                              const float* lse, float* spread, std::int64_t* best, void* stream);
const char* unpack_words(const BlockShape& shape, std::int64_t target_steps, std::int64_t source_steps,
                         const std::uint16_t* words, std::uint8_t* cell, void* stream);

/// What queries are multiplied by, so that scores are in units of log2.
inline float unit_of(const HeadShape& heads) {
    return static_cast<float>(1.4426950408889634 / std::sqrt(static_cast<double>(heads.features)));
}

}  // namespace mica::cuda
