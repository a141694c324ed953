#include "app/workbench/clip_panel.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "app/workbench/figure_panel.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/time_lanes.h"
#include "app/workbench/words.h"
#include "widgets/clip_list.h"
#include "widgets/frame_strip.h"
#include "widgets/palette.h"
#include "widgets/prediction_bar.h"
#include "widgets/state_panel.h"
#include "widgets/transport_bar.h"
#include "widgets/video_view.h"

namespace mica {

namespace {

constexpr double kSoundShare = 0.8;  // sound that covers less of its clip is told
constexpr int kThumbnailHeight = 120;

// A splitter asks for no height that depends on the width: a column whose controls wrap when it is narrow must hold
// out for its own, or its last parts would lie over each other.
class WrappingColumn : public QWidget {
protected:
    bool event(QEvent* event) override {
        const bool taken = QWidget::event(event);
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            setMinimumHeight(layout()->minimumHeightForWidth(width()));
        return taken;
    }
};

// Where neither the set nor the media tell: the last time anything in the clip ends.
double duration_of(const Clip& clip) {
    double end = clip.info.duration;
    if (end > 0) return end;
    for (const Stream& s : clip.streams)
        if (s.has_times()) end = std::max(end, s.times.back().end);
    for (const Word& w : clip.words) end = std::max(end, w.time.end);
    return end;
}

double step_of(const DatasetInfo& info) {
    for (const Modality m : {Modality::vision, Modality::audio})
        if (const double rate = info.streams[index(m)].rate; rate > 0) return 1 / rate;
    return 0.04;
}

}  // namespace

ClipPanel::ClipPanel(Selection* selection, AttentionSource* attention, QWidget* parent)
    : QWidget(parent), selection_(selection), attention_(attention), player_(selection->time()) {
    build();
    linkLanes();
    linkMaps();
    linkLoader();
    connect(selection_, &Selection::clipChanged, this, &ClipPanel::clipChanged);
    connect(attention_, &AttentionSource::changed, this, &ClipPanel::showAttention);
    clipChanged();
}

void ClipPanel::build() {
    TimeView* time = selection_->time();
    title_ = new QLabel;
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    transcript_ = new QLabel;
    transcript_->setWordWrap(true);
    transcript_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = transcript_->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    transcript_->setFont(large);
    media_note_ = new QLabel;
    media_note_->setWordWrap(true);
    video_ = new VideoView;
    prediction_ = new PredictionBar;
    transport_ = new TransportBar(time);
    lanes_ = new TimeLanes(time, transport_);
    deck_ = new MapDeck(selection_, attention_);
    map_ = deck_->map();
    strip_ = new FrameStrip;

    auto* facts = new QWidget;
    auto* facts_column = new QVBoxLayout(facts);
    facts_column->addWidget(title_);
    facts_column->addWidget(transcript_);
    facts_column->addWidget(prediction_);
    facts_column->addWidget(media_note_);
    facts_column->addStretch(1);
    auto* top = new QSplitter(Qt::Horizontal);
    top->addWidget(video_);
    // long transcripts scroll instead of squeezing the prediction below them
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(facts);
    scroll->setMinimumHeight(fontMetrics().height() * 9);
    top->addWidget(scroll);
    top->setStretchFactor(0, 3);
    top->setStretchFactor(1, 4);
    top->setChildrenCollapsible(false);

    time_line_ = new QWidget;
    auto* lane_column = new QVBoxLayout(time_line_);
    lane_column->setContentsMargins(0, 0, 0, 0);
    lane_column->setSpacing(1);
    lane_column->addWidget(lanes_);
    lane_column->addWidget(deck_, 1);
    lane_column->addWidget(strip_);
    auto* lower = new WrappingColumn;
    auto* lower_column = new QVBoxLayout(lower);
    lower_column->setContentsMargins(0, 0, 0, 0);
    lower_column->addWidget(transport_);
    lower_column->addWidget(time_line_, 1);

    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(top);
    split->addWidget(lower);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 5);
    split->setSizes({240, 600});

    split->setChildrenCollapsible(false);
    states_ = new StatePanel;
    states_->setContent(split);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(states_);
}

