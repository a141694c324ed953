#include "datasets/sample/film.h"

#include <unistd.h>

#include "datasets/sample/performance.h"
#include "datasets/sample/render.h"
#include "datasets/sample/sample_set.h"
#include "datasets/store/digest.h"

namespace mica {
namespace {

// A folder of its own for one file, gone afterwards.
class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "mica-film-XXXXXX").string();
        if (const char* made = ::mkdtemp(pattern.data())) folder_ = made;
    }
    ~Scratch() {
        std::error_code ec;
        if (!folder_.empty()) std::filesystem::remove_all(folder_, ec);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "film.mp4"; }

private:
    std::filesystem::path folder_;
};

}  // namespace

std::optional<Clip> clip_of_film(const std::filesystem::path& file, const std::stop_token& stop) {
    const auto number = parse_sample_id(file.stem().string());
    if (!number) return std::nullopt;
    const Scratch scratch;
    render_clip(Performance(number->first, number->second), scratch.file(), stop);
    if (file_digest(file, stop) != file_digest(scratch.file(), stop)) return std::nullopt;
    return sample_clip(number->first, number->second);
}

}  // namespace mica
