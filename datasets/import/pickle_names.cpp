#include <cmath>
#include <set>

#include "datasets/import/pickle_labels.h"
#include "datasets/types/error.h"

namespace mica {

using pickle::Pickle;

namespace {

// "video$_$clip" and "video[3]" say which video a clip was cut from.
std::string video_of(const std::string& id) {
    if (const auto at = id.find("$_$"); at != std::string::npos) return id.substr(0, at);
    if (const auto at = id.rfind('['); at != std::string::npos && at > 0 && id.back() == ']') return id.substr(0, at);
    return {};
}

class Names {
public:
    Names(const Pickle& p, std::vector<std::string>& notes) : p_(p), notes_(notes) {}

    std::vector<SampleName> part(const PicklePart& part) {
        std::vector<SampleName> out(part.samples);
        const auto v = p_.find(part.dict, "id");
        std::optional<PickleTable> table;
        if (v && v->kind != pickle::Kind::none) table.emplace(p_, *v);
        if (table && table->rows() == 0 && part.samples > 0) table.reset();
        if (table && table->rows() != part.samples) {
            // a single sample may have a single id of three entries
            throw Error("has " + std::to_string(table->rows()) + " ids for " + std::to_string(part.samples) +
                            " samples" + (part.key.empty() ? "" : " in '" + part.key + "'"),
                        p_.source().name());
        }
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (table) named(*table, i, out[i]);
            if (out[i].id.empty()) {
                out[i].id = (part.key.empty() ? "sample" : part.key) + "/" + std::to_string(i);
                ++unnamed_;
            }
            std::string id = out[i].id;
            for (int k = 2; !seen_.insert(id).second; ++k) id = out[i].id + "#" + std::to_string(k);
            if (id != out[i].id) {
                ++twice_;
                out[i].id = id;
            }
        }
        return out;
    }

    void report() {
        if (unnamed_)
            notes_.push_back(std::to_string(unnamed_) +
                             " samples have no id: they are called by split and number, and neither their videos nor "
                             "their times are known.");
        if (timed_)
            notes_.push_back(
                std::to_string(timed_) +
                " samples say from when to when of their video they were cut: it stands in each clip's "
                "note and gives its duration. Times of single steps are not in the file and are not made up.");
        if (odd_) notes_.push_back(std::to_string(odd_) + " samples have start and end times that are none.");
        if (twice_)
            notes_.push_back(std::to_string(twice_) +
                             " samples have an id that occurred before: '#2' and so on is added.");
    }

private:
    void named(const PickleTable& t, std::size_t i, SampleName& s) {
        const std::size_t columns = t.columns(i);
        s.id = columns ? t.text(i, 0) : "";
        s.group = video_of(s.id);
        if (columns < 3 || s.id.empty()) return;
        const auto from = t.number(i, 1), to = t.number(i, 2);
        if (!from || !to || !std::isfinite(*from) || !std::isfinite(*to) || *from < 0 || *to < *from) {
            ++odd_;
            return;
        }
        s.time = Interval{*from, *to};
        ++timed_;
        if (!s.group.empty()) return;  // the id is a segment's already
        s.group = s.id;
        s.id += "[" + shortest(*from) + "," + shortest(*to) + "]";
    }

    const Pickle& p_;
    std::vector<std::string>& notes_;
    std::set<std::string> seen_;
    std::size_t unnamed_ = 0, twice_ = 0, odd_ = 0, timed_ = 0;
};

}  // namespace

std::vector<std::vector<SampleName>> pickle_names(const Pickle& p, const std::vector<PicklePart>& parts,
                                                  std::vector<std::string>& notes) {
    Names names(p, notes);
    std::vector<std::vector<SampleName>> out;
    for (const PicklePart& part : parts) out.push_back(names.part(part));
    names.report();
    return out;
}

}  // namespace mica
