// The program mica itself, in a folder with a toy set: what it prints and with which code it ends.
#pragma once

#include <gtest/gtest.h>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/training/toy.h"

namespace mica {

struct Said {
    int code = -1;
    std::string out, error;
    [[nodiscard]] std::string all() const { return out + error; }
    [[nodiscard]] nlohmann::json parsed() const { return nlohmann::json::parse(out); }
};

/// Skips where the program is not at hand.
class ProgramTest : public testing::Test {
protected:
    explicit ProgramTest(const char* name) : folder(name) {}
    toy::Folder folder;
    std::string program;

    void SetUp() override {
        const char* path = std::getenv("MICA_PROGRAM");
        if (!path || !std::filesystem::exists(path)) GTEST_SKIP() << "MICA_PROGRAM: the program mica";
        program = path;
    }
    /// In the test's folder.
    [[nodiscard]] Said mica(const std::string& arguments) const {
        Said said;
        const std::string line =
            "cd '" + folder.path().string() + "' && '" + program + "' " + arguments + " 2>error.txt";
        FILE* pipe = popen(line.c_str(), "r");
        std::array<char, 4096> buffer{};
        while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) said.out.append(buffer.data(), n);
        const int status = pclose(pipe);
        said.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        said.error = toy::bytes(folder / "error.txt");
        return said;
    }
};

}  // namespace mica
