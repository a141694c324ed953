#include "datasets/import/label_cells.h"

#include <charconv>

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica {

std::optional<double> number_cell(const std::string& text) {
    double value = 0;
    const char* from = text.data() + (text.rfind('+', 0) == 0 ? 1 : 0);
    const auto [end, ec] = std::from_chars(from, text.data() + text.size(), value);
    if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Split split_cell(const std::string& text, const std::string& where) {
    const std::string s = lower_case(text);
    if (s == "train" || s == "training") return Split::train;
    if (s == "valid" || s == "val" || s == "dev" || s == "validation") return Split::valid;
    if (s == "test") return Split::test;
    if (s == "none" || s.empty()) return Split::none;
    throw Error("the split \"" + text + "\" is none of train, valid, test, none", where);
}

}  // namespace mica
