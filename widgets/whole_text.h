// Boxes that are narrower than the entry chosen in them: pointing at one tells the whole of it.
#pragma once

#include <QObject>

class QComboBox;

namespace mica {

[[nodiscard]] bool isCut(const QComboBox& box);

/// Filters the events of the application: what the tips of cut boxes say begins with the whole entry.
class WholeText : public QObject {
    Q_OBJECT
public:
    explicit WholeText(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace mica