void ClipPanel::linkLanes() {
    connect(transport_, &TransportBar::playToggled, &player_, &Player::setPlaying);
    connect(transport_, &TransportBar::speedChanged, &player_, &Player::setSpeed);
    connect(&player_, &Player::playingChanged, transport_, &TransportBar::setPlaying);
    connect(video_, &VideoView::clicked, &player_, [this] { player_.setPlaying(!player_.isPlaying()); });
    connect(player_.frames(), &FrameSource::frameReady, video_, &VideoView::setFrame);
    connect(player_.frames(), &FrameSource::frameReady, this, [this] { picture_told_ = true; });
    connect(player_.frames(), &FrameSource::failed, this, [this] { picture_told_ = true; });
    connect(video_, &VideoView::roomChanged, player_.frames(), &FrameSource::setRoom);
    connect(player_.frames(), &FrameSource::failed, this, [this](const QString& reason) {
        has_video_ = false;
        video_->setPlaceholder(reason);
        Q_EMIT mediaTroubled(reason);
    });
    connect(player_.frames(), &FrameSource::endsEarly, this, [this](double end, double duration) {
        Q_EMIT mediaTroubled(
            tr("%1: its pictures end at %2 s of %3 s; the file is truncated or damaged. Copy it again.")
                .arg(text_of(selection_->set()->media(static_cast<std::size_t>(selection_->clip()))))
                .arg(end, 0, 'f', 2)
                .arg(duration, 0, 'f', 2));
    });
    connect(player_.sound(), &SoundOut::noteChanged, media_note_, &QLabel::setText);
}

// What is pointed at in one place lights in the others: word, cell, picture, sound.
void ClipPanel::linkMaps() {
    TimeView* time = selection_->time();
    connect(lanes_, &TimeLanes::wordHovered, this, [this](int word) {
        if (!map_->hasMap()) return;
        if (map_->targetAxis().modality == Modality::text) deck_->lightRow(word);
        if (map_->sourceAxis().modality == Modality::text) deck_->lightColumn(word);
    });
    connect(lanes_, &TimeLanes::soundHovered, this, [this](double at) {
        if (map_->hasMap() && map_->sourceAxis().modality == Modality::audio) deck_->lightColumn(map_->columnAt(at));
    });
    connect(map_, &AttentionMapView::rowLit, this, [this](int row) {
        if (map_->targetAxis().modality == Modality::text) lanes_->lightWord(row);
    });
    connect(deck_, &MapDeck::cellHovered, this, &ClipPanel::preview);
    connect(deck_, &MapDeck::viewChanged, this, [this] { strip_->setVisible(deck_->view() != MapDeck::View::figure); });
    connect(map_, &AttentionMapView::strongestChanged, this, &ClipPanel::showStrongest);
    connect(time, &TimeView::positionChanged, this, &ClipPanel::tellCell);
    connect(strip_, &FrameStrip::frameClicked, time, [time](int, double t) {
        if (std::isfinite(t)) time->setPosition(t);
    });
    connect(strip_, &FrameStrip::frameHovered, this, [this](int column, double t) {
        deck_->lightColumn(column);
        preview(map_, column < 0 ? -1 : strongest_row_, column, t);
    });
    connect(deck_, &MapDeck::picturesWanted, this, [this](const std::vector<double>& times) {
        if (has_video_) player_.frames()->thumbnails(times, kThumbnailHeight);
    });
    connect(player_.frames(), &FrameSource::thumbnailsReady, this,
            [this](const std::vector<double>& times, const std::vector<QImage>& images) {
                if (deck_->view() == MapDeck::View::figure) return deck_->figure()->setPictures(times, images);
                auto frames = strip_->frames();
                for (StripFrame& frame : frames)
                    for (std::size_t i = 0; i < times.size(); ++i)
                        if (times[i] == frame.time) frame.image = images[i];
                if (!frames.empty() && strongest_row_ >= 0)
                    strip_->setFrames(stepText(map_->targetAxis(), strongest_row_), std::move(frames));
            });
}

