// A button whose list chooses which features of a stream are shown as lanes.
#pragma once

#include <QToolButton>

class QLabel;
class QLineEdit;
class QListWidget;

namespace mica {

class FeatureLanes;

class FeatureMenu : public QToolButton {
    Q_OBJECT
public:
    explicit FeatureMenu(FeatureLanes* lanes, QWidget* parent = nullptr);

private:
    void fill();
    void find(const QString& text);
    void apply();
    FeatureLanes* lanes_;
    QLineEdit* search_;
    QLabel* about_;
    QListWidget* list_;
};

}  // namespace mica
