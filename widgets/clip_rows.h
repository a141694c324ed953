// What tables of clips have in common: the list of a set's clips, and the predictions of them.
#pragma once

#include <QString>

#include <vector>

#include "datasets/types/clip.h"
#include "datasets/types/dataset.h"

class QComboBox;
class QTableView;

namespace mica {

/// One row at a time, rows of one height, sorted by a click on a head. The model is set already.
void dressClipTable(QTableView* table);
/// As wide as the longest name, within bounds: names are told apart by their ends.
void fitNames(QTableView* table, int column, const std::vector<ClipInfo>& clips);

/// `all`, without data, then the splits; `none`: clips of no split.
void fillSplits(QComboBox* box, const QString& all, const QString& none);
/// `any`, without data, then classes, or the parts of a label, by their number.
void fillLabels(QComboBox* box, const Task& task, const QString& any);

}  // namespace mica
