// Sums over a block.
#pragma once

#include "core/cuda/device.cuh"

namespace mica::cuda {

/// Whole numbers, over all threads; the same result everywhere, one barrier each time. `memory`: three numbers in shared
/// memory that nobody else uses.
class BlockSum {
public:
    __device__ explicit BlockSum(int* memory) : memory_(memory) {
        if (threadIdx.x < 3) memory_[threadIdx.x] = 0;
        sync_block();
    }
    __device__ int operator()(int x) {
        const int sum = warp_sum(x);
        if (threadIdx.x % 32 == 0) atomic_add(memory_ + turn_, sum);
        const int after = (turn_ + 1) % 3;
        if (threadIdx.x == 0) memory_[after] = 0;  // whoever read it has passed a barrier since
        sync_block();
        const int total = memory_[turn_];
        turn_ = after;
        return total;
    }

private:
    int* memory_;
    int turn_ = 0;
};

/// Doubles, in one order. `memory`: one for each thread. The result is every thread's.
__device__ __forceinline__ double block_sum(double x, double* memory) {
    sync_block();
    memory[threadIdx.x] = x;
    sync_block();
    for (unsigned half = blockDim.x / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) memory[threadIdx.x] += memory[threadIdx.x + half];
        sync_block();
    }
    return memory[0];
}

}  // namespace mica::cuda
