#include "core/sweeps/study.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/sweeps/spawn.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using Json = nlohmann::json;

constexpr int kLeastForImportance = 4;
constexpr std::chrono::minutes kPatience{5};  // another program may hold the storage for a while

/// A choice as Optuna keeps it: numbers as numbers, so that its own views scale them.
Json as_json(const std::string& text) {
    if (text == "true" || text == "false") return text == "true";
    double number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc{} || stopped != end) return text;
    std::int64_t whole = 0;
    if (const auto [at, bad] = std::from_chars(text.data(), end, whole); bad == std::errc{} && at == end) return whole;
    return number;
}

std::string last_line(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string last;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) last = line;
    return last;
}

}  // namespace

struct Study::State {
    SweepPlan plan;
    std::filesystem::path folder, log;
    pid_t pid = 0;
    int to = -1, from = -1;
    std::string unread;
    std::vector<SweepTrial> trials;
    std::uint64_t memory = 0;

    ~State() {
        if (to >= 0) ::close(to);  // its input ends, and so does it
        if (from >= 0) ::close(from);
        if (pid > 0) {
            for (int i = 0; i < 100; ++i) {
                if (::waitpid(pid, nullptr, WNOHANG) != 0) return;
                ::usleep(20000);
            }
            ::kill(-pid, SIGKILL);
            while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
    }

    [[noreturn]] void gone() const {
        const std::string last = last_line(log);
        throw Error("the search engine ended" + (last.empty() ? std::string() : ": " + last), log.string(),
                    "Go on with --resume; if it happens again, delete the tool environment (docs/sweeps.md), which is "
                    "then made anew");
    }
    void start(const SearchEngine& engine) {
        std::array<int, 2> in{}, out{};
        if (::pipe2(in.data(), O_CLOEXEC) != 0) throw Error(std::strerror(errno), engine.command.front());
        if (::pipe2(out.data(), O_CLOEXEC) != 0) {
            ::close(in[0]), ::close(in[1]);
            throw Error(std::strerror(errno), engine.command.front());
        }
        to = in[1], from = out[0];
        const int error = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        std::vector<std::string> command = engine.command;
        command.push_back(folder.string());
        try {
            pid = spawn(command, engine.environment, {.in = in[0], .out = out[1], .error = error});
        } catch (...) {
            ::close(in[0]), ::close(out[1]), ::close(error);
            throw;
        }
        ::close(in[0]), ::close(out[1]), ::close(error);
    }
    void write(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t n = ::write(to, text.data(), text.size());  // SIGPIPE is ignored by the programs
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) gone();
            text.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    std::string read_line() {
        const auto until = std::chrono::steady_clock::now() + kPatience;
        std::array<char, 65536> buffer{};
        for (;;) {
            if (const std::size_t end = unread.find('\n'); end != std::string::npos) {
                std::string line = unread.substr(0, end);
                unread.erase(0, end + 1);
                return line;
            }
            pollfd ready{from, POLLIN, 0};
            if (::poll(&ready, 1, 1000) <= 0) {
                if (std::chrono::steady_clock::now() < until) continue;
                throw Error("the search engine does not answer", (folder / "study.db").string(),
                            "Close programs that hold this file, then go on with --resume");
            }
            const ssize_t n = ::read(from, buffer.data(), buffer.size());
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) gone();
            unread.append(buffer.data(), static_cast<std::size_t>(n));
        }
    }
    Json call(const Json& message) {
        write(message.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
        Json answer;
        try {
            answer = Json::parse(read_line());
        } catch (const Json::exception&) {
            throw Error("the search engine gave no answer that can be read", log.string());
        }
        if (answer.contains("error"))
            throw Error("the search engine refused: " + answer["error"].get<std::string>(),
                        (folder / "study.db").string());
        return answer;
    }

    /// Settings as `--set` takes them.
    [[nodiscard]] std::map<std::string, std::string> parameters(const Json& told) const {
        std::map<std::string, std::string> values;
        for (const SweepParameter& p : plan.parameters) {
            if (!told.contains(p.key)) continue;
            const Json& v = told[p.key];
            if (!p.choices.empty())
                values[p.key] = p.choices.at(v.get<std::size_t>());
            else
                values[p.key] = p.whole ? std::to_string(v.get<std::int64_t>()) : value_text(v.get<double>());
        }
        return values;
    }
    [[nodiscard]] SweepTrial trial(const Json& told) {
        SweepTrial t;
        t.number = told.at("number").get<int>();
        t.parameters = parameters(told.at("parameters"));
        const std::string state = told.at("state");
        const Json& more = told.at("attributes");
        t.state = state == "complete"            ? SweepTrial::State::complete
                  : state == "pruned"            ? SweepTrial::State::pruned
                  : state == "waiting"           ? SweepTrial::State::waiting
                  : state == "running"           ? SweepTrial::State::running
                  : more.value("stopped", false) ? SweepTrial::State::stopped
                                                 : SweepTrial::State::failed;
        if (told.at("value").is_number()) t.value = told["value"].get<double>();
        for (const Json& pair : told.at("by_epoch"))
            if (pair.at(1).is_number()) t.by_epoch.emplace_back(pair.at(0).get<int>(), pair.at(1).get<double>());
        t.begun = told.at("begun");
        t.ended = told.at("ended");
        t.trouble = more.value("trouble", std::string());
        memory = std::max(memory, more.value("memory_bytes", std::uint64_t{0}));
        return t;
    }
};

Study::Study(const SweepPlan& plan, int parallel, std::filesystem::path folder, const SearchEngine& engine)
    : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.plan = plan;
    s.folder = std::move(folder);
    s.log = s.folder / "optuna.log";
    s.start(engine);
    Json parameters = Json::array(), points = Json::array();
    for (const SweepParameter& p : plan.parameters) {
        Json one{{"name", p.key}};
        if (p.choices.empty()) {
            one.update({{"low", p.low}, {"high", p.high}, {"log", p.logarithmic}, {"whole", p.whole}});
        } else {
            for (const std::string& c : p.choices) one["choices"].push_back(as_json(c));
        }
        parameters.push_back(std::move(one));
    }
    if (plan.sampler == "grid")
        for (const auto& point : grid_points(plan)) {
            Json one;
            for (std::size_t i = 0; i < point.size(); ++i) one[plan.parameters[i].key] = point[i];
            points.push_back(std::move(one));
        }
    try {
        const Json opened =
            s.call({{"do", "open"},
                    {"name", plan.name},
                    {"metric", "validation " + plan.metric},
                    {"direction", plan.higher_is_better() ? "maximize" : "minimize"},
                    {"sampler",
                     {{"kind", plan.sampler}, {"seed", plan.seed}, {"startup", plan.startup}, {"parallel", parallel}}},
                    {"pruner", {{"kind", plan.pruner}, {"first", plan.first}, {"factor", plan.factor}}},
                    {"parameters", parameters},
                    {"points", points}});
        for (const Json& told : opened.at("trials")) s.trials.push_back(s.trial(told));
    } catch (const Json::exception&) {
        throw Error("holds a study that is not this sweep's", (s.folder / "study.db").string(),
                    "Sweep into another folder");
    } catch (const std::out_of_range&) {
        throw Error("holds a study of other parameters", (s.folder / "study.db").string(), "Sweep into another folder");
    }
}

