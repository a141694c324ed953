// The error of a training whose numbers went bad: what, where, and from where it can go on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "datasets/types/error.h"

namespace mica {

struct BadTensor {
    std::string name;        // "vision feature 3 (AU01) of clip-2 at step 7", "queries of V>L in layer 1", ...
    std::string statistics;  // "2 of 640 values are not finite (2 infinite), the others from -3 to 4, mean 0.1"
    bool input = false;      // a feature: no setting helps
};

/// A step or an evaluation met numbers that are not finite. where(): the step or the split; reason(): what, the clips,
/// the first bad tensor.
class NotFinite : public Error {
public:
    NotFinite(const std::string& what, std::string where, std::string remedy, const std::optional<BadTensor>& first)
        : Error(first ? what + "; the first bad tensor is " + first->name + ": " + first->statistics : what,
                std::move(where), std::move(remedy)),
          first_(first) {}
    /// The same with a remedy: to go on from the checkpoint of step `saved`; rate: the peak learning rate that failed.
    NotFinite(const NotFinite& e, std::string remedy, std::int64_t saved = -1, double rate = 0)
        : Error(e.reason(), e.where(), std::move(remedy)), first_(e.first_), saved_(saved), rate_(rate) {}
    /// The same, with its place said more closely.
    [[nodiscard]] NotFinite at(std::string where) const {
        NotFinite closer = *this;
        static_cast<Error&>(closer) = Error(reason(), std::move(where));
        return closer;
    }
    /// Nothing: all that can be looked at is finite (an overflow inside a sum).
    [[nodiscard]] const std::optional<BadTensor>& first() const { return first_; }
    /// Whether going on from the last checkpoint with a lower rate may help.
    [[nodiscard]] bool may_go_on() const { return saved_ >= 0; }
    [[nodiscard]] std::int64_t saved() const { return saved_; }
    [[nodiscard]] double rate() const { return rate_; }

private:
    std::optional<BadTensor> first_;
    std::int64_t saved_ = -1;
    double rate_ = 0;
};

}  // namespace mica
