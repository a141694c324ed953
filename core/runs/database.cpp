#include "core/runs/database.h"

#include <sqlite3.h>

#include <chrono>

#include "core/runs/report_json.h"
#include "datasets/types/error.h"
#include "datasets/types/utc_time.h"

namespace mica {
namespace {

using nlohmann::json;

constexpr const char* kTables = R"(
create table if not exists meta(key text primary key, value text not null);
create table if not exists steps(step integer primary key, epoch integer, task real, marginal real, element real,
    total real, alpha real, beta real, tau real, learning_rate real, gradient_norm real, seconds real,
    wait_seconds real);
create table if not exists gradients(step integer, part text, norm real, primary key(step, part)) without rowid;
create table if not exists epochs(epoch integer primary key, report text not null);
create table if not exists events(id integer primary key, time text, step integer, kind text, text text);
create table if not exists predictions(split text, clip text, truth text, prediction text, primary key(split, clip));
)";

}  // namespace

struct RunDatabase::State {
    std::filesystem::path file;
    sqlite3* db = nullptr;
    bool writing = false, in_transaction = false;
    std::chrono::steady_clock::time_point flushed = std::chrono::steady_clock::now();

    ~State() { sqlite3_close_v2(db); }
    [[noreturn]] void fail() const {
        throw Error(std::string("is not usable: ") + (db ? sqlite3_errmsg(db) : "out of memory"), file.string(),
                    writing ? "Checkpoints saved before are untouched" : "");
    }
    void run(const char* sql) const {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
    void begin() {
        if (!in_transaction) run("begin"), in_transaction = true;
    }
};

namespace {

/// A prepared statement with its parameters bound in order.
class Statement {
public:
    Statement(sqlite3* db, const std::filesystem::path& file, const char* sql) : db_(db), file_(file) {
        if (sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr) != SQLITE_OK) fail();
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(double v) { return check(sqlite3_bind_double(statement_, ++at_, v)); }
    Statement& bind(std::int64_t v) { return check(sqlite3_bind_int64(statement_, ++at_, v)); }
    Statement& bind(int v) { return bind(static_cast<std::int64_t>(v)); }
    Statement& bind(const std::string& v) {
        return check(sqlite3_bind_text(statement_, ++at_, v.data(), static_cast<int>(v.size()), SQLITE_TRANSIENT));
    }
    bool next() {
        const int code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
        return code == SQLITE_ROW;
    }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_, column); }
    [[nodiscard]] std::int64_t whole(int column) const { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] std::string text(int column) const {
        const auto* t = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return t ? std::string(t, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
    }

private:
    [[noreturn]] void fail() const {
        throw Error(std::string("is not usable: ") + sqlite3_errmsg(db_), file_.string());
    }
    Statement& check(int code) {
        if (code != SQLITE_OK) fail();
        return *this;
    }
    sqlite3* db_;
    std::filesystem::path file_;
    sqlite3_stmt* statement_ = nullptr;
    int at_ = 0;
};

}  // namespace

void RunDatabase::make(const std::filesystem::path& file) {
    std::filesystem::path draft = file;
    draft += ".part";
    std::error_code ignored;
    for (const char* rest : {"", "-wal", "-shm", "-journal"})  // of a start that was cut off
        std::filesystem::remove(draft.string() + rest, ignored);
    {
        State made;
        made.file = file;
        made.writing = true;
        if (sqlite3_open_v2(draft.c_str(), &made.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK)
            made.fail();
        made.run("pragma journal_mode=wal");
        made.run(kTables);
    }  // closing the only connection folds the log into the file
    std::error_code error;
    std::filesystem::rename(draft, file, error);
    if (error) throw Error("could not be made: " + error.message(), file.string());
}

RunDatabase::RunDatabase(const std::filesystem::path& file, Mode mode) : state_(std::make_unique<State>()) {
    state_->file = file;
    state_->writing = mode == Mode::write;
    if (!std::filesystem::exists(file)) {
        if (mode == Mode::read) throw Error("is missing", file.string());
        make(file);  // under its name it is whole: others may look at any moment
    }
    const int flags = mode == Mode::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    int code = sqlite3_open_v2(file.c_str(), &state_->db, flags, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(state_->db, 5000);
        if (mode == Mode::write) {
            state_->run("pragma journal_mode=wal");
            state_->run("pragma synchronous=normal");
            state_->run(kTables);
            // runs of versions that did not measure it
            if (sqlite3_exec(state_->db, "select wait_seconds from steps limit 0", nullptr, nullptr, nullptr) !=
                SQLITE_OK)
                state_->run("alter table steps add column wait_seconds real");
            return;
        }
        code = sqlite3_exec(state_->db, "select count(*) from meta", nullptr, nullptr, nullptr);
    }
    if (code == SQLITE_OK) return;
    const int reason = code & 0xff;
    if (mode == Mode::write || (reason != SQLITE_CANTOPEN && reason != SQLITE_READONLY)) state_->fail();
    // A run on a medium that cannot be written (the log needs a file beside it): read the file as it stands.
    sqlite3_close_v2(std::exchange(state_->db, nullptr));
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#') {
            char code_text[4];
            std::snprintf(code_text, sizeof code_text, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            uri += code_text;
        } else {
            uri += c;
        }
    }
    if (sqlite3_open_v2((uri + "?immutable=1").c_str(), &state_->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr) !=
        SQLITE_OK)
        state_->fail();
    state_->run("select count(*) from meta");
}

