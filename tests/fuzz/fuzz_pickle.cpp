// runs: 4000
#include "datasets/import/pickle.h"
#include "datasets/pickle/rows.h"
#include "target.h"

namespace {

using namespace mica::pickle;

// Reads what can be reached, to a depth: lists may hold themselves.
void walk(const Pickle& p, Value v, int depth) {
    if (depth == 0) return;
    const auto some = [&](std::size_t n) { return std::min<std::size_t>(n, 20); };
    if (v.kind == Kind::dict)
        for (std::size_t i = 0; i < some(p.size(v)); ++i) {
            walk(p, p.key(v, i), 1);
            walk(p, p.value(v, i), depth - 1);
        }
    if (v.kind == Kind::list || v.kind == Kind::tuple)
        for (std::size_t i = 0; i < some(p.size(v)); ++i) walk(p, p.at(v, i), depth - 1);
    if (p.is_text(v)) (void)p.text(v);
    if (p.is_number(v)) (void)p.number(v);
    if (v.kind != Kind::array) return;
    const Array& a = p.array(v);
    for (std::size_t i = 0; i < some(a.items); ++i) {
        if (a.type.kind == 'O')
            walk(p, p.object(a, i), depth - 1);
        else if (a.type.number())
            (void)number_at(p, a, a.items - 1 - i);
        else
            (void)text_at(p, a, a.items - 1 - i);
    }
    if (!a.type.number() || a.items == 0) return;
    Rows rows(p, a);
    for (std::size_t i = 0; i < some(rows.count()); ++i) (void)rows.row(i);
    (void)rows.row(rows.count() - 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = fuzz::file(fuzz::text(data, size), "fuzzed.pkl");
    bool good = false;
    fuzz::reads([&] {
        const Pickle p({data, data + size}, "fuzzed.pkl");
        good = true;
        walk(p, p.root(), 5);
    });
    if (!good) return 0;
    fuzz::reads([&] {
        mica::PickleOptions options;
        options.file = file;
        const auto set = file.parent_path() / "fuzzed.h5";
        const auto summary = mica::import_pickle(options, set, mica::no_progress, {});
        fuzz::require(summary.clips > 0, "a set has clips");
        std::filesystem::remove(set);
    });
    return 0;
}
