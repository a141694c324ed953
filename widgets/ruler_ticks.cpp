#include "widgets/ruler_ticks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace mica {

double niceStep(double least) {
    if (!(least > 0) || !std::isfinite(least)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double part : {1.0, 2.0, 5.0})
        if (part * power >= least * (1 - 1e-9)) return part * power;
    return 10 * power;
}

std::vector<Tick> ticks(const Interval& visible, double leastMajor) {
    const double step = niceStep(leastMajor);
    // 1 and 5 fall into five parts, 2 into four: minor steps stay round
    const double lead = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
    const int parts = std::abs(lead - 2) < 0.1 ? 4 : 5;
    const double minor = step / parts;
    const double first = std::ceil(visible.begin / minor - 1e-9), last = std::floor(visible.end / minor + 1e-9);
    std::vector<Tick> out;
    if (!(last - first < 10'000)) return out;  // a range no screen shows
    for (double i = first; i <= last; ++i) out.push_back({i * minor, std::fmod(std::abs(i), parts) == 0});
    return out;
}

QString timeLabel(double seconds, double step) {
    const int decimals = step > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 4) : 2;
    if (std::abs(seconds) < 60)
        return QCoreApplication::translate("mica::RulerLane", "%1 s").arg(seconds, 0, 'f', decimals);
    const double whole = std::floor(seconds / 60);
    const QString rest = QString::number(seconds - 60 * whole, 'f', decimals)
                             .rightJustified(decimals > 0 ? decimals + 3 : 2, QLatin1Char('0'));
    return QStringLiteral("%1:%2").arg(static_cast<qint64>(whole)).arg(rest);
}

}  // namespace mica
