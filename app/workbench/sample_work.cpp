#include "app/workbench/sample_work.h"

#include "datasets/types/error.h"

namespace mica {
void make_sample_set(const std::filesystem::path& file, const Progress&, const std::stop_token&) { throw Error("cannot be made yet", file.string()); }
std::filesystem::path sample_media(const Dataset& set, std::size_t clip, const Progress&, const std::stop_token&) { return set.media(clip); }
}  // namespace mica
