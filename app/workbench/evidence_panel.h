// What the panels of evidence share: a sentence on the method, four states, and one measurement at a time that runs as
// a job and whose result stays at hand while the window is open.
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>
#include <limits>
#include <map>
#include <optional>

#include "app/workbench/job.h"
#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"
#include "core/reports/evidence.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace mica {

class EvidenceScope;
class JobBoard;
class StatePanel;

/// What every panel needs of the window.
struct EvidenceContext {
    Selection* selection = nullptr;
    JobBoard* jobs = nullptr;
    RunList* runs = nullptr;
    EvidenceScope* scope = nullptr;
};

class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    EvidencePanel(const EvidenceContext& context, QWidget* parent = nullptr);

    [[nodiscard]] StatePanel* states() const { return states_; }
    /// The sentence on the method, and how many were looked at.
    [[nodiscard]] QLabel* method() const { return method_; }
    /// With Alt and Shift it measures, in the view that holds the panel.
    static constexpr const char* kKey = "M";
    /// The table or picture that takes the keyboard first.
    [[nodiscard]] virtual QWidget* picture() const = 0;
    /// What the set lacks.
    [[nodiscard]] QLabel* note() const { return note_; }
    /// Measures what is chosen now, unless it is known or under way.
    void measure();
    void stop();
    /// Shows what belongs to the choice of now.
    void refresh();

Q_SIGNALS:
    /// time: NaN where it is not known or not meant.
    void clipWanted(int clip, double time);

protected:
    /// One thing to measure. `key` tells it from all others.
    struct Question {
        QString key, title;
        Job::Work work;
        std::function<void()> show;  // fills the widgets, on the interface thread, after work
    };
    /// What is measured, or why nothing can be (a sentence in `why`).
    virtual std::optional<Question> ask(QString& why) = 0;
    /// What the empty panel says, and its button.
    [[nodiscard]] virtual QString invitation() const = 0;
    /// The clip, pair, layer or head on screen changed: marks it in what is shown.
    virtual void mark() {}
    /// Puts content under the sentence; owned. Controls stand between them; may be null.
    void setContent(QWidget* controls, QWidget* content);
    /// formula: shown on hover.
    void setMethod(const QString& sentence, const QString& formula);
    /// The sentence with how many clips were looked at, and what the set lacks.
    void showOrigin(const EvidenceOrigin& origin, bool everyEpoch = false);

    /// The chosen run and checkpoint as a model session wants them, with the set. False and a reason where there is none.
    struct Chosen {
        std::filesystem::path run;
        std::string checkpoint;
        std::shared_ptr<const Dataset> set;
        EvidenceWish wish;
        QString key;
    };
    /// crossmodal: there must be pairs of streams.
    [[nodiscard]] std::optional<Chosen> chosen(QString& why, bool crossmodal = true) const;
    /// The same for another checkpoint on the same clips.
    [[nodiscard]] static QString keyOf(const std::filesystem::path& run, const std::string& checkpoint);
    [[nodiscard]] const EvidenceContext& context() const { return context_; }
    /// Whether the measurement that runs is what the panel would show.
    [[nodiscard]] bool isWanted(const QString& key) const { return key == wanted_; }

    void showEvent(QShowEvent* event) override;

private:
    EvidenceContext context_;
    QLabel* method_;
    QWidget* controls_ = nullptr;
    StatePanel* states_;
    QLabel* note_;
    QVBoxLayout* column_;
    QString sentence_;
    QString wanted_, running_;  // keys
    QPointer<Job> job_;
    std::map<QString, std::function<void()>> known_;
    std::map<QString, QString> failed_;
};

/// Which clips the panels look at.
class EvidenceScope : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceScope(QWidget* parent = nullptr);
    [[nodiscard]] EvidenceWish wish() const;
    [[nodiscard]] QComboBox* split() const { return split_; }
    [[nodiscard]] QComboBox* most() const { return most_; }

Q_SIGNALS:
    void changed();

private:
    QComboBox *split_, *most_;
};

}  // namespace mica
