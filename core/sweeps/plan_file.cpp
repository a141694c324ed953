// A sweep file: from TOML to a plan.
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "core/sweeps/plan.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"

namespace mica {
namespace {

constexpr std::uintmax_t kLargestFile = 1 << 20;

std::string spelled(const toml::node& node) {
    if (const auto* v = node.as_string()) return v->get();
    if (const auto* v = node.as_integer()) return std::to_string(v->get());
    if (const auto* v = node.as_floating_point()) return value_text(v->get());
    if (const auto* v = node.as_boolean()) return v->get() ? "true" : "false";
    return {};
}

/// One table of the file; every key that is asked for is known, and `done` refuses the others.
class Section {
public:
    Section(const toml::table& table, std::string file, std::string name)
        : table_(table), file_(std::move(file)), name_(std::move(name)) {}

    [[noreturn]] void refuse(const std::string& key, const std::string& reason, const std::string& remedy) const {
        throw Error(reason, place(key), remedy);
    }
    [[nodiscard]] std::string place(const std::string& key) const {
        return file_ + ": " + (name_.empty() ? key : name_ + "." + key);
    }
    template <class T>
    void take(const char* key, T& value, const char* wanted) {
        const toml::node* node = find(key);
        if (!node) return;
        const auto read = node->value_exact<T>();
        if (!read) refuse(key, std::string("is not ") + wanted, std::string("Write ") + wanted);
        value = *read;
    }
    void text(const char* key, std::string& value) { take(key, value, "a text in quotation marks"); }
    void whole(const char* key, int& value, int low, int high) {
        std::int64_t number = value;
        take(key, number, "a whole number");
        if (find(key) && (number < low || number > high))
            refuse(key, "is " + std::to_string(number),
                   "It goes from " + std::to_string(low) + " to " + std::to_string(high));
        value = static_cast<int>(number);
    }
    void real(const char* key, double& value) {
        const toml::node* node = find(key);
        if (!node) return;
        const auto read = node->value<double>();
        if (!read || !node->is_number() || !std::isfinite(*read)) refuse(key, "is not a number", "Write a number");
        value = *read;
    }
    void flag(const char* key, bool& value) { take(key, value, "true or false"); }
    void choice(const char* key, std::string& value, const std::vector<std::string>& allowed) {
        text(key, value);
        if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
        const std::string all = joined(allowed);
        refuse(key, "is '" + value + "'", "Choose one of: " + all);
    }
    [[nodiscard]] const toml::table* section(const char* key) {
        const toml::node* node = find(key);
        if (node && !node->is_table()) refuse(key, "is not a section", std::string("Write it as [") + key + "]");
        return node ? node->as_table() : nullptr;
    }
    [[nodiscard]] const toml::array* list(const char* key) {
        const toml::node* node = find(key);
        if (node && !node->is_array()) refuse(key, "is not a list", "Write it as [a, b, c]");
        return node ? node->as_array() : nullptr;
    }
    /// A value as `--set` takes it.
    [[nodiscard]] std::string value(const std::string& key, const toml::node& node) const {
        if (!node.is_value() || node.is_date() || node.is_time() || node.is_date_time())
            refuse(key, "is not one value", "Write a number, a text, true or false");
        return spelled(node);
    }
    void done() const {
        for (const auto& [key, node] : table_)
            if (!known_.contains(std::string(key.str()))) {
                const std::string all = joined(known_);
                refuse(std::string(key.str()), "is no key that a sweep has here", "There are: " + all);
            }
    }

private:
    [[nodiscard]] const toml::node* find(const char* key) {
        known_.insert(key);
        return table_.get(key);
    }
    const toml::table& table_;
    std::string file_, name_;
    std::set<std::string> known_;
};

/// In the file's order, which the parser does not keep.
std::vector<std::pair<std::string, const toml::node*>> in_order(const toml::table& table) {
    std::vector<std::pair<std::string, const toml::node*>> all;
    for (const auto& [key, node] : table) all.emplace_back(key.str(), &node);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        const auto x = a.second->source().begin, y = b.second->source().begin;
        return std::pair(x.line, x.column) < std::pair(y.line, y.column);
    });
    return all;
}

SweepParameter parameter(const std::string& key, const toml::node& node, const std::string& file, Section& outer) {
    SweepParameter p;
    p.key = key;
    if (const toml::array* list = node.as_array()) {
        for (const toml::node& n : *list) p.choices.push_back(outer.value(key, n));
        return p;
    }
    if (!node.is_table())
        outer.refuse(key, "is neither a list nor a range", "Write [a, b, c] or { low = a, high = b }");
    Section range(*node.as_table(), file, "parameters." + key);
    p.low = p.high = std::numeric_limits<double>::quiet_NaN();
    range.real("low", p.low);
    range.real("high", p.high);
    range.flag("log", p.logarithmic);
    range.flag("whole", p.whole);
    range.done();
    if (std::isnan(p.low) || std::isnan(p.high))
        outer.refuse(key, "has no low or no high", "Write { low = a, high = b }");
    return p;
}

