// What a refused call said.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "datasets/types/error.h"

namespace mica {

/// The words of the Error that `work` throws; "no error" where it throws none.
inline std::string message(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& e) {
        return e.what();
    }
    return "no error";
}

/// The same for work that has to be refused: in one line.
inline std::string refusal(const std::function<void()>& work) {
    std::string said = message(work);
    EXPECT_NE(said, "no error");
    EXPECT_EQ(said.find('\n'), std::string::npos);
    return said;
}

}  // namespace mica
