#include "core/runs/keyed_json.h"

#include <cstdint>
#include <fstream>

#include "core/runs/files.h"
#include "datasets/types/error.h"

namespace mica {

using nlohmann::json;

json read_keyed(const std::filesystem::path& file, const std::string& key) {
    constexpr std::uintmax_t kMost = std::uintmax_t{1} << 26;  // bytes; a file beyond is none of ours
    std::error_code error;
    if (const auto bytes = std::filesystem::file_size(file, error); error || bytes > kMost) return {};
    std::ifstream in(file, std::ios::binary);
    json content = json::parse(in, nullptr, false);
    const bool ours = content.is_object() && content.contains("key") && content["key"] == key;
    return ours ? content : json();
}

void write_keyed(const std::filesystem::path& file, const std::string& key, json content) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) throw Error("could not be made: " + error.message(), file.parent_path().string());
    content["key"] = key;
    write_whole(file, content.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace mica
