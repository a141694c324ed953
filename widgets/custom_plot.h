// QCustomPlot's header, which is written with Qt's keywords; the rest of the program does without them.
#pragma once

#include <QtGlobal>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>  // IWYU pragma: export
#undef signals
#undef slots
#undef emit
#undef foreach
