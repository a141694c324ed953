#include "app/workbench/time_lanes.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "app/workbench/feature_menu.h"
#include "app/workbench/key_page.h"
#include "app/workbench/lane_menu.h"
#include "app/workbench/words.h"
#include "widgets/feature_lanes.h"
#include "widgets/link_lane.h"
#include "widgets/ruler_lane.h"
#include "widgets/spectrogram_lane.h"
#include "widgets/transport_bar.h"
#include "widgets/wave_lane.h"
#include "widgets/word_lane.h"

namespace mica {

namespace {

constexpr int kFirstFeatures = 3;  // lanes of a stream until a person chooses

// What a person looks for first where the names are known (a smile, a frown, an open mouth; loudness and pitch),
// else the features that change most.
std::vector<int> first_features(const FeatureLanes& lanes, const std::vector<std::string>& names) {
    constexpr std::array<std::string_view, 9> telling{"AU12",      "AU4",    "AU25", "mouth_open", "mouth_width",
                                                      "brow_left", "energy", "F0",   "voicing"};
    std::vector<int> chosen;
    for (const std::string_view name : telling) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found != names.end() && static_cast<int>(chosen.size()) < kFirstFeatures)
            chosen.push_back(static_cast<int>(found - names.begin()));
    }
    return chosen.empty() ? lanes.liveliestFeatures(kFirstFeatures) : chosen;
}

QStringList names_of(const StreamInfo& info) {
    QStringList names;
    for (const std::string& n : info.feature_names) names << text_of(n);
    return names;
}

}  // namespace

TimeLanes::TimeLanes(TimeView* time, TransportBar* transport, QWidget* parent)
    : QWidget(parent),
      time_(time),
      ruler_(new RulerLane(time)),
      words_(new WordLane(time)),
      links_(new LinkLane(time)),
      wave_(new WaveLane(time)),
      spectrogram_(new SpectrogramLane(time)),
      vision_(new FeatureLanes(time, Modality::vision)),
      audio_(new FeatureLanes(time, Modality::audio)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    for (QWidget* lane : std::initializer_list<QWidget*>{ruler_, words_, links_, wave_, spectrogram_, vision_, audio_})
        column->addWidget(lane);
    menu_ = new LaneMenu({{words_, tr("Words"), Qt::Key_1},
                          {links_, tr("What belongs together"), Qt::Key_2},
                          {wave_, tr("Wave form"), Qt::Key_3},
                          {spectrogram_, tr("Spectrum"), Qt::Key_4},
                          {vision_, tr("Vision features"), Qt::Key_5},
                          {audio_, tr("Audio features"), Qt::Key_6}},
                         spectrogram_);
    transport->addControl(menu_);
    transport->addKeys(menu_->laneActions());
    transport->addControl(new FeatureMenu(vision_));
    transport->addControl(new FeatureMenu(audio_));
    describeKeys(ruler_, tr("Mouse on the time line"),
                 {tr("Click\tmoves the cursor there; a word, a link or a cell: to its begin"),
                  tr("Drag\tselects, and playing repeats what is selected; on the ruler: moves the cursor"),
                  tr("Shift+click, Shift+drag\textends the selection"),
                  tr("Double click\tselects the word; beside words: no selection"), tr("Wheel\tscrolls"),
                  tr("Ctrl+wheel\tzooms about the pointer")});

    connect(words_, &WordLane::wordHovered, links_, &LinkLane::setHighlightedWord);
    connect(links_, &LinkLane::wordHovered, words_, &WordLane::setHighlighted);
    connect(words_, &WordLane::wordHovered, this, &TimeLanes::wordHovered);
    connect(links_, &LinkLane::wordHovered, this, &TimeLanes::wordHovered);
    connect(wave_, &TimeLane::timeHovered, this, &TimeLanes::soundHovered);
    connect(spectrogram_, &TimeLane::timeHovered, this, &TimeLanes::soundHovered);
    connect(words_, &WordLane::wordClicked, this, [this](int word) {
        if (word >= 0) time_->setPosition(words_->words()[static_cast<std::size_t>(word)].time.begin);
    });
}

std::vector<TimeLane*> TimeLanes::lanesOf(Modality modality) const {
    if (modality == Modality::text) return {words_};
    if (modality == Modality::vision) return {vision_};
    return {wave_, spectrogram_, audio_};
}

void TimeLanes::showClip(const Clip& clip, const DatasetInfo& info) {
    words_->setEmptyText(clip.info.transcript.empty() ? tr("This set keeps no words for this clip")
                                                      : tr("The times of this clip's words are not known"));
    words_->setWords(clip.words);
    links_->setLinks(clip.links, clip.words);
    wave_->clear();
    spectrogram_->setSpectrogram(nullptr);
    wave_->setEmptyText(tr("Reading the sound..."));
    spectrogram_->setEmptyText(tr("Reading the sound..."));
    for (FeatureLanes* lanes : {vision_, audio_}) {
        const std::size_t m = index(lanes->modality());
        const bool first = lanes->visibleFeatures().empty();
        lanes->setStream(clip.streams[m], names_of(info.streams[m]));
        if (first) lanes->setVisibleFeatures(first_features(*lanes, info.streams[m].feature_names));
        menu_->setOffered(lanes, info.streams[m].features > 0);
    }
}

void TimeLanes::setSound(const std::shared_ptr<const Sound>& sound) { wave_->setSamples(sound->samples, sound->rate); }

void TimeLanes::setSpectrogram(const std::shared_ptr<const Spectrogram>& spectrogram) {
    spectrogram_->setSpectrogram(spectrogram);
}

void TimeLanes::setSoundMissing(const QString& reason) {
    wave_->setMissing(reason);
    spectrogram_->setMissing(reason);
}

void TimeLanes::lightWord(int word) {
    words_->setHighlighted(word);
    links_->setHighlightedWord(word);
}

void TimeLanes::lightSound(const Interval& time) { wave_->setHighlighted(time); }

}  // namespace mica
