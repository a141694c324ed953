// The functions that a pickle of arrays names: what each would have made, as a description.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "datasets/pickle/source.h"
#include "datasets/pickle/value.h"

namespace mica::pickle {

/// The function of that name; nothing where this reader does not know it.
[[nodiscard]] std::optional<Function> function_named(std::string_view module, std::string_view name);

/// FUNCTION(*arguments). Throws Error where the arguments are not what arrays are written with.
[[nodiscard]] Value call(const Source& source, Heap& heap, Function function, const std::vector<Value>& arguments,
                         const std::stop_token& stop);

/// What the instruction BUILD does: gives an array or a type its state.
void build(const Source& source, Heap& heap, Value object, Value state);

/// The bytes of a short text (4096 at most). Throws Error.
[[nodiscard]] std::string short_text(const Source& source, const Heap& heap, Value v);

}  // namespace mica::pickle
