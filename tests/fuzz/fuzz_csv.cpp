#include "datasets/import/table.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto path = fuzz::file(fuzz::text(data, size), "labels.csv");
    fuzz::reads([&] {
        const mica::Table table = mica::read_table(path);
        fuzz::require(!table.columns.empty(), "a table has columns or is refused");
        std::size_t line = 0;
        for (const auto& row : table.rows) {
            fuzz::require(row.fields.size() == table.columns.size(), "a row has a field for each column");
            fuzz::require(row.line > line, "rows know their lines");
            line = row.line;
        }
    });
    return 0;
}
