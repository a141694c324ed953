#include "widgets/check_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

#include "widgets/histogram_view.h"
#include "widgets/palette.h"
#include "widgets/split_legend.h"
#include "widgets/state_panel.h"

namespace mica {
namespace {

constexpr int kFinding = Qt::UserRole;      // index of the finding
constexpr int kClip = Qt::UserRole + 1;     // id of the clip
constexpr int kWaiting = Qt::UserRole + 2;  // clips are listed when the finding is unfolded

QString text(const std::string& s) { return QString::fromStdString(s); }
QString count(std::uint64_t n) { return QLocale().toString(static_cast<qulonglong>(n)); }

QStyle::StandardPixmap sign(Severity severity) {
    return severity == Severity::problem   ? QStyle::SP_MessageBoxCritical
           : severity == Severity::warning ? QStyle::SP_MessageBoxWarning
                                           : QStyle::SP_MessageBoxInformation;
}

QColor colour(Severity severity, const QPalette& palette) {
    return severity == Severity::problem   ? failureColour(palette)
           : severity == Severity::warning ? warningColour(palette)
                                           : palette.color(QPalette::WindowText);
}

QTreeWidget* tree(const QString& name, const QString& title) {
    auto* t = new QTreeWidget;
    t->setObjectName(name);
    t->setAccessibleName(title);
    t->setAlternatingRowColors(true);
    t->setUniformRowHeights(false);
    t->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    t->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return t;
}

// Sentences are read whole: a row is as high as its text needs at the column's width.
class WholeText : public QStyledItemDelegate {
public:
    explicit WholeText(QTreeWidget* tree) : QStyledItemDelegate(tree), tree_(tree) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize one = QStyledItemDelegate::sizeHint(option, index);
        if (index.column() != 0 || index.data(kClip).isValid()) return one;
        const int depth = index.parent().isValid() ? 2 : 1, line = tree_->fontMetrics().height();
        const bool icon = !index.data(Qt::DecorationRole).isNull(), spanned = depth == 2;
        const int column = spanned ? tree_->viewport()->width() : tree_->columnWidth(0);
        const int room = column - depth * tree_->indentation() - (icon ? 2 * line : 8) - 8;
        const QRect box = tree_->fontMetrics().boundingRect(QRect(0, 0, std::max(room, 8 * line), 100000),
                                                            Qt::TextWordWrap, index.data().toString());
        return {std::min(one.width(), room), std::max(one.height(), box.height() + 6)};
    }

private:
    QTreeWidget* tree_;
};

QString bytesText(std::uint64_t bytes) { return QLocale().formattedDataSize(static_cast<qint64>(bytes)); }

QString shapeText(const std::vector<std::size_t>& shape) {
    QStringList sizes;
    for (const std::size_t n : shape) sizes << QString::number(n);
    return sizes.join(QStringLiteral(" x "));
}

}  // namespace

QString severityTitle(Severity severity) {
    return severity == Severity::problem   ? CheckView::tr("problem")
           : severity == Severity::warning ? CheckView::tr("warning")
                                           : CheckView::tr("note");
}

CheckView::CheckView(QWidget* parent)
    : QWidget(parent),
      states_(new StatePanel),
      headline_(new QLabel),
      about_(new QLabel),
      label_title_(new QLabel(tr("Labels of each split"))),
      findings_(tree(QStringLiteral("checkFindings"), tr("Findings"))),
      streams_(tree(QStringLiteral("checkStreams"), tr("Streams"))),
      legend_(new SplitLegend),
      labels_(new HistogramView),
      only_(new QPushButton(tr("Show &only these clips"))),
      again_(new QPushButton(tr("Check a&gain"))) {
    build();
    connect(states_, &StatePanel::actionRequested, this, &CheckView::checkRequested);
    connect(states_, &StatePanel::retryRequested, this, &CheckView::checkRequested);
    connect(again_, &QPushButton::clicked, this, &CheckView::checkRequested);
    connect(findings_, &QTreeWidget::itemExpanded, this, &CheckView::showClipsOf);
    connect(findings_, &QTreeWidget::currentItemChanged, this,
            [this] { only_->setEnabled(linked_ && chosen() && !chosen()->clips.empty()); });
    const auto go = [this](const QTreeWidgetItem* item) {
        const QString id = item ? item->data(0, kClip).toString() : QString();
        if (linked_ && !id.isEmpty()) Q_EMIT clipActivated(id);
    };
    connect(findings_, &QTreeWidget::itemActivated, this, go);
    connect(findings_, &QTreeWidget::itemClicked, this, go);
    connect(only_, &QPushButton::clicked, this, [this] {
        if (const Finding* f = chosen()) Q_EMIT onlyClips(f->clips, text(f->what));
    });
}

