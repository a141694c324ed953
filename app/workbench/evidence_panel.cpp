#include "app/workbench/evidence_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/workbench/job_board.h"
#include "app/workbench/words.h"
#include "widgets/clip_list.h"
#include "widgets/state_panel.h"

namespace mica {

namespace {
constexpr std::size_t kKept = 40;  // results a panel

QComboBox* box(const QString& name, const QString& tip) {
    auto* b = new QComboBox;
    b->setAccessibleName(name);
    b->setToolTip(tip);
    return b;
}

QString split_words(const std::string& split) {
    for (const Split s : {Split::train, Split::valid, Split::test})
        if (split == name(s)) return splitTitle(s);
    return EvidencePanel::tr("all splits");
}

}  // namespace

EvidencePanel::EvidencePanel(const EvidenceContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      method_(new QLabel),
      states_(new StatePanel),
      note_(new QLabel),
      column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(4, 4, 4, 4);
    column_->setSpacing(6);
    for (QLabel* label : {method_, note_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    note_->setObjectName(QStringLiteral("evidenceNote"));
    column_->addWidget(method_);
    column_->addWidget(states_, 1);
    column_->addWidget(note_);
    note_->hide();
    states_->setStoppable(true);
    states_->setKey(QStringLiteral("Alt+Shift+") + QLatin1String(kKey));
    connect(states_, &StatePanel::actionRequested, this, &EvidencePanel::measure);
    connect(states_, &StatePanel::retryRequested, this, [this] {
        failed_.erase(wanted_);
        measure();
    });
    connect(states_, &StatePanel::stopRequested, this, &EvidencePanel::stop);
    const auto again = [this] {
        if (isVisible()) refresh();
    };
    connect(context_.selection, &Selection::setChanged, this, again);
    connect(context_.selection, &Selection::runChanged, this, again);
    connect(context_.runs, &RunList::changed, this, again);
    connect(context_.scope, &EvidenceScope::changed, this, again);
    connect(context_.selection, &Selection::mapChanged, this, again);
    connect(context_.selection, &Selection::clipChanged, this, [this] {
        if (states_->state() == StatePanel::State::full) mark();
    });
}

void EvidencePanel::setContent(QWidget* controls, QWidget* content) {
    if (controls) column_->insertWidget(1, controls);
    controls_ = controls;
    states_->setContent(content);
}

void EvidencePanel::setMethod(const QString& sentence, const QString& formula) {
    sentence_ = sentence;
    method_->setText(sentence);
    method_->setToolTip(formula);
}

void EvidencePanel::showOrigin(const EvidenceOrigin& o, bool everyEpoch) {
    const QString split = split_words(o.split);
    const int clips = static_cast<int>(o.clips);
    method_->setText(sentence_ + QLatin1Char(' ') +
                     (everyEpoch ? tr("Measured on %n clips (%1).", nullptr, clips).arg(split)
                                 : tr("Measured on %n clips (%1), epoch %2.", nullptr, clips).arg(split).arg(o.epoch)));
    QStringList lines;
    for (const std::string& m : o.missing) lines << text_of(m) + QLatin1Char('.');
    note_->setText(lines.join(QLatin1Char('\n')));
    note_->setVisible(!lines.isEmpty());
}

QString EvidencePanel::keyOf(const std::filesystem::path& run, const std::string& checkpoint) {
    std::error_code none;
    const auto written = std::filesystem::last_write_time(run / "checkpoints" / (checkpoint + ".safetensors"), none);
    return QStringLiteral("%1|%2|%3")
        .arg(text_of(run), text_of(checkpoint))
        .arg(none ? 0 : static_cast<qlonglong>(written.time_since_epoch().count()));
}

std::optional<EvidencePanel::Chosen> EvidencePanel::chosen(QString& why, bool crossmodal) const {
    const Selection* s = context_.selection;
    if (!s->set()) return why = tr("Open a set of clips first."), std::nullopt;
    if (s->run().empty())
        return why = tr("Train a model on this set, or choose a run under Attention, to measure its attention."),
               std::nullopt;
    Chosen c;
    c.run = s->run();
    // a training that goes on is looked at as it was saved last
    c.checkpoint = s->checkpoint() == QLatin1String("live") ? "last" : s->checkpoint().toStdString();
    c.set = s->set();
    c.wish = context_.scope->wish();
    const RunEntry* entry = context_.runs->find(c.run);
    if (entry && !entry->summary.fits(c.set->info()))
        return why = tr("%1 was not trained on this set. Choose another run, or open its set.")
                         .arg(text_of(entry->summary.name)),
               std::nullopt;
    if (entry && crossmodal)
        if (const auto streams = entry->summary.options.find("streams");
            streams != entry->summary.options.end() && streams->second.size() < 2)
            return why = tr("%1 uses one stream only (%2): there is no crossmodal attention to measure.")
                             .arg(text_of(entry->summary.name), text_of(streams->second)),
                   std::nullopt;
    c.key = QStringLiteral("%1|%2|%3|%4|%5")
                .arg(keyOf(c.run, c.checkpoint), text_of(c.set->info().fingerprint))
                .arg(c.wish.split ? static_cast<int>(*c.wish.split) : -1)
                .arg(c.wish.most_clips)
                .arg(c.wish.seed);
    return c;
}

void EvidencePanel::measure() {
    QString why;
    auto question = ask(why);
    if (!question || known_.contains(question->key) || job_) return refresh();
    failed_.erase(question->key);
    running_ = question->key;
    job_ = context_.jobs->run(
        question->title, std::move(question->work), {},
        [this, key = question->key, show = std::move(question->show)](JobOutcome outcome, const QString& message) {
            job_ = nullptr;
            running_.clear();
            if (known_.size() >= kKept) known_.clear();
            if (outcome == JobOutcome::done) known_[key] = show;
            if (outcome == JobOutcome::failed) failed_[key] = message;
            refresh();
        });
    connect(job_, &Job::progressed, this, [this](qint64 done, qint64 total, const QString& text) {
        if (running_ != wanted_ || states_->state() == StatePanel::State::full) return;
        states_->showLoading(text.isEmpty() ? tr("Measuring...") : tr("Measuring: %1").arg(text), done, total);
    });
    refresh();
}

void EvidencePanel::stop() {
    if (job_) job_->cancel();
}

void EvidencePanel::refresh() {
    QString why;
    const auto question = ask(why);
    wanted_ = question ? question->key : QString();
    method_->setText(sentence_);
    note_->hide();
    if (!question) return states_->showEmpty(why);
    if (const auto found = known_.find(question->key); found != known_.end()) {
        found->second();
        mark();
        return states_->showFull();
    }
    if (job_ && running_ == question->key) return states_->showLoading(tr("Measuring..."));
    if (const auto found = failed_.find(question->key); found != failed_.end())
        return states_->showFailed(tr("This could not be measured"), found->second, {}, tr("Try again"));
    if (job_) return states_->showEmpty(tr("Another choice is being measured. When it has ended, this one can be."));
    states_->showEmpty(invitation(), tr("Measure"));
}

void EvidencePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

EvidenceScope::EvidenceScope(QWidget* parent)
    : QWidget(parent),
      split_(box(tr("Clips of"), tr("Which split of the set is looked at (Alt+Shift+S)"))),
      most_(box(tr("At most"),
                tr("How many clips are looked at, evenly chosen: more take longer and say more (Alt+Shift+N)"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    split_->addItem(tr("test split"), static_cast<int>(Split::test));
    split_->addItem(tr("validation split"), static_cast<int>(Split::valid));
    split_->addItem(tr("training split"), static_cast<int>(Split::train));
    split_->addItem(tr("all clips"), -1);
    for (const int n : {100, 400}) most_->addItem(tr("%n clips", nullptr, n), n);
    most_->addItem(tr("every clip"), 0);
    row->addWidget(split_, 1);
    row->addWidget(most_, 1);
    for (QComboBox* b : {split_, most_}) connect(b, &QComboBox::currentIndexChanged, this, &EvidenceScope::changed);
}

EvidenceWish EvidenceScope::wish() const {
    EvidenceWish w;
    const int split = split_->currentData().toInt();
    w.split = split < 0 ? std::nullopt : std::optional(static_cast<Split>(split));
    w.most_clips = static_cast<std::size_t>(most_->currentData().toInt());
    return w;
}

}  // namespace mica
