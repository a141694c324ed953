// A person's own recordings to open: which, with which transcripts, and after which run their features are made.
#pragma once

#include <QDialog>

#include <filesystem>
#include <vector>

#include "app/workbench/run_list.h"
#include "datasets/import/own_clips.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace mica {

struct RecordingsWish {
    std::vector<Recording> recordings;
    FeatureRecipes recipes;
    std::filesystem::path run;  // to be shown on them; empty: none yet
};

class RecordingsDialog : public QDialog {
    Q_OBJECT
public:
    /// runs: those to choose from; run: the one on screen, taken first where its features can be made here.
    RecordingsDialog(RunList* runs, std::filesystem::path run, QWidget* parent = nullptr);

    /// Recordings and transcripts in any order: a transcript goes to the recording of its name, or to the only one.
    void addFiles(const std::vector<std::filesystem::path>& files);
    [[nodiscard]] RecordingsWish wish() const;
    [[nodiscard]] QComboBox* features() const { return features_; }
    [[nodiscard]] QTableWidget* table() const { return table_; }

Q_SIGNALS:
    void chosen(const mica::RecordingsWish& wish);

private:
    void build();
    void fillFeatures();
    void preferRun();
    void addDialog();
    void wordsDialog();
    void setWords(int row, const std::filesystem::path& words, bool refused = false);
    void tellWords();
    void removeRows();
    void check();

    RunList* runs_;
    std::filesystem::path run_;
    bool run_chosen_ = false;  // by a person
    QTableWidget* table_;
    QComboBox* features_;
    QLabel *about_, *state_;
    QPushButton *open_ = nullptr, *remove_ = nullptr, *words_ = nullptr, *no_words_ = nullptr;
};

/// Whether a file may be a recording or a transcript, by its name.
[[nodiscard]] bool may_be_recording(const std::filesystem::path& file);
[[nodiscard]] bool may_be_transcript(const std::filesystem::path& file);

}  // namespace mica
