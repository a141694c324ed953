// The one error type that libraries of this project throw: what went wrong, where, and what to do.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace mica {

class Error : public std::runtime_error {
public:
    /// what: the reason in one clause; where: the file, clip or setting it is about; remedy: what a person
    /// can do (may be empty). what() gives them as one sentence: "WHERE: WHAT. REMEDY".
    Error(std::string what, std::string where, std::string remedy = {})
        : std::runtime_error(sentence(what, where, remedy)),
          reason_(std::move(what)),
          where_(std::move(where)),
          remedy_(std::move(remedy)) {}

    [[nodiscard]] const std::string& reason() const { return reason_; }
    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] const std::string& remedy() const { return remedy_; }

private:
    static std::string sentence(const std::string& what, const std::string& where, const std::string& remedy) {
        std::string s = where.empty() ? what : where + ": " + what;
        if (!remedy.empty()) s += ". " + remedy;
        return s;
    }
    std::string reason_, where_, remedy_;
};

/// Thrown when work was stopped through its std::stop_token; an outcome of its own, not a failure.
class Cancelled : public std::runtime_error {
public:
    Cancelled() : std::runtime_error("cancelled") {}
};

}  // namespace mica
