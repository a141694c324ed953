// How the rows of the model become other rows, told step by step.
#include <algorithm>

#include "widgets/run_model.h"

namespace mica {
namespace {

constexpr int kMostSteps = 64;  // more of them cost a view more than to begin anew

std::vector<char> marked(const std::vector<int>& numbers) {
    const int most = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
    std::vector<char> marks(static_cast<std::size_t>(most) + 1, 0);
    for (const int n : numbers) marks[static_cast<std::size_t>(n)] = 1;
    return marks;
}

bool in(const std::vector<char>& marks, int n) {
    return static_cast<std::size_t>(n) < marks.size() && marks[static_cast<std::size_t>(n)];
}

// Runs of neighbours in `all` that are not marked.
int gaps(const std::vector<int>& all, const std::vector<char>& marks) {
    int n = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!in(marks, all[i]) && (i == 0 || in(marks, all[i - 1]))) ++n;
    return n;
}

int steps(const std::vector<int>& now, const std::vector<int>& next) {
    return gaps(now, marked(next)) + gaps(next, marked(now));
}

}  // namespace

// The first level as it is to be, and the runs of each group.
RunModel::Numbers RunModel::wanted(Children& children) {
    std::vector<RowGroup> groups = arranged(slots_, criteria_, grouping_, order_);
    if (flat()) return std::move(groups.front().rows);
    Numbers top;
    for (RowGroup& group : groups) {
        const auto [at, fresh] = groups_.try_emplace(group.key, static_cast<int>(group_keys_.size()) + 1);
        if (fresh) group_keys_.push_back(group.key);
        top.push_back(at->second);
        children[at->second] = std::move(group.rows);
    }
    return top;
}

void RunModel::rearrange(bool anew) {
    group_texts_.clear();
    Children children;
    if (anew) {
        beginResetModel();
        groups_.clear();
        group_keys_.clear();
        top_ = wanted(children);
        children_ = std::move(children);
        return endResetModel();
    }
    const Numbers top = wanted(children);
    int all = steps(top_, top);
    for (const auto& [number, rows] : children_)
        if (const auto next = children.find(number); next != children.end()) all += steps(rows, next->second);
    if (all > kMostSteps) {
        beginResetModel();
        top_ = top;
        children_ = std::move(children);
        return endResetModel();
    }
    turn(top_, top, 0, children);
    if (flat()) return;
    for (const int number : top_) turn(children_[number], children[number], number, {});
    group_texts_.clear();  // views asked on the way
    if (all > 0 && !top_.empty() && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RunModel::turn(Numbers& now, const Numbers& next, int parent, const Children& children) {
    const bool groups = parent == 0 && !flat();
    const QModelIndex above = parent ? groupIndex(parent) : QModelIndex();
    const std::vector<char> stays = marked(next), was = marked(now);
    for (int last = static_cast<int>(now.size()) - 1; last >= 0; --last) {
        if (in(stays, now[static_cast<std::size_t>(last)])) continue;
        int first = last;
        while (first > 0 && !in(stays, now[static_cast<std::size_t>(first) - 1])) --first;
        beginRemoveRows(above, first, last);
        const Numbers gone(now.begin() + first, now.begin() + last + 1);
        now.erase(now.begin() + first, now.begin() + last + 1);
        if (groups)
            for (const int number : gone) children_.erase(number);
        endRemoveRows();
        last = first;
    }
    Numbers kept;
    for (const int n : next)
        if (in(was, n)) kept.push_back(n);
    if (kept != now) reorder(now, kept, above);
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (in(was, next[i])) continue;
        std::size_t end = i;
        while (end < next.size() && !in(was, next[end])) ++end;
        if (groups)
            for (std::size_t k = i; k < end; ++k) children_[next[k]] = children.at(next[k]);
        beginInsertRows(above, static_cast<int>(i), static_cast<int>(end) - 1);
        now.insert(now.begin() + static_cast<std::ptrdiff_t>(i), next.begin() + static_cast<std::ptrdiff_t>(i),
                   next.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end - 1;
    }
}

// The same rows in another order; whoever holds on to one goes with it.
void RunModel::reorder(Numbers& now, const Numbers& next, const QModelIndex& parent) {
    Q_EMIT layoutAboutToBeChanged({QPersistentModelIndex(parent)}, VerticalSortHint);
    std::unordered_map<int, int> row_of;
    for (std::size_t i = 0; i < next.size(); ++i) row_of[next[i]] = static_cast<int>(i);
    const Numbers before = now;
    now = next;
    const quintptr id = parent.isValid() ? static_cast<quintptr>(top_[static_cast<std::size_t>(parent.row())]) : 0;
    for (const QModelIndex& old : persistentIndexList())
        if (old.internalId() == id)
            changePersistentIndex(old,
                                  createIndex(row_of[before[static_cast<std::size_t>(old.row())]], old.column(), id));
    Q_EMIT layoutChanged({QPersistentModelIndex(parent)}, VerticalSortHint);
}

void RunModel::tellChanged(const std::vector<int>& slots) {
    if (slots.empty() || columns_.empty()) return;
    group_texts_.clear();
    const std::vector<char> changed = marked(slots);
    const int last = columnCount() - 1;
    const auto tell = [&](const Numbers& rows, const QModelIndex& parent) {
        bool any = false;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!in(changed, rows[i])) continue;
            any = true;
            Q_EMIT dataChanged(index(static_cast<int>(i), 0, parent), index(static_cast<int>(i), last, parent));
        }
        return any;
    };
    if (flat()) {
        tell(top_, {});
        return;
    }
    for (std::size_t g = 0; g < top_.size(); ++g) {
        const QModelIndex group = index(static_cast<int>(g), 0);
        if (tell(children_[top_[g]], group)) Q_EMIT dataChanged(group, group.siblingAtColumn(last));
    }
}

}  // namespace mica