void CheckView::build() {
    headline_->setWordWrap(true);
    QFont bold = headline_->font();
    bold.setBold(true);
    headline_->setFont(bold);
    label_title_->setFont(bold);
    about_->setWordWrap(true);
    about_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    findings_->setHeaderLabels({tr("Findings, problems first"), tr("Cases")});
    findings_->setWordWrap(true);
    findings_->header()->setStretchLastSection(false);
    findings_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    findings_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    findings_->setItemDelegate(new WholeText(findings_));
    connect(findings_->header(), &QHeaderView::sectionResized, findings_, [this] { findings_->doItemsLayout(); });
    findings_->setToolTip(tr("Unfold a finding to see what it does to training and which clips it is about"));
    streams_->setHeaderLabels({tr("Stream"), tr("Type"), tr("Shape"), tr("Clips"), tr("Missing"), tr("Steps"),
                               tr("Padding"), tr("Lengths"), tr("NaN"), tr("Infinite"), tr("Constant"), tr("Range")});
    streams_->setRootIsDecorated(false);
    streams_->setToolTip(tr("Every stream or array of the file"));
    const int line = fontMetrics().height();
    findings_->setMinimumHeight(line * 10);
    streams_->setMinimumHeight(line * 6);
    labels_->setObjectName(QStringLiteral("checkLabels"));
    only_->setToolTip(tr("Lists the clips of the chosen finding and no others"));
    only_->setEnabled(false);
    again_->setToolTip(tr("Reads the file once more"));

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(headline_);
    column->addWidget(about_);
    column->addWidget(findings_, 3);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(only_);
    buttons->addWidget(again_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(streams_, 1);
    column->addWidget(label_title_);
    column->addWidget(legend_);
    column->addWidget(labels_, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    states_->setContent(scroll);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(states_);
}

void CheckView::showEmpty(const QString& text, const QString& button) {
    report_.reset();
    states_->showEmpty(text, button);
}

void CheckView::showLoading(const QString& text, std::int64_t done, std::int64_t total) {
    states_->showLoading(text, done, total);
}

void CheckView::showFailed(const QString& why) {
    report_.reset();
    states_->showFailed(tr("The file could not be checked"), why, {}, tr("Check again"));
}

void CheckView::setReport(std::shared_ptr<const CheckReport> report, bool linked) {
    report_ = std::move(report);
    linked_ = linked;
    std::array<int, 3> of{};
    for (const Finding& f : report_->findings) ++of[static_cast<std::size_t>(f.severity)];
    headline_->setText(of[0] + of[1] + of[2] == 0
                           ? tr("Nothing was found that would harm a training.")
                           : tr("Problems: %1, warnings: %2, notes: %3").arg(of[2]).arg(of[1]).arg(of[0]));
    const auto& s = report_->splits;
    QStringList splits;
    for (std::size_t i = 0; i < s.size(); ++i)
        if (s[i]) splits << tr("%1 %2").arg(count(s[i]), splitTitle(static_cast<Split>(i)));
    QStringList about{text(report_->file), text(report_->kind), bytesText(report_->bytes)};
    if (!splits.isEmpty()) about << splits.join(QStringLiteral(", "));
    about << tr("checked in %1 s").arg(report_->seconds, 0, 'f', 1);
    if (!linked_) about << tr("open the set to go to its clips");
    about_->setText(about.join(QStringLiteral("; ")));
    fillFindings();
    fillStreams();
    fillLabels();
    states_->showFull();
}

void CheckView::fillFindings() {
    findings_->clear();
    for (std::size_t i = 0; i < report_->findings.size(); ++i) {
        const Finding& f = report_->findings[i];
        auto* item = new QTreeWidgetItem(findings_);
        item->setText(0, tr("%1: %2").arg(severityTitle(f.severity), text(f.what)));
        item->setIcon(0, style()->standardIcon(sign(f.severity)));
        item->setForeground(0, colour(f.severity, palette()));
        item->setText(1, f.count ? count(f.count) : QString());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignTop);
        item->setToolTip(0, tr("%1\n%2\nRule: %3").arg(text(f.what), text(f.effect), text(f.rule)));
        item->setData(0, kFinding, static_cast<int>(i));
        auto* effect = new QTreeWidgetItem(item, {tr("Effect: %1").arg(text(f.effect))});
        effect->setToolTip(0, text(f.effect));
        effect->setData(0, kFinding, static_cast<int>(i));
        effect->setFirstColumnSpanned(true);
        item->setData(0, kWaiting, !f.clips.empty());
        // the gravest are open from the start
        item->setExpanded(f.severity == Severity::problem && f.clips.size() <= 20);
    }
    findings_->setVisible(!report_->findings.empty());
    only_->setVisible(!report_->findings.empty());
    only_->setEnabled(false);
}

void CheckView::showClipsOf(QTreeWidgetItem* item) {
    if (!item->data(0, kWaiting).toBool()) return;
    item->setData(0, kWaiting, false);
    const Finding& f = report_->findings[static_cast<std::size_t>(item->data(0, kFinding).toInt())];
    QList<QTreeWidgetItem*> rows;
    QFont link = findings_->font();
    link.setUnderline(linked_);
    for (const std::string& id : f.clips) {
        auto* row = new QTreeWidgetItem({text(id)});
        row->setData(0, kClip, text(id));
        row->setData(0, kFinding, item->data(0, kFinding));
        if (linked_) {
            row->setForeground(0, palette().color(QPalette::Link));
            row->setFont(0, link);
            row->setToolTip(0, tr("Go to this clip"));
        }
        rows << row;
    }
    if (f.count > f.clips.size() && f.clips.size() == Finding::kMostNamed)
        rows << new QTreeWidgetItem({tr("only the first %1 are named").arg(count(f.clips.size()))});
    item->addChildren(rows);
}

const Finding* CheckView::chosen() const {
    const QTreeWidgetItem* item = findings_->currentItem();
    if (!item || !report_) return nullptr;
    const QVariant i = item->data(0, kFinding);
    return i.isValid() ? &report_->findings[static_cast<std::size_t>(i.toInt())] : nullptr;
}

void CheckView::fillStreams() {
    streams_->clear();
    for (const CheckedStream& s : report_->streams) {
        const QString steps =
            s.longest ? tr("%1 to %2, mean %3").arg(count(s.shortest), count(s.longest)).arg(s.mean_length, 0, 'f', 1)
                      : QString();
        auto* item = new QTreeWidgetItem(
            streams_, {text(s.name), text(s.type), shapeText(s.shape), count(s.samples), count(s.missing), steps,
                       text(s.padding), text(s.lengths), count(s.nan), count(s.infinite), count(s.constant.size()),
                       tr("%1 to %2").arg(s.minimum, 0, 'g', 4).arg(s.maximum, 0, 'g', 4)});
        for (const int c : {3, 4, 8, 9, 10}) item->setTextAlignment(c, Qt::AlignRight | Qt::AlignVCenter);
        QStringList names;
        for (const std::size_t f : s.constant)
            names << (f < s.feature_names.size() ? text(s.feature_names[f]) : tr("feature %1").arg(f + 1));
        if (!names.isEmpty()) item->setToolTip(10, names.join(QStringLiteral(", ")));
        item->setToolTip(11, tr("mean %1, standard deviation %2").arg(s.mean, 0, 'g', 4).arg(s.deviation, 0, 'g', 4));
    }
    streams_->setVisible(!report_->streams.empty());
    for (int c = 0; c < streams_->columnCount(); ++c) streams_->resizeColumnToContents(c);
}

void CheckView::fillLabels() {
    Histogram h;
    h.title = tr("Labels of each split");
    for (const LabelBin& bin : report_->labels) h.bins.push_back({text(bin.name), {}, {}, bin.count});
    const bool any = h.most() > 0;
    labels_->setHistogram(std::move(h));
    labels_->setVisible(any);
    legend_->setSizes(report_->splits);
    legend_->setVisible(any);
    label_title_->setVisible(any);
}

}  // namespace mica
