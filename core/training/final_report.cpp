#include "core/training/final_report.h"

#include "core/runs/report_json.h"

namespace mica {
namespace {

void keep_predictions(const std::string& split, const std::vector<std::size_t>& clips, const BatchMaker& batches,
                      const Evaluation& e, RunDatabase& database) {
    std::vector<RunDatabase::Prediction> rows;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const ClipInfo& info = batches.clips().set().clips()[clips[i]];
        rows.push_back(
            {info.id, info.label, readable_prediction(batches.task(), e.prediction[static_cast<std::int64_t>(i)])});
    }
    database.set_predictions(split, rows);
}

}  // namespace

void measure_best(Model& model, const BatchMaker& batches, int batch, const std::vector<std::size_t>& valid,
                  const std::vector<std::size_t>& test, const LiveSettings& live, RunDatabase& database,
                  TrainingResult& result, const std::stop_token& stop) {
    const Evaluation validated = evaluate(model, batches, valid, batch, live, {}, stop);
    EvaluationWish wish{true, true, true};
    wish.per_head = true;
    const Evaluation tested = evaluate(model, batches, test, batch, live, wish, stop);
    keep_predictions("valid", valid, batches, validated, database);
    if (!test.empty()) keep_predictions("test", test, batches, tested, database);
    result.valid = validated.metrics;
    result.test = tested.metrics;
    result.corr_acc = tested.corr_acc;
    result.a_distance = tested.a_distance;
    result.health = tested.health;
    database.set("valid", json_of(result.valid).dump());
    database.set("test", json_of(result.test).dump());
    database.set("corr_acc", json_of(result.corr_acc).dump());
    database.set("a_distance", json_of(result.a_distance).dump());
    database.set("health", json_of(result.health).dump());
}

}  // namespace mica
