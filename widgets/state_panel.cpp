#include "widgets/state_panel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace mica {
namespace {

QLabel* line(QWidget* page, const char* name) {
    auto* label = new QLabel(page);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QVBoxLayout* centred(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addStretch(1);
    return column;
}

}  // namespace

StatePanel::StatePanel(QWidget* parent)
    : QStackedWidget(parent),
      empty_(new QWidget(this)),
      loading_(new QWidget(this)),
      failed_(new QWidget(this)),
      empty_text_(line(empty_, "emptyText")),
      empty_button_(new QPushButton(empty_)),
      loading_text_(line(loading_, "loadingText")),
      progress_(new QProgressBar(loading_)),
      stop_button_(new QPushButton(tr("Stop"), loading_)),
      failed_what_(line(failed_, "failedWhat")),
      failed_why_(line(failed_, "failedWhy")),
      failed_remedy_(line(failed_, "failedRemedy")),
      failed_button_(new QPushButton(failed_)) {
    auto* empty = centred(empty_);
    empty->addWidget(empty_text_);
    empty_button_->setObjectName(QStringLiteral("emptyAction"));
    empty->addWidget(empty_button_, 0, Qt::AlignHCenter);
    empty->addStretch(1);

    auto* loading = centred(loading_);
    loading->addWidget(loading_text_);
    progress_->setObjectName(QStringLiteral("loadingProgress"));
    progress_->setAccessibleName(tr("Progress"));
    progress_->setMaximumWidth(360);
    loading->addWidget(progress_, 0, Qt::AlignHCenter);
    stop_button_->setObjectName(QStringLiteral("loadingStop"));
    stop_button_->hide();
    loading->addWidget(stop_button_, 0, Qt::AlignHCenter);
    loading->addStretch(1);

    auto* failed = centred(failed_);
    auto* sign = new QLabel(failed_);
    sign->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(32, 32));
    sign->setAlignment(Qt::AlignCenter);
    sign->setAccessibleName(tr("Failed"));
    failed->addWidget(sign);
    QFont bold = failed_what_->font();
    bold.setBold(true);
    failed_what_->setFont(bold);
    failed->addWidget(failed_what_);
    failed->addWidget(failed_why_);
    failed->addWidget(failed_remedy_);
    failed_button_->setObjectName(QStringLiteral("failedRetry"));
    failed->addWidget(failed_button_, 0, Qt::AlignHCenter);
    failed->addStretch(1);

    for (QWidget* page : {empty_, loading_, failed_}) addWidget(page);
    connect(empty_button_, &QPushButton::clicked, this, &StatePanel::actionRequested);
    connect(stop_button_, &QPushButton::clicked, this, &StatePanel::stopRequested);
    connect(failed_button_, &QPushButton::clicked, this, &StatePanel::retryRequested);
    setKey({});
    showEmpty(QString());
}

QPushButton* StatePanel::button() const {
    for (QPushButton* button : {empty_button_, stop_button_, failed_button_})
        if (button->isVisible()) return button;
    return nullptr;
}

void StatePanel::setKey(const QString& key) {
    key_ = key;
    stop_button_->setToolTip(keyed(tr("Ends this work; what it has so far is thrown away")));
}

QString StatePanel::keyed(const QString& tip) const {
    return key_.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key_).trimmed();
}

void StatePanel::setContent(QWidget* content) {
    if (content_ == content) return;
    if (content_) {
        removeWidget(content_);
        delete content_;
    }
    content_ = content;
    if (content_) addWidget(content_);
    if (state_ == State::full && content_) setCurrentWidget(content_);
}

void StatePanel::turnTo(State state, QWidget* page) {
    state_ = state;
    setCurrentWidget(page);
}

void StatePanel::showEmpty(const QString& text, const QString& button) {
    empty_text_->setText(text);
    empty_button_->setText(button);
    empty_button_->setAccessibleName(button);
    empty_button_->setToolTip(keyed(text));
    empty_button_->setVisible(!button.isEmpty());
    turnTo(State::empty, empty_);
}

void StatePanel::setStoppable(bool stoppable) { stop_button_->setVisible(stoppable); }

void StatePanel::showLoading(const QString& text, std::int64_t done, std::int64_t total) {
    loading_text_->setText(text);
    // QProgressBar counts in int: parts of a thousand hold any total
    progress_->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        progress_->setValue(
            static_cast<int>(1000 * std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0)));
    turnTo(State::loading, loading_);
}

void StatePanel::showFull() {
    if (content_) turnTo(State::full, content_);
}

void StatePanel::showFailed(const QString& what, const QString& why, const QString& remedy, const QString& button) {
    failed_what_->setText(what);
    failed_why_->setText(why);
    failed_why_->setVisible(!why.isEmpty());
    failed_remedy_->setText(remedy);
    failed_remedy_->setVisible(!remedy.isEmpty());
    failed_button_->setText(button);
    failed_button_->setAccessibleName(button);
    failed_button_->setToolTip(keyed(remedy));
    failed_button_->setVisible(!button.isEmpty());
    turnTo(State::failed, failed_);
}

}  // namespace mica
