#include "app/workbench/words.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdio>
#include <new>

#include "datasets/types/error.h"

namespace mica {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mica::Words)
};

}  // namespace

QString words_of(const std::exception& e) {
    if (dynamic_cast<const std::bad_alloc*>(&e))
        return Words::tr("There is not enough memory for this. Close other programs or choose a smaller set.");
    QString text = QString::fromUtf8(e.what()).trimmed();
    // torch appends a stack trace to its messages; a person wants the sentence
    if (const auto end = text.indexOf(QLatin1String("\nException raised from")); end > 0) text.truncate(end);
    if (!text.endsWith(QLatin1Char('.'))) text += QLatin1Char('.');
    return text;
}

int exit_code_of(const std::function<void()>& work) {
    try {
        work();
        return 0;
    } catch (const Cancelled&) {
        std::fputs("interrupted\n", stderr);
        return 130;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "mica-workbench: %s\n", qPrintable(words_of(e)));
        return 1;
    }
}

QString time_words(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return {};
    const auto s = static_cast<qint64>(std::llround(seconds));
    if (s < 60) return Words::tr("%1 s").arg(s);
    const auto two = [](qint64 v) { return QStringLiteral("%1").arg(v, 2, 10, QLatin1Char('0')); };
    if (s < 3600) return Words::tr("%1:%2 min").arg(QString::number(s / 60), two(s % 60));
    return Words::tr("%1:%2 h").arg(QString::number(s / 3600), two(s / 60 % 60));
}

}  // namespace mica
