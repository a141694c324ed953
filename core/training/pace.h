// How long the steps of a session take, and what of it was waiting.
#pragma once

#include <cstdint>

namespace mica {

class Pace {
public:
    /// Seconds of a step, and of them those until its batch was there.
    void step(double seconds, double waited) {
        trained_ += seconds;
        waited_ += waited;
        step_ = step_ == 0 ? seconds : 0.9 * step_ + 0.1 * seconds;
    }
    void validation(double seconds) { validation_ = seconds; }
    /// Of so many steps and epochs to come; batches: of the validation split.
    [[nodiscard]] double left(std::int64_t steps, int epochs, double batches) const {
        // a step of validation costs about a third of one that learns
        const double validation = validation_ > 0 ? validation_ : step_ / 3 * batches;
        return static_cast<double>(steps) * step_ + static_cast<double>(epochs) * validation;
    }
    [[nodiscard]] double wait_share() const { return trained_ > 0 ? waited_ / trained_ : 0; }

private:
    double step_ = 0, validation_ = 0, trained_ = 0, waited_ = 0;
};

}  // namespace mica
