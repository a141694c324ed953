// Messages that do not interrupt: what happened, where, what to do; each stays until it is dismissed.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace mica {

class MessageBar : public QWidget {
    Q_OBJECT
public:
    enum class Kind { note, warning, failure };
    explicit MessageBar(QWidget* parent = nullptr);
    /// The same text twice shows once. Older ones leave when there are more than three.
    void show(Kind kind, const QString& text);
    [[nodiscard]] QStringList texts() const;
    void clear();

private:
    QVBoxLayout* layout_;
};

}  // namespace mica
