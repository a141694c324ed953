#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>

#include "app/cli/command.h"
#include "app/cli/text.h"

namespace mica::cli {
namespace {

using Clock = std::chrono::steady_clock;

// Redraws one line on a terminal; elsewhere a line every ten seconds, so that a log stays readable.
class Line {
public:
    explicit Line(std::string title) : title_(std::move(title)), terminal_(isatty(STDERR_FILENO) == 1) {}
    ~Line() {
        if (open_) std::fputc('\n', stderr);
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void show(std::int64_t done, std::int64_t total, const std::string& text) {
        const std::lock_guard lock(mutex_);
        const auto now = Clock::now();
        const bool last = total > 0 && done >= total;
        const auto pause = terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10'000);
        if (!last && shown_ != Clock::time_point{} && now - shown_ < pause) return;
        if (total == total_ && done < most_) return;  // threads may report out of turn
        total_ = total;
        most_ = done;
        shown_ = now;
        std::string line = title_;
        if (total > 0) {
            line += " " + std::to_string(done) + " of " + std::to_string(total);
            const double spent = std::chrono::duration<double>(now - start_).count();
            if (done > 0 && !last)
                line += ", " + duration_text(spent / static_cast<double>(done) * static_cast<double>(total - done)) +
                        " left";
            if (last) line += " in " + duration_text(spent);
        } else if (done > 0) {
            line += " " + std::to_string(done);
        }
        if (!text.empty() && !last) line += ": " + text;
        if (terminal_) {
            std::fprintf(stderr, "\r\033[K%.160s", line.c_str());
            open_ = !last;
            if (last) std::fputc('\n', stderr);
        } else {
            std::fprintf(stderr, "%s\n", line.c_str());
        }
        std::fflush(stderr);
    }

private:
    std::string title_;
    bool terminal_, open_ = false;
    std::int64_t most_ = -1, total_ = -1;
    std::mutex mutex_;
    Clock::time_point start_ = Clock::now(), shown_{};
};

}  // namespace

Progress progress_line(std::string title) {
    auto line = std::make_shared<Line>(std::move(title));
    return [line](std::int64_t done, std::int64_t total, const std::string& text) { line->show(done, total, text); };
}

}  // namespace mica::cli
