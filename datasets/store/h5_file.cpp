#include "datasets/store/h5_handle.h"

#include <cstdlib>
#include <cstring>

namespace mica::h5 {

std::mutex& library_mutex() {
    static std::mutex mutex;
    return mutex;
}

void start_library() {
    static const bool started = [] {
        // A file that could not be closed on a full disk stays in the library, and its clean-up at exit would
        // fall over it. Every handle closes itself, so nothing is left for that clean-up to do.
        H5dont_atexit();
        H5open();
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
        H5PLset_loading_state(0);  // a file may name filters of its own; their code is never loaded
        return true;
    }();
    static_cast<void>(started);
}

std::string last_reason() {
    std::string reason;
    H5Ewalk2(
        H5E_DEFAULT, H5E_WALK_UPWARD,
        [](unsigned, const H5E_error2_t* e, void* out) -> herr_t {
            const char* at = e->desc ? std::strstr(e->desc, "errno = ") : nullptr;
            if (!at) return 0;
            const int code = std::atoi(at + 8);
            if (code > 0) *static_cast<std::string*>(out) = std::strerror(code);
            return 0;
        },
        &reason);
    return reason;
}

void fail(const std::filesystem::path& file, const std::string& what, const std::string& remedy) {
    const std::string reason = last_reason();
    throw Error(reason.empty() ? what : what + " (" + reason + ")", file.string(), remedy);
}

}  // namespace mica::h5
