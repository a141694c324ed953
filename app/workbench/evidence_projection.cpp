#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <cmath>

#include "app/workbench/evidence_panels.h"
#include "app/workbench/words.h"
#include "core/analysis/evidence.h"
#include "widgets/flow_layout.h"
#include "widgets/palette.h"
#include "widgets/scatter_view.h"
#include "widgets/state_panel.h"

namespace mica {

namespace {

/// "query: text step 3, 0.51-0.77 s of s1-00011"
QString point_text(const Projection& p, const ProjectedPoint& point) {
    const Modality stream = point.query ? p.block.pair.target : p.block.pair.source;
    const QString time =
        point.time.duration() > 0
            ? ProjectionPanel::tr(", %1-%2 s").arg(point.time.begin, 0, 'f', 2).arg(point.time.end, 0, 'f', 2)
            : ProjectionPanel::tr(", time unknown");
    return ProjectionPanel::tr("%1: %2 step %3%4, clip %5")
        .arg(point.query ? ProjectionPanel::tr("query") : ProjectionPanel::tr("key"), modalityWord(stream))
        .arg(point.step + 1)
        .arg(time, text_of(p.clips.at(point.clip).id));
}

QString caption(const Projection& p) {
    QString text = ProjectionPanel::tr("%1, epoch %2").arg(text_of(p.origin.run)).arg(p.origin.epoch);
    if (p.wish.method == ProjectionMethod::tsne && p.iteration > 0)
        text += ProjectionPanel::tr(": KL %1 after %2").arg(p.divergence, 0, 'f', 3).arg(p.iteration);
    if (std::isfinite(p.a_distance)) text += ProjectionPanel::tr(", A-distance %1").arg(p.a_distance, 0, 'f', 2);
    return text;
}

QSpinBox* number(const QString& name, const QString& tip, int low, int high, int step, int value) {
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setSingleStep(step);
    box->setValue(value);
    box->setKeyboardTracking(false);
    box->setPrefix(name + QLatin1Char(' '));
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

}  // namespace

ProjectionPanel::ProjectionPanel(const EvidenceContext& context, QWidget* parent)
    : EvidencePanel(context, parent),
      how_(new QComboBox),
      dimensions_(new QComboBox),
      beside_(new QComboBox),
      points_(number(tr("points"), tr("How many, half of them queries"), 50, 4000, 250, 1000)),
      perplexity_(number(tr("perplexity"), tr("How many neighbours t-SNE keeps together"), 2, 200, 5, 30)),
      read_out_(new QLabel) {
    setMethod(tr("Queries (discs) and keys (crosses) of the chosen block, an even choice of steps and clips."),
              tr("q and k as in Eq. 1: the projections with bias, before scaling, all heads joined or one of them. PCA "
                 "keeps distances as far as its axes hold the variance. t-SNE (exact, from the principal components) "
                 "keeps neighbours only: sizes of clumps and gaps between them mean nothing. A point's place says "
                 "nothing of its time. Alignment shows where the two clouds lie in each other; so does a lower "
                 "A-distance of the same points."));
    how_->addItem(tr("PCA"), static_cast<int>(ProjectionMethod::pca));
    how_->addItem(tr("t-SNE"), static_cast<int>(ProjectionMethod::tsne));
    dimensions_->addItem(tr("2-D"), 2);
    dimensions_->addItem(tr("3-D"), 3);
    const std::array<std::pair<QComboBox*, QString>, 3> boxes{
        {{how_, tr("Projection")}, {dimensions_, tr("Dimensions")}, {beside_, tr("Beside it: another run or epoch")}}};
    for (const auto& [box, name] : boxes) {
        box->setAccessibleName(name);
        box->setToolTip(name);
        connect(box, &QComboBox::currentIndexChanged, this, &ProjectionPanel::refresh);
    }
    beside_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    beside_->setMinimumContentsLength(14);
    for (QSpinBox* box : {points_, perplexity_}) connect(box, &QSpinBox::valueChanged, this, &ProjectionPanel::refresh);
    auto* controls = new QWidget;
    QSizePolicy flow(QSizePolicy::Preferred, QSizePolicy::Minimum);
    flow.setHeightForWidth(true);
    controls->setSizePolicy(flow);
    auto* row = new FlowLayout(controls, 4);
    for (QWidget* w : std::initializer_list<QWidget*>{how_, dimensions_, points_, perplexity_, beside_})
        row->addWidget(w);
    parts_ = new QSplitter(Qt::Vertical);
    parts_->setChildrenCollapsible(false);
    for (int side = 0; side < 2; ++side) {
        auto* view = views_[static_cast<std::size_t>(side)] = new ScatterView;
        parts_->addWidget(view);
        connect(view, &ScatterView::pointLit, this, [this, side](int point) { light(side, point); });
        connect(view, &ScatterView::pointChosen, this, [this, side](int point) { choose(side, point); });
    }
    read_out_->setWordWrap(true);
    read_out_->setMinimumHeight(read_out_->fontMetrics().height() * 2);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(parts_, 1);
    column->addWidget(read_out_);
    setContent(controls, content);
    connect(context.runs, &RunList::changed, this, &ProjectionPanel::fillBeside);
    connect(context.selection, &Selection::setChanged, this, &ProjectionPanel::fillBeside);
    fillBeside();
}

// Beside each other where there is the width for it, else one below the other.
void ProjectionPanel::resizeEvent(QResizeEvent* event) {
    EvidencePanel::resizeEvent(event);
    parts_->setOrientation(width() > 680 ? Qt::Horizontal : Qt::Vertical);
}

void ProjectionPanel::fillBeside() {
    const QSignalBlocker quiet(beside_);
    const QVariant before = beside_->currentData();
    beside_->clear();
    beside_->addItem(tr("nothing beside"), QString());
    const Selection* s = context().selection;
    if (s->set())
        for (const RunEntry& entry : context().runs->runs()) {
            if (!entry.summary.fits(s->set()->info())) continue;
            for (const QString& checkpoint : entry.checkpoints)
                beside_->addItem(
                    tr("%1, %2").arg(text_of(entry.path.filename()), checkpoint_title(checkpoint, &entry.summary)),
                    text_of(entry.path) + QLatin1Char('\n') + checkpoint);
        }
    beside_->setCurrentIndex(std::max(0, beside_->findData(before)));
}

QWidget* ProjectionPanel::picture() const { return views_[0]; }

QString ProjectionPanel::invitation() const {
    const BlockChoice b = block_of(context().selection);
    return tr("Queries and keys of %1 in two or three dimensions. Choose another epoch or run beside it to see what "
              "alignment changed.")
        .arg(block_title(b.pair, b.layer, b.head));
}

std::optional<EvidencePanel::Question> ProjectionPanel::ask(QString& why) {
    perplexity_->setVisible(how_->currentData().toInt() == static_cast<int>(ProjectionMethod::tsne));
    const auto c = chosen(why);
    if (!c) return std::nullopt;
    ProjectionWish wish;
    wish.block = block_of(context().selection);
    wish.method = static_cast<ProjectionMethod>(how_->currentData().toInt());
    wish.dimensions = dimensions_->currentData().toInt();
    wish.most = static_cast<std::size_t>(points_->value());
    wish.perplexity = perplexity_->value();
    const QStringList other = beside_->currentData().toString().split(QLatin1Char('\n'));
    std::vector<std::pair<std::filesystem::path, std::string>> models{{c->run, c->checkpoint}};
    if (other.size() == 2) models.emplace_back(path_of(other[0]), other[1].toStdString());
    const QString key = c->key + key_of(wish.block) +
                        QStringLiteral("|%1|%2|%3|%4|%5")
                            .arg(static_cast<int>(wish.method))
                            .arg(wish.dimensions)
                            .arg(wish.most)
                            .arg(wish.method == ProjectionMethod::tsne ? wish.perplexity : 0)
                            .arg(models.size() > 1 ? keyOf(models[1].first, models[1].second) : QString());
    auto result = std::make_shared<Pictures>();
    // what there is so far is shown while it forms, where it is still wanted
    const auto coarse = [panel = QPointer<ProjectionPanel>(this), key](Pictures so_far) {
        QMetaObject::invokeMethod(
            panel,
            [panel, key, so_far = std::move(so_far)] {
                if (!panel || !panel->isWanted(key)) return;
                panel->show(so_far);
                panel->states()->showFull();
            },
            Qt::QueuedConnection);
    };
    return Question{key, tr("Projection of %1").arg(text_of(c->run.filename())),
                    [c = *c, wish, models, result, coarse](const Progress& progress, const std::stop_token& stop) {
                        Pictures pictures;
                        for (std::size_t i = 0; i < models.size(); ++i) {
                            ModelSession session(models[i].first, models[i].second, c.set);
                            pictures[i] = std::make_shared<const Projection>(projection_evidence(
                                session, c.wish, wish, progress, stop, [&](const Projection& so_far) {
                                    Pictures now = pictures;
                                    now[i] = std::make_shared<const Projection>(so_far);
                                    coarse(std::move(now));
                                }));
                        }
                        *result = pictures;
                    },
                    [this, result] { show(*result); }};
}

void ProjectionPanel::show(const Pictures& pictures) {
    if (!pictures[0]) return;
    showOrigin(pictures[0]->origin);
    shown_ = pictures;
    views_[1]->setVisible(pictures[1] != nullptr);
    for (std::size_t side = 0; side < 2; ++side) {
        const auto& p = pictures[side];
        if (!p) continue;
        std::vector<ScatterPoint> points;
        points.reserve(p->points.size());
        for (const ProjectedPoint& point : p->points)
            points.push_back({point.at, point.query ? p->block.pair.target : p->block.pair.source, point.query,
                              point_text(*p, point)});
        QStringList axes;
        if (p->wish.method == ProjectionMethod::pca)
            for (std::size_t d = 0; d < 3; ++d)
                axes << tr("axis %1: %2 %").arg(d + 1).arg(100 * p->explained[d], 0, 'f', 0);
        views_[side]->setPoints(std::move(points), p->wish.dimensions, axes);
        views_[side]->setCaption(caption(*p));
    }
    mark();
}

// The points of the clip on screen stand out.
void ProjectionPanel::mark() {
    for (std::size_t side = 0; side < 2; ++side) {
        const auto& p = shown_[side];
        if (!p) continue;
        std::vector<bool> strong;
        for (const ProjectedPoint& point : p->points)
            strong.push_back(static_cast<int>(p->clips[point.clip].index) == context().selection->clip());
        views_[side]->setStrong(std::move(strong));
    }
}

// The same element in the other picture: both were made of the same steps of the same clips.
void ProjectionPanel::light(int side, int point) {
    const auto s = static_cast<std::size_t>(side);
    const auto& p = shown_[s];
    if (!p) return;
    read_out_->setText(point < 0 ? QString() : point_text(*p, p->points.at(static_cast<std::size_t>(point))));
    const auto& other = shown_[1 - s];
    const bool linked = other && other->points.size() == p->points.size();
    views_[1 - s]->setLit(linked ? point : -1);
}

void ProjectionPanel::choose(int side, int point) {
    const auto& p = shown_[static_cast<std::size_t>(side)];
    if (!p) return;
    const ProjectedPoint& chosen = p->points.at(static_cast<std::size_t>(point));
    Q_EMIT clipWanted(static_cast<int>(p->clips[chosen.clip].index),
                      chosen.time.duration() > 0 ? chosen.time.begin : std::nan(""));
}

}  // namespace mica
