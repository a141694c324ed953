// The sets that are open at once, and how a person left each of them.
#pragma once

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <vector>

#include "datasets/types/dataset.h"
#include "widgets/clip_list.h"

namespace mica {

struct OpenSet {
    std::shared_ptr<const Dataset> set;
    std::shared_ptr<const ClipList> list;
    std::filesystem::file_time_type written{};  // the file's time when it was opened
    // as a person left it
    int clip = -1;
    std::filesystem::path run;
    QString checkpoint;
    ClipCriteria criteria;
};

/// Reads the set and makes its list; any thread. Throws Error.
[[nodiscard]] OpenSet read_set(const std::filesystem::path& file);

/// Interface thread only.
class OpenSets : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<OpenSet>& all() const { return all_; }
    /// Position of the set on screen; -1: none is open.
    [[nodiscard]] int current() const { return current_; }
    [[nodiscard]] const OpenSet* now() const {
        return current_ < 0 ? nullptr : &all_[static_cast<std::size_t>(current_)];
    }
    /// What the window writes before it leaves the set on screen.
    [[nodiscard]] OpenSet* now() { return current_ < 0 ? nullptr : &all_[static_cast<std::size_t>(current_)]; }
    /// Position of the set of that file, -1: not open. The same file by another path is found, too.
    [[nodiscard]] int find(const std::filesystem::path& file) const;
    /// Whether the file has changed since it was opened.
    [[nodiscard]] bool stale(int position) const;

    /// Adds it, or puts it in the place of the one of the same file; does not go to it. Its position.
    int add(OpenSet set);
    void activate(int position);
    /// Next (1) or previous (-1) one, round and round.
    void step(int by);
    /// The one to its right comes on screen, or to its left where there is none.
    void close(int position);

    /// Names for a list: the set's own; with its folder where two are the same.
    [[nodiscard]] QString title(int position) const;
    /// Files, for the next start.
    [[nodiscard]] QStringList files() const;

Q_SIGNALS:
    /// The list of sets, or which is on screen.
    void changed();
    /// Before another set comes on screen: the last moment to note how this one is left.
    void leaving();
    /// Another set is on screen (or none).
    void activated();

private:
    void go(int position);
    std::vector<OpenSet> all_;
    int current_ = -1;
};

}  // namespace mica
