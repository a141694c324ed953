// The operators of core/kernels for CUDA. Pointers are to the device's memory, work is queued on a stream of CUDA
// (cudaStream_t; null: the default one) and nothing waits. Each returns null, or what CUDA says against it. Same input,
// same bits: no sum depends on the order in which threads happen to run.
#pragma once

#include "core/kernels/attention.h"
#include "core/kernels/element.h"

namespace mica::cuda {

/// As in core/kernels for all jobs at once. Cells whose probability is below 2^-126 have probability 0.
struct Operators {
    int version = 0;  // kVersion

    /// Writes the name of the device in use, at most `size` bytes with the 0 at its end.
    const char* (*device_name)(char* name, int size) = nullptr;
    const char* (*attention_forward)(const AttentionShape& shape, const Sequence<const float>& q,
                                     const Sequence<const float>& k, const Sequence<const float>& v,
                                     const Sequence<float>& y, float* lse, void* stream) = nullptr;
    const char* (*attention_backward)(const AttentionShape& shape, const Sequence<const float>& q,
                                      const Sequence<const float>& k, const Sequence<const float>& v,
                                      const Sequence<const float>& y, const float* lse, const Sequence<const float>& dy,
                                      const Sequence<float>& dq, const Sequence<float>& dk, const Sequence<float>& dv,
                                      void* stream) = nullptr;
    const char* (*select_cells)(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                                const float* lse, double tau, bool join, std::uint16_t* v, std::uint16_t* w,
                                float* gamma, std::int64_t* chosen, void* stream) = nullptr;
    const char* (*element_loss)(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
                                const Sequence<const float>& k, const std::uint16_t* v, double* losses,
                                const Sequence<float>& dq, const Sequence<float>& dk, void* stream) = nullptr;
    /// z, gradient (or null): parts x (keys + queries) x features, keys first; the gradient is of the sum over parts.
    /// width: s of each part (see mmd.h), 0 or less: no value, no gradient. values: parts x mmd_tiles(keys + queries) numbers that
    /// must be 0 before and then add up to the value of their part.
    const char* (*mmd_squared)(const float* z, std::int64_t parts, std::int64_t features, std::int64_t keys,
                               std::int64_t queries, const float* width, float* gradient, double* values,
                               void* stream) = nullptr;
    /// weight must be all 0 before.
    const char* (*attention_weights)(const BlockShape& shape, const Sequence<const float>& q,
                                     const Sequence<const float>& k, const float* lse, float* weight,
                                     void* stream) = nullptr;
    /// spread must be all -1 and best all 0 before.
    const char* (*attention_summary)(const BlockShape& shape, const Sequence<const float>& q,
                                     const Sequence<const float>& k, const float* lse, float* spread,
                                     std::int64_t* best, void* stream) = nullptr;
    /// cell must be all 0 before.
    const char* (*unpack_words)(const BlockShape& shape, std::int64_t target_steps, std::int64_t source_steps,
                                const std::uint16_t* words, std::uint8_t* cell, void* stream) = nullptr;
};

constexpr int kVersion = 1;
constexpr std::int64_t mmd_tiles(std::int64_t elements) { return (elements + 31) / 32; }
constexpr std::int64_t kMostHeadFeatures = 64;

/// What the library of kernels exports as `mica_cuda_operators`.
using OperatorsOf = const Operators* (*)();

}  // namespace mica::cuda
