// What the paper prints: the tables in resources/tables, one TOML file each.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/reports/paper_table.h"

namespace mica {

struct PublishedRow {
    std::string title, model;
    int cites = 0;                 // the paper's reference; 0: none
    std::string alignment;         // of TableRun::alignment(); empty: any
    std::string steps;             // "ctc" or "words": how a model of word steps gets them; empty: it takes any steps
    std::vector<std::string> set;  // "key=value", how its runs are trained beside the preset
    bool reference = false;        // the others are tested against it
    std::map<std::string, double> figures, deviations;  // by metric, as printed
};

struct PublishedTable {
    int number = 0;
    std::string title, benchmark, source;
    std::string protocol;  // key of protocol.h
    std::string preset;    // that its runs are trained with, where a model has one of that name
    std::vector<PaperColumn> columns;
    std::vector<PublishedRow> rows;
    std::vector<std::string> beside;  // models that the paper's table lacks and that a bench trains with it
    std::vector<std::string> notes;
};

inline constexpr int kFirstTable = 2, kLastTable = 6;

/// FOLDER/table-N.toml. Throws Error: there is none, damaged, a figure for a column that the table has not.
[[nodiscard]] PublishedTable read_published(const std::filesystem::path& folder, int number);

}  // namespace mica
