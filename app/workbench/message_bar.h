// Messages that do not interrupt: what happened, where, what to do; each stays until it is dismissed.
#pragma once

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace mica {

class MessageBar : public QWidget {
    Q_OBJECT
public:
    enum class Kind { note, warning, failure };
    explicit MessageBar(QWidget* parent = nullptr);
    /// The same text twice shows once. Older ones leave when there are more than three.
    void show(Kind kind, const QString& text);
    /// With a button that does something about it and dismisses the message.
    void show(Kind kind, const QString& text, const QString& button, std::function<void()> action);
    [[nodiscard]] QStringList texts() const;
    void clear();

private:
    QVBoxLayout* layout_;
};

}  // namespace mica
