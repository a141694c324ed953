#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/targets.cpp"
#include "core/kernels/targets.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

std::int64_t Target() { return HWY_TARGET; }

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Target);

std::string kernel_target() { return hwy::TargetName(HWY_DYNAMIC_DISPATCH(Target)()); }

std::vector<std::string> kernel_targets() {
    std::vector<std::string> names;
    for (std::int64_t rest = hwy::SupportedTargets() & HWY_TARGETS; rest != 0; rest &= rest - 1)
        names.emplace_back(hwy::TargetName(rest & -rest));
    return names;
}

void choose_kernel_target(const std::string& name) {
    hwy::SetSupportedTargetsForTest(0);
    for (std::int64_t rest = hwy::SupportedTargets() & HWY_TARGETS; rest != 0; rest &= rest - 1)
        if (name == hwy::TargetName(rest & -rest)) return hwy::SetSupportedTargetsForTest(rest & -rest);
}

}  // namespace mica
#endif