RunDatabase::~RunDatabase() {
    if (!state_->writing) return;
    try {
        flush();
        // back into one file, so that the folder can be copied as it lies
        (void)sqlite3_exec(state_->db, "pragma wal_checkpoint(truncate)", nullptr, nullptr, nullptr);
    } catch (const Error&) {  // nothing more can be done for rows that the disk refuses
    }
}

void RunDatabase::flush() {
    if (std::exchange(state_->in_transaction, false)) {
        if (sqlite3_exec(state_->db, "commit", nullptr, nullptr, nullptr) != SQLITE_OK) {
            const std::string reason = sqlite3_errmsg(state_->db);  // before the rollback has one of its own
            (void)sqlite3_exec(state_->db, "rollback", nullptr, nullptr, nullptr);
            throw Error("could not be written: " + reason, state_->file.string(),
                        "Checkpoints saved before are untouched");
        }
    }
    state_->flushed = std::chrono::steady_clock::now();
}

void RunDatabase::add_step(const StepReport& r) {
    state_->begin();
    Statement s(state_->db, state_->file, "insert or replace into steps values(?,?,?,?,?,?,?,?,?,?,?,?,?)");
    s.bind(r.step).bind(r.epoch).bind(r.loss.task).bind(r.loss.marginal).bind(r.loss.element).bind(r.loss.total);
    s.bind(r.alpha).bind(r.beta).bind(r.tau).bind(r.learning_rate).bind(r.gradient_norm).bind(r.seconds);
    s.bind(r.wait_seconds).next();
    for (const auto& [part, norm] : r.gradient_parts)
        Statement(state_->db, state_->file, "insert or replace into gradients values(?,?,?)")
            .bind(r.step)
            .bind(part)
            .bind(norm)
            .next();
    if (std::chrono::steady_clock::now() - state_->flushed > std::chrono::seconds(2)) flush();
}

void RunDatabase::add_epoch(const EpochReport& report) {
    state_->begin();
    Statement s(state_->db, state_->file, "insert or replace into epochs values(?,?)");
    s.bind(report.epoch).bind(json_of(report).dump()).next();
    flush();
}

void RunDatabase::add_event(std::int64_t step, const std::string& kind, const std::string& text) {
    state_->begin();
    Statement s(state_->db, state_->file, "insert into events(time, step, kind, text) values(?,?,?,?)");
    s.bind(utc_now()).bind(step).bind(kind).bind(text).next();
    flush();
}

void RunDatabase::set(const std::string& key, const std::string& value) {
    state_->begin();
    Statement s(state_->db, state_->file, "insert or replace into meta values(?,?)");
    s.bind(key).bind(value).next();
    flush();
}

void RunDatabase::set_predictions(const std::string& split, const std::vector<Prediction>& rows) {
    state_->begin();
    Statement(state_->db, state_->file, "delete from predictions where split = ?").bind(split).next();
    for (const Prediction& p : rows) {
        Statement s(state_->db, state_->file, "insert or replace into predictions values(?,?,?,?)");
        s.bind(split).bind(p.clip).bind(json(p.truth).dump()).bind(json(p.prediction).dump()).next();
    }
    flush();
}

void RunDatabase::forget_after(std::int64_t step, int epoch) {
    state_->begin();
    Statement(state_->db, state_->file, "delete from steps where step > ?").bind(step).next();
    Statement(state_->db, state_->file, "delete from gradients where step > ?").bind(step).next();
    Statement(state_->db, state_->file, "delete from epochs where epoch > ?").bind(epoch).next();
    flush();
    for (const char* told_again : {"learning_rate", "early_stop"}) forget_events(told_again, step);
}

