#include "datasets/types/places.h"

#include <cstdlib>

#include "datasets/types/error.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

// The XDG base directory specification: a relative path counts as none.
fs::path home_below(const char* variable, const char* otherwise) {
    if (const char* named = std::getenv(variable); named && *named == '/') return fs::path(named) / "mica";
    if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / otherwise / "mica";
    throw Error("there is no home folder", "$HOME", std::string("Set it, or let ") + variable + " name a folder");
}

}  // namespace

fs::path own_program() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (failed) throw Error("the program cannot find its own file (" + failed.message() + ")", "/proc/self/exe");
    return program;
}

fs::path data_home() { return home_below("XDG_DATA_HOME", ".local/share"); }

fs::path cache_home() { return home_below("XDG_CACHE_HOME", ".cache"); }

}  // namespace mica
