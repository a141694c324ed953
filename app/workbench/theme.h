// Light and dark windows: as the desktop says, or as a person chose.
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace mica {

enum class Theme { system, light, dark };
[[nodiscard]] Theme theme_of(const QString& name);  // "light", "dark"; anything else: system
[[nodiscard]] QString name_of(Theme theme);

/// Sets style and palette of the application; while `system`, follows the desktop's settings portal.
class ThemeSetter : public QObject {
    Q_OBJECT
public:
    explicit ThemeSetter(QObject* parent = nullptr);
    void set(Theme theme);
    [[nodiscard]] Theme theme() const { return theme_; }

private Q_SLOTS:
    void portalChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void apply();
    void askPortal();
    Theme theme_ = Theme::system;
    bool system_dark_ = false, asked_ = false;
};

}  // namespace mica
