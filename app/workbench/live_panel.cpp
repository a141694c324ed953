#include "app/workbench/live_panel.h"

#include <QDoubleValidator>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/workbench/option_words.h"
#include "app/workbench/wheel_guard.h"
#include "app/workbench/words.h"
#include "core/training/live.h"

namespace mica {

namespace {

constexpr int kRest = 300;  // milliseconds after which a slider counts as let go

QString number_text(double value) { return text_of(format_number(value)); }

// What a slider gives, without digits that nobody chose.
double rounded(double value) { return QString::number(value, 'g', 3).toDouble(); }

}  // namespace

double SliderScale::value(int place) const {
    const double part = static_cast<double>(place) / kPlaces;
    if (!powers) return low + part * (high - low);
    return zero && place == 0 ? 0 : low * std::pow(high / low, part);
}

int SliderScale::place(double value) const {
    const double part = !powers        ? (value - low) / (high - low)
                        : !(value > 0) ? 0
                                       : std::log(value / low) / std::log(high / low);
    return static_cast<int>(std::lround(kPlaces * std::clamp(part, 0.0, 1.0)));
}

SliderScale scale_of(const OptionInfo& option, double around) {
    SliderScale scale{option.minimum, option.maximum, option.maximum > 1, option.minimum <= 0};
    if (!scale.powers) return scale;
    const double middle = around > 0 ? around : 0.1;
    scale.low = std::max(middle / 100, option.minimum);
    scale.high = std::min(middle * 100, option.maximum);
    return scale;
}

struct LivePanel::Row {
    OptionInfo option;
    SliderScale scale;
    QLabel* label = nullptr;
    QSlider* slider = nullptr;
    QLineEdit* number = nullptr;
    QToolButton* reset = nullptr;
    double initial = 0, value = 0;  // initial: at the training's start

    void set(double v) {
        value = v;
        const QSignalBlocker one(slider), two(number);
        slider->setValue(scale.place(v));
        if (number->text().toDouble() != v || number->text().isEmpty()) number->setText(number_text(v));
        const bool changed = v != initial;
        QFont font = label->font();
        font.setBold(changed);
        label->setFont(font);
        label->setText(text_of(option.key) + (changed ? QStringLiteral(" *") : QString()));
        reset->setEnabled(changed);
        reset->setToolTip(LivePanel::tr("Back to %1, as the training began").arg(number_text(initial)));
    }
};

LivePanel::LivePanel(TrainingJob* training, QWidget* parent) : QWidget(parent), training_(training) {
    setObjectName(QStringLiteral("livePanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    rest_.setSingleShot(true);
    rest_.setInterval(kRest);
    connect(&rest_, &QTimer::timeout, this, &LivePanel::send);
    connect(training_, &TrainingJob::started, this, &LivePanel::build);
    connect(training_, &TrainingJob::ended, this, [this] {
        rest_.stop();
        hide();
    });
    connect(training_, &TrainingJob::liveChanged, this, &LivePanel::showValues);
    hide();
}

LivePanel::~LivePanel() = default;

void LivePanel::build() {
    rows_.clear();
    delete rows_widget_;
    rows_widget_ = new QWidget;
    auto* grid = new QGridLayout(rows_widget_);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(4);
    grid->setColumnStretch(1, 1);
    auto* title = new QLabel(tr("Change while it trains"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 4);
    for (const bool dropouts : {false, true})  // what is turned most often stands first
        for (const OptionInfo& option : option_table(training_->options().model))
            if (option.live && option.key.ends_with("dropout") == dropouts) addRow(option, grid);
    layout()->addWidget(rows_widget_);
    showValues(training_->live());
    for (auto& row : rows_) row->initial = row->value;
    setVisible(!rows_.empty());
}

void LivePanel::addRow(const OptionInfo& option, QGridLayout* grid) {
    auto row = std::make_unique<Row>();
    Row* r = row.get();
    r->option = option;
    r->initial = r->value = live_value(training_->live(), option.key);
    r->scale = scale_of(option, r->value);
    const QString name = text_of(option.key);
    const QString tip =
        option_help(option) + tr("\nFrom %1 to %2. Acts from the next step on and becomes a mark on the "
                                 "curves.")
                                  .arg(option.minimum)
                                  .arg(option.maximum);
    r->label = new QLabel(name);
    r->label->setToolTip(tip);
    r->slider = new QSlider(Qt::Horizontal);
    r->slider->setObjectName(QStringLiteral("live_") + name);
    r->slider->setAccessibleName(tr("%1 while it trains").arg(name));
    r->slider->setToolTip(tip);
    r->slider->setRange(0, SliderScale::kPlaces);
    r->slider->setMinimumWidth(8 * fontMetrics().averageCharWidth());
    r->slider->setPageStep(SliderScale::kPlaces / 20);
    r->slider->setFocusPolicy(Qt::StrongFocus);  // a wheel meant for the page changes nothing
    r->slider->installEventFilter(new WheelGuard(r->slider));
    r->label->setBuddy(r->slider);
    r->number = new QLineEdit;
    r->number->setObjectName(QStringLiteral("number_") + name);
    r->number->setAccessibleName(tr("%1 while it trains, as a number").arg(name));
    r->number->setToolTip(tip);
    r->number->setFixedWidth(7 * fontMetrics().averageCharWidth() + 8);
    auto* validator = new QDoubleValidator(option.minimum, option.maximum, 12, r->number);
    validator->setLocale(QLocale::c());
    r->number->setValidator(validator);
    r->reset = new QToolButton;
    r->reset->setAutoRaise(true);
    r->reset->setText(QStringLiteral("\u21ba"));
    r->reset->setAccessibleName(tr("Reset %1").arg(name));
    connect(r->slider, &QSlider::valueChanged, this,
            [this, r](int place) { edit(*r, rounded(r->scale.value(place))); });
    connect(r->number, &QLineEdit::editingFinished, this, [this, r] {
        if (r->number->text().toDouble() != r->value) edit(*r, r->number->text().toDouble());
    });
    connect(r->reset, &QToolButton::clicked, this, [this, r] { edit(*r, r->initial); });
    const int line = grid->rowCount();
    grid->addWidget(r->label, line, 0);
    grid->addWidget(r->slider, line, 1);
    grid->addWidget(r->number, line, 2);
    grid->addWidget(r->reset, line, 3);
    rows_.push_back(std::move(row));
}

void LivePanel::showValues(const LiveSettings& live) {
    if (rest_.isActive()) return;  // what a person is just setting is not taken back
    for (auto& row : rows_) row->set(live_value(live, row->option.key));
}

void LivePanel::edit(Row& row, double value) {
    row.set(std::clamp(value, row.option.minimum, row.option.maximum));
    rest_.start();
}

// Only what differs from what the training has: its own later changes (a replay's) stay.
void LivePanel::send() {
    std::string text;
    for (const auto& row : rows_)
        if (row->value != live_value(training_->live(), row->option.key))
            text += (text.empty() ? "" : ", ") + row->option.key + " " + format_number(row->value);
    if (!text.empty()) training_->change(changed(training_->live(), text));
}

QSlider* LivePanel::slider(const std::string& key) const {
    for (const auto& row : rows_)
        if (row->option.key == key) return row->slider;
    return nullptr;
}

QLineEdit* LivePanel::number(const std::string& key) const {
    for (const auto& row : rows_)
        if (row->option.key == key) return row->number;
    return nullptr;
}

}  // namespace mica
