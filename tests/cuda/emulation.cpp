#include "tests/cuda/emulation.h"

#include <ucontext.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace mica::cuda {

Index threadIdx, blockIdx, blockDim, gridDim;

namespace emulation {
namespace {

enum class State { ready, at_block, at_warp, done };
constexpr std::size_t kStack = std::size_t{1} << 18;

struct Fiber {
    ucontext_t context{};
    std::unique_ptr<char[]> stack;
    State state = State::ready;
    std::uint32_t given = 0;
};

Order order_of_threads = Order::forward;
std::vector<Fiber> fibers;
std::vector<std::uint32_t> gathered;  // by thread: what its warp gave last
ucontext_t scheduler;
std::size_t current = 0;
const std::function<void()>* body = nullptr;
std::unique_ptr<float4[]> shared_bytes;
#ifdef __SANITIZE_ADDRESS__
const void* scheduler_stack = nullptr;
std::size_t scheduler_size = 0;
#endif

void fail(const char* what) {
    std::fprintf(stderr, "emulation of CUDA: %s, block %u %u\n", what, blockIdx.x, blockIdx.y);
    std::abort();
}

void to_scheduler(bool for_ever) {
    Fiber& f = fibers[current];
#ifdef __SANITIZE_ADDRESS__
    void* fake = nullptr;
    __sanitizer_start_switch_fiber(for_ever ? nullptr : &fake, scheduler_stack, scheduler_size);
#endif
    swapcontext(&f.context, &scheduler);
    (void)for_ever;
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fake, &scheduler_stack, &scheduler_size);
#endif
}

void enter() {
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(nullptr, &scheduler_stack, &scheduler_size);
#endif
    (*body)();
    fibers[current].state = State::done;
    to_scheduler(true);
}

void go_on(std::size_t thread) {
    current = thread;
    threadIdx.x = static_cast<unsigned>(thread);
#ifdef __SANITIZE_ADDRESS__
    void* fake = nullptr;
    __sanitizer_start_switch_fiber(&fake, fibers[thread].stack.get(), kStack);
#endif
    swapcontext(&scheduler, &fibers[thread].context);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fake, nullptr, nullptr);
#endif
}

void wait(State state) {
    fibers[current].state = state;
    to_scheduler(false);
}

std::size_t count(State state, std::size_t first, std::size_t last) {
    std::size_t n = 0;
    for (std::size_t t = first; t < last; ++t) n += fibers[t].state == state ? 1 : 0;
    return n;
}

// Lets those go on that all whom they wait for have reached.
bool release(std::size_t threads) {
    bool any = false;
    for (std::size_t warp = 0; warp < threads; warp += 32) {
        if (count(State::at_warp, warp, warp + 32) != 32) continue;
        any = true;
        for (std::size_t t = warp; t < warp + 32; ++t) {
            gathered[t] = fibers[t].given;
            fibers[t].state = State::ready;
        }
    }
    if (any) return true;
    if (count(State::at_block, 0, threads) != threads) return false;
    for (std::size_t t = 0; t < threads; ++t) fibers[t].state = State::ready;
    return true;
}

void begin(Fiber& f) {
    getcontext(&f.context);
    f.context.uc_stack.ss_sp = f.stack.get();
    f.context.uc_stack.ss_size = kStack;
    f.context.uc_link = nullptr;
    makecontext(&f.context, enter, 0);
    f.state = State::ready;
}

void run_block(std::size_t threads) {
    for (std::size_t t = 0; t < threads; ++t) begin(fibers[t]);
    for (;;) {
        for (std::size_t n = 0; n < threads; ++n) {
            const std::size_t t = order_of_threads == Order::forward ? n : threads - 1 - n;
            if (fibers[t].state == State::ready) go_on(t);
        }
        if (count(State::done, 0, threads) == threads) return;
        if (!release(threads)) fail("threads wait for one another in vain");
    }
}

}  // namespace

void set_order(Order order) { order_of_threads = order; }

void run(const Grid& grid, const std::function<void()>& thread) {
    const auto threads = static_cast<std::size_t>(grid.threads);
    if (threads % 32 != 0 || threads > 1024 || grid.y > 65535 || grid.shared > 98304) fail("no such launch");
    while (fibers.size() < threads) fibers.emplace_back().stack = std::make_unique<char[]>(kStack);
    gathered.resize(fibers.size());
    body = &thread;
    blockDim = {static_cast<unsigned>(grid.threads), 1};
    gridDim = {static_cast<unsigned>(grid.x), static_cast<unsigned>(grid.y)};
    for (unsigned y = 0; y < gridDim.y; ++y)
        for (unsigned x = 0; x < gridDim.x; ++x) {
            blockIdx = {x, y};
            shared_bytes = std::make_unique<float4[]>((grid.shared + 15) / 16);
            std::memset(static_cast<void*>(shared_bytes.get()), 0xff, (grid.shared + 15) / 16 * 16);
            run_block(threads);
        }
    shared_bytes.reset();
}

char* shared() { return reinterpret_cast<char*>(shared_bytes.get()); }
void sync_block() { wait(State::at_block); }
const std::uint32_t* exchange(std::uint32_t value) {
    fibers[current].given = value;
    const std::size_t warp = current / 32 * 32;
    wait(State::at_warp);
    return gathered.data() + warp;
}

}  // namespace emulation
}  // namespace mica::cuda
