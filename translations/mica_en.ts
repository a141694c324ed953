<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>mica::AttentionMapView</name>
    <message numerus="yes">
        <source>, mean of %n heads</source>
        <translation>
            <numerusform>, mean of %n head</numerusform>
            <numerusform>, mean of %n heads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::AttentionPanel</name>
    <message numerus="yes">
        <source>Corr. Acc of masked words on test: %1 (chance %2, %n elements)</source>
        <translation>
            <numerusform>Corr. Acc of masked words on test: %1 (chance %2, %n element)</numerusform>
            <numerusform>Corr. Acc of masked words on test: %1 (chance %2, %n elements)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Corr. Acc on test: %1 (chance %2, %n elements)</source>
        <translation>
            <numerusform>Corr. Acc on test: %1 (chance %2, %n element)</numerusform>
            <numerusform>Corr. Acc on test: %1 (chance %2, %n elements)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::AttentionSheet</name>
    <message numerus="yes">
        <source>lines: the %n strongest sources of each target, by weight</source>
        <translation>
            <numerusform>lines: the %n strongest source of each target, by weight</numerusform>
            <numerusform>lines: the %n strongest sources of each target, by weight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ClipList</name>
    <message numerus="yes">
        <source>%n frames without a face</source>
        <translation>
            <numerusform>%n frame without a face</numerusform>
            <numerusform>%n frames without a face</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ClipTable</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clips</source>
        <translation>
            <numerusform>%1 of %n clip</numerusform>
            <numerusform>%1 of %n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::CompareBox</name>
    <message numerus="yes">
        <source>the saved model; kept of this clip: %n epochs, %1 to %2</source>
        <translation>
            <numerusform>the saved model; kept of this clip: %n epoch, %1 to %2</numerusform>
            <numerusform>the saved model; kept of this clip: %n epochs, %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ComparePicker</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared with %n</source>
        <translation>
            <numerusform>Compared with %n</numerusform>
            <numerusform>Compared with %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ConfusionView</name>
    <message numerus="yes">
        <source>%n clips, %1 right (%2 %)</source>
        <translation>
            <numerusform>%n clip, %1 right (%2 %)</numerusform>
            <numerusform>%n clips, %1 right (%2 %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>truth %1: %n clips, %2 of them right</source>
        <translation>
            <numerusform>truth %1: %n clip, %2 of them right</numerusform>
            <numerusform>truth %1: %n clips, %2 of them right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>prediction %1: %n clips, %2 of them right</source>
        <translation>
            <numerusform>prediction %1: %n clip, %2 of them right</numerusform>
            <numerusform>prediction %1: %n clips, %2 of them right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>truth %1, prediction %2: %n clips, %3 % of this truth</source>
        <translation>
            <numerusform>truth %1, prediction %2: %n clip, %3 % of this truth</numerusform>
            <numerusform>truth %1, prediction %2: %n clips, %3 % of this truth</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::CorrAccPanel</name>
    <message numerus="yes">
        <source>%1: %2, chance %3, %n elements</source>
        <translation>
            <numerusform>%1: %2, chance %3, %n element</numerusform>
            <numerusform>%1: %2, chance %3, %n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 where chance is %3 (%n elements). Clips, the worst first:</source>
        <translation>
            <numerusform>%1: %2 where chance is %3 (%n element). Clips, the worst first:</numerusform>
            <numerusform>%1: %2 where chance is %3 (%n elements). Clips, the worst first:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::CurvePlot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::DistancePanel</name>
    <message numerus="yes">
        <source>A matched pair is the nearer one with probability %1 (no difference: 0.5; %n pairs of each kind; truth from %2). Mean |q| %3, mean |k| %4.</source>
        <translation>
            <numerusform>A matched pair is the nearer one with probability %1 (no difference: 0.5; %n pair of each kind; truth from %2). Mean |q| %3, mean |k| %4.</numerusform>
            <numerusform>A matched pair is the nearer one with probability %1 (no difference: 0.5; %n pairs of each kind; truth from %2). Mean |q| %3, mean |k| %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::Distributions</name>
    <message numerus="yes">
        <source>%1: %n clips.</source>
        <translation>
            <numerusform>%1: %n clip.</numerusform>
            <numerusform>%1: %n clips.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::EvidencePanel</name>
    <message numerus="yes">
        <source>Measured on %n clips (%1).</source>
        <translation>
            <numerusform>Measured on %n clip (%1).</numerusform>
            <numerusform>Measured on %n clips (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n clips (%1), epoch %2.</source>
        <translation>
            <numerusform>Measured on %n clip (%1), epoch %2.</numerusform>
            <numerusform>Measured on %n clips (%1), epoch %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::EvidenceScope</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::FaithfulnessPanel</name>
    <message numerus="yes">
        <source>%1: hiding what is attended most changes the prediction %2 than hiding steps at random, and %3 than hiding the same pattern elsewhere in time; n = %n clips.</source>
        <translation>
            <numerusform>%1: hiding what is attended most changes the prediction %2 than hiding steps at random, and %3 than hiding the same pattern elsewhere in time; n = %n clip.</numerusform>
            <numerusform>%1: hiding what is attended most changes the prediction %2 than hiding steps at random, and %3 than hiding the same pattern elsewhere in time; n = %n clips.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean and quartiles of %n clips</source>
        <translation>
            <numerusform>mean and quartiles of %n clip</numerusform>
            <numerusform>mean and quartiles of %n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ImportSummaryWindow</name>
    <message numerus="yes">
        <source>%1: %n clips</source>
        <translation>
            <numerusform>%1: %n clip</numerusform>
            <numerusform>%1: %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n notes</source>
        <translation>
            <numerusform>; %n note</numerusform>
            <numerusform>; %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::MainWindow</name>
    <message numerus="yes">
        <source>Features of %n recordings</source>
        <translation>
            <numerusform>Features of %n recording</numerusform>
            <numerusform>Features of %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets that were open last time are not there any more: %1</source>
        <translation>
            <numerusform>%n set that was open last time is not there any more: %1</numerusform>
            <numerusform>%n sets that were open last time are not there any more: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opening %n sets</source>
        <translation>
            <numerusform>Opening %n set</numerusform>
            <numerusform>Opening %n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sweeps are running. What shall happen with them?</source>
        <translation>
            <numerusform>%n sweep is running. What shall happen with it?</numerusform>
            <numerusform>%n sweeps are running. What shall happen with them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are in the trash (folder .trash beside them): %1.</source>
        <translation>
            <numerusform>%n run is in the trash (folder .trash beside it): %1.</numerusform>
            <numerusform>%n runs are in the trash (folder .trash beside them): %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::PaperPanel</name>
    <message numerus="yes">
        <source>None of the %n run(s) in this folder is finished.</source>
        <translation>
            <numerusform>The %n run in this folder is not finished.</numerusform>
            <numerusform>None of the %n runs in this folder is finished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::PaperTableView</name>
    <message numerus="yes">
        <source>Mean of %n run(s)</source>
        <translation>
            <numerusform>Mean of %n run</numerusform>
            <numerusform>Mean of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ParallelCoordinates</name>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::PredictionPictures</name>
    <message numerus="yes">
        <source>%n clips are not counted: without a label, or left out by the measure</source>
        <translation>
            <numerusform>%n clip is not counted: without a label, or left out by the measure</numerusform>
            <numerusform>%n clips are not counted: without a label, or left out by the measure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::PredictionsPanel</name>
    <message numerus="yes">
        <source>%1 keeps no predictions of these %n clips. They can be computed from its checkpoint; they are kept for the next time.</source>
        <translation>
            <numerusform>%1 keeps no prediction of this %n clip. It can be computed from its checkpoint; it is kept for the next time.</numerusform>
            <numerusform>%1 keeps no predictions of these %n clips. They can be computed from its checkpoint; they are kept for the next time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips have no prediction yet.</source>
        <translation>
            <numerusform>%n clip has no prediction yet.</numerusform>
            <numerusform>%n clips have no prediction yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>B: %n clips have no prediction yet.</source>
        <translation>
            <numerusform>B: %n clip has no prediction yet.</numerusform>
            <numerusform>B: %n clips have no prediction yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips cannot be predicted: no label, no stream that the model needs, or left out by its view.</source>
        <translation>
            <numerusform>%n clip cannot be predicted: no label, no stream that the model needs, or left out by its view.</numerusform>
            <numerusform>%n clips cannot be predicted: no label, no stream that the model needs, or left out by its view.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n clips)</source>
        <translation>
            <numerusform>%1 (%n clip)</numerusform>
            <numerusform>%1 (%n clips)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::PredictionsView</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clips</source>
        <translation>
            <numerusform>%1 of %n clip</numerusform>
            <numerusform>%1 of %n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RecordingsDialog</name>
    <message numerus="yes">
        <source>%n runs cannot look at recordings; pointing at one in the list says why.</source>
        <translation>
            <numerusform>%n run cannot look at recordings; pointing at it in the list says why.</numerusform>
            <numerusform>%n runs cannot look at recordings; pointing at one in the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::Report</name>
    <message numerus="yes">
        <source>%1, epoch %2, clip %3 (%4): %5 to %6, layer %7, mean of %n heads; truth %8</source>
        <translation>
            <numerusform>%1, epoch %2, clip %3 (%4): %5 to %6, layer %7, mean of %n head; truth %8</numerusform>
            <numerusform>%1, epoch %2, clip %3 (%4): %5 to %6, layer %7, mean of %n heads; truth %8</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunComparison</name>
    <message numerus="yes">
        <source>The first %1 of the chosen runs; %n more are not shown.</source>
        <translation>
            <numerusform>The first %1 of the chosen runs; %n more is not shown.</numerusform>
            <numerusform>The first %1 of the chosen runs; %n more are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunEdits</name>
    <message numerus="yes">
        <source>delete %n runs</source>
        <translation>
            <numerusform>delete %n run</numerusform>
            <numerusform>delete %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring %n runs back</source>
        <translation>
            <numerusform>bring %n run back</numerusform>
            <numerusform>bring %n runs back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunModel</name>
    <message numerus="yes">
        <source>%1 (%n runs)</source>
        <translation>
            <numerusform>%1 (%n run)</numerusform>
            <numerusform>%1 (%n runs)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunTable</name>
    <message numerus="yes">
        <source>take %n runs out of the archive</source>
        <translation>
            <numerusform>take %n run out of the archive</numerusform>
            <numerusform>take %n runs out of the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>archive %n runs</source>
        <translation>
            <numerusform>archive %n run</numerusform>
            <numerusform>archive %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tags of %n runs</source>
        <translation>
            <numerusform>tags of %n run</numerusform>
            <numerusform>tags of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n runs</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::Runs</name>
    <message numerus="yes">
        <source>Mean and deviation (of the sample) over %n runs; from %1 to %2</source>
        <translation>
            <numerusform>Mean and deviation (of the sample) over %n run; from %1 to %2</numerusform>
            <numerusform>Mean and deviation (of the sample) over %n runs; from %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SeedSeries</name>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SetPanel</name>
    <message numerus="yes">
        <source>%n features</source>
        <translation>
            <numerusform>%n feature</numerusform>
            <numerusform>%n features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n steps</source>
        <translation>
            <numerusform>at most %n step</numerusform>
            <numerusform>at most %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SettingsForm</name>
    <message numerus="yes">
        <source>%1 (%n changed)</source>
        <translation>
            <numerusform>%1 (%n changed)</numerusform>
            <numerusform>%1 (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SweepScatter</name>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SweepTrials</name>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n trials</source>
        <translation>
            <numerusform>%1 of %n trial</numerusform>
            <numerusform>%1 of %n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SweepView</name>
    <message numerus="yes">
        <source>%n trials planned: %1</source>
        <translation>
            <numerusform>%n trial planned: %1</numerusform>
            <numerusform>%n trials planned: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listed: %1</source>
        <translation>
            <numerusform>%n listed: %1</numerusform>
            <numerusform>%n listed: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::TrainPanel</name>
    <message numerus="yes">
        <source>%n clips</source>
        <comment>trains on ...</comment>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <comment>in ...</comment>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <comment>epochs of ...</comment>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n validation clips</source>
        <comment>checked on ...</comment>
        <translation>
            <numerusform>%n validation clip</numerusform>
            <numerusform>%n validation clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ from the preset.</source>
        <translation>
            <numerusform>%n setting differs from the preset.</numerusform>
            <numerusform>%n settings differ from the preset.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Once for each of %n seeds.</source>
        <translation>
            <numerusform>Once for each of %n seed.</numerusform>
            <numerusform>Once for each of %n seeds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <comment>... more</comment>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ from there on.</source>
        <translation>
            <numerusform>%n setting differs from there on.</numerusform>
            <numerusform>%n settings differ from there on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::TrainingJob</name>
    <message numerus="yes">
        <source>Stopped after %n epochs; saved, and can be resumed</source>
        <translation>
            <numerusform>Stopped after %n epoch; saved, and can be resumed</numerusform>
            <numerusform>Stopped after %n epochs; saved, and can be resumed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::TruthScatter</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
</TS>
