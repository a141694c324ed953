#include "app/workbench/player.h"

#include <cmath>
#include <utility>

namespace mica {

namespace {
constexpr int kTick = 16;        // milliseconds: one step per picture of the screen
constexpr double kFollow = 0.1;  // share of the sound's lead taken over per tick
constexpr double kJump = 0.25;   // seconds: beyond this the sound is followed at once
}  // namespace

Player::Player(TimeView* time, std::unique_ptr<SoundOut> sound, QObject* parent)
    : QObject(parent), time_(time), sound_(sound ? std::move(sound) : std::make_unique<SoundOut>()) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(kTick);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
    connect(time_, &TimeView::positionChanged, this, &Player::moved);
}

void Player::open(const std::filesystem::path& file, std::vector<double> frames) {
    frames_.open(file, std::move(frames));
    if (!file.empty()) frames_.request(time_->position());
}

void Player::setSound(std::shared_ptr<const Sound> sound) {
    sound_->setSound(std::move(sound));
    if (isPlaying()) anchor(time_->position());
}

void Player::setPlaying(bool playing) {
    if (playing == isPlaying()) return;
    if (playing) {
        if (time_->duration() <= 0) {
            Q_EMIT playingChanged(false);
            return;
        }
        double from = time_->position();
        const Interval loop = time_->loopRange();
        if (loop.duration() > 0 && !loop.contains(from))
            from = loop.begin;
        else if (from >= time_->duration() - time_->frameStep())
            from = 0;
        anchor(from);
        timer_.start();
    } else {
        timer_.stop();
        sound_->stop();
    }
    Q_EMIT playingChanged(playing);
}

void Player::setSpeed(double speed) {
    if (!(speed > 0) || speed == speed_) return;
    speed_ = speed;
    if (isPlaying()) anchor(time_->position());
}

void Player::anchor(double position) {
    start_ = position;
    drift_ = 0;
    clock_.start();
    sound_->play(position, speed_);
    own_move_ = true;
    time_->setPosition(position);
    own_move_ = false;
    frames_.request(position);
}

void Player::tick() {
    double now = start_ + static_cast<double>(clock_.nsecsElapsed()) * 1e-9 * speed_ + drift_;
    if (const double heard = sound_->position(); heard >= 0) {
        const double lead = heard - now;
        const double taken = std::abs(lead) > kJump ? lead : kFollow * lead;
        drift_ += taken;
        now += taken;
    }
    const Interval loop = time_->loopRange();
    if (loop.duration() > 0 && now >= loop.end) return anchor(loop.begin);
    if (now >= time_->duration()) {
        setPlaying(false);
        now = time_->duration();
    }
    own_move_ = true;
    time_->setPosition(now);
    own_move_ = false;
}

void Player::moved(double position) {
    frames_.request(position);
    if (!own_move_ && isPlaying()) anchor(position);
}

}  // namespace mica
