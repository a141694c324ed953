// A panel's four designed states: empty, loading, full, failed.
#pragma once

#include <QStackedWidget>

#include <cstdint>

class QLabel;
class QProgressBar;
class QPushButton;

namespace mica {

class StatePanel : public QStackedWidget {
    Q_OBJECT
public:
    enum class State { empty, loading, full, failed };
    Q_ENUM(State)

    explicit StatePanel(QWidget* parent = nullptr);
    /// What is shown when full; owned.
    void setContent(QWidget* content);
    [[nodiscard]] State state() const { return state_; }

    /// What to do, with a button (left out where its text is empty) that sends actionRequested.
    void showEmpty(const QString& text, const QString& button = {});
    /// A button that sends stopRequested while something is loading.
    void setStoppable(bool stoppable);
    /// total 0: not known.
    void showLoading(const QString& text, std::int64_t done = 0, std::int64_t total = 0);
    void showFull();
    /// what failed, why, what to do about it; a button that sends retryRequested where its text is given.
    void showFailed(const QString& what, const QString& why, const QString& remedy, const QString& button = {});
    /// The button on screen: to act, to stop or to try again; null: there is none.
    [[nodiscard]] QPushButton* button() const;
    /// What presses it, told beside it.
    void setKey(const QString& key);

Q_SIGNALS:
    void actionRequested();
    void retryRequested();
    void stopRequested();

private:
    void turnTo(State state, QWidget* page);
    [[nodiscard]] QString keyed(const QString& tip) const;
    State state_ = State::empty;
    QString key_;
    QWidget* empty_;
    QWidget* loading_;
    QWidget* failed_;
    QWidget* content_ = nullptr;
    QLabel* empty_text_;
    QPushButton* empty_button_;
    QLabel* loading_text_;
    QProgressBar* progress_;
    QPushButton* stop_button_;
    QLabel* failed_what_;
    QLabel* failed_why_;
    QLabel* failed_remedy_;
    QPushButton* failed_button_;
};

}  // namespace mica
