#include "widgets/distributions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <numeric>
#include <utility>

#include "widgets/histogram_view.h"
#include "widgets/split_legend.h"
#include "widgets/state_panel.h"

namespace mica {
namespace {

QString withoutText(const Histogram& h) {
    const std::uint64_t n = std::accumulate(h.without.begin(), h.without.end(), std::uint64_t{0});
    QString text;
    if (n) text = Distributions::tr("%1: %n clips.", nullptr, static_cast<int>(n)).arg(h.without_name);
    if (h.overlapping) text += QLatin1Char(' ') + Distributions::tr("A clip may have several of these, or none.");
    return text.trimmed();
}

}  // namespace

Distributions::Distributions(QWidget* parent)
    : QWidget(parent),
      states_(new StatePanel),
      labels_(new HistogramView),
      lengths_(new HistogramView),
      length_of_(new QComboBox),
      shares_(new QCheckBox(tr("Sha&res of each split"))),
      label_title_(new QLabel),
      label_note_(new QLabel),
      length_note_(new QLabel),
      legend_(new SplitLegend) {
    labels_->setObjectName(QStringLiteral("labelHistogram"));
    lengths_->setObjectName(QStringLiteral("lengthHistogram"));
    length_of_->setAccessibleName(tr("What lengths are counted in"));
    length_of_->setToolTip(tr("Seconds, or steps of one stream"));
    for (const LengthOf what : {LengthOf::seconds, LengthOf::text, LengthOf::vision, LengthOf::audio})
        length_of_->addItem(lengthTitle(what), static_cast<int>(what));
    shares_->setToolTip(tr("Bars in percent of their split, so that splits of different size can be compared"));
    label_note_->setWordWrap(true);
    length_note_->setWordWrap(true);
    QFont bold = label_title_->font();
    bold.setBold(true);
    label_title_->setFont(bold);
    label_title_->setWordWrap(true);
    auto* length_title = new QLabel(tr("Le&ngths"));
    length_title->setFont(bold);
    length_title->setBuddy(length_of_);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(legend_);
    column->addWidget(shares_);
    column->addWidget(label_title_);
    column->addWidget(labels_, 1);
    column->addWidget(label_note_);
    auto* line = new QHBoxLayout;
    line->addWidget(length_title);
    line->addWidget(length_of_, 1);
    column->addLayout(line);
    column->addWidget(lengths_, 1);
    column->addWidget(length_note_);
    states_->setContent(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(states_);

    connect(length_of_, &QComboBox::currentIndexChanged, this, &Distributions::showLengths);
    connect(shares_, &QCheckBox::toggled, labels_, &HistogramView::setShares);
    connect(shares_, &QCheckBox::toggled, lengths_, &HistogramView::setShares);
    for (const HistogramView* view : {labels_, lengths_})
        connect(view, &HistogramView::binChosen, this, [this, view](int bin, int split) { choose(view, bin, split); });
    setList(nullptr);
}

LengthOf Distributions::lengthOf() const { return static_cast<LengthOf>(length_of_->currentData().toInt()); }

void Distributions::setList(std::shared_ptr<const ClipList> list) {
    list_ = std::move(list);
    if (!list_ || list_->size() == 0) {
        labels_->setHistogram({});
        lengths_->setHistogram({});
        return states_->showEmpty(list_ ? tr("The set holds no clips.")
                                        : tr("How labels and lengths are spread is shown here when a set is open."));
    }
    std::array<std::uint64_t, 4> sizes{};
    bool seconds = false;
    for (const ClipInfo& clip : *list_->clips) {
        ++sizes[static_cast<std::size_t>(clip.split)];
        seconds = seconds || clip.duration > 0;
    }
    legend_->setSizes(sizes);
    const Histogram labels = label_histogram(*list_);
    label_title_->setText(labels.title);
    label_note_->setText(withoutText(labels));
    label_note_->setVisible(!label_note_->text().isEmpty());
    labels_->setHistogram(labels);
    {
        // a set without times has lengths in steps only
        const QSignalBlocker quiet(length_of_);
        if (!seconds && lengthOf() == LengthOf::seconds) length_of_->setCurrentIndex(1);
    }
    showLengths();
    states_->showFull();
}

void Distributions::showLengths() {
    if (!list_) return;
    const Histogram lengths = length_histogram(*list_, lengthOf());
    length_note_->setText(withoutText(lengths));
    length_note_->setVisible(!length_note_->text().isEmpty());
    lengths_->setHistogram(lengths);
}

void Distributions::choose(const HistogramView* view, int bin, int split) {
    const HistogramBin& b = view->histogram().bins[static_cast<std::size_t>(bin)];
    ClipCriteria criteria;
    if (split >= 0) criteria.split = static_cast<Split>(split);
    if (view == labels_) {
        criteria.label = b.range;
        criteria.label_class = b.label_class;
    } else if (lengthOf() == LengthOf::seconds) {
        criteria.seconds = b.range;
    } else {
        criteria.steps[static_cast<std::size_t>(lengthOf()) - 1] = b.range;
    }
    Q_EMIT chosen(criteria);
}

}  // namespace mica