void ClipPanel::linkLoader() {
    TimeView* time = selection_->time();
    connect(&loader_, &ClipLoader::clipReady, this, &ClipPanel::showClip);
    connect(&loader_, &ClipLoader::clipFailed, this, [this](const QString& reason) {
        states_->showFailed(tr("This clip cannot be read"), reason,
                            tr("The other clips of the set can still be opened."));
    });
    connect(&loader_, &ClipLoader::mediaProgress, this, [this](qint64 done, qint64 total, const QString& text) {
        video_->setPlaceholder(
            total > 0 ? tr("Making this clip's video: %1 (%2 %)").arg(text, QString::number(100 * done / total))
                      : tr("Making this clip's video: %1").arg(text));
    });
    connect(&loader_, &ClipLoader::mediaReady, this,
            [this, time](const std::filesystem::path& file, const MediaInfo& info, const std::vector<double>& frames) {
                has_video_ = info.has_video;
                if (info.duration > time->duration()) time->setDuration(info.duration);
                if (info.has_video && info.frame_rate > 0) time->setFrameStep(1 / info.frame_rate);
                time->setFrameTimes(frames);
                transport_->setPlayable(true);
                if (info.has_video)
                    player_.open(file, frames);
                else
                    video_->setPlaceholder(tr("This clip has no pictures"));
                picture_told_ = !info.has_video;
                deck_->setHasVideo(has_video_);
            });
    connect(&loader_, &ClipLoader::mediaMissing, this, [this, time](const QString& reason) {
        video_->setPlaceholder(reason);
        picture_told_ = true;
        transport_->setPlayable(time->duration() > 0, reason);
        if (selection_->set() && !selection_->set()->media(static_cast<std::size_t>(selection_->clip())).empty())
            Q_EMIT mediaTroubled(reason);
    });
    connect(&loader_, &ClipLoader::soundReady, this, [this, time](const std::shared_ptr<const Sound>& sound) {
        lanes_->setSound(sound);
        if (sound->duration() < kSoundShare * time->duration())
            Q_EMIT mediaTroubled(
                tr("%1: its sound ends at %2 s of %3 s; the file may be truncated.")
                    .arg(text_of(selection_->set()->media(static_cast<std::size_t>(selection_->clip()))))
                    .arg(sound->duration(), 0, 'f', 2)
                    .arg(time->duration(), 0, 'f', 2));
        player_.setSound(sound);
    });
    connect(&loader_, &ClipLoader::spectrogramReady, lanes_, &TimeLanes::setSpectrogram);
    connect(&loader_, &ClipLoader::spectrogramReady, this, [this] { sound_told_ = true; });
    connect(&loader_, &ClipLoader::soundMissing, this, [this] { sound_told_ = true; });
    connect(&loader_, &ClipLoader::soundMissing, lanes_, &TimeLanes::setSoundMissing);
}

void ClipPanel::clipChanged() {
    player_.setPlaying(false);
    player_.open({});
    player_.setSound(nullptr);
    has_video_ = picture_told_ = sound_told_ = false;
    clip_.reset();
    deck_->setHasVideo(false);
    deck_->setClip(nullptr);
    strip_->clear();
    strongest_row_ = -1;
    media_note_->clear();
    if (!selection_->set() || selection_->clip() < 0) {
        loader_.clear();
        selection_->time()->reset(0);
        states_->showEmpty(selection_->set() ? tr("Choose a clip in the list.")
                                             : tr("Open a set of clips, or make the sample set."));
        return;
    }
    if (states_->state() != StatePanel::State::full) states_->showLoading(tr("Reading the clip..."));
    loader_.load(selection_->set(), static_cast<std::size_t>(selection_->clip()));
}

void ClipPanel::showClip(const std::shared_ptr<const Clip>& clip) {
    clip_ = clip;
    const DatasetInfo& info = selection_->set()->info();
    selection_->time()->reset(duration_of(*clip), step_of(info));
    const double duration = selection_->time()->duration();
    title_->setText(QStringLiteral("%1   %2   %3")
                        .arg(text_of(clip->info.id),
                             clip->info.split == Split::none ? tr("no split") : splitTitle(clip->info.split),
                             duration > 0 ? tr("%1 s").arg(duration, 0, 'f', 2) : tr("length in seconds unknown")));
    transcript_->setText(clip->info.transcript.empty() ? tr("(no words)") : text_of(clip->info.transcript));
    lanes_->showClip(*clip, info);
    transport_->setWords(clip->words);
    video_->setPlaceholder(tr("Opening the video..."));
    transport_->setPlayable(selection_->time()->duration() > 0);
    prediction_->setTask(info.task);
    prediction_->setTruth(clip->info.label);
    selection_->arrive();
    states_->showFull();
    if (!clip->info.note.empty()) media_note_->setText(text_of(clip->info.note));
    deck_->setClip(clip);
    showAttention();
    Q_EMIT clipShown(clip);
}

