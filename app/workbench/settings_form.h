// The training settings as a form, made from the table of options: headings that fold, defaults, changed values marked.
#pragma once

#include <QWidget>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/training/options.h"

namespace mica {

class SettingsForm : public QWidget {
    Q_OBJECT
public:
    explicit SettingsForm(const std::vector<OptionInfo>& table, QWidget* parent = nullptr);
    ~SettingsForm() override;

    /// Another model's options. Values that a person changed stay where the new table has their keys.
    void setTable(const std::vector<OptionInfo>& table);

    /// What the values are compared with (defaults and preset): key -> value. Values a person changed stay.
    void setBaseline(const std::map<std::string, std::string>& values);
    /// "key=value" of each setting that differs from the baseline.
    [[nodiscard]] std::vector<std::string> changes() const;
    [[nodiscard]] QString value(const std::string& key) const;
    /// Sets one value as if a person had; false for a key that the form does not have.
    bool setValue(const std::string& key, const QString& value);
    /// Everything as the baseline has it.
    void resetAll();
    /// While a training runs its settings are shown, not changed.
    void setReadOnly(bool on);
    /// Shows only settings whose name or help holds the text.
    void setFilter(const QString& text);

Q_SIGNALS:
    void edited();

private:
    struct Row;
    struct Group;
    void addRow(const OptionInfo& option, Group* group);
    Group* group(const QString& heading);
    void countChanges();
    void mark(Row& row);
    std::vector<std::unique_ptr<Row>> rows_;
    std::vector<std::unique_ptr<Group>> groups_;
    QWidget* page_ = nullptr;
    QString filter_;
    bool read_only_ = false;
};

}  // namespace mica