SweepReport::Published published(const toml::node& node, const std::string& file) {
    if (!node.is_table()) throw Error("is not a section", file + ": published", "Write it as [[published]]");
    Section s(*node.as_table(), file, "published");
    SweepReport::Published p;
    s.text("parameter", p.parameter);
    s.text("metric", p.metric);
    s.text("source", p.source);
    const toml::array* points = s.list("points");
    s.done();
    for (std::size_t i = 0; points && i < points->size(); ++i) {
        const toml::array* point = points->get(i)->as_array();
        const auto figure = point && point->size() >= 2 ? point->get(1)->value<double>() : std::nullopt;
        const auto deviation = point && point->size() == 3 ? point->get(2)->value<double>() : std::optional(0.0);
        if (!figure || !deviation || point->size() > 3)
            s.refuse("points", "has something else than [value, figure] or [value, figure, deviation]", "Mend it");
        if (point->get(0)->is_number())
            p.points.emplace_back(point->get(0)->value<double>().value_or(0), *figure);
        else
            p.named.push_back({s.value("points", *point->get(0)), *figure, *deviation});
    }
    return p;
}

toml::table parse(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) throw Error("cannot be read: " + error.message(), file.string(), "Name a sweep file (docs/sweeps.md)");
    if (size > kLargestFile) throw Error("is too large for a sweep file", file.string(), "Name a sweep file");
    try {
        return toml::parse_file(file.string());
    } catch (const toml::parse_error& e) {
        throw Error("is not a readable sweep file: " + std::string(e.description()) + " (line " +
                        std::to_string(e.source().begin.line) + ")",
                    file.string());
    }
}

}  // namespace

std::string value_text(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string("nan");
}

SweepPlan read_sweep_file(const std::filesystem::path& path) {
    const toml::table table = parse(path);
    const std::string file = path.string();
    SweepPlan plan;
    plan.name = path.stem().string();
    Section top(table, file, "");
    top.text("name", plan.name);
    top.text("note", plan.note);
    top.text("data", plan.data);
    top.text("out", plan.out);
    top.text("set_name", plan.set_name);
    top.text("fingerprint", plan.fingerprint);
    top.text("model", plan.model);
    top.text("preset", plan.preset);
    top.text("metric", plan.metric);
    top.whole("trials", plan.trials, 1, 100000);
    std::int64_t seed = static_cast<std::int64_t>(plan.seed);
    top.take("seed", seed, "a whole number");
    if (seed < 0) top.refuse("seed", "is negative", "Write a whole number from 0 on");
    plan.seed = static_cast<std::uint64_t>(seed);
    top.whole("seeds", plan.seeds, 1, 1000);
    int epochs = 0;
    top.whole("epochs", epochs, 1, 100000);
    if (const toml::array* view = top.list("view"))
        for (const toml::node& n : *view) plan.view.push_back(top.value("view", n));
    if (const toml::table* options = top.section("options")) {
        const Section s(*options, file, "options");
        for (const auto& [key, node] : in_order(*options)) plan.options[key] = s.value(key, *node);
    }
    if (epochs && plan.options.contains("epochs"))
        top.refuse("epochs", "is there twice, also in [options]", "Delete one of the two");
    if (epochs) plan.options["epochs"] = std::to_string(epochs);
    if (const toml::table* parameters = top.section("parameters")) {
        Section s(*parameters, file, "parameters");
        for (const auto& [key, node] : in_order(*parameters)) plan.parameters.push_back(parameter(key, *node, file, s));
    }
    if (const toml::array* variants = top.list("variant")) {
        SweepParameter p;
        p.key = "variant";
        for (const toml::node& n : *variants) {
            if (!n.is_table()) top.refuse("variant", "is not a section", "Write it as [[variant]]");
            Section s(*n.as_table(), file, "variant");
            SweepVariant v;
            s.text("name", v.name);
            const toml::table* set = s.section("set");
            s.done();
            if (v.name.empty()) s.refuse("name", "is missing", "Give every variant a name");
            if (set)
                for (const auto& [key, node] : *set) v.options[std::string(key.str())] = s.value("set", node);
            p.choices.push_back(v.name);
            plan.variants.push_back(std::move(v));
        }
        plan.parameters.push_back(std::move(p));
    }
    if (const toml::table* sampler = top.section("sampler")) {
        Section s(*sampler, file, "sampler");
        s.choice("kind", plan.sampler, {"tpe", "random", "grid"});
        s.whole("startup", plan.startup, 1, 100000);
        s.done();
    }
    if (const toml::table* pruner = top.section("pruner")) {
        Section s(*pruner, file, "pruner");
        s.choice("kind", plan.pruner, {"none", "halving"});
        s.whole("first", plan.first, 1, 100000);
        s.whole("factor", plan.factor, 2, 100);
        s.done();
    }
    if (const toml::table* budget = top.section("budget")) {
        Section s(*budget, file, "budget");
        s.whole("cores", plan.cores, 1, 4096);
        s.whole("parallel", plan.parallel, 1, 4096);
        s.real("memory", plan.memory_gib);
        if (plan.memory_gib < 0) s.refuse("memory", "is negative", "Write how many GiB all trials may take together");
        s.done();
    }
    if (const toml::array* list = top.list("published"))
        for (const toml::node& n : *list) plan.published.push_back(published(n, file));
    top.done();
    return plan;
}

}  // namespace mica