void ClipPanel::showAttention() {
    if (!clip_) return;
    const auto& snapshot = attention_->snapshot();
    const bool ours = snapshot && snapshot->clip == clip_->info.id;
    if (ours) prediction_->setTask(snapshot->task ? *snapshot->task : selection_->set()->info().task);
    prediction_->setPrediction(ours ? snapshot->prediction : std::vector<float>{});
    strip_->setEmptyText(map_->hasMap() || map_->isDrawing()
                             ? tr("Point at a word or a row of the map: the moments it attends to most appear here.")
                             : tr("Without attention there are no strongest moments to show here."));
}

bool ClipPanel::isComplete() const {
    return clip_ && picture_told_ && sound_told_ && attention_->state() != AttentionSource::State::loading;
}

// Pointing at a cell shows the frame, the word and the sound it joins, without moving the cursor.
void ClipPanel::preview(const AttentionMapView* map, int row, int column, double time) {
    const MapAxis& source = map->sourceAxis();
    const MapAxis& target = map->targetAxis();
    if (source.modality == Modality::text) lanes_->lightWord(column);
    const auto c = static_cast<std::size_t>(column);
    lanes_->lightSound(column >= 0 && c < source.times.size() ? source.times[c] : Interval{0, 0});
    if (!has_video_ || player_.isPlaying()) return;
    double at = selection_->time()->position();
    if (row >= 0 && column >= 0) {
        const auto r = static_cast<std::size_t>(row);
        if (source.modality == Modality::text && target.modality != Modality::text && r < target.times.size())
            at = target.times[r].middle();
        else if (std::isfinite(time))
            at = time;
    }
    player_.frames()->request(at);
}

// What the lit row attends to at the cursor: keys choose row and time, and the cell's value is told here.
void ClipPanel::tellCell() {
    const int row = map_->litRow(), column = map_->columnAt(selection_->time()->position());
    if (row < 0 || column < 0) return strip_->setNote({});
    const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(map_->map().columns) +
                      static_cast<std::size_t>(column);
    const double value = static_cast<double>(map_->shades().weight[cell]);
    const QString sign = map_->isDifference() && value > 0 ? QStringLiteral("+") : QString();
    const QString weight = map_->shades().shade[cell] == 0 ? tr("masked") : sign + QString::number(value, 'f', 4);
    strip_->setNote(tr("at the cursor: %1: %2").arg(stepText(map_->sourceAxis(), column), weight));
}

void ClipPanel::showStrongest(int row, const std::vector<StrongSource>& sources) {
    strongest_row_ = row;
    tellCell();
    if (row < 0 || sources.empty()) return strip_->clear();
    const MapAxis& source = map_->sourceAxis();
    std::vector<StripFrame> frames;
    std::vector<double> times;
    for (const StrongSource& s : sources) {
        StripFrame frame;
        const auto c = static_cast<std::size_t>(s.column);
        frame.column = s.column;
        frame.weight = s.weight;
        frame.difference = map_->isDifference();
        frame.time = c < source.times.size() ? source.times[c].middle() : std::numeric_limits<double>::quiet_NaN();
        frame.caption = c < source.labels.size()    ? source.labels[c]
                        : std::isfinite(frame.time) ? tr("%1 s").arg(frame.time, 0, 'f', 2)
                                                    : tr("step %1").arg(s.column + 1);
        if (std::isfinite(frame.time)) times.push_back(frame.time);
        frames.push_back(std::move(frame));
    }
    strip_->setFrames(stepText(map_->targetAxis(), row), std::move(frames));
    // the figure asks for its own
    if (has_video_ && !times.empty() && deck_->view() != MapDeck::View::figure)
        player_.frames()->thumbnails(std::move(times), kThumbnailHeight);
}

}  // namespace mica
