#include "app/workbench/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOption>
#include <QToolTip>

#include "widgets/palette.h"

namespace mica {

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop";
constexpr auto kPath = "/org/freedesktop/portal/desktop";
constexpr auto kInterface = "org.freedesktop.portal.Settings";
constexpr auto kSpace = "org.freedesktop.appearance";
constexpr auto kKey = "color-scheme";  // 1: dark, 2: light, 0: no wish

/// Fusion draws the edges of boxes and fields as a darker window, which nobody sees in a dark one.
class SeenEdges : public QProxyStyle {
public:
    SeenEdges() : QProxyStyle(QStringLiteral("Fusion")) {}
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool field = element == PE_FrameLineEdit, round = element == PE_IndicatorRadioButton;
        if (!field && !round && element != PE_IndicatorCheckBox) return;
        if (field && option->state & State_HasFocus) return;  // in the colour of the focus already
        painter->save();
        painter->setBrush(Qt::NoBrush);
        painter->setPen(option->palette.color(QPalette::Active, QPalette::PlaceholderText));
        painter->setRenderHint(QPainter::Antialiasing, field || round);
        const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (round)
            painter->drawEllipse(edge);
        else if (field)
            painter->drawRoundedRect(edge, 2, 2);
        else
            painter->drawRect(edge);
        painter->restore();
    }
};

QPalette palette_of(bool dark) {
    const auto make = [dark](const char* light_name, const char* dark_name) {
        return QColor(QLatin1String(dark ? dark_name : light_name));
    };
    QPalette p;
    const QColor text = make("#1f2328", "#e3e6ea"), quiet = make("#8a9099", "#7d848d");
    p.setColor(QPalette::Window, make("#f3f4f6", "#1e2124"));
    p.setColor(QPalette::Base, make("#ffffff", "#16181a"));
    p.setColor(QPalette::AlternateBase, make("#f6f7f9", "#1b1e20"));
    p.setColor(QPalette::Button, make("#eceef1", "#2a2e32"));
    p.setColor(QPalette::ToolTipBase, make("#ffffff", "#2a2e32"));
    p.setColor(QPalette::Light, make("#ffffff", "#3a3f44"));
    p.setColor(QPalette::Midlight, make("#f6f7f9", "#32363b"));
    p.setColor(QPalette::Mid, make("#c4c8ce", "#24272b"));
    p.setColor(QPalette::Dark, make("#a3a9b1", "#121416"));
    p.setColor(QPalette::Shadow, make("#6b7178", "#000000"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, text);
    p.setColor(QPalette::PlaceholderText, quiet);
    p.setColor(QPalette::Highlight, make("#0a5fb4", "#4a9ae8"));
    p.setColor(QPalette::HighlightedText, make("#ffffff", "#0d1012"));
    p.setColor(QPalette::Link, make("#0a5fb4", "#79b8f3"));
    p.setColor(QPalette::BrightText, make("#c0241c", "#ff8f86"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, quiet);
    p.setColor(QPalette::Disabled, QPalette::Highlight, make("#c4c8ce", "#3a3f44"));
    return p;
}

}  // namespace

Theme theme_of(const QString& name) {
    if (name == QLatin1String("light")) return Theme::light;
    return name == QLatin1String("dark") ? Theme::dark : Theme::system;
}

QString name_of(Theme theme) {
    return theme == Theme::light  ? QStringLiteral("light")
           : theme == Theme::dark ? QStringLiteral("dark")
                                  : QStringLiteral("system");
}

ThemeSetter::ThemeSetter(QObject* parent) : QObject(parent), system_dark_(isDark(QApplication::palette())) {
    QApplication::setStyle(new SeenEdges);
}

void ThemeSetter::set(Theme theme) {
    theme_ = theme;
    if (theme == Theme::system && !asked_) askPortal();
    apply();
}

void ThemeSetter::apply() {
    const QPalette palette = palette_of(theme_ == Theme::dark || (theme_ == Theme::system && system_dark_));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

// Asked without waiting: a desktop without a portal, or none at all, must not hold the window up.
void ThemeSetter::askPortal() {
    asked_ = true;
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    QDBusMessage ask = QDBusMessage::createMethodCall(QLatin1String(kService), QLatin1String(kPath),
                                                      QLatin1String(kInterface), QStringLiteral("Read"));
    ask << QString::fromLatin1(kSpace) << QString::fromLatin1(kKey);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* w) {
        const QDBusPendingReply<QDBusVariant> reply = *w;
        if (reply.isValid()) portalChanged(QString::fromLatin1(kSpace), QString::fromLatin1(kKey), reply.value());
        w->deleteLater();
    });
    bus.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kInterface),
                QStringLiteral("SettingChanged"), this, SLOT(portalChanged(QString, QString, QDBusVariant)));
}

void ThemeSetter::portalChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space != QLatin1String(kSpace) || key != QLatin1String(kKey)) return;
    QVariant inner = value.variant();
    while (inner.canConvert<QDBusVariant>() && inner.typeId() == qMetaTypeId<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    const uint wish = inner.toUInt();
    if (wish == 0) return;
    system_dark_ = wish == 1;
    apply();
}

}  // namespace mica
