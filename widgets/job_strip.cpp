#include "widgets/job_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "widgets/palette.h"
#include "widgets/transport_icons.h"

namespace mica {

QString timeLeftText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return {};
    const auto whole = static_cast<qint64>(std::llround(std::min(seconds, 1e9)));
    if (whole < 3600) return JobStrip::tr("%1:%2 left").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
    return JobStrip::tr("%1 h %2 min left").arg(whole / 3600).arg(whole % 3600 / 60, 2, 10, QLatin1Char('0'));
}

struct JobStrip::Row {
    QWidget* widget = nullptr;
    QLabel* title = nullptr;
    QLabel* text = nullptr;
    QLabel* left = nullptr;
    QProgressBar* bar = nullptr;
    QToolButton* pause = nullptr;
    QToolButton* stop = nullptr;
    QPushButton* result = nullptr;
    QToolButton* dismiss = nullptr;
    bool running = true, paused = false;
};

JobStrip::JobStrip(QWidget* parent)
    : QWidget(parent), layout_(new QVBoxLayout(this)), idle_(new QLabel(tr("No job is running"), this)) {
    setObjectName(QStringLiteral("jobStrip"));
    setAccessibleName(tr("Jobs"));
    layout_->setContentsMargins(6, 2, 6, 2);
    layout_->setSpacing(2);
    idle_->setObjectName(QStringLiteral("idle"));
    idle_->setMinimumHeight(QToolButton().sizeHint().height());  // what is above does not jump when a job begins
    layout_->addWidget(idle_);
}

JobStrip::~JobStrip() = default;

int JobStrip::addJob(const QString& title, bool canPause, bool canStop) {
    const int job = next_++;
    auto row = std::make_unique<Row>();
    Row& r = *row;
    r.widget = new QWidget(this);
    auto* line = new QHBoxLayout(r.widget);
    line->setContentsMargins(0, 0, 0, 0);
    r.title = new QLabel(title, r.widget);
    QFont bold = r.title->font();
    bold.setBold(true);
    r.title->setFont(bold);
    r.bar = new QProgressBar(r.widget);
    r.bar->setRange(0, 0);
    r.bar->setTextVisible(false);
    r.bar->setAccessibleName(tr("Progress of %1").arg(title));
    r.bar->setMinimumWidth(80);
    r.text = new QLabel(r.widget);
    r.text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    r.text->setMinimumWidth(60);
    r.left = new QLabel(r.widget);
    const auto button = [&](const QString& icon, const QString& name, const QString& text) {
        auto* b = new QToolButton(r.widget);
        b->setObjectName(name);
        b->setIcon(transportIcon(icon, palette()));
        b->setText(text);
        b->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        b->setAutoRaise(true);
        return b;
    };
    const auto describe = [&title](QToolButton* b, const QString& what) {
        b->setAccessibleName(what.arg(title));
        b->setToolTip(what.arg(title));
    };
    r.pause = button(QStringLiteral("pause"), QStringLiteral("pauseJob"), tr("Pause"));
    describe(r.pause, tr("Pause %1"));
    r.pause->setVisible(canPause);
    r.stop = button(QStringLiteral("stop"), QStringLiteral("stopJob"), tr("Stop"));
    describe(r.stop, tr("Stop %1; what is done so far is kept"));
    r.stop->setVisible(canStop);
    r.result = new QPushButton(r.widget);
    r.result->setObjectName(QStringLiteral("jobResult"));
    r.result->setFlat(true);
    r.result->hide();
    r.dismiss = button(QStringLiteral("dismiss"), QStringLiteral("dismissJob"), tr("Dismiss"));
    r.dismiss->setToolButtonStyle(Qt::ToolButtonIconOnly);
    describe(r.dismiss, tr("Remove the line of %1"));
    r.dismiss->hide();
    line->addWidget(r.title);
    line->addWidget(r.text, 3);
    line->addWidget(r.bar, 2);
    line->addWidget(r.left);
    line->addWidget(r.pause);
    line->addWidget(r.stop);
    line->addWidget(r.result);
    line->addWidget(r.dismiss);
    connect(r.pause, &QToolButton::clicked, this, [this, job] {
        const auto it = rows_.find(job);
        if (it != rows_.end()) Q_EMIT pauseRequested(job, !it->second->paused);
    });
    connect(r.stop, &QToolButton::clicked, this, [this, job] {
        const auto it = rows_.find(job);
        if (it == rows_.end()) return;
        it->second->stop->setEnabled(false);  // asked once is enough
        it->second->text->setText(tr("stopping\u2026"));
        Q_EMIT stopRequested(job);
    });
    connect(r.result, &QPushButton::clicked, this, [this, job] { Q_EMIT resultActivated(job); });
    connect(r.dismiss, &QToolButton::clicked, this, [this, job] { remove(job); });
    layout_->addWidget(r.widget);
    rows_.emplace(job, std::move(row));
    idle_->hide();
    Q_EMIT runningCountChanged(runningCount());
    return job;
}

