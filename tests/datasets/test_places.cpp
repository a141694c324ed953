#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace fs = std::filesystem;

namespace {

// One variable of the environment, put back at the end.
class Variable {
public:
    explicit Variable(const char* name) : name_(name) {
        if (const char* value = std::getenv(name)) before_ = value;
    }
    ~Variable() { before_ ? set(before_->c_str()) : unset(); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    void set(const char* value) const { ::setenv(name_, value, 1); }
    void unset() const { ::unsetenv(name_); }

private:
    const char* name_;
    std::optional<std::string> before_;
};

TEST(Places, TheProgramFindsItsOwnFile) { EXPECT_TRUE(fs::is_regular_file(mica::own_program())); }

TEST(Places, FoldersFollowTheNamedOnesAndElseTheHome) {
    const Variable home("HOME"), data("XDG_DATA_HOME"), cache("XDG_CACHE_HOME");
    home.set("/home/someone");
    data.unset();
    cache.unset();
    EXPECT_EQ(mica::data_home(), fs::path("/home/someone/.local/share/mica"));
    EXPECT_EQ(mica::cache_home(), fs::path("/home/someone/.cache/mica"));
    data.set("/data");
    cache.set("relative/folders/count/as/none");
    EXPECT_EQ(mica::data_home(), fs::path("/data/mica"));
    EXPECT_EQ(mica::cache_home(), fs::path("/home/someone/.cache/mica"));
}

TEST(Places, WithoutAHomeAPersonIsToldWhatToSet) {
    const Variable home("HOME"), data("XDG_DATA_HOME");
    home.unset();
    data.unset();
    try {
        (void)mica::data_home();
        FAIL() << "a folder was made up";
    } catch (const mica::Error& e) {
        EXPECT_NE(e.remedy().find("XDG_DATA_HOME"), std::string::npos) << e.what();
    }
}

}  // namespace
