// What a check found in a file: streams, labels of each split, findings with their clips.
#pragma once

#include <QWidget>

#include <memory>

#include "datasets/check/report.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace mica {

class HistogramView;
class SplitLegend;
class StatePanel;

/// "problem", "warning", "note", translated.
[[nodiscard]] QString severityTitle(Severity severity);

class CheckView : public QWidget {
    Q_OBJECT
public:
    explicit CheckView(QWidget* parent = nullptr);

    /// What to do while there is no report; `button` sends checkRequested.
    void showEmpty(const QString& text, const QString& button);
    void showLoading(const QString& text, std::int64_t done = 0, std::int64_t total = 0);
    void showFailed(const QString& why);
    /// linked: the file's clips are those of the set on screen, so that they can be gone to.
    void setReport(std::shared_ptr<const CheckReport> report, bool linked);
    [[nodiscard]] const std::shared_ptr<const CheckReport>& report() const { return report_; }

    [[nodiscard]] StatePanel* states() const { return states_; }
    [[nodiscard]] QTreeWidget* findings() const { return findings_; }
    [[nodiscard]] QTreeWidget* streams() const { return streams_; }
    [[nodiscard]] HistogramView* labels() const { return labels_; }
    [[nodiscard]] QPushButton* onlyButton() const { return only_; }
    [[nodiscard]] QLabel* headline() const { return headline_; }

Q_SIGNALS:
    void checkRequested();
    /// A clip of a finding: go to it.
    void clipActivated(const QString& id);
    /// List the clips of a finding and no others.
    void onlyClips(const std::vector<std::string>& ids, const QString& title);

private:
    void build();
    void fillStreams();
    void fillLabels();
    void fillFindings();
    void showClipsOf(QTreeWidgetItem* finding);
    [[nodiscard]] const Finding* chosen() const;
    std::shared_ptr<const CheckReport> report_;
    bool linked_ = false;
    StatePanel* states_;
    QLabel *headline_, *about_, *label_title_;
    QTreeWidget *findings_, *streams_;
    SplitLegend* legend_;
    HistogramView* labels_;
    QPushButton *only_, *again_;
};

}  // namespace mica
