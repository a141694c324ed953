#include "app/workbench/lane_menu.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <algorithm>

#include "widgets/spectrogram_lane.h"

namespace mica {

namespace {

QString key_of(const TimeLane* lane) { return QStringLiteral("lanes/%1").arg(lane->objectName()); }

// A choice of one of several, kept under `key`.
template <typename Use>
void choice(QMenu* menu, const QString& title, const QString& key, const std::vector<std::pair<QString, int>>& texts,
            int now, Use&& use) {
    menu->addSection(title);
    auto* group = new QActionGroup(menu);
    const int kept = QSettings().value(key, now).toInt();
    for (const auto& [text, value] : texts) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, menu, [key, value = value, use] {
            QSettings().setValue(key, value);
            use(value);
        });
        if (value == kept) {
            action->setChecked(true);
            use(value);
        }
    }
}

}  // namespace

LaneMenu::LaneMenu(const std::vector<Entry>& lanes, SpectrogramLane* spectrum, QWidget* parent) : QToolButton(parent) {
    setText(tr("Lanes"));
    setObjectName(QStringLiteral("laneMenu"));
    setToolTip(tr("Choose the lanes of the time line and how the spectrum looks"));
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (const Entry& entry : lanes) {
        QAction* action = menu->addAction(entry.text);
        action->setCheckable(true);
        action->setChecked(QSettings().value(key_of(entry.lane), true).toBool());
        action->setShortcut(entry.key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(
            tr("Show or hide this lane (%1)").arg(action->shortcut().toString(QKeySequence::NativeText)));
        offered_.emplace_back(entry.lane, true);
        lanes_ << action;
        entry.lane->setVisible(action->isChecked());
        connect(action, &QAction::toggled, this, [this, lane = entry.lane, i = offered_.size() - 1](bool shown) {
            QSettings().setValue(key_of(lane), shown);
            lane->setVisible(shown && offered_[i].second);
        });
    }
    setMenu(menu);
    addLook(spectrum);
}

void LaneMenu::addLook(SpectrogramLane* spectrum) {
    const auto change = [spectrum](auto&& what) {
        SpectrogramLook look = spectrum->look();
        what(look);
        spectrum->setLook(look);
    };
    const SpectrogramLook now = spectrum->look();
    choice(menu(), tr("Frequencies of the spectrum"), QStringLiteral("spectrum/scale"),
           {{tr("Even to the ear (mel)"), static_cast<int>(FrequencyScale::mel)},
            {tr("Logarithmic"), static_cast<int>(FrequencyScale::logarithmic)},
            {tr("Linear"), static_cast<int>(FrequencyScale::linear)}},
           static_cast<int>(now.scale),
           [change](int v) { change([v](SpectrogramLook& l) { l.scale = static_cast<FrequencyScale>(v); }); });
    choice(menu(), tr("Range below the loudest"), QStringLiteral("spectrum/range"),
           {{tr("40 dB"), 40}, {tr("60 dB"), 60}, {tr("80 dB"), 80}}, static_cast<int>(now.range_db),
           [change](int v) { change([v](SpectrogramLook& l) { l.range_db = v; }); });
    choice(menu(), tr("Colours"), QStringLiteral("spectrum/colours"),
           {{tr("Blue and yellow"), static_cast<int>(MapColours::blue_yellow)},
            {tr("Grey"), static_cast<int>(MapColours::grey)}},
           static_cast<int>(now.colours),
           [change](int v) { change([v](SpectrogramLook& l) { l.colours = static_cast<MapColours>(v); }); });
}

void LaneMenu::setOffered(TimeLane* lane, bool offered) {
    for (std::size_t i = 0; i < offered_.size(); ++i)
        if (offered_[i].first == lane) {
            offered_[i].second = offered;
            lane->setVisible(offered && lanes_[static_cast<qsizetype>(i)]->isChecked());
        }
}

}  // namespace mica