void JobStrip::setProgress(int job, std::int64_t done, std::int64_t total, const QString& text, double secondsLeft) {
    const auto it = rows_.find(job);
    if (it == rows_.end() || !it->second->running) return;
    Row& r = *it->second;
    r.bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        r.bar->setValue(
            static_cast<int>(1000 * std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0)));
    if (r.stop->isEnabled()) r.text->setText(text);
    r.text->setToolTip(text);
    r.left->setText(r.paused ? tr("paused") : timeLeftText(secondsLeft));
}

void JobStrip::setPaused(int job, bool paused) {
    const auto it = rows_.find(job);
    if (it == rows_.end() || !it->second->running) return;
    Row& r = *it->second;
    r.paused = paused;
    r.pause->setIcon(transportIcon(paused ? QStringLiteral("play") : QStringLiteral("pause"), palette()));
    r.pause->setText(paused ? tr("Continue") : tr("Pause"));
    const QString what = (paused ? tr("Continue %1") : tr("Pause %1")).arg(r.title->text());
    r.pause->setAccessibleName(what);
    r.pause->setToolTip(what);
    r.left->setText(paused ? tr("paused") : QString());
}

void JobStrip::finish(int job, Outcome outcome, const QString& result, bool link) {
    const auto it = rows_.find(job);
    if (it == rows_.end() || !it->second->running) return;
    Row& r = *it->second;
    r.running = false;
    for (QWidget* w : std::initializer_list<QWidget*>{r.bar, r.pause, r.stop}) w->hide();
    QString word;
    QColor colour;
    switch (outcome) {
        case Outcome::done:
            word = tr("\u2713 done");
            colour = successColour(palette());
            break;
        case Outcome::failed:
            word = tr("\u26A0 failed");
            colour = failureColour(palette());
            break;
        case Outcome::cancelled:
            word = tr("\u25A0 stopped");
            colour = quietText(palette());
            break;
    }
    QPalette own = r.left->palette();
    own.setColor(QPalette::WindowText, colour);
    r.left->setPalette(own);
    r.left->setText(word);
    r.text->setText(result);
    r.text->setToolTip(result);
    r.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    r.result->setText(tr("Show"));
    r.result->setAccessibleName(tr("Show the result of %1").arg(r.title->text()));
    r.result->setToolTip(r.result->accessibleName());
    r.result->setVisible(link);
    r.dismiss->show();
    Q_EMIT runningCountChanged(runningCount());
}

void JobStrip::remove(int job) {
    const auto it = rows_.find(job);
    if (it == rows_.end()) return;
    const bool running = it->second->running;
    it->second->widget->hide();
    it->second->widget->deleteLater();
    rows_.erase(it);
    idle_->setVisible(rows_.empty());
    if (running) Q_EMIT runningCountChanged(runningCount());
}

int JobStrip::runningCount() const {
    return static_cast<int>(
        std::count_if(rows_.begin(), rows_.end(), [](const auto& entry) { return entry.second->running; }));
}

}  // namespace mica
