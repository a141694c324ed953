// The part of CUDA that core/cuda uses (see core/cuda/device.cuh), on the host: the threads of a block are fibers that
// take turns, so that kernels run anywhere, at small sizes, under sanitizers. Blocks run one after the other.
#pragma once

#include <math.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>

#define __global__
#define __device__
#define __forceinline__ inline
#define __launch_bounds__(...)

namespace mica::cuda {

using std::isnan;

struct alignas(16) float4 {
    float x, y, z, w;
};
struct Index {
    unsigned x = 0, y = 0;
};
extern Index threadIdx, blockIdx, blockDim, gridDim;

using Stream = void*;
struct Grid {
    std::int64_t x = 1, y = 1;
    int threads = 32;
    std::size_t shared = 0;
};

namespace emulation {

/// Which thread of a block goes first between two barriers: kernels must come to the same bits in any order.
enum class Order { forward, backward };
void set_order(Order order);

/// Threads that wait for one another in vain, or a barrier that not all reach, end the program with a message.
void run(const Grid& grid, const std::function<void()>& thread);
/// Bytes of the block, as many as the launch asked for, all NaN at first.
char* shared();
void sync_block();
/// What each lane of the warp gave. The same call of all 32.
const std::uint32_t* exchange(std::uint32_t value);

}  // namespace emulation

inline char* shared_memory() { return emulation::shared(); }
inline void sync_block() { emulation::sync_block(); }
inline std::uint32_t ballot(bool x) {
    const std::uint32_t* all = emulation::exchange(x ? 1 : 0);
    std::uint32_t bits = 0;
    for (unsigned lane = 0; lane < 32; ++lane) bits |= all[lane] << lane;
    return bits;
}
inline std::uint32_t shuffle(std::uint32_t x, int lane) { return emulation::exchange(x)[lane]; }
inline int warp_sum(int x) {
    const std::uint32_t* all = emulation::exchange(static_cast<std::uint32_t>(x));
    std::uint32_t sum = 0;
    for (int lane = 0; lane < 32; ++lane) sum += all[lane];
    return static_cast<int>(sum);
}
inline int atomic_add(int* to, int x) {
    const int before = *to;
    *to += x;
    return before;
}
inline int bits_of(float x) {
    int bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    return bits;
}
inline float float_of(int bits) {
    float x = 0;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}
inline int count_bits(std::uint32_t x) { return __builtin_popcount(x); }
inline float power_of_two(float x) {
    const float y = std::exp2(x);
    return y < 1.17549435e-38F ? 0.0F : y;  // no denormal numbers, as the hardware's
}
template <class... Parameters, class... Arguments>
const char* launch(void (*kernel)(Parameters...), const Grid& grid, Stream, const Arguments&... arguments) {
    emulation::run(grid, [&] { kernel(arguments...); });
    return nullptr;
}

}  // namespace mica::cuda
