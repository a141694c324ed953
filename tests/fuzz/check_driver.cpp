// A target that breaks each promise on demand, for check_driver.sh.
#include <stdexcept>
#include <vector>

#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static std::vector<std::vector<char>> kept;
    const std::string_view wanted = fuzz::text(data, size);
    if (wanted == "past") return data[size];
    if (wanted == "overflow") return 2147483640 + static_cast<int>(size);
    if (wanted == "throw") throw std::length_error("a length");
    if (wanted == "memory") std::vector<char> big(std::size_t{80} << 20);
    if (wanted == "leak") kept.emplace_back(1000);
    if (wanted == "promise") fuzz::require(false, "this one");
    if (wanted == "error") fuzz::reads([] { throw mica::Error("is no such thing", "file"); });
    volatile bool forever = wanted == "hang";
    while (forever) {
    }
    return 0;
}
