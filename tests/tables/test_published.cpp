// The paper's figures, typed a second time: a slip of either hand is found.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "core/tables/published.h"
#include "core/tables/protocol.h"
#include "datasets/types/error.h"

using namespace mica;

namespace {

std::filesystem::path folder() { return std::filesystem::path(std::getenv("MICA_RESOURCES")) / "tables"; }

struct Expected {
    std::string title, model;
    std::vector<double> figures;
};

void expect(const PublishedTable& table, const std::vector<Expected>& rows) {
    ASSERT_EQ(table.rows.size(), rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        SCOPED_TRACE(rows[r].title);
        EXPECT_EQ(table.rows[r].title, rows[r].title);
        EXPECT_EQ(table.rows[r].model, rows[r].model);
        ASSERT_EQ(table.columns.size(), rows[r].figures.size());
        EXPECT_EQ(table.rows[r].figures.size(), rows[r].figures.size());
        for (std::size_t c = 0; c < rows[r].figures.size(); ++c)
            EXPECT_DOUBLE_EQ(table.rows[r].figures.at(table.columns[c].metric), rows[r].figures[c]);
    }
}

}  // namespace

TEST(Published, Table2) {
    expect(read_published(folder(), 2), {{"EF-LSTM", "ef_lstm", {31.0, 73.6, 74.5}},
                                         {"LF-LSTM", "lf_lstm", {33.7, 77.6, 77.8}},
                                         {"MFM†", "mfm", {36.2, 78.1, 78.1}},
                                         {"RAVEN", "raven", {31.7, 72.7, 73.1}},
                                         {"MCTN", "mctn", {32.7, 75.9, 76.4}},
                                         {"MulT", "mult", {39.1, 81.1, 81.0}},
                                         {"MICA", "mica", {40.8, 82.6, 82.7}}});
}

TEST(Published, Table3) {
    expect(read_published(folder(), 3), {{"EF-LSTM", "ef_lstm", {46.3, 76.1, 75.9}},
                                         {"LF-LSTM", "lf_lstm", {48.8, 77.5, 78.2}},
                                         {"GMFN†", "graph_mfn", {45.0, 76.9, 77.0}},
                                         {"RAVEN", "raven", {45.5, 75.4, 75.7}},
                                         {"MCTN", "mctn", {48.2, 79.3, 79.7}},
                                         {"MulT", "mult", {50.7, 81.6, 81.6}},
                                         {"MICA", "mica", {52.4, 83.7, 83.3}}});
}

TEST(Published, Table4) {
    const PublishedTable table = read_published(folder(), 4);
    EXPECT_EQ(table.columns[0].metric, "acc_happy");
    EXPECT_EQ(table.columns[3].metric, "f1_sad");
    EXPECT_EQ(table.columns[6].metric, "acc_neutral");
    expect(table, {{"EF-LSTM", "ef_lstm", {76.2, 75.7, 70.2, 70.5, 72.7, 67.1, 58.1, 57.4}},
                   {"LF-LSTM", "lf_lstm", {72.5, 71.8, 72.9, 70.4, 68.6, 67.9, 59.6, 56.2}},
                   {"RAVEN", "raven", {77.0, 76.8, 67.6, 65.6, 65.0, 64.1, 62.0, 59.5}},
                   {"MCTN", "mctn", {80.5, 77.5, 72.0, 71.7, 64.9, 65.6, 49.4, 49.3}},
                   {"MulT", "mult", {84.8, 81.9, 77.7, 74.1, 73.9, 70.2, 62.5, 59.7}},
                   {"MICA", "mica", {86.8, 83.9, 79.3, 75.2, 75.7, 72.4, 63.7, 61.6}}});
}

TEST(Published, Table5WithDeviations) {
    const PublishedTable table = read_published(folder(), 5);
    expect(table, {{"Backbone w/o align", "mica", {51.1, 81.9, 81.9}},
                   {"MMD align", "mica", {52.0, 83.2, 82.9}},
                   {"MMD align + PE align (full model)", "mica", {52.4, 83.7, 83.3}},
                   {"MMD align + PE align w/o propagation", "mica", {52.2, 83.4, 83.0}}});
    const double deviations[4][3] = {{.14, .26, .21}, {.11, .17, .21}, {.03, .12, .13}, {.04, .13, .16}};
    for (std::size_t r = 0; r < 4; ++r)
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_DOUBLE_EQ(table.rows[r].deviations.at(table.columns[c].metric), deviations[r][c]);
}

TEST(Published, Table6) {
    const PublishedTable table = read_published(folder(), 6);
    EXPECT_FALSE(table.columns[0].higher_is_better);
    expect(table, {{"MulT w/o align", "mult", {1.63, 80.4}},
                   {"Backbone w/o align", "mica", {1.69, 81.8}},
                   {"MICA", "mica", {1.37, 86.7}}});
}

TEST(Published, EveryTableNamesItsSourceOneReferenceAndKnownColumns) {
    for (int n = kFirstTable; n <= kLastTable; ++n) {
        const PublishedTable table = read_published(folder(), n);
        EXPECT_NE(table.source.find("Table " + std::to_string(n)), std::string::npos);
        const Protocol protocol = protocol_named(table.protocol);
        for (const PaperColumn& c : table.columns)
            EXPECT_TRUE(std::any_of(protocol.columns.begin(), protocol.columns.end(), [&](const PaperColumn& known) {
                return known.metric == c.metric && known.higher_is_better == c.higher_is_better;
            })) << c.metric;
        int references = 0;
        for (const PublishedRow& row : table.rows) references += row.reference;
        EXPECT_EQ(references, 1);
    }
    EXPECT_THROW((void)read_published(folder(), 1), Error);
    EXPECT_THROW((void)read_published(folder() / "none", 2), Error);
}
