// runs: 2000
// Computational sequences. HDF5 runs in the helper mica-h5-reader, which may die: that is an answer too.
#include "datasets/csd/align.h"
#include "datasets/csd/sequence.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mica;
    fuzz::reads([&] {
        const Sequence sequence(fuzz::file(fuzz::text(data, size), "fuzz.csd"));
        fuzz::require(!sequence.entries().empty(), "a sequence has a usable id");
        for (std::size_t i = 0; i < sequence.entries().size(); ++i)
            fuzz::reads([&] {
                const SequenceRows rows = sequence.read(i);
                fuzz::require(rows.size() == sequence.entries()[i].rows, "an id has as many rows as its index says");
                fuzz::require(rows.values.size() == rows.size() * sequence.features(), "rows are as wide as they say");
                fuzz::require(!sequence.text() || rows.texts.size() == rows.size(), "each row has its word");
            });
        for (const Sequence::Entry& e : sequence.entries()) {
            std::vector<Sequence::Damaged> damaged;
            SequenceRows rows = sequence.gather(video_of(e.id), damaged);
            (void)clean(rows);
            for (std::size_t r = 0; r < rows.size(); ++r) {
                fuzz::require(rows.usable(r), "gathered rows have usable times");
                fuzz::require(r == 0 || rows.times[r - 1].begin <= rows.times[r].begin, "and are in order");
            }
            if (!sequence.text()) (void)align(rows.times, rows, Collapse::first);
        }
    });
    return 0;
}
