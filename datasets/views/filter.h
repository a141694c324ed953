// Which clips a derived set keeps: terms that all must hold, such as "split=train label>=1 duration<8 id~^abc".
//
//     TERM      SUBJECT OPERATOR VALUE, without blanks between; a value with blanks stands in double quotes
//     split     = != with train, valid, test, none
//     id group  = != with a text; ~ !~ with an extended regular expression of POSIX, found anywhere in it
//     has       = != with text, vision, audio, label, media
//     label     = != < <= > >= with a number or the name of a class; label.NAME: that of several labels a clip
//     duration  = != < <= > >= with seconds; length.text, length.vision, length.audio: with steps
//     flagged   = != < <= > >= with the share of vision steps without a face, 0 to 1
//
// After = and != several values may be joined by |: any of them. What a clip does not say (no label, duration unknown,
// no vision) fulfils no comparison.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "datasets/types/dataset.h"

namespace mica {

class Filter {
public:
    /// Throws Error: what is wrong with which term, and what is known.
    explicit Filter(const std::string& text);
    ~Filter();
    Filter(Filter&&) noexcept;
    Filter& operator=(Filter&&) noexcept;

    /// The filter in its one spelling: single blanks, quotes only where needed, numbers in their shortest form.
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The test of a clip of a set with this task; safe to call from several threads. Throws Error: a class or label
    /// name that the task lacks.
    [[nodiscard]] std::function<bool(const ClipInfo&)> test(const Task& task) const;

private:
    struct Term;
    std::string text_;
    std::vector<Term> terms_;
};

}  // namespace mica