Study::~Study() = default;

const std::vector<SweepTrial>& Study::trials() const { return state_->trials; }

std::uint64_t Study::memory() const { return state_->memory; }

SweepTrial Study::ask() {
    const Json answer = state_->call({{"do", "ask"}});
    SweepTrial t;
    t.number = answer.at("number").get<int>();
    t.state = SweepTrial::State::running;
    t.parameters = state_->parameters(answer.at("parameters"));
    return t;
}

std::optional<int> Study::report(int number, const std::vector<std::pair<int, double>>& values) {
    const Json answer = state_->call({{"do", "report"}, {"number", number}, {"values", values}});
    return answer.contains("prune") ? std::optional(answer["prune"].get<int>()) : std::nullopt;
}

void Study::tell(const SweepTrial& t, std::uint64_t memory) {
    Json more{{"run", t.run}, {"memory_bytes", memory}};
    if (!t.trouble.empty()) more["trouble"] = t.trouble;
    if (t.state == SweepTrial::State::stopped) more["stopped"] = true;
    (void)state_->call({{"do", "tell"},
                        {"number", t.number},
                        {"state", t.state == SweepTrial::State::complete ? "complete"
                                  : t.state == SweepTrial::State::pruned ? "pruned"
                                                                         : "failed"},
                        {"value", t.value ? Json(*t.value) : Json()},
                        {"attributes", more}});
}

std::map<std::string, double> Study::importance() {
    return state_->call({{"do", "importance"}, {"least", kLeastForImportance}})
        .at("importance")
        .get<std::map<std::string, double>>();
}

}  // namespace mica
