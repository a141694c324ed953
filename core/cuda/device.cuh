// All that the kernels of this room use of CUDA. The tests stand a host emulation in for it, so that the same sources
// run where there is no GPU.
#pragma once

#ifdef MICA_CUDA_EMULATED
#include "tests/cuda/emulation.h"
#else
#include <cuda_runtime.h>

#include <cstddef>
#include <cstdint>

namespace mica::cuda {

using Stream = cudaStream_t;
struct Grid {
    std::int64_t x = 1, y = 1;
    int threads = 32;        // of a block, whole warps
    std::size_t shared = 0;  // bytes of a block
};

__device__ __forceinline__ char* shared_memory() {
    extern __shared__ float4 memory_of_the_block[];
    return reinterpret_cast<char*>(memory_of_the_block);
}
__device__ __forceinline__ void sync_block() { __syncthreads(); }
// Of all 32 lanes of a warp:
__device__ __forceinline__ std::uint32_t ballot(bool x) { return __ballot_sync(0xffffffffU, x); }
__device__ __forceinline__ std::uint32_t shuffle(std::uint32_t x, int lane) {
    return __shfl_sync(0xffffffffU, x, lane);
}
__device__ __forceinline__ int warp_sum(int x) { return __reduce_add_sync(0xffffffffU, x); }
__device__ __forceinline__ int atomic_add(int* to, int x) { return atomicAdd(to, x); }
__device__ __forceinline__ int bits_of(float x) { return __float_as_int(x); }
__device__ __forceinline__ float float_of(int bits) { return __int_as_float(bits); }
__device__ __forceinline__ int count_bits(std::uint32_t x) { return __popc(x); }
/// 2^x by the unit for special functions: 2e-7 relative, 0 below 2^-126.
__device__ __forceinline__ float power_of_two(float x) {
    float y;
    asm("ex2.approx.ftz.f32 %0, %1;" : "=f"(y) : "f"(x));
    return y;
}

/// Null, or what CUDA says against it.
template <class... Parameters, class... Arguments>
const char* launch(void (*kernel)(Parameters...), const Grid& grid, Stream stream, const Arguments&... arguments) {
    if (grid.x == 0 || grid.y == 0) return nullptr;
    if (grid.shared > 48 * 1024) {
        const cudaError_t refused =
            cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(grid.shared));
        if (refused != cudaSuccess) return cudaGetErrorString(refused);
    }
    cudaLaunchConfig_t config{};
    config.gridDim = dim3(static_cast<unsigned>(grid.x), static_cast<unsigned>(grid.y));
    config.blockDim = dim3(static_cast<unsigned>(grid.threads));
    config.dynamicSmemBytes = grid.shared;
    config.stream = stream;
    const cudaError_t failed = cudaLaunchKernelEx(&config, kernel, arguments...);
    return failed == cudaSuccess ? nullptr : cudaGetErrorString(failed);
}

}  // namespace mica::cuda
#endif
