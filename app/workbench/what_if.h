// "What if the model had not seen this?": changes to the chosen clip or to the model as a list that can be undone, and
// what the model says after them. What it says untouched is the AttentionSource's and stays as it is.
#pragma once

#include <optional>
#include <vector>

#include "app/workbench/attention_source.h"
#include "app/workbench/what_if_change.h"

namespace mica {

/// Interface thread only; its snapshot is that of the changed clip, empty while nothing is changed.
class WhatIf : public SnapshotSource {
    Q_OBJECT
public:
    WhatIf(Selection* selection, AttentionSource* attention, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }
    /// What the model is given of the clip untouched; null while that is not known: unready() says why.
    [[nodiscard]] const SeenClip* seen() const { return seen_ ? &*seen_ : nullptr; }
    [[nodiscard]] QString unready() const;
    /// Of the chosen clip, untouched; null where there is none.
    [[nodiscard]] const std::shared_ptr<const AttentionSnapshot>& untouched() const { return untouched_; }
    [[nodiscard]] Intervention intervention() const;
    /// The last that told() said; empty after a change that could be made.
    [[nodiscard]] const QString& note() const { return note_; }

    /// The clip that is on screen, as it is in the set.
    void setClip(std::shared_ptr<const Clip> clip);
    /// Why that stream of that clip of the set cannot be given instead, a sentence; empty: it can.
    [[nodiscard]] QString whyNotSwapped(Modality stream, std::size_t other) const;
    /// False where it cannot be made: told() says why.
    bool add(Change change);
    void tell(const QString& text);
    void setOn(std::size_t i, bool on);
    void remove(std::size_t i);
    void clear();
    [[nodiscard]] bool canUndo() const { return !past_.empty(); }
    [[nodiscard]] bool canRedo() const { return !future_.empty(); }
    void undo();
    void redo();

    /// How the changed map stands beside the untouched one while anything is changed.
    [[nodiscard]] Comparing shown() const { return how_; }
    void setShown(Comparing how);

Q_SIGNALS:
    void listChanged();
    /// A sentence for a person: why a change cannot be made, or which were dropped. Empty: no longer.
    void told(const QString& text);

private:
    void edit(std::vector<Change> next);
    void refresh();
    void forgetClip();
    void adopt();
    void drop(const std::vector<bool>& which, const QString& why);
    void compare();
    void compute();

    Selection* selection_;
    AttentionSource* attention_;
    std::vector<Change> changes_;
    std::vector<std::vector<Change>> past_, future_;
    std::shared_ptr<const Clip> clip_;
    std::shared_ptr<const AttentionSnapshot> untouched_;
    std::optional<SeenClip> seen_;
    QString note_;
    Comparing how_ = Comparing::side;
    Comparing before_ = Comparing::none;  // what was compared before anything was changed
    std::vector<ComparedMap> compared_before_;
    bool comparing_ = false;
};

}  // namespace mica