void RunDatabase::forget_events(const std::string& kind, std::int64_t after_step) {
    state_->begin();
    Statement s(state_->db, state_->file, "delete from events where kind = ? and step > ?");
    s.bind(kind).bind(after_step).next();
    flush();
}

std::string RunDatabase::get(const std::string& key) const {
    Statement s(state_->db, state_->file, "select value from meta where key = ?");
    return s.bind(key).next() ? s.text(0) : std::string();
}

std::vector<EpochReport> RunDatabase::epochs(int after) const {
    Statement s(state_->db, state_->file, "select report from epochs where epoch > ? order by epoch");
    s.bind(after);
    std::vector<EpochReport> all;
    while (s.next()) {
        try {
            read_json(json::parse(s.text(0)), all.emplace_back());
        } catch (const json::exception&) {
            throw Error("holds a damaged epoch report", state_->file.string());
        }
    }
    return all;
}

int RunDatabase::last_epoch() const {
    Statement s(state_->db, state_->file, "select coalesce(max(epoch), 0) from epochs");
    return s.next() ? static_cast<int>(s.whole(0)) : 0;
}

std::optional<EpochReport> RunDatabase::best_epoch() const {
    // from the last one on, so that few are looked into; the fault of a damaged report is told where it is read
    Statement s(state_->db, state_->file,
                "select report from epochs where not json_valid(report) or json_extract(report, '$.best') "
                "order by epoch desc limit 1");
    if (!s.next()) return std::nullopt;
    try {
        EpochReport best;
        read_json(json::parse(s.text(0)), best);
        return best;
    } catch (const json::exception&) {
        throw Error("holds a damaged epoch report", state_->file.string());
    }
}

std::int64_t RunDatabase::last_step() const {
    Statement s(state_->db, state_->file, "select max(step) from steps");
    return s.next() ? s.whole(0) : 0;
}

std::vector<StepReport> RunDatabase::steps(std::int64_t after) const {
    Statement s(state_->db, state_->file, "select * from steps where step > ? order by step");
    s.bind(after);
    std::vector<StepReport> all;
    while (s.next()) {
        StepReport& r = all.emplace_back();
        r.step = s.whole(0);
        r.epoch = static_cast<int>(s.whole(1));
        r.loss = {s.real(5), s.real(2), s.real(3), s.real(4)};
        r.alpha = s.real(6), r.beta = s.real(7), r.tau = s.real(8), r.learning_rate = s.real(9);
        r.gradient_norm = s.real(10), r.seconds = s.real(11);
        r.wait_seconds = s.real(12);  // 0 where the table of an older version has no such column
    }
    read_gradients(after, all);
    return all;
}

void RunDatabase::read_gradients(std::int64_t after, std::vector<StepReport>& steps) const {
    Statement there(state_->db, state_->file, "select 1 from sqlite_master where name = 'gradients'");
    if (!there.next()) return;  // a run of an earlier version
    Statement s(state_->db, state_->file, "select step, part, norm from gradients where step > ? order by step, part");
    s.bind(after);
    auto at = steps.begin();
    while (s.next()) {
        const std::int64_t step = s.whole(0);
        while (at != steps.end() && at->step < step) ++at;
        if (at != steps.end() && at->step == step) at->gradient_parts.emplace_back(s.text(1), s.real(2));
    }
}

std::vector<RunDatabase::Prediction> RunDatabase::predictions(const std::string& split) const {
    Statement s(state_->db, state_->file,
                "select clip, truth, prediction from predictions where split = ? order by rowid");
    s.bind(split);
    std::vector<Prediction> all;
    while (s.next()) {
        try {
            all.push_back({s.text(0), json::parse(s.text(1)).get<std::vector<float>>(),
                           json::parse(s.text(2)).get<std::vector<float>>()});
        } catch (const json::exception&) {
            throw Error("holds a damaged prediction", state_->file.string());
        }
    }
    return all;
}

std::vector<RunDatabase::Event> RunDatabase::events() const {
    Statement s(state_->db, state_->file, "select step, kind, text, time from events order by id");
    std::vector<Event> all;
    while (s.next()) all.push_back({s.whole(0), s.text(1), s.text(2), s.text(3)});
    return all;
}

}  // namespace mica
