<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>mica::ADistancePanel</name>
    <message>
        <source>A-distance by epoch</source>
        <translation>A-Distanz nach Epoche</translation>
    </message>
    <message>
        <source>How well a linear classifier tells queries from keys: 0 not at all, 2 always.</source>
        <translation>Wie gut ein linearer Klassifikator Querys von Keys unterscheidet: 0 gar nicht, 2 immer.</translation>
    </message>
    <message>
        <source>Proxy A-distance (Table 6 of the paper): 2 (1 - 2 eps), eps the test error of logistic regression on queries against keys, trained on one half of the clips and tested on the other, the lowest over C = 10^-5 to 10^5; 6 elements a side of each of at most 128 clips. Small is what L_m aims at; attention that says nothing is small too.</source>
        <translation>Proxy-A-Distanz (Tabelle 6 des Artikels): 2 (1 - 2 eps), eps ist der Testfehler einer logistischen Regression von Querys gegen Keys, trainiert auf der einen Hälfte der Clips und getestet auf der anderen, der kleinste über C = 10^-5 bis 10^5; je Seite 6 Elemente aus höchstens 128 Clips. Klein ist, worauf L_m zielt; klein ist auch Aufmerksamkeit, die nichts sagt.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>The checkpoint of which the table is</source>
        <translation>Der Checkpoint, von dem die Tabelle ist</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>A-distance</source>
        <translation>A-Distanz</translation>
    </message>
    <message>
        <source>A-distance of every pair, layer and head of every kept checkpoint. Takes a while the first time; the figures are kept in the run&apos;s folder.</source>
        <translation>A-Distanz für jedes Paar, jede Schicht und jeden Kopf jedes aufgehobenen Checkpoints. Dauert beim ersten Mal eine Weile; die Werte bleiben im Ordner des Laufs.</translation>
    </message>
    <message>
        <source>A-distance of %1</source>
        <translation>A-Distanz von %1</translation>
    </message>
    <message>
        <source>untrained (epoch 0)</source>
        <translation>untrainiert (Epoche 0)</translation>
    </message>
    <message>
        <source>epoch %1 (%2)</source>
        <translation>Epoche %1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 of 2</source>
        <translation>%1: %2 von 2</translation>
    </message>
    <message>
        <source>%1 valid</source>
        <translation>%1 Validierung</translation>
    </message>
    <message>
        <source>No figures for %1</source>
        <translation>Keine Werte für %1</translation>
    </message>
    <message>
        <source>Measured while training, on the validation split</source>
        <translation>Beim Training gemessen, auf dem Validierungs-Split</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>Hier gemessen</translation>
    </message>
</context>
<context>
    <name>mica::AttentionFigure</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>mica::AttentionFilm</name>
    <message>
        <source>This clip has no pictures</source>
        <translation>Dieser Clip hat keine Bilder</translation>
    </message>
</context>
<context>
    <name>mica::AttentionMapView</name>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>No attention yet: train a model or open a run</source>
        <translation>Noch keine Aufmerksamkeit: trainieren Sie ein Modell oder öffnen Sie einen Lauf</translation>
    </message>
    <message>
        <source>These two maps have other steps (%1 x %2 and %3 x %4) and cannot be subtracted.</source>
        <translation>Diese beiden Karten haben verschiedene Schritte (%1 x %2 und %3 x %4) und lassen sich nicht voneinander abziehen.</translation>
    </message>
    <message>
        <source>This attention (%1 x %2) does not fit the clip: was it made for another one?</source>
        <translation>Diese Aufmerksamkeit (%1 x %2) passt nicht zum Clip: wurde sie für einen anderen gemacht?</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>times unknown</source>
        <translation>Zeiten unbekannt</translation>
    </message>
    <message>
        <source>first less second, of the row&apos;s largest</source>
        <translation>erste minus zweite, relativ zum Größten der Zeile</translation>
    </message>
    <message>
        <source>first less second</source>
        <translation>erste minus zweite</translation>
    </message>
    <message>
        <source>of the row&apos;s largest weight</source>
        <translation>relativ zum größten Gewicht der Zeile</translation>
    </message>
    <message>
        <source>attention weight</source>
        <translation>Aufmerksamkeitsgewicht</translation>
    </message>
    <message>
        <source>, log</source>
        <translation>, log</translation>
    </message>
    <message>
        <source>, its only head</source>
        <translation>, ihr einziger Kopf</translation>
    </message>
    <message numerus="yes">
        <source>, mean of %n heads</source>
        <translation>
            <numerusform>, Mittel aus %n Kopf</numerusform>
            <numerusform>, Mittel aus %n Köpfen</numerusform>
        </translation>
    </message>
    <message>
        <source>, head %1 of %2</source>
        <translation>, Kopf %1 von %2</translation>
    </message>
    <message>
        <source>outside %1 % of the row</source>
        <translation>außerhalb von %1 % der Zeile</translation>
    </message>
    <message>
        <source>W selected</source>
        <translation>W gewählt</translation>
    </message>
    <message>
        <source>V propagated</source>
        <translation>V weitergereicht</translation>
    </message>
    <message>
        <source>true correspondence</source>
        <translation>wahre Zuordnung</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>%1
may not see %2 (masked)</source>
        <translation>%1
darf %2 nicht sehen (maskiert)</translation>
    </message>
    <message>
        <source>%1
attends to %2
by %3 more in the first map than in the second</source>
        <translation>%1
achtet auf %2
in der ersten Karte um %3 mehr als in der zweiten</translation>
    </message>
    <message>
        <source>%1
attends to %2
weight %3</source>
        <translation>%1
achtet auf %2
Gewicht %3</translation>
    </message>
    <message>
        <source> (mean of all heads)</source>
        <translation> (Mittel aller Köpfe)</translation>
    </message>
    <message>
        <source> (head %1)</source>
        <translation> (Kopf %1)</translation>
    </message>
    <message>
        <source>selected by gamma (W)</source>
        <translation>von gamma gewählt (W)</translation>
    </message>
    <message>
        <source>propagated (V)</source>
        <translation>weitergereicht (V)</translation>
    </message>
    <message>
        <source>truly belong together</source>
        <translation>gehören wirklich zusammen</translation>
    </message>
    <message>
        <source>among the cells that hold %1 % of the row</source>
        <translation>unter den Zellen, die %1 % der Zeile tragen</translation>
    </message>
    <message>
        <source>outside the cells that hold %1 % of the row</source>
        <translation>nicht unter den Zellen, die %1 % der Zeile tragen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Drawing the map...</source>
        <translation>Die Karte wird gezeichnet...</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>%1
attends to %2
by %3 less in the first map than in the second</source>
        <translation>%1
achtet auf %2
in der ersten Karte um %3 weniger als in der zweiten</translation>
    </message>
    <message>
        <source>W of the first</source>
        <translation>W der ersten</translation>
    </message>
    <message>
        <source>V of the first</source>
        <translation>V der ersten</translation>
    </message>
</context>
<context>
    <name>mica::AttentionPanel</name>
    <message>
        <source>%1   %2 to %3</source>
        <translation>%1   %2 nach %3</translation>
    </message>
    <message>
        <source>The trained model whose attention is shown</source>
        <translation>Das trainierte Modell, dessen Aufmerksamkeit gezeigt wird</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>The saved state of the run</source>
        <translation>Der gespeicherte Stand des Laufs</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Source (keys and values) and target (queries) of the crossmodal block</source>
        <translation>Quelle (Keys und Values) und Ziel (Querys) des crossmodalen Blocks</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Crossmodal layer, 1 is the first</source>
        <translation>Crossmodale Schicht, 1 ist die erste</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>One attention head, or the mean over all</source>
        <translation>Ein Aufmerksamkeitskopf oder das Mittel über alle</translation>
    </message>
    <message>
        <source>Cells that gamma selects in this layer (element alignment)</source>
        <translation>Zellen, die gamma in dieser Schicht wählt (Element-Angleichung)</translation>
    </message>
    <message>
        <source>Cells selected in this or an earlier layer</source>
        <translation>Zellen, die in dieser oder einer früheren Schicht gewählt wurden</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Da&amp;rstellung</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>all heads and layers</source>
        <translation>alle Köpfe und Schichten</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>How weights become shades; logarithmic shows weak cells too</source>
        <translation>Wie Gewichte zu Helligkeiten werden; logarithmisch zeigt auch schwache Zellen</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logarithmisch</translation>
    </message>
    <message>
        <source>largest of the map</source>
        <translation>Größtes der Karte</translation>
    </message>
    <message>
        <source>largest of each row</source>
        <translation>Größtes jeder Zeile</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colour scale of the map</source>
        <translation>Farbskala der Karte</translation>
    </message>
    <message>
        <source>blue and yellow</source>
        <translation>Blau und Gelb</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Outlines the cells that truly belong together</source>
        <translation>Umrandet die Zellen, die wirklich zusammengehören</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>same time</source>
        <translation>gleiche Zeit</translation>
    </message>
    <message>
        <source>links of the set</source>
        <translation>Verknüpfungen des Datensatzes</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of each row&apos;s attention that is drawn in full</source>
        <translation>Anteil der Aufmerksamkeit jeder Zeile, der voll gezeichnet wird</translation>
    </message>
    <message>
        <source>%1 (training)</source>
        <translation>%1 (Training)</translation>
    </message>
    <message>
        <source>%1: not for these clips</source>
        <translation>%1: nicht für diese Clips</translation>
    </message>
    <message>
        <source>choose a run</source>
        <translation>Lauf wählen</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>noch keine Läufe</translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation>Mittel aller</translation>
    </message>
    <message>
        <source>Threshold gamma per head: %1</source>
        <translation>Schwellenwert gamma je Kopf: %1</translation>
    </message>
    <message numerus="yes">
        <source>Corr. Acc of masked words on test: %1 (chance %2, %n elements)</source>
        <translation>
            <numerusform>Corr. Acc maskierter Wörter auf Test: %1 (Zufall %2, %n Element)</numerusform>
            <numerusform>Corr. Acc maskierter Wörter auf Test: %1 (Zufall %2, %n Elemente)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Corr. Acc on test: %1 (chance %2, %n elements)</source>
        <translation>
            <numerusform>Corr. Acc auf Test: %1 (Zufall %2, %n Element)</numerusform>
            <numerusform>Corr. Acc auf Test: %1 (Zufall %2, %n Elemente)</numerusform>
        </translation>
    </message>
    <message>
        <source>A-distance on test: %1 of 2</source>
        <translation>A-Distanz auf Test: %1 von 2</translation>
    </message>
    <message>
        <source>Validation: %1</source>
        <translation>Validierung: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Test: %1</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>La&amp;uf</translation>
    </message>
    <message>
        <source>One map, all heads and layers as small maps, or the figure: words above the frames that they attend to</source>
        <translation>Eine Karte, alle Köpfe und Schichten als kleine Karten, oder die Abbildung: Wörter über den Bildern, auf die sie achten</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>What the strongest shade stands for</source>
        <translation>Wofür der stärkste Ton steht</translation>
    </message>
    <message>
        <source>Cells that together hold this share of their row&apos;s attention stay; weaker ones fade</source>
        <translation>Zellen, die zusammen diesen Anteil der Aufmerksamkeit ihrer Zeile tragen, bleiben; schwächere verblassen</translation>
    </message>
    <message>
        <source>&amp;Keep mass</source>
        <translation>&amp;Masse behalten</translation>
    </message>
    <message>
        <source>kept after epoch %1</source>
        <translation>nach Epoche %1 aufgehoben</translation>
    </message>
    <message>
        <source>Measured with the run&apos;s best epoch, not with the one shown:</source>
        <translation>Gemessen an der besten Epoche des Laufs, nicht an der gezeigten:</translation>
    </message>
    <message>
        <source>Outline W (selected)</source>
        <translation>W umranden (gewählt)</translation>
    </message>
    <message>
        <source>Outline V (propagated)</source>
        <translation>V umranden (weitergereicht)</translation>
    </message>
</context>
<context>
    <name>mica::AttentionSheet</name>
    <message>
        <source>mean of all layers</source>
        <translation>Mittel aller Schichten</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>Clip %1</translation>
    </message>
    <message>
        <source>%1, epoch %2, %3</source>
        <translation>%1, Epoche %2, %3</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>Mittel aller Köpfe</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message numerus="yes">
        <source>lines: the %n strongest sources of each target, by weight</source>
        <translation>
            <numerusform>Linien: die %n stärkste Quelle jedes Ziels, nach Gewicht</numerusform>
            <numerusform>Linien: die %n stärksten Quellen jedes Ziels, nach Gewicht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 targets</source>
        <translation>%1 von %2 Zielen</translation>
    </message>
    <message>
        <source>no pictures: the times of the sources are not known</source>
        <translation>keine Bilder: die Zeiten der Quellen sind nicht bekannt</translation>
    </message>
    <message>
        <source>no pictures: %1</source>
        <translation>keine Bilder: %1</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1, Epoche %2</translation>
    </message>
    <message>
        <source>film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>%1, changed: %2</source>
        <translation>%1, geändert: %2</translation>
    </message>
</context>
<context>
    <name>mica::AttentionSource</name>
    <message>
        <source>Choose a clip to see what its steps attend to.</source>
        <translation>Wählen Sie einen Clip, um zu sehen, worauf seine Schritte achten.</translation>
    </message>
    <message>
        <source>Train a model or choose a run to see its attention here.</source>
        <translation>Trainieren Sie ein Modell oder wählen Sie einen Lauf, um hier dessen Aufmerksamkeit zu sehen.</translation>
    </message>
    <message>
        <source>Choose a run to compare with.</source>
        <translation>Wählen Sie einen Lauf zum Vergleichen.</translation>
    </message>
    <message>
        <source>The first attention comes when the running epoch ends.</source>
        <translation>Die erste Aufmerksamkeit kommt am Ende der laufenden Epoche.</translation>
    </message>
    <message>
        <source>Computing the attention of this clip...</source>
        <translation>Die Aufmerksamkeit dieses Clips wird berechnet...</translation>
    </message>
</context>
<context>
    <name>mica::BandPlot</name>
    <message>
        <source>Curves with their spread</source>
        <translation>Kurven mit ihrer Streuung</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 bis %2)</translation>
    </message>
    <message>
        <source>%1 %: %2</source>
        <translation>%1 %: %2</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
</context>
<context>
    <name>mica::BlockTable</name>
    <message>
        <source>Values by pair, layer and head</source>
        <translation>Werte nach Paar, Schicht und Kopf</translation>
    </message>
    <message>
        <source>%1  layer %2</source>
        <translation>%1  Schicht %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>All heads together</source>
        <translation>Alle Köpfe zusammen</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>What attending at random would reach</source>
        <translation>Was zufälliges Achten erreichen würde</translation>
    </message>
</context>
<context>
    <name>mica::BranchDialog</name>
    <message>
        <source>Train on from an epoch of another run</source>
        <translation>Von einer Epoche eines anderen Laufs weitertrainieren</translation>
    </message>
    <message>
        <source>A new run begins where that one stood: weights, moments of the optimiser and live settings. Whatever you then change in the settings holds from there on.</source>
        <translation>Ein neuer Lauf beginnt, wo jener stand: mit Gewichten, Momenten des Optimierers und den laufend änderbaren Einstellungen. Was Sie dann an den Einstellungen ändern, gilt von dort an.</translation>
    </message>
    <message>
        <source>Runs on this set that have a checkpoint</source>
        <translation>Läufe auf diesem Datensatz, die einen Checkpoint haben</translation>
    </message>
    <message>
        <source>The epochs that the run keeps; keep_every = N keeps every N-th</source>
        <translation>Die Epochen, die der Lauf aufhebt; keep_every = N hebt jede N-te auf</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation>&amp;Epoche</translation>
    </message>
    <message>
        <source>&amp;Go on from there…</source>
        <translation>&amp;Von dort weiter…</translation>
    </message>
    <message>
        <source>The settings of that run come into the form; nothing is trained yet</source>
        <translation>Die Einstellungen jenes Laufs kommen in das Formular; trainiert wird noch nichts</translation>
    </message>
    <message>
        <source>No run on this set has a checkpoint yet.</source>
        <translation>Noch hat kein Lauf auf diesem Datensatz einen Checkpoint.</translation>
    </message>
    <message>
        <source>This run keeps only its best and its last epoch; with keep_every = N it would keep more.</source>
        <translation>Dieser Lauf hebt nur die beste und die letzte Epoche auf; mit keep_every = N wären es mehr.</translation>
    </message>
</context>
<context>
    <name>mica::ChangeList</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What is changed; Space switches a row off and on, Delete removes it</source>
        <translation>Was geändert ist; die Leertaste schaltet eine Zeile aus und ein, Entf entfernt sie</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mica::CheckPanel</name>
    <message>
        <source>Check of %1</source>
        <translation>Prüfung von %1</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>Checking the file...</source>
        <translation>Die Datei wird geprüft...</translation>
    </message>
    <message>
        <source>Open a set to check it, or check any file from the File menu: lengths, padding, values that are not finite, labels, clips in two splits.</source>
        <translation>Öffnen Sie einen Datensatz, um ihn zu prüfen, oder prüfen Sie eine beliebige Datei über das Menü Datei: Längen, Auffüllung, nicht endliche Werte, Labels, Clips in zwei Splits.</translation>
    </message>
    <message>
        <source>Checking %1...</source>
        <translation>%1 wird geprüft...</translation>
    </message>
    <message>
        <source>%1 has not been checked. A check reads it whole and tells what in it would spoil a training.</source>
        <translation>%1 ist nicht geprüft. Eine Prüfung liest die Datei ganz und sagt, was darin ein Training verderben würde.</translation>
    </message>
    <message>
        <source>Check this file</source>
        <translation>Diese Datei prüfen</translation>
    </message>
</context>
<context>
    <name>mica::CheckView</name>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Labels of each split</source>
        <translation>Labels jedes Splits</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>Show &amp;only these clips</source>
        <translation>Nur d&amp;iese Clips zeigen</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>Noch&amp;mals prüfen</translation>
    </message>
    <message>
        <source>Findings, problems first</source>
        <translation>Befunde, Probleme zuerst</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Unfold a finding to see what it does to training and which clips it is about</source>
        <translation>Klappen Sie einen Befund auf, um zu sehen, was er für das Training bedeutet und welche Clips er betrifft</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Auffüllung</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>Unendlich</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Every stream or array of the file</source>
        <translation>Jeder Strom oder jedes Array der Datei</translation>
    </message>
    <message>
        <source>Lists the clips of the chosen finding and no others</source>
        <translation>Listet die Clips des gewählten Befunds und keine anderen</translation>
    </message>
    <message>
        <source>Reads the file once more</source>
        <translation>Liest die Datei noch einmal</translation>
    </message>
    <message>
        <source>The file could not be checked</source>
        <translation>Die Datei konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Nochmals prüfen</translation>
    </message>
    <message>
        <source>Nothing was found that would harm a training.</source>
        <translation>Nichts gefunden, was einem Training schaden würde.</translation>
    </message>
    <message>
        <source>Problems: %1, warnings: %2, notes: %3</source>
        <translation>Probleme: %1, Warnungen: %2, Hinweise: %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>checked in %1 s</source>
        <translation>in %1 s geprüft</translation>
    </message>
    <message>
        <source>open the set to go to its clips</source>
        <translation>öffnen Sie den Datensatz, um zu seinen Clips zu gehen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1
%2
Rule: %3</source>
        <translation>%1
%2
Regel: %3</translation>
    </message>
    <message>
        <source>Effect: %1</source>
        <translation>Wirkung: %1</translation>
    </message>
    <message>
        <source>Go to this clip</source>
        <translation>Zu diesem Clip gehen</translation>
    </message>
    <message>
        <source>only the first %1 are named</source>
        <translation>nur die ersten %1 sind genannt</translation>
    </message>
    <message>
        <source>%1 to %2, mean %3</source>
        <translation>%1 bis %2, Mittel %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>Merkmal %1</translation>
    </message>
    <message>
        <source>mean %1, standard deviation %2</source>
        <translation>Mittel %1, Standardabweichung %2</translation>
    </message>
</context>
<context>
    <name>mica::ClipFilters</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Länge in Sekunden</translation>
    </message>
    <message>
        <source>Shows only clips with this label</source>
        <translation>Zeigt nur Clips mit diesem Label</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Shows only clips that lack a stream or a label</source>
        <translation>Zeigt nur Clips, denen ein Strom oder ein Label fehlt</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>egal</translation>
    </message>
    <message>
        <source>any stream</source>
        <translation>irgendein Strom</translation>
    </message>
    <message>
        <source>text stream</source>
        <translation>Textstrom</translation>
    </message>
    <message>
        <source>vision stream</source>
        <translation>Bildstrom</translation>
    </message>
    <message>
        <source>audio stream</source>
        <translation>Audiostrom</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1-Schritte</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>La&amp;bel</translation>
    </message>
    <message>
        <source>Secon&amp;ds</source>
        <translation>Seku&amp;nden</translation>
    </message>
</context>
<context>
    <name>mica::ClipList</name>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message numerus="yes">
        <source>%n frames without a face</source>
        <translation>
            <numerusform>%n Bild ohne Gesicht</numerusform>
            <numerusform>%n Bilder ohne Gesicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ClipLoader</name>
    <message>
        <source>This set keeps no pictures and no sound for its clips</source>
        <translation>Dieser Datensatz enthält weder Bilder noch Ton seiner Clips</translation>
    </message>
    <message>
        <source>This set keeps no sound for its clips</source>
        <translation>Dieser Datensatz enthält keinen Ton seiner Clips</translation>
    </message>
    <message>
        <source>The clip&apos;s media could not be read</source>
        <translation>Die Mediendatei des Clips konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>This clip has no sound</source>
        <translation>Dieser Clip hat keinen Ton</translation>
    </message>
</context>
<context>
    <name>mica::ClipModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>The clip&apos;s name in the set</source>
        <translation>Der Name des Clips im Datensatz</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>What the model is to predict</source>
        <translation>Was das Modell vorhersagen soll</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Was gesagt wird</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Part of the set: train, validation or test</source>
        <translation>Teil des Datensatzes: Training, Validierung oder Test</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Länge in Sekunden</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Steps of the text stream (words)</source>
        <translation>Schritte des Textstroms (Wörter)</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Steps of the vision stream (frames)</source>
        <translation>Schritte des Bildstroms (Einzelbilder)</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Steps of the audio stream</source>
        <translation>Schritte des Audiostroms</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>The video or the speaker that the clip was cut from</source>
        <translation>Das Video oder die Person, aus deren Aufnahme der Clip stammt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Warnings of the import</source>
        <translation>Warnungen des Imports</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1; Klick sortiert danach</translation>
    </message>
</context>
<context>
    <name>mica::ClipPanel</name>
    <message>
        <source>Point at a word or a row of the map: the moments it attends to most appear here.</source>
        <translation>Zeigen Sie auf ein Wort oder eine Zeile der Karte: hier erscheinen die Momente, auf die es am meisten achtet.</translation>
    </message>
    <message>
        <source>%1: its pictures end at %2 s of %3 s; the file is truncated or damaged. Copy it again.</source>
        <translation>%1: die Bilder enden bei %2 s von %3 s; die Datei ist abgeschnitten oder beschädigt. Kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This clip cannot be read</source>
        <translation>Dieser Clip lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The other clips of the set can still be opened.</source>
        <translation>Die anderen Clips des Datensatzes lassen sich weiterhin öffnen.</translation>
    </message>
    <message>
        <source>Making this clip&apos;s video: %1 (%2 %)</source>
        <translation>Das Video dieses Clips entsteht: %1 (%2 %)</translation>
    </message>
    <message>
        <source>Making this clip&apos;s video: %1</source>
        <translation>Das Video dieses Clips entsteht: %1</translation>
    </message>
    <message>
        <source>This clip has no pictures</source>
        <translation>Dieser Clip hat keine Bilder</translation>
    </message>
    <message>
        <source>%1: its sound ends at %2 s of %3 s; the file may be truncated.</source>
        <translation>%1: der Ton endet bei %2 s von %3 s; die Datei ist vielleicht abgeschnitten.</translation>
    </message>
    <message>
        <source>Choose a clip in the list.</source>
        <translation>Wählen Sie einen Clip in der Liste.</translation>
    </message>
    <message>
        <source>Open a set of clips, or make the sample set.</source>
        <translation>Öffnen Sie einen Datensatz oder erzeugen Sie den Beispielsatz.</translation>
    </message>
    <message>
        <source>Reading the clip...</source>
        <translation>Der Clip wird gelesen...</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>kein Split</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>length in seconds unknown</source>
        <translation>Länge in Sekunden unbekannt</translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>(keine Wörter)</translation>
    </message>
    <message>
        <source>Opening the video...</source>
        <translation>Das Video wird geöffnet...</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Without attention there are no strongest moments to show here.</source>
        <translation>Ohne Aufmerksamkeit gibt es hier keine stärksten Momente zu zeigen.</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>at the cursor: %1: %2</source>
        <translation>am Cursor: %1: %2</translation>
    </message>
</context>
<context>
    <name>mica::ClipTable</name>
    <message>
        <source>Search clips and words</source>
        <translation>Clips, Wörter suchen</translation>
    </message>
    <message>
        <source>Search clips</source>
        <translation>Clips suchen</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>Gezeigter Split</translation>
    </message>
    <message>
        <source>Which part of the set is listed</source>
        <translation>Welcher Teil des Datensatzes gelistet wird</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>alle Splits</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>kein Split</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>&amp;Find clips</source>
        <translation>Clips &amp;suchen</translation>
    </message>
    <message>
        <source>Puts the keyboard into the search field</source>
        <translation>Setzt die Tastatur in das Suchfeld</translation>
    </message>
    <message>
        <source>Every part typed must occur in the name, the group, the words, the label or the notes (%1; Escape clears)</source>
        <translation>Jeder eingegebene Teil muss im Namen, in der Gruppe, den Wörtern, dem Label oder den Hinweisen vorkommen (%1; Esc leert)</translation>
    </message>
    <message>
        <source>Fields for label, lengths and what is missing</source>
        <translation>Felder für Label, Längen und Fehlendes</translation>
    </message>
    <message>
        <source>Lifts search and filters</source>
        <translation>Hebt Suche und Filter auf</translation>
    </message>
    <message>
        <source>Only clips of the check: %1</source>
        <translation>Nur Clips der Prüfung: %1</translation>
    </message>
    <message>
        <source>No clips</source>
        <translation>Keine Clips</translation>
    </message>
    <message>
        <source>The set holds no clips.</source>
        <translation>Der Datensatz enthält keine Clips.</translation>
    </message>
    <message>
        <source>The clips of a set are listed here when one is open.</source>
        <translation>Hier stehen die Clips eines Datensatzes, sobald einer geöffnet ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clips</source>
        <translation>
            <numerusform>%1 von %n Clip</numerusform>
            <numerusform>%1 von %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the clips fits search and filters.</source>
        <translation>Kein Clip passt zu Suche und Filtern.</translation>
    </message>
    <message>
        <source>Show all clips</source>
        <translation>Alle Clips zeigen</translation>
    </message>
    <message>
        <source>Fi&amp;lters</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Sho&amp;w all clips</source>
        <translation>Alle Clips zei&amp;gen</translation>
    </message>
    <message>
        <source>Fi&amp;lters (%1)</source>
        <translation>&amp;Filter (%1)</translation>
    </message>
</context>
<context>
    <name>mica::CompareBox</name>
    <message>
        <source>the backbone (mmd = false, pea = false)</source>
        <translation>das Backbone (mmd = false, pea = false)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Training epoch</source>
        <translation>Trainingsepoche</translation>
    </message>
    <message>
        <source>Training &amp;epoch</source>
        <translation>Trainings&amp;epoche</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>with &amp;run</source>
        <translation>mit &amp;Lauf</translation>
    </message>
    <message>
        <source>in e&amp;poch</source>
        <translation>in E&amp;poche</translation>
    </message>
    <message>
        <source>kept after epoch %1</source>
        <translation>nach Epoche %1 aufgehoben</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>die gewählte</translation>
    </message>
    <message>
        <source>No run is chosen.</source>
        <translation>Es ist kein Lauf gewählt.</translation>
    </message>
    <message>
        <source>This run kept no attention of this clip. The option watch names clips that a training keeps.</source>
        <translation>Dieser Lauf hat von diesem Clip keine Aufmerksamkeit aufgehoben. Die Option watch nennt Clips, deren Aufmerksamkeit ein Training aufhebt.</translation>
    </message>
    <message>
        <source>before training</source>
        <translation>vor dem Training</translation>
    </message>
    <message>
        <source>after epoch %1</source>
        <translation>nach Epoche %1</translation>
    </message>
    <message numerus="yes">
        <source>the saved model; kept of this clip: %n epochs, %1 to %2</source>
        <translation>
            <numerusform>das gespeicherte Modell; von diesem Clip aufgehoben: %n Epoche, %1 bis %2</numerusform>
            <numerusform>das gespeicherte Modell; von diesem Clip aufgehoben: %n Epochen, %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No run on these clips of: %1.</source>
        <translation>Auf diesen Clips gibt es keinen Lauf von: %1.</translation>
    </message>
    <message>
        <source>The clip&apos;s attention after each epoch of the training that kept it; at the right end the saved model</source>
        <translation>Die Aufmerksamkeit des Clips nach jeder Epoche des Trainings, das sie aufgehoben hat; am rechten Ende das gespeicherte Modell</translation>
    </message>
    <message>
        <source>With the map of another run, epoch or layer: below it on the same scale, or the first less the second</source>
        <translation>Mit der Karte eines anderen Laufs, einer anderen Epoche oder Schicht: darunter auf gleicher Skala, oder die erste minus die zweite</translation>
    </message>
    <message>
        <source>The run that the map is compared with</source>
        <translation>Der Lauf, mit dem die Karte verglichen wird</translation>
    </message>
    <message>
        <source>Its saved model, or an epoch whose attention it kept of this clip</source>
        <translation>Sein gespeichertes Modell, oder eine Epoche, deren Aufmerksamkeit er von diesem Clip aufgehoben hat</translation>
    </message>
    <message>
        <source>in la&amp;yer</source>
        <translation>&amp;in Schicht</translation>
    </message>
    <message>
        <source>Its layer: the chosen one, or a fixed one</source>
        <translation>Seine Schicht: die gewählte oder eine feste</translation>
    </message>
    <message>
        <source>MICA | backbone | MulT</source>
        <translation>MICA | Backbone | MulT</translation>
    </message>
    <message>
        <source>The newest run of each on these clips side by side; what is missing is said</source>
        <translation>Der neueste Lauf eines jeden auf diesen Clips nebeneinander; was fehlt, wird gesagt</translation>
    </message>
    <message>
        <source>the same, changed (What if)</source>
        <translation>dieselbe, geändert (Was wäre, wenn)</translation>
    </message>
</context>
<context>
    <name>mica::ComparePicker</name>
    <message>
        <source>%1, %2: mean</source>
        <translation>%1, %2: Mittel</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit…</translation>
    </message>
    <message>
        <source>Compare with other runs</source>
        <translation>Mit anderen Läufen vergleichen</translation>
    </message>
    <message>
        <source>Draws other runs beside this one; the seeds of an experiment as their mean and band</source>
        <translation>Zeichnet andere Läufe daneben; die Seeds eines Experiments als Mittel mit Band</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>Lauf suchen</translation>
    </message>
    <message>
        <source>Shows only runs whose name holds this text</source>
        <translation>Zeigt nur Läufe, deren Name diesen Text enthält</translation>
    </message>
    <message>
        <source>Runs to compare with</source>
        <translation>Läufe zum Vergleich</translation>
    </message>
    <message>
        <source>At most %1 at a time; space or a click puts a run beside the one in front</source>
        <translation>Höchstens %1 zugleich; Leertaste oder Klick stellt einen Lauf daneben</translation>
    </message>
    <message numerus="yes">
        <source>Compared with %n</source>
        <translation>
            <numerusform>Verglichen mit %n</numerusform>
            <numerusform>Verglichen mit %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
</context>
<context>
    <name>mica::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Confusion matrix: %1</source>
        <translation>Konfusionsmatrix: %1</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n clips, %1 right (%2 %)</source>
        <translation>
            <numerusform>%n Clip, %1 richtig (%2 %)</numerusform>
            <numerusform>%n Clips, %1 richtig (%2 %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>truth %1: %n clips, %2 of them right</source>
        <translation>
            <numerusform>wahr %1: %n Clip, davon %2 richtig</numerusform>
            <numerusform>wahr %1: %n Clips, davon %2 richtig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>prediction %1: %n clips, %2 of them right</source>
        <translation>
            <numerusform>vorhergesagt %1: %n Clip, davon %2 richtig</numerusform>
            <numerusform>vorhergesagt %1: %n Clips, davon %2 richtig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>truth %1, prediction %2: %n clips, %3 % of this truth</source>
        <translation>
            <numerusform>wahr %1, vorhergesagt %2: %n Clip, %3 % dieser Klasse</numerusform>
            <numerusform>wahr %1, vorhergesagt %2: %n Clips, %3 % dieser Klasse</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these clips is counted</source>
        <translation>Keiner dieser Clips wird gezählt</translation>
    </message>
    <message>
        <source>%1: none of these clips is counted</source>
        <translation>%1: keiner dieser Clips wird gezählt</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>%1
Click to list these clips</source>
        <translation>%1
Klick listet diese Clips</translation>
    </message>
</context>
<context>
    <name>mica::ContributionPanel</name>
    <message>
        <source>How much the prediction changes when a stream is taken away.</source>
        <translation>Wie stark sich die Vorhersage ändert, wenn ein Strom weggenommen wird.</translation>
    </message>
    <message>
        <source>Mean |p - p&apos;| over the clips (classes: half the sum of |p - p&apos;| of the probabilities). Dropped: no step is seen, as in an empty clip, which the model never met in training. Averaged: every step is the training split&apos;s mean. Exchanged: the stream of another clip, which stays within what the model knows. Streams that say the same can each look useless alone.</source>
        <translation>Mittel von |p - p&apos;| über die Clips (Klassen: halbe Summe von |p - p&apos;| der Wahrscheinlichkeiten). Weggelassen: kein Schritt ist sichtbar, wie bei einem leeren Clip, den das Modell im Training nie gesehen hat. Gemittelt: jeder Schritt ist das Mittel des Trainings-Splits. Getauscht: der Strom eines anderen Clips, was im Bereich des Bekannten bleibt. Ströme, die dasselbe sagen, können einzeln beide nutzlos erscheinen.</translation>
    </message>
    <message>
        <source>How a stream is taken away</source>
        <translation>Wie ein Strom weggenommen wird</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>averaged</source>
        <translation>gemittelt</translation>
    </message>
    <message>
        <source>exchanged with another clip&apos;s</source>
        <translation>mit dem eines anderen Clips getauscht</translation>
    </message>
    <message>
        <source>What text, vision and audio each contribute to the predictions, on the whole and clip by clip.</source>
        <translation>Was Text, Bild und Audio zu den Vorhersagen beitragen, insgesamt und Clip für Clip.</translation>
    </message>
    <message>
        <source>Contributions in %1</source>
        <translation>Beiträge in %1</translation>
    </message>
    <message>
        <source>Change of the prediction without it, mean over the set</source>
        <translation>Änderung der Vorhersage ohne ihn, Mittel über den Datensatz</translation>
    </message>
    <message>
        <source>without %1 %2</source>
        <translation>ohne %1 %2</translation>
    </message>
    <message>
        <source>%1 (%2): whole model %3, %4</source>
        <translation>%1 (%2): ganzes Modell %3, %4</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
    <message>
        <source>Change of the clip&apos;s prediction without %1</source>
        <translation>Änderung der Vorhersage des Clips ohne %1</translation>
    </message>
    <message>
        <source>%1 is not among the clips that were looked at.</source>
        <translation>%1 ist nicht unter den betrachteten Clips.</translation>
    </message>
    <message>
        <source>The same for %1</source>
        <translation>Dasselbe für %1</translation>
    </message>
</context>
<context>
    <name>mica::CorrAccPanel</name>
    <message>
        <source>How often the most attended source step truly belongs to the target step.</source>
        <translation>Wie oft der am meisten beachtete Quellschritt wirklich zum Zielschritt gehört.</translation>
    </message>
    <message>
        <source>Corr. Acc (Table 6 of the paper): the share of target elements t whose argmax over source elements s of P[t, s] overlaps the true interval of t: that of the set&apos;s links, else t&apos;s own time. &quot;all heads&quot; is the argmax of the mean over heads. Chance is what a step taken at random would reach; compare with that, not with 0.</source>
        <translation>Corr. Acc (Tabelle 6 des Artikels): der Anteil der Zielelemente t, deren Argmax von P[t, s] über die Quellelemente s das wahre Intervall von t überlappt: das der Verknüpfungen des Datensatzes, sonst die eigene Zeit von t. „alle Köpfe“ ist der Argmax des Mittels über die Köpfe. Zufall ist, was ein zufällig gewählter Schritt erreichen würde; damit ist zu vergleichen, nicht mit 0.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>All target steps with a truth, or only those of masked words</source>
        <translation>Alle Zielschritte, deren Zuordnung bekannt ist, oder nur die maskierter Wörter</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>jeder Schritt</translation>
    </message>
    <message>
        <source>masked words only</source>
        <translation>nur maskierte Wörter</translation>
    </message>
    <message>
        <source>Corr. Acc of every pair, layer and head, and the clips where attention looks at the wrong time. Takes some seconds a hundred clips.</source>
        <translation>Corr. Acc für jedes Paar, jede Schicht und jeden Kopf, und die Clips, in denen die Aufmerksamkeit auf die falsche Zeit sieht. Dauert einige Sekunden je hundert Clips.</translation>
    </message>
    <message>
        <source>Corr. Acc of %1</source>
        <translation>Corr. Acc von %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, chance %3, %n elements</source>
        <translation>
            <numerusform>%1: %2, Zufall %3, %n Element</numerusform>
            <numerusform>%1: %2, Zufall %3, %n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing could be counted</source>
        <translation>%1: nichts war zählbar</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 where chance is %3 (%n elements). Clips, the worst first:</source>
        <translation>
            <numerusform>%1: %2 bei Zufall %3 (%n Element). Clips, die schlechtesten zuerst:</numerusform>
            <numerusform>%1: %2 bei Zufall %3 (%n Elemente). Clips, die schlechtesten zuerst:</numerusform>
        </translation>
    </message>
    <message>
        <source>Corr. Acc</source>
        <translation>Corr. Acc</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Share of the clip&apos;s target steps that attend the right time</source>
        <translation>Anteil der Zielschritte des Clips, die auf die richtige Zeit achten</translation>
    </message>
    <message>
        <source>Target steps that attend another time most</source>
        <translation>Zielschritte, die am meisten auf eine andere Zeit achten</translation>
    </message>
    <message>
        <source>Target steps with a known truth</source>
        <translation>Zielschritte mit bekannter Zuordnung</translation>
    </message>
    <message>
        <source>%1 is not among the clips that were looked at.</source>
        <translation>%1 ist nicht unter den betrachteten Clips.</translation>
    </message>
</context>
<context>
    <name>mica::CurvePanel</name>
    <message>
        <source>Curve shown of %1</source>
        <translation>Gezeigte Kurve von %1</translation>
    </message>
    <message>
        <source>All curves of this panel, or one; where several runs are shown, one curve of each</source>
        <translation>Alle Kurven dieses Felds oder eine; bei mehreren Läufen eine Kurve von jedem</translation>
    </message>
    <message>
        <source>all curves</source>
        <translation>alle Kurven</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>time in s</source>
        <translation>Zeit in s</translation>
    </message>
</context>
<context>
    <name>mica::CurvePlot</name>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Smoothing of %1</source>
        <translation>Glättung von %1</translation>
    </message>
    <message>
        <source>Moving average of the curves; at the left end it is off</source>
        <translation>Gleitendes Mittel der Kurven; am linken Ende ist es aus</translation>
    </message>
    <message>
        <source>Logarithmic axis of %1</source>
        <translation>Logarithmische Achse von %1</translation>
    </message>
    <message>
        <source>Click: show or hide</source>
        <translation>Klick: zeigen oder verbergen</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>bester %1</translation>
    </message>
    <message>
        <source>Drag: move. Wheel: zoom. Double click: everything. With keys: arrows, + and -, Home, L (logarithm), M (marks)</source>
        <translation>Ziehen: verschieben. Rad: zoomen. Doppelklick: alles. Mit Tasten: Pfeile, + und -, Pos1, L (Logarithmus), M (Marken)</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis of %1</source>
        <translation>Logarithmische waagrechte Achse von %1</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis; what lies at zero or left of it is left out (Shift+L)</source>
        <translation>Logarithmische waagrechte Achse; was bei null oder links davon liegt, fehlt (Umschalt+L)</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Logarithmic vertical axis; values of zero and below are left out (L)</source>
        <translation>Logarithmische senkrechte Achse; Werte von null und darunter fehlen (L)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::DistancePanel</name>
    <message>
        <source>How far queries lie from the keys that belong to them in time, and from others of the same clip.</source>
        <translation>Wie weit Querys von den Keys entfernt sind, die zeitlich zu ihnen gehören, und von anderen desselben Clips.</translation>
    </message>
    <message>
        <source>|q - k| of the chosen pair, layer and head: the distance that the element loss L_e (Eq. 2) makes small where attention is strong. As many unmatched pairs as matched ones are drawn from each clip. Read the overlap, not the size: sizes shrink with |q| and |k|.</source>
        <translation>|q - k| des gewählten Paars, der Schicht und des Kopfes: der Abstand, den der Element-Verlust L_e (Gl. 2) dort klein macht, wo die Aufmerksamkeit stark ist. Aus jedem Clip werden so viele nicht zusammengehörende Paare gezogen wie zusammengehörende. Lesen Sie die Überlappung, nicht die Größe: Größen schrumpfen mit |q| und |k|.</translation>
    </message>
    <message>
        <source>Distances of matched and unmatched pairs of %1.</source>
        <translation>Abstände zusammengehörender und anderer Paare von %1.</translation>
    </message>
    <message>
        <source>Distances of %1, %2</source>
        <translation>Abstände von %1, %2</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>zusammengehörend</translation>
    </message>
    <message>
        <source>unmatched</source>
        <translation>nicht zusammengehörend</translation>
    </message>
    <message>
        <source>|q - k|, %1</source>
        <translation>|q - k|, %1</translation>
    </message>
    <message>
        <source>Nothing can be matched here.</source>
        <translation>Hier lässt sich nichts zuordnen.</translation>
    </message>
    <message numerus="yes">
        <source>A matched pair is the nearer one with probability %1 (no difference: 0.5; %n pairs of each kind; truth from %2). Mean |q| %3, mean |k| %4.</source>
        <translation>
            <numerusform>Ein zusammengehörendes Paar liegt mit Wahrscheinlichkeit %1 näher (kein Unterschied: 0.5; %n Paar je Art; Zuordnung aus: %2). Mittleres |q| %3, mittleres |k| %4.</numerusform>
            <numerusform>Ein zusammengehörendes Paar liegt mit Wahrscheinlichkeit %1 näher (kein Unterschied: 0.5; %n Paare je Art; Zuordnung aus: %2). Mittleres |q| %3, mittleres |k| %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>the set&apos;s links</source>
        <translation>Verknüpfungen des Datensatzes</translation>
    </message>
    <message>
        <source>equal times</source>
        <translation>gleiche Zeiten</translation>
    </message>
</context>
<context>
    <name>mica::Distributions</name>
    <message numerus="yes">
        <source>%1: %n clips.</source>
        <translation>
            <numerusform>%1: %n Clip.</numerusform>
            <numerusform>%1: %n Clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>A clip may have several of these, or none.</source>
        <translation>Ein Clip kann mehrere davon haben oder keine.</translation>
    </message>
    <message>
        <source>What lengths are counted in</source>
        <translation>Worin Längen gezählt werden</translation>
    </message>
    <message>
        <source>Seconds, or steps of one stream</source>
        <translation>Sekunden, oder Schritte eines Stroms</translation>
    </message>
    <message>
        <source>Bars in percent of their split, so that splits of different size can be compared</source>
        <translation>Balken in Prozent ihres Splits, damit verschieden große Splits vergleichbar sind</translation>
    </message>
    <message>
        <source>Le&amp;ngths</source>
        <translation>&amp;Längen</translation>
    </message>
    <message>
        <source>The set holds no clips.</source>
        <translation>Der Datensatz enthält keine Clips.</translation>
    </message>
    <message>
        <source>How labels and lengths are spread is shown here when a set is open.</source>
        <translation>Hier steht, wie Labels und Längen verteilt sind, sobald ein Datensatz geöffnet ist.</translation>
    </message>
    <message>
        <source>Sha&amp;res of each split</source>
        <translation>Ant&amp;eile je Split</translation>
    </message>
</context>
<context>
    <name>mica::EffectBars</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
</context>
<context>
    <name>mica::EvidencePanel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>alle Köpfe</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>alle Splits</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n clips (%1).</source>
        <translation>
            <numerusform>Gemessen an %n Clip (%1).</numerusform>
            <numerusform>Gemessen an %n Clips (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n clips (%1), epoch %2.</source>
        <translation>
            <numerusform>Gemessen an %n Clip (%1), Epoche %2.</numerusform>
            <numerusform>Gemessen an %n Clips (%1), Epoche %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a set of clips first.</source>
        <translation>Öffnen Sie zuerst einen Datensatz.</translation>
    </message>
    <message>
        <source>Train a model on this set, or choose a run under Attention, to measure its attention.</source>
        <translation>Trainieren Sie ein Modell auf diesem Datensatz, oder wählen Sie unter Aufmerksamkeit einen Lauf, um dessen Aufmerksamkeit zu messen.</translation>
    </message>
    <message>
        <source>%1 was not trained on this set. Choose another run, or open its set.</source>
        <translation>%1 wurde nicht auf diesem Datensatz trainiert. Wählen Sie einen anderen Lauf, oder öffnen Sie dessen Datensatz.</translation>
    </message>
    <message>
        <source>%1 uses one stream only (%2): there is no crossmodal attention to measure.</source>
        <translation>%1 verwendet nur einen Strom (%2): es gibt keine crossmodale Aufmerksamkeit zu messen.</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Messung läuft...</translation>
    </message>
    <message>
        <source>Measuring: %1</source>
        <translation>Messung läuft: %1</translation>
    </message>
    <message>
        <source>This could not be measured</source>
        <translation>Dies konnte nicht gemessen werden</translation>
    </message>
    <message>
        <source>Another choice is being measured. When it has ended, this one can be.</source>
        <translation>Eine andere Auswahl wird gerade gemessen. Danach kann diese gemessen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
</context>
<context>
    <name>mica::EvidenceScope</name>
    <message>
        <source>Clips of</source>
        <translation>Clips aus</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>test split</source>
        <translation>Test-Split</translation>
    </message>
    <message>
        <source>validation split</source>
        <translation>Validierungs-Split</translation>
    </message>
    <message>
        <source>training split</source>
        <translation>Trainings-Split</translation>
    </message>
    <message>
        <source>all clips</source>
        <translation>alle Clips</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>every clip</source>
        <translation>jeder Clip</translation>
    </message>
    <message>
        <source>Which split of the set is looked at (Alt+Shift+S)</source>
        <translation>Welcher Split des Datensatzes betrachtet wird (Alt+Umschalt+S)</translation>
    </message>
    <message>
        <source>How many clips are looked at, evenly chosen: more take longer and say more (Alt+Shift+N)</source>
        <translation>Wie viele Clips betrachtet werden, gleichmäßig gewählt: mehr dauern länger und sagen mehr (Alt+Umschalt+N)</translation>
    </message>
</context>
<context>
    <name>mica::EvidenceView</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Corr. Acc: is the right time attended?</source>
        <translation>Corr. Acc: richtige Zeit beachtet?</translation>
    </message>
    <message>
        <source>A-distance: are queries and keys alike?</source>
        <translation>A-Distanz: Querys und Keys ähnlich?</translation>
    </message>
    <message>
        <source>Projection: where do queries and keys lie?</source>
        <translation>Projektion: wo liegen Querys, Keys?</translation>
    </message>
    <message>
        <source>Distances: are true pairs nearer?</source>
        <translation>Abstände: sind wahre Paare näher?</translation>
    </message>
    <message>
        <source>Contribution: which stream matters?</source>
        <translation>Beitrag: welcher Strom zählt?</translation>
    </message>
    <message>
        <source>Faithfulness: does attended mean used?</source>
        <translation>Treue: heißt beachtet benutzt?</translation>
    </message>
    <message>
        <source>What is measured of the chosen run (Alt+Shift+K)</source>
        <translation>Was am gewählten Lauf gemessen wird (Alt+Umschalt+K)</translation>
    </message>
    <message>
        <source>To the kind of evidence</source>
        <translation>Zur Art der Belege</translation>
    </message>
    <message>
        <source>The kind before</source>
        <translation>Die vorige Art</translation>
    </message>
    <message>
        <source>The next kind</source>
        <translation>Die nächste Art</translation>
    </message>
    <message>
        <source>To the split that is looked at</source>
        <translation>Zum betrachteten Split</translation>
    </message>
    <message>
        <source>To how many clips are looked at</source>
        <translation>Zur Zahl der betrachteten Clips</translation>
    </message>
    <message>
        <source>Measures what is chosen, or stops it</source>
        <translation>Misst das Gewählte, oder hält es an</translation>
    </message>
    <message>
        <source>To the table or the picture</source>
        <translation>Zur Tabelle oder zum Bild</translation>
    </message>
    <message>
        <source>To the list of clips</source>
        <translation>Zur Liste der Clips</translation>
    </message>
</context>
<context>
    <name>mica::ExportDialog</name>
    <message>
        <source>Export a view</source>
        <translation>Ansicht exportieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>What is written: a view that is on screen (Alt+V)</source>
        <translation>Was geschrieben wird: eine Ansicht auf dem Bildschirm (Alt+A)</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>F&amp;orm</translation>
    </message>
    <message>
        <source>The kind of file (Alt+O)</source>
        <translation>Die Art der Datei (Alt+O)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>Of a picture on paper; its letters grow and shrink with it (Alt+W)</source>
        <translation>Eines Bildes auf Papier; seine Schrift wächst und schrumpft mit ihr (Alt+B)</translation>
    </message>
    <message>
        <source>&amp;Maps</source>
        <translation>&amp;Karten</translation>
    </message>
    <message>
        <source>Which maps&apos; numbers are written (Alt+M)</source>
        <translation>Von welchen Karten die Zahlen geschrieben werden (Alt+K)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>the chosen pair and layer, every head</source>
        <translation>das gewählte Paar und die gewählte Schicht, jeder Kopf</translation>
    </message>
    <message>
        <source>all pairs, layers and heads</source>
        <translation>alle Paare, Schichten und Köpfe</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>D&amp;urchsuchen...</translation>
    </message>
    <message>
        <source>Chooses folder and name (Alt+B)</source>
        <translation>Wählt Ordner und Name (Alt+U)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>The file that is written; an older one of that name is replaced (Alt+F)</source>
        <translation>Die Datei, die geschrieben wird; eine ältere dieses Namens wird ersetzt (Alt+D)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Writes the file (Enter)</source>
        <translation>Schreibt die Datei (Eingabetaste)</translation>
    </message>
    <message>
        <source>Writes nothing (Escape)</source>
        <translation>Schreibt nichts (Escape)</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>This is a folder: add a name.</source>
        <translation>Dies ist ein Ordner: fügen Sie einen Namen an.</translation>
    </message>
    <message>
        <source>There is such a file; it will be replaced.</source>
        <translation>Es gibt diese Datei; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>mica::FaithfulnessPanel</name>
    <message>
        <source>Whether hiding the source steps that are attended most changes the prediction more than hiding as many at random.</source>
        <translation>Ob das Verdecken der am meisten beachteten Quellschritte die Vorhersage stärker ändert als das ebenso vieler zufälliger.</translation>
    </message>
    <message>
        <source>Deletion curves: for k = 10 to 90 % the k % source steps with the largest mean P[t, s] over target steps, heads and layers are hidden from the whole model (masked; the others keep their places), and |p - p&apos;| is taken; against the mean of 4 random orders, of 4 orders where the same pattern of attention is moved round in time, and the least attended first. A stretch that is hidden whole changes more than scattered steps, wherever it lies: attention that explains the prediction lies above &quot;moved&quot;, not only above &quot;random&quot;.</source>
        <translation>Löschkurven: für k = 10 bis 90 % werden die k % der Quellschritte mit dem größten mittleren P[t, s] über Zielschritte, Köpfe und Schichten vor dem ganzen Modell verdeckt (maskiert; die anderen behalten ihren Platz), und |p - p&apos;| wird genommen; verglichen mit dem Mittel von 4 zufälligen Reihenfolgen, von 4 Reihenfolgen, in denen dasselbe Aufmerksamkeitsmuster zeitlich verschoben ist, und mit den am wenigsten beachteten zuerst. Ein am Stück verdeckter Abschnitt ändert mehr als verstreute Schritte, wo immer er liegt: Aufmerksamkeit, welche die Vorhersage erklärt, liegt über „verschoben“, nicht nur über „zufällig“.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>By whose attention steps are ranked</source>
        <translation>Nach wessen Aufmerksamkeit Schritte geordnet werden</translation>
    </message>
    <message>
        <source>mean of all layers and heads</source>
        <translation>Mittel aller Schichten und Köpfe</translation>
    </message>
    <message>
        <source>the chosen layer and head</source>
        <translation>gewählte Schicht, gewählter Kopf</translation>
    </message>
    <message>
        <source>Curves of</source>
        <translation>Kurven von</translation>
    </message>
    <message>
        <source>Curves over the set, with the quartiles of the clips, or of the clip on screen</source>
        <translation>Kurven über den Datensatz mit den Quartilen der Clips, oder des Clips auf dem Bildschirm</translation>
    </message>
    <message>
        <source>whole set</source>
        <translation>ganzer Datensatz</translation>
    </message>
    <message>
        <source>this clip</source>
        <translation>dieser Clip</translation>
    </message>
    <message>
        <source>Does the prediction hang on what %1 attends? Takes some seconds to minutes a hundred clips, by the size of the model.</source>
        <translation>Hängt die Vorhersage an dem, worauf %1 achtet? Dauert je hundert Clips einige Sekunden bis Minuten, je nach Größe des Modells.</translation>
    </message>
    <message>
        <source>Faithfulness of %1, %2</source>
        <translation>Treue von %1, %2</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>not clearly more or less</source>
        <translation>nicht eindeutig mehr oder weniger</translation>
    </message>
    <message>
        <source>%1 (by %2, 95 % interval %3 to %4)</source>
        <translation>%1 (um %2, 95-%-Intervall %3 bis %4)</translation>
    </message>
    <message numerus="yes">
        <source>%1: hiding what is attended most changes the prediction %2 than hiding steps at random, and %3 than hiding the same pattern elsewhere in time; n = %n clips.</source>
        <translation>
            <numerusform>%1: das Verdecken des am meisten Beachteten ändert die Vorhersage %2 als das Verdecken zufälliger Schritte und %3 als das desselben Musters an anderer Zeit; n = %n Clip.</numerusform>
            <numerusform>%1: das Verdecken des am meisten Beachteten ändert die Vorhersage %2 als das Verdecken zufälliger Schritte und %3 als das desselben Musters an anderer Zeit; n = %n Clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>most - moved</source>
        <translation>meiste - verschoben</translation>
    </message>
    <message>
        <source>most</source>
        <translation>meiste</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Mean change without the most attended steps, less that without the same pattern elsewhere</source>
        <translation>Mittlere Änderung ohne die am meisten beachteten Schritte, minus die ohne dasselbe Muster an anderer Zeit</translation>
    </message>
    <message>
        <source>Mean change of the prediction without the most attended steps</source>
        <translation>Mittlere Änderung der Vorhersage ohne die am meisten beachteten Schritte</translation>
    </message>
    <message>
        <source>Mean change of the prediction without the same pattern elsewhere in time</source>
        <translation>Mittlere Änderung der Vorhersage ohne dasselbe Muster an anderer Zeit</translation>
    </message>
    <message>
        <source>Mean change of the prediction without random steps</source>
        <translation>Mittlere Änderung der Vorhersage ohne zufällige Schritte</translation>
    </message>
    <message>
        <source>least attended</source>
        <translation>am wenigsten beachtet</translation>
    </message>
    <message numerus="yes">
        <source>mean and quartiles of %n clips</source>
        <translation>
            <numerusform>Mittel und Quartile von %n Clip</numerusform>
            <numerusform>Mittel und Quartile von %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not among the clips that were looked at.</source>
        <translation>%1 ist nicht unter den betrachteten Clips.</translation>
    </message>
    <message>
        <source>hidden %1 steps, %</source>
        <translation>verdeckte %1-Schritte, %</translation>
    </message>
    <message>
        <source>change of the prediction, %1</source>
        <translation>Änderung der Vorhersage, %1</translation>
    </message>
</context>
<context>
    <name>mica::FeatureLanes</name>
    <message>
        <source>feature %1</source>
        <translation>Merkmal %1</translation>
    </message>
    <message>
        <source>%1: the set does not name it</source>
        <translation>%1: der Datensatz benennt es nicht</translation>
    </message>
    <message>
        <source>%1: the set names none of its %2 features, so they are counted from 1</source>
        <translation>%1: der Datensatz benennt keines seiner %2-Merkmale, sie werden ab 1 gezählt</translation>
    </message>
    <message>
        <source>This clip has no %1 features</source>
        <translation>Dieser Clip hat keine %1-Merkmale</translation>
    </message>
    <message>
        <source>No feature chosen</source>
        <translation>Kein Merkmal gewählt</translation>
    </message>
    <message>
        <source> (times unknown)</source>
        <translation> (Zeiten unbekannt)</translation>
    </message>
    <message>
        <source>The times of its steps are not known: they lie evenly spread</source>
        <translation>Die Zeiten seiner Schritte sind nicht bekannt: sie liegen gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>%1 = %2, step %3</source>
        <translation>%1 = %2, Schritt %3</translation>
    </message>
    <message>
        <source>, %1 to %2 s</source>
        <translation>, %1 bis %2 s</translation>
    </message>
    <message>
        <source>flagged: nothing was measured here</source>
        <translation>markiert: hier wurde nichts gemessen</translation>
    </message>
</context>
<context>
    <name>mica::FeatureMenu</name>
    <message>
        <source>%1 features</source>
        <translation>%1-Merkmale</translation>
    </message>
    <message>
        <source>Choose which %1 features are shown as lanes</source>
        <translation>Wählt, welche %1-Merkmale als Spuren gezeigt werden</translation>
    </message>
    <message>
        <source>Find a feature</source>
        <translation>Merkmal suchen</translation>
    </message>
    <message>
        <source>Lists only features whose name holds the text</source>
        <translation>Listet nur Merkmale, deren Name den Text enthält</translation>
    </message>
    <message>
        <source>Ticked features are shown (Space)</source>
        <translation>Angekreuzte Merkmale werden gezeigt (Leertaste)</translation>
    </message>
    <message>
        <source>The set names none of these features; they are counted from 1.</source>
        <translation>Der Datensatz benennt keines dieser Merkmale; sie werden ab 1 gezählt.</translation>
    </message>
    <message>
        <source>This clip has no such features.</source>
        <translation>Dieser Clip hat keine solchen Merkmale.</translation>
    </message>
</context>
<context>
    <name>mica::FigurePanel</name>
    <message>
        <source>Save the fi&amp;gure...</source>
        <translation>Abbildung &amp;speichern...</translation>
    </message>
    <message>
        <source>Writes the figure with its captions as PNG, SVG or PDF (Alt+G)</source>
        <translation>Schreibt die Abbildung mit ihren Beschriftungen als PNG, SVG oder PDF (Alt+S)</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>The figure was not written</source>
        <translation>Die Abbildung wurde nicht geschrieben</translation>
    </message>
</context>
<context>
    <name>mica::FigureView</name>
    <message>
        <source>Figure: words, and the moments that they attend to most</source>
        <translation>Abbildung: Wörter und die Momente, auf die sie am meisten achten</translation>
    </message>
    <message>
        <source>Point at a word to light its lines (Up and Down, Enter freezes); click a picture to go there</source>
        <translation>Zeigen Sie auf ein Wort, um seine Linien hervorzuheben (Auf und Ab, Eingabe hält fest); Klick auf ein Bild geht dorthin</translation>
    </message>
</context>
<context>
    <name>mica::FrameStrip</name>
    <message>
        <source>Point at a row of the map to see what it attends to most</source>
        <translation>Zeigen Sie auf eine Zeile der Karte, um zu sehen, worauf sie am meisten achtet</translation>
    </message>
    <message>
        <source>Strongest sources of the row</source>
        <translation>Stärkste Quellen der Zeile</translation>
    </message>
    <message>
        <source>%1
weight %2, step %3. Click: go there (Enter)</source>
        <translation>%1
Gewicht %2, Schritt %3. Klick: dorthin gehen (Eingabe)</translation>
    </message>
</context>
<context>
    <name>mica::Histogram</name>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1-Schritte</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>Labels: %1</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <source>length unknown</source>
        <translation>Länge unbekannt</translation>
    </message>
    <message>
        <source>no such stream</source>
        <translation>kein solcher Strom</translation>
    </message>
</context>
<context>
    <name>mica::HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>%1 %2 (%3 %)</source>
        <translation>%1 %2 (%3 %)</translation>
    </message>
    <message>
        <source>%1 to below %2</source>
        <translation>%1 bis unter %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>Nichts zu zählen</translation>
    </message>
    <message>
        <source>No clip has a value here: %1</source>
        <translation>Kein Clip hat hier einen Wert: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1
Click to list these clips</source>
        <translation>%1
Klick listet diese Clips</translation>
    </message>
</context>
<context>
    <name>mica::ImportDialog</name>
    <message>
        <source>Import a set</source>
        <translation>Einen Datensatz importieren</translation>
    </message>
    <message>
        <source>What the files are</source>
        <translation>Was die Dateien sind</translation>
    </message>
    <message>
        <source>The set file to make (.h5); an older one of that name is replaced when the new one is whole</source>
        <translation>Die Datei des Datensatzes, die entsteht (.h5); eine ältere dieses Namens wird ersetzt, wenn die neue vollständig ist</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>&amp;Save the set as</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Starts the import in the background (Enter)</source>
        <translation>Startet den Import im Hintergrund (Eingabe)</translation>
    </message>
    <message>
        <source>Save the set as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Sets (*.h5)</source>
        <translation>Datensätze (*.h5)</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>kann leer bleiben</translation>
    </message>
    <message>
        <source>Files...</source>
        <translation>Dateien...</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>Ordner...</translation>
    </message>
    <message>
        <source>Fill in: %1.</source>
        <translation>Ausfüllen: %1.</translation>
    </message>
    <message>
        <source>%1: %2 does not exist.</source>
        <translation>%1: %2 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1: %2 is a folder, not a file.</source>
        <translation>%1: %2 ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>%1: %2 is no folder.</source>
        <translation>%1: %2 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Choose where the set is saved.</source>
        <translation>Wählen Sie, wo der Datensatz gespeichert wird.</translation>
    </message>
    <message>
        <source>Save the set as: %1 is a folder.</source>
        <translation>Speichern als: %1 ist ein Ordner.</translation>
    </message>
    <message>
        <source>Features are made in the background; an import that is stopped goes on where it was.</source>
        <translation>Merkmale entstehen im Hintergrund; ein angehaltener Import geht dort weiter, wo er war.</translation>
    </message>
    <message>
        <source>The files are read in the background; an import that is stopped leaves no file.</source>
        <translation>Die Dateien werden im Hintergrund gelesen; ein angehaltener Import hinterlässt keine Datei.</translation>
    </message>
    <message>
        <source>The set that is there now is replaced when the new one is whole.</source>
        <translation>Der jetzige Datensatz wird ersetzt, wenn der neue vollständig ist.</translation>
    </message>
    <message>
        <source>Word v&amp;ectors</source>
        <translation>Wort&amp;vektoren</translation>
    </message>
    <message>
        <source>A GloVe text file; empty: vectors hashed from the letters of each word</source>
        <translation>Eine GloVe-Textdatei; leer: aus den Buchstaben jedes Wortes gehashte Vektoren</translation>
    </message>
    <message>
        <source>GloVe vectors (*.txt);;All files (*)</source>
        <translation>GloVe-Vektoren (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;OpenFace files</source>
        <translation>&amp;OpenFace-Dateien</translation>
    </message>
    <message>
        <source>Folder of OpenFace&apos;s .csv files, named like the clips; empty: own features of the face</source>
        <translation>Ordner mit .csv-Dateien von OpenFace, benannt wie die Clips; leer: eigene Merkmale des Gesichts</translation>
    </message>
    <message>
        <source>CO&amp;VAREP files</source>
        <translation>&amp;COVAREP-Dateien</translation>
    </message>
    <message>
        <source>Folder of COVAREP&apos;s .mat files, named like the clips; empty: own features of the sound</source>
        <translation>Ordner mit .mat-Dateien von COVAREP, benannt wie die Clips; leer: eigene Merkmale des Tons</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>Auf&amp;nahmen</translation>
    </message>
    <message>
        <source>Folder of the media files, sub-folders too</source>
        <translation>Ordner der Mediendateien, auch Unterordner</translation>
    </message>
    <message>
        <source>&amp;Word timings</source>
        <translation>&amp;Wortzeiten</translation>
    </message>
    <message>
        <source>GRID sentence corpus</source>
        <translation>GRID-Satzkorpus</translation>
    </message>
    <message>
        <source>Six words a clip; one of them is masked and to be told from face and voice.</source>
        <translation>Sechs Wörter je Clip; eines davon ist maskiert und aus Gesicht und Stimme zu erkennen.</translation>
    </message>
    <message>
        <source>&amp;Target word</source>
        <translation>&amp;Zielwort</translation>
    </message>
    <message>
        <source>The word that is masked in the text</source>
        <translation>Das Wort, das im Text maskiert ist</translation>
    </message>
    <message>
        <source>Folder of the .align files of the same names; empty: beside the recordings</source>
        <translation>Ordner der gleichnamigen .align-Dateien; leer: neben den Aufnahmen</translation>
    </message>
    <message>
        <source>Folder of clips with a table of labels</source>
        <translation>Ordner mit Clips und einer Tabelle der Labels</translation>
    </message>
    <message>
        <source>Any recordings with word timings of the same names; features of face and voice are made here.</source>
        <translation>Beliebige Aufnahmen mit Wortzeiten gleichen Namens; Merkmale von Gesicht und Stimme entstehen hier.</translation>
    </message>
    <message>
        <source>Folder of the word files (.TextGrid, .align, .srt, .vtt, .json) of the same names; empty: beside the recordings</source>
        <translation>Ordner der gleichnamigen Wortdateien (.TextGrid, .align, .srt, .vtt, .json); leer: neben den Aufnahmen</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>Table with the columns id and label, and split or group where they are known</source>
        <translation>Tabelle mit den Spalten id und label, und split oder group, wo sie bekannt sind</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Raw folder of MMSA (label.csv and Raw)</source>
        <translation>Raw-Ordner von MMSA (label.csv und Raw)</translation>
    </message>
    <message>
        <source>CMU-MOSI, CMU-MOSEI and CH-SIMS as MMSA lays them out: Raw/VIDEO/CLIP.mp4 and label.csv.</source>
        <translation>CMU-MOSI, CMU-MOSEI und CH-SIMS, wie MMSA sie ablegt: Raw/VIDEO/CLIP.mp4 und label.csv.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>O&amp;rdner</translation>
    </message>
    <message>
        <source>The folder with label.csv and Raw</source>
        <translation>Der Ordner mit label.csv und Raw</translation>
    </message>
    <message>
        <source>Another table than the folder&apos;s label.csv</source>
        <translation>Eine andere Tabelle als label.csv des Ordners</translation>
    </message>
    <message>
        <source>La&amp;bel of</source>
        <translation>La&amp;bel von</translation>
    </message>
    <message>
        <source>The column of the table that is learned</source>
        <translation>Die Spalte der Tabelle, die gelernt wird</translation>
    </message>
    <message>
        <source>everything together (label)</source>
        <translation>alles zusammen (label)</translation>
    </message>
    <message>
        <source>the text alone (label_T)</source>
        <translation>nur der Text (label_T)</translation>
    </message>
    <message>
        <source>the sound alone (label_A)</source>
        <translation>nur der Ton (label_A)</translation>
    </message>
    <message>
        <source>the picture alone (label_V)</source>
        <translation>nur das Bild (label_V)</translation>
    </message>
    <message>
        <source>its class (annotation)</source>
        <translation>seine Klasse (annotation)</translation>
    </message>
    <message>
        <source>Column of &amp;tokens</source>
        <translation>Spalte der &amp;Tokens</translation>
    </message>
    <message>
        <source>Column of the text with blanks between words, for languages that write none</source>
        <translation>Spalte des Textes mit Leerzeichen zwischen den Wörtern, für Sprachen, die keine schreiben</translation>
    </message>
    <message>
        <source>IEMOCAP (Session1 to Session5)</source>
        <translation>IEMOCAP (Session1 bis Session5)</translation>
    </message>
    <message>
        <source>The tree as its authors give it out; sessions 3 to 5 train, 2 validates, 1 tests.</source>
        <translation>Der Ordnerbaum, wie ihn die Autoren ausgeben; Sitzungen 3 bis 5 trainieren, 2 validiert, 1 testet.</translation>
    </message>
    <message>
        <source>The folder with Session1 to Session5</source>
        <translation>Der Ordner mit Session1 bis Session5</translation>
    </message>
    <message>
        <source>What the model is to predict</source>
        <translation>Was das Modell vorhersagen soll</translation>
    </message>
    <message>
        <source>neutral, happy, sad, angry: yes or no for each</source>
        <translation>neutral, fröhlich, traurig, wütend: je ja oder nein</translation>
    </message>
    <message>
        <source>the raters&apos; category</source>
        <translation>die Kategorie der Bewerter</translation>
    </message>
    <message>
        <source>valence, arousal and dominance</source>
        <translation>Valenz, Erregung und Dominanz</translation>
    </message>
    <message>
        <source>E&amp;xcited</source>
        <translation>Aufge&amp;regt</translation>
    </message>
    <message>
        <source>What becomes of utterances rated as excited</source>
        <translation>Was aus Äußerungen wird, die als aufgeregt bewertet sind</translation>
    </message>
    <message>
        <source>is a category of its own</source>
        <translation>ist eine eigene Kategorie</translation>
    </message>
    <message>
        <source>counts as happy</source>
        <translation>zählt als fröhlich</translation>
    </message>
    <message>
        <source>&amp;Side of the picture</source>
        <translation>&amp;Seite des Bildes</translation>
    </message>
    <message>
        <source>Where the actor who names the recording (the F of Ses01F) is in the split picture</source>
        <translation>Wo die Person, nach der die Aufnahme benannt ist (das F von Ses01F), im geteilten Bild steht</translation>
    </message>
    <message>
        <source>left, by the usual convention</source>
        <translation>links, wie üblich</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>take the whole picture</source>
        <translation>das ganze Bild nehmen</translation>
    </message>
    <message>
        <source>Recor&amp;dings</source>
        <translation>Auf&amp;nahmen</translation>
    </message>
    <message>
        <source>Computational sequences (.csd) of CMU-MOSI, CMU-MOSEI</source>
        <translation>Computational Sequences (.csd) von CMU-MOSI, CMU-MOSEI</translation>
    </message>
    <message>
        <source>A clip is a row of the labels; words, picture and sound come with their times.</source>
        <translation>Ein Clip ist eine Zeile der Labels; Wörter, Bild und Ton kommen mit ihren Zeiten.</translation>
    </message>
    <message>
        <source>S&amp;equences</source>
        <translation>Se&amp;quenzen</translation>
    </message>
    <message>
        <source>The .csd files, known by their standard names, or a folder of them; labels must be among them</source>
        <translation>Die .csd-Dateien, erkannt an ihren üblichen Namen, oder ein Ordner damit; Labels müssen darunter sein</translation>
    </message>
    <message>
        <source>Computational sequences (*.csd);;All files (*)</source>
        <translation>Computational Sequences (*.csd);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>File of &amp;labels</source>
        <translation>Datei der &amp;Labels</translation>
    </message>
    <message>
        <source>The sequence of labels, where its name does not tell it</source>
        <translation>Die Sequenz der Labels, wenn ihr Name sie nicht verrät</translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation>Angl&amp;eichung</translation>
    </message>
    <message>
        <source>One row of features for each word, by the SDK&apos;s rules, or all rows with their own times</source>
        <translation>Eine Merkmalszeile je Wort nach den Regeln des SDK, oder alle Zeilen mit ihren eigenen Zeiten</translation>
    </message>
    <message>
        <source>none: every stream keeps its own rows</source>
        <translation>keine: jeder Strom behält seine eigenen Zeilen</translation>
    </message>
    <message>
        <source>to the words</source>
        <translation>an die Wörter</translation>
    </message>
    <message>
        <source>to the picture&apos;s rows</source>
        <translation>an die Zeilen des Bildes</translation>
    </message>
    <message>
        <source>to the sound&apos;s rows</source>
        <translation>an die Zeilen des Tons</translation>
    </message>
    <message>
        <source>&amp;Of several rows</source>
        <translation>&amp;Von mehreren Zeilen</translation>
    </message>
    <message>
        <source>How the rows that overlap become one</source>
        <translation>Wie überlappende Zeilen zu einer werden</translation>
    </message>
    <message>
        <source>their mean</source>
        <translation>ihr Mittel</translation>
    </message>
    <message>
        <source>their sum</source>
        <translation>ihre Summe</translation>
    </message>
    <message>
        <source>the smallest of each feature</source>
        <translation>das Kleinste jedes Merkmals</translation>
    </message>
    <message>
        <source>the largest of each feature</source>
        <translation>das Größte jedes Merkmals</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>die erste</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>die letzte</translation>
    </message>
    <message>
        <source>the middle one</source>
        <translation>die mittlere</translation>
    </message>
    <message>
        <source>S&amp;plits</source>
        <translation>S&amp;plits</translation>
    </message>
    <message>
        <source>Which video is in which split</source>
        <translation>Welches Video in welchem Split ist</translation>
    </message>
    <message>
        <source>by the files&apos; names</source>
        <translation>nach den Dateinamen</translation>
    </message>
    <message>
        <source>standard of CMU-MOSI</source>
        <translation>Standard von CMU-MOSI</translation>
    </message>
    <message>
        <source>standard of CMU-MOSEI</source>
        <translation>Standard von CMU-MOSEI</translation>
    </message>
    <message>
        <source>drawn, whole videos</source>
        <translation>ausgelost, ganze Videos</translation>
    </message>
    <message>
        <source>La&amp;bel&apos;s value</source>
        <translation>&amp;Wert des Labels</translation>
    </message>
    <message>
        <source>Name or number of the label&apos;s value, such as happy of MOSEI, or all; empty: the first</source>
        <translation>Name oder Nummer des Wertes, etwa happy von MOSEI, oder all; leer: der erste</translation>
    </message>
    <message>
        <source>Folder of the segments&apos; films: VIDEO_1.mp4, VIDEO_2.mp4 ...; empty: the set names none</source>
        <translation>Ordner der Filme der Segmente: VIDEO_1.mp4, VIDEO_2.mp4 ...; leer: der Datensatz nennt keine</translation>
    </message>
    <message>
        <source>Pickle of MulT or MMSA (.pkl)</source>
        <translation>Pickle von MulT oder MMSA (.pkl)</translation>
    </message>
    <message>
        <source>Read by this program alone: nothing in the file is run, and no Python is needed.</source>
        <translation>Nur von diesem Programm gelesen: nichts aus der Datei wird ausgeführt, Python ist nicht nötig.</translation>
    </message>
    <message>
        <source>&amp;Pickle</source>
        <translation>&amp;Pickle</translation>
    </message>
    <message>
        <source>mosi_data.pkl, unaligned_50.pkl and the like</source>
        <translation>mosi_data.pkl, unaligned_50.pkl und dergleichen</translation>
    </message>
    <message>
        <source>Pickles (*.pkl *.pickle);;All files (*)</source>
        <translation>Pickles (*.pkl *.pickle);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Which labels, where the file has both</source>
        <translation>Welche Labels, wenn die Datei beide hat</translation>
    </message>
    <message>
        <source>numbers where there are some, else classes</source>
        <translation>Zahlen, wo es welche gibt, sonst Klassen</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Folder of the clips&apos; films: VIDEO/CLIP.mp4 or VIDEO_CLIP.mp4; empty: the set names none</source>
        <translation>Ordner der Filme der Clips: VIDEO/CLIP.mp4 oder VIDEO_CLIP.mp4; leer: der Datensatz nennt keine</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>preposition</source>
        <translation>Präposition</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>Buchstabe</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>Ziffer</translation>
    </message>
    <message>
        <source>adverb</source>
        <translation>Adverb</translation>
    </message>
</context>
<context>
    <name>mica::ImportSummaryWindow</name>
    <message>
        <source>set file</source>
        <translation>Datei des Datensatzes</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>taken over from a stopped import</source>
        <translation>aus einem angehaltenen Import übernommen</translation>
    </message>
    <message>
        <source>frames without a face</source>
        <translation>Bilder ohne Gesicht</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>clips without sound</source>
        <translation>Clips ohne Ton</translation>
    </message>
    <message>
        <source>clips without pictures</source>
        <translation>Clips ohne Bilder</translation>
    </message>
    <message>
        <source>words without a vector</source>
        <translation>Wörter ohne Vektor</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>What to know before trusting it</source>
        <translation>Was man wissen sollte, bevor man ihm vertraut</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>Was entstanden ist</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>left out: %1: %2</source>
        <translation>ausgelassen: %1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n clips</source>
        <translation>
            <numerusform>%1: %n Clip</numerusform>
            <numerusform>%1: %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>; %1 left out</source>
        <translation>; %1 ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>; %n notes</source>
        <translation>
            <numerusform>; %n Hinweis</numerusform>
            <numerusform>; %n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>Figures and notes</source>
        <translation>Werte und Hinweise</translation>
    </message>
    <message>
        <source>&amp;Figures and notes</source>
        <translation>&amp;Werte und Hinweise</translation>
    </message>
    <message>
        <source>Clips that were left out</source>
        <translation>Ausgelassene Clips</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>Warum er ausgelassen wurde</translation>
    </message>
    <message>
        <source>&amp;Left out (%1)</source>
        <translation>&amp;Ausgelassen (%1)</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Figures, notes and left-out clips into the clipboard</source>
        <translation>Werte, Hinweise und ausgelassene Clips in die Zwischenablage</translation>
    </message>
</context>
<context>
    <name>mica::JobBoard</name>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>stopping and saving</source>
        <translation>wird angehalten und gespeichert</translation>
    </message>
    <message>
        <source>epoch %1/%2, step %3/%4, loss %5, data wait %6 %</source>
        <translation>Epoche %1/%2, Schritt %3/%4, Verlust %5, Warten auf Daten %6 %</translation>
    </message>
</context>
<context>
    <name>mica::JobStrip</name>
    <message>
        <source>%1:%2 left</source>
        <translation>noch %1:%2</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>No job is running</source>
        <translation>Es läuft keine Aufgabe</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 unterbrechen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop %1; what is done so far is kept</source>
        <translation>%1 anhalten; was bisher fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Remove the line of %1</source>
        <translation>Die Zeile von %1 entfernen</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fertig</translation>
    </message>
    <message>
        <source>⚠ failed</source>
        <translation>⚠ fehlgeschlagen</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ angehalten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the result of %1</source>
        <translation>Das Ergebnis von %1 zeigen</translation>
    </message>
</context>
<context>
    <name>mica::KeyPage</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Taste oder Wirkung suchen</translation>
    </message>
    <message>
        <source>Lists only rows that hold the text</source>
        <translation>Listet nur Zeilen, die den Text enthalten</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>Jede Taste und ihre Wirkung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
</context>
<context>
    <name>mica::LaneMenu</name>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Choose the lanes of the time line and how the spectrum looks</source>
        <translation>Wählt die Spuren der Zeitachse und das Aussehen des Spektrums</translation>
    </message>
    <message>
        <source>Show or hide this lane (%1)</source>
        <translation>Diese Spur zeigen oder verbergen (%1)</translation>
    </message>
    <message>
        <source>Frequencies of the spectrum</source>
        <translation>Frequenzen des Spektrums</translation>
    </message>
    <message>
        <source>Even to the ear (mel)</source>
        <translation>Gehörrichtig (Mel)</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Range below the loudest</source>
        <translation>Bereich unter dem Lautesten</translation>
    </message>
    <message>
        <source>40 dB</source>
        <translation>40 dB</translation>
    </message>
    <message>
        <source>60 dB</source>
        <translation>60 dB</translation>
    </message>
    <message>
        <source>80 dB</source>
        <translation>80 dB</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Blue and yellow</source>
        <translation>Blau und Gelb</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>mica::LinkLane</name>
    <message>
        <source>Belongs together</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>word %1 “%2”</source>
        <translation>Wort %1 „%2“</translation>
    </message>
    <message>
        <source>This set keeps no links: what lies at the same time is taken to belong together</source>
        <translation>Dieser Datensatz enthält keine Verknüpfungen: was zur gleichen Zeit liegt, gilt als zusammengehörend</translation>
    </message>
    <message>
        <source>%1: %2 to %3 s</source>
        <translation>%1: %2 bis %3 s</translation>
    </message>
    <message>
        <source>Which word, piece of video and piece of sound truly belong together, as the set says</source>
        <translation>Welches Wort, welches Stück Video und welches Stück Ton laut Datensatz wirklich zusammengehören</translation>
    </message>
</context>
<context>
    <name>mica::LivePanel</name>
    <message>
        <source>Back to %1, as the training began</source>
        <translation>Zurück auf %1, wie das Training begann</translation>
    </message>
    <message>
        <source>Change while it trains</source>
        <translation>Während des Trainings ändern</translation>
    </message>
    <message>
        <source>
From %1 to %2. Acts from the next step on and becomes a mark on the curves.</source>
        <translation>
Von %1 bis %2. Wirkt vom nächsten Schritt an und wird eine Marke auf den Kurven.</translation>
    </message>
    <message>
        <source>%1 while it trains</source>
        <translation>%1 während des Trainings</translation>
    </message>
    <message>
        <source>%1 while it trains, as a number</source>
        <translation>%1 während des Trainings, als Zahl</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
</context>
<context>
    <name>mica::MainWindow</name>
    <message>
        <source>MICA Workbench</source>
        <translation>MICA Workbench</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Verteilungen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>About this set</source>
        <translation>Über diesen Datensatz</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>A training is running</source>
        <translation>Ein Training läuft</translation>
    </message>
    <message>
        <source>A training is running. What shall happen with it?</source>
        <translation>Ein Training läuft. Was soll damit geschehen?</translation>
    </message>
    <message>
        <source>A stopped run is saved and can be resumed later with the same result.</source>
        <translation>Ein angehaltener Lauf ist gespeichert und lässt sich später mit demselben Ergebnis fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>Anhalten &amp;und speichern</translation>
    </message>
    <message>
        <source>&amp;Keep training, close at its end</source>
        <translation>&amp;Weiter trainieren, am Ende schließen</translation>
    </message>
    <message>
        <source>Stopping after the running step and saving; the window closes then.</source>
        <translation>Hält nach dem laufenden Schritt an und speichert; danach schließt das Fenster.</translation>
    </message>
    <message>
        <source>The window closes when the training has ended.</source>
        <translation>Das Fenster schließt, wenn das Training beendet ist.</translation>
    </message>
    <message>
        <source>%1: no kind of import fits it. Choose one from File &gt; Import, or check the file.</source>
        <translation>%1: keine Art von Import passt dazu. Wählen Sie eine unter Datei &gt; Importieren, oder prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>The import of %1 was stopped. What is finished is kept: it goes on from there.</source>
        <translation>Der Import von %1 wurde angehalten. Was fertig ist, bleibt: er geht von dort weiter.</translation>
    </message>
    <message>
        <source>The import of %1 was stopped; no file was written.</source>
        <translation>Der Import von %1 wurde angehalten; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Change and try again...</source>
        <translation>Ändern und nochmals versuchen...</translation>
    </message>
    <message>
        <source>Details...</source>
        <translation>Einzelheiten...</translation>
    </message>
    <message>
        <source>Check a file</source>
        <translation>Eine Datei prüfen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The clips of the set, how labels and lengths are spread, and the check</source>
        <translation>Die Clips des Datensatzes, die Verteilung von Labels und Längen, und die Prüfung</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Settings, curves and the clip&apos;s attention as it changes</source>
        <translation>Einstellungen, Kurven und die Aufmerksamkeit des Clips, während sie sich ändert</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>The clip on its time line with its attention</source>
        <translation>Der Clip auf seiner Zeitachse mit seiner Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation>&amp;Clip</translation>
    </message>
    <message>
        <source>&amp;Next clip</source>
        <translation>&amp;Nächster Clip</translation>
    </message>
    <message>
        <source>Chooses the next clip of the list</source>
        <translation>Wählt den nächsten Clip der Liste</translation>
    </message>
    <message>
        <source>&amp;Previous clip</source>
        <translation>&amp;Voriger Clip</translation>
    </message>
    <message>
        <source>Chooses the clip before in the list</source>
        <translation>Wählt den vorigen Clip der Liste</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Every key of the window, by where it works</source>
        <translation>Jede Taste des Fensters, nach dem Ort, an dem sie wirkt</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>What this is, and the licences of its parts</source>
        <translation>Was dies ist, und die Lizenzen seiner Teile</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open set...</source>
        <translation>&amp;Datensatz öffnen...</translation>
    </message>
    <message>
        <source>Opens a set of clips (.h5) beside those that are open</source>
        <translation>Öffnet einen Datensatz (.h5) neben den bereits geöffneten</translation>
    </message>
    <message>
        <source>Open &amp;recordings...</source>
        <translation>Auf&amp;nahmen öffnen...</translation>
    </message>
    <message>
        <source>Opens your own videos or sounds, to look at them with a trained run; they can be dropped, too</source>
        <translation>Öffnet eigene Videos oder Tonaufnahmen, um sie mit einem trainierten Lauf zu betrachten; man kann sie auch ins Fenster ziehen</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importieren...</translation>
    </message>
    <message>
        <source>Makes a set from recordings or from the files of a benchmark</source>
        <translation>Macht einen Datensatz aus Aufnahmen oder aus den Dateien eines Benchmarks</translation>
    </message>
    <message>
        <source>&amp;Make or open the sample set</source>
        <translation>&amp;Beispielsatz erzeugen oder öffnen</translation>
    </message>
    <message>
        <source>Drawn faces that speak, with known attention</source>
        <translation>Gezeichnete Gesichter, die sprechen, mit bekannter Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Check &amp;this set</source>
        <translation>Diesen Datensatz &amp;prüfen</translation>
    </message>
    <message>
        <source>Tells what in the set would spoil a training</source>
        <translation>Sagt, was im Datensatz ein Training verderben würde</translation>
    </message>
    <message>
        <source>Check a &amp;file...</source>
        <translation>Eine D&amp;atei prüfen...</translation>
    </message>
    <message>
        <source>Tells what in a file of any supported form would spoil a training</source>
        <translation>Sagt, was in einer Datei einer unterstützten Form ein Training verderben würde</translation>
    </message>
    <message>
        <source>&amp;Next set</source>
        <translation>Näch&amp;ster Datensatz</translation>
    </message>
    <message>
        <source>Goes to the next of the open sets</source>
        <translation>Geht zum nächsten der geöffneten Datensätze</translation>
    </message>
    <message>
        <source>&amp;Previous set</source>
        <translation>&amp;Voriger Datensatz</translation>
    </message>
    <message>
        <source>Goes to the open set before</source>
        <translation>Geht zum vorigen der geöffneten Datensätze</translation>
    </message>
    <message>
        <source>&amp;Close this set</source>
        <translation>Datensatz s&amp;chließen</translation>
    </message>
    <message>
        <source>Closes the set on screen; a training of it goes on</source>
        <translation>Schließt den gezeigten Datensatz; ein Training damit geht weiter</translation>
    </message>
    <message>
        <source>Deletes the features of the recordings on screen; the recordings stay</source>
        <translation>Löscht die Merkmale der gezeigten Aufnahmen; die Aufnahmen bleiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Closes the window; a running training is asked about</source>
        <translation>Schließt das Fenster; bei laufendem Training wird gefragt</translation>
    </message>
    <message>
        <source>Open sets</source>
        <translation>Geöffnete Datensätze</translation>
    </message>
    <message>
        <source>The set on screen, of those that are open (%1)</source>
        <translation>Der gezeigte unter den geöffneten Datensätzen (%1)</translation>
    </message>
    <message>
        <source>no set is open</source>
        <translation>kein Datensatz geöffnet</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Train on this set</source>
        <translation>Auf diesem Datensatz t&amp;rainieren</translation>
    </message>
    <message>
        <source>Starts a new run with the settings of the Train layout</source>
        <translation>Beginnt einen neuen Lauf mit den Einstellungen der Anordnung Trainieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Waits after the running step, or goes on</source>
        <translation>Wartet nach dem laufenden Schritt oder fährt fort</translation>
    </message>
    <message>
        <source>Ends after the running step; the run can be resumed</source>
        <translation>Endet nach dem laufenden Schritt; der Lauf lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>&amp;Belege</translation>
    </message>
    <message>
        <source>What the chosen run&apos;s attention is worth: six kinds of figures</source>
        <translation>Was die Aufmerksamkeit des gewählten Laufs wert ist: sechs Arten von Werten</translation>
    </message>
    <message>
        <source>&amp;Predictions</source>
        <translation>&amp;Vorhersagen</translation>
    </message>
    <message>
        <source>What the chosen run says of each clip, and another run beside it</source>
        <translation>Was der gewählte Lauf zu jedem Clip sagt, und ein anderer daneben</translation>
    </message>
    <message>
        <source>&amp;Reset this layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Docks back to where they were at first</source>
        <translation>Bereiche zurück an ihren ursprünglichen Platz</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>About MICA Workbench</source>
        <translation>Über MICA Workbench</translation>
    </message>
    <message>
        <source>&lt;h3&gt;MICA Workbench %1&lt;/h3&gt;&lt;p&gt;Crossmodal attention over video, speech and words, on the clip&apos;s own time line. The model: &lt;i&gt;Attention is not Enough: Mitigating the Distribution Discrepancy in Asynchronous Multimodal Sequence Fusion&lt;/i&gt;, ICCV 2021.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;MICA Workbench %1&lt;/h3&gt;&lt;p&gt;Crossmodale Aufmerksamkeit über Video, Sprache und Wörter, auf der Zeitachse des Clips. Das Modell: &lt;i&gt;Attention is not Enough: Mitigating the Distribution Discrepancy in Asynchronous Multimodal Sequence Fusion&lt;/i&gt;, ICCV 2021.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;p&gt;Made with Qt %1 (LGPL 3), LibTorch (BSD), QCustomPlot (GPL 3), HDF5 (BSD), FFmpeg (LGPL 2.1 and GPL 2), dlib (Boost), aubio (GPL 3), FFTW (GPL 2), eSpeak NG (GPL 3), LIBLINEAR (BSD), Boost.Math (BSL), SQLite (public domain), toml++ (MIT), JSON for Modern C++ (MIT), CLI11 (BSD).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewähr.&lt;/p&gt;&lt;p&gt;Gebaut mit Qt %1 (LGPL 3), LibTorch (BSD), QCustomPlot (GPL 3), HDF5 (BSD), FFmpeg (LGPL 2.1 und GPL 2), dlib (Boost), aubio (GPL 3), FFTW (GPL 2), eSpeak NG (GPL 3), LIBLINEAR (BSD), Boost.Math (BSL), SQLite (gemeinfrei), toml++ (MIT), JSON for Modern C++ (MIT), CLI11 (BSD).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Features of %1</source>
        <translation>Merkmale von %1</translation>
    </message>
    <message numerus="yes">
        <source>Features of %n recordings</source>
        <translation>
            <numerusform>Merkmale von %n Aufnahme</numerusform>
            <numerusform>Merkmale von %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>The recordings were not opened; nothing was kept.</source>
        <translation>Die Aufnahmen wurden nicht geöffnet; nichts wurde aufgehoben.</translation>
    </message>
    <message>
        <source>Remove own clips</source>
        <translation>Eigene Clips entfernen</translation>
    </message>
    <message>
        <source>Remove %1? The features made of the recordings are deleted; the recordings stay where they are.</source>
        <translation>%1 entfernen? Die Merkmale der Aufnahmen werden gelöscht; die Aufnahmen bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1: cannot be removed (%2).</source>
        <translation>%1: lässt sich nicht entfernen (%2).</translation>
    </message>
    <message>
        <source>The set has no clip %1; it may have been made anew.</source>
        <translation>Der Datensatz hat keinen Clip %1; vielleicht wurde er neu gemacht.</translation>
    </message>
    <message>
        <source>Open a set</source>
        <translation>Einen Datensatz öffnen</translation>
    </message>
    <message>
        <source>Sets (*.h5 *.hdf5);;All files (*)</source>
        <translation>Datensätze (*.h5 *.hdf5);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>%1: the set holds no clips.</source>
        <translation>%1: der Datensatz enthält keine Clips.</translation>
    </message>
    <message>
        <source>%1 was open last time and is not there any more.</source>
        <translation>%1 war beim letzten Mal geöffnet und ist nicht mehr da.</translation>
    </message>
    <message numerus="yes">
        <source>%n sets that were open last time are not there any more: %1</source>
        <translation>
            <numerusform>%n Datensatz, der beim letzten Mal geöffnet war, ist nicht mehr da: %1</numerusform>
            <numerusform>%n Datensätze, die beim letzten Mal geöffnet waren, sind nicht mehr da: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the sets of the last time...</source>
        <translation>Die Datensätze vom letzten Mal werden geöffnet...</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n sets</source>
        <translation>
            <numerusform>%n Datensatz wird geöffnet</numerusform>
            <numerusform>%n Datensätze werden geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - MICA Workbench</source>
        <translation>%1 - MICA Workbench</translation>
    </message>
    <message>
        <source>No set is open. Open one from the File menu, drop files on the window, or make the sample set: drawn faces that speak, with pictures, sound, words and known attention (about a minute).</source>
        <translation>Kein Datensatz ist geöffnet. Öffnen Sie einen über das Menü Datei, ziehen Sie Dateien ins Fenster, oder erzeugen Sie den Beispielsatz: gezeichnete Gesichter, die sprechen, mit Bildern, Ton, Wörtern und bekannter Aufmerksamkeit (etwa eine Minute).</translation>
    </message>
    <message>
        <source>Make the sample set</source>
        <translation>Beispielsatz erzeugen</translation>
    </message>
    <message>
        <source>Making the sample set. Its progress is shown below.</source>
        <translation>Der Beispielsatz entsteht. Sein Fortschritt steht unten.</translation>
    </message>
    <message>
        <source>Sample set</source>
        <translation>Beispielsatz</translation>
    </message>
    <message>
        <source>made</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>The window speaks this language from its next start on.</source>
        <translation>Das Fenster spricht diese Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>Clip %1</translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation>verglichen mit %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>run %1, %2</source>
        <translation>Lauf %1, %2</translation>
    </message>
    <message>
        <source>All heads and layers</source>
        <translation>Alle Köpfe und Schichten</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Attention map</source>
        <translation>Aufmerksamkeitskarte</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Predictions: %1</source>
        <translation>Vorhersagen: %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>&amp;Export this view...</source>
        <translation>Diese Ansicht e&amp;xportieren...</translation>
    </message>
    <message>
        <source>Writes the view with the focus as a picture, numbers or a film</source>
        <translation>Schreibt die Ansicht mit dem Fokus als Bild, Zahlen oder Film</translation>
    </message>
    <message>
        <source>Remo&amp;ve these own clips...</source>
        <translation>Diese eigenen C&amp;lips entfernen...</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>&amp;Was wäre, wenn</translation>
    </message>
    <message>
        <source>What the model says when something is kept from it, beside what it says now</source>
        <translation>Was das Modell sagt, wenn ihm etwas vorenthalten wird, neben dem, was es jetzt sagt</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Wh&amp;at if</source>
        <translation>&amp;Was wäre, wenn</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>geändert: %1</translation>
    </message>
    <message>
        <source>&amp;Go on from an epoch of another run…</source>
        <translation>&amp;Von einer Epoche eines Laufs weiter…</translation>
    </message>
    <message>
        <source>A new run that begins where another one stood, with other settings</source>
        <translation>Ein neuer Lauf, der mit anderen Einstellungen beginnt, wo ein anderer stand</translation>
    </message>
    <message>
        <source>&amp;Repeat the chosen run</source>
        <translation>Gewählten Lauf &amp;wiederholen</translation>
    </message>
    <message>
        <source>Trains it once more, with every change that was made while it trained, at the same steps</source>
        <translation>Trainiert ihn noch einmal, mit jeder Änderung, die dabei gemacht wurde, bei denselben Schritten</translation>
    </message>
    <message>
        <source>%1: mean</source>
        <translation>%1: Mittel</translation>
    </message>
    <message>
        <source>Training stopped at %1: %2. The checkpoint of step %3 is kept.</source>
        <translation>Das Training hielt an bei %1: %2. Der Checkpoint von Schritt %3 ist da.</translation>
    </message>
    <message>
        <source>Go on from step %1 with learning rate %2</source>
        <translation>Von Schritt %1 mit Lernrate %2 weiter</translation>
    </message>
    <message>
        <source>A sweep is running</source>
        <translation>Ein Sweep läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n sweeps are running. What shall happen with them?</source>
        <translation>
            <numerusform>%n Sweep läuft. Was soll mit ihm geschehen?</numerusform>
            <numerusform>%n Sweeps laufen. Was soll mit ihnen geschehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>A stopped sweep is saved and can be gone on with. One that goes on is shown again by the next window.</source>
        <translation>Ein angehaltener Sweep ist gespeichert und kann fortgesetzt werden. Einen, der weiterläuft, zeigt das nächste Fenster wieder.</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Sweeps</translation>
    </message>
    <message>
        <source>Paper&apos;s tables</source>
        <translation>Tabellen des Papers</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are in the trash (folder .trash beside them): %1.</source>
        <translation>
            <numerusform>%n Lauf ist im Papierkorb (Ordner .trash daneben): %1.</numerusform>
            <numerusform>%n Läufe sind im Papierkorb (Ordner .trash daneben): %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und andere</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>E&amp;xperiments</source>
        <translation>E&amp;xperimente</translation>
    </message>
    <message>
        <source>The curves of the first %1 runs are shown: more cannot be told apart.</source>
        <translation>Gezeigt werden die Kurven der ersten %1 Läufe: mehr lassen sich nicht auseinanderhalten.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 has no checkpoint yet: there is nothing to look at.</source>
        <translation>%1 hat noch keinen Checkpoint: Es gibt nichts anzusehen.</translation>
    </message>
    <message>
        <source>%1 was trained on the set %2 (fingerprint %3), which is not at %4. Copy it there, or say where it is.</source>
        <translation>%1 wurde auf dem Datensatz %2 (Fingerabdruck %3) trainiert, der nicht unter %4 liegt. Kopieren Sie ihn dorthin, oder sagen Sie, wo er ist.</translation>
    </message>
    <message>
        <source>Find the set...</source>
        <translation>Datensatz suchen...</translation>
    </message>
    <message>
        <source>The set of %1</source>
        <translation>Der Datensatz von %1</translation>
    </message>
    <message>
        <source>%1 is another set than %2 was trained on (fingerprint %3, not %4).</source>
        <translation>%1 ist ein anderer Datensatz als der, auf dem %2 trainiert wurde (Fingerabdruck %3, nicht %4).</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>All runs in a table, those that are chosen side by side</source>
        <translation>Alle Läufe in einer Tabelle, die gewählten nebeneinander</translation>
    </message>
    <message>
        <source>Report of the r&amp;un...</source>
        <translation>Be&amp;richt des Laufs...</translation>
    </message>
    <message>
        <source>Writes all that the chosen run tells as one HTML or PDF file</source>
        <translation>Schreibt alles, was der gewählte Lauf erzählt, als eine HTML- oder PDF-Datei</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>Bericht von %1</translation>
    </message>
    <message>
        <source>written to %1</source>
        <translation>nach %1 geschrieben</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht steht in %1.</translation>
    </message>
    <message>
        <source>Report of the run</source>
        <translation>Bericht des Laufs</translation>
    </message>
    <message>
        <source>HTML file (*.html);;PDF file (*.pdf)</source>
        <translation>HTML-Datei (*.html);;PDF-Datei (*.pdf)</translation>
    </message>
    <message>
        <source>A report is an HTML or a PDF file: end its name in .html or .pdf.</source>
        <translation>Ein Bericht ist eine HTML- oder eine PDF-Datei: der Name muss auf .html oder .pdf enden.</translation>
    </message>
</context>
<context>
    <name>mica::MapAxis</name>
    <message>
        <source>word %1 “%2”</source>
        <translation>Wort %1 „%2“</translation>
    </message>
    <message>
        <source>%1 (masked)</source>
        <translation>%1 (maskiert)</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>video step %1</source>
        <translation>Bildschritt %1</translation>
    </message>
    <message>
        <source>sound step %1</source>
        <translation>Tonschritt %1</translation>
    </message>
    <message>
        <source> (flagged)</source>
        <translation> (markiert)</translation>
    </message>
    <message>
        <source>%1, %2-%3 s</source>
        <translation>%1, %2-%3 s</translation>
    </message>
    <message>
        <source>%1, time unknown</source>
        <translation>%1, Zeit unbekannt</translation>
    </message>
</context>
<context>
    <name>mica::MapDeck</name>
    <message>
        <source>Attention map, while it has the focus</source>
        <translation>Aufmerksamkeitskarte, wenn sie den Fokus hat</translation>
    </message>
    <message>
        <source>Up, Down	freezes the row above or below</source>
        <translation>Auf, Ab	hält die Zeile darüber oder darunter fest</translation>
    </message>
    <message>
        <source>Enter	freezes the row that is lit</source>
        <translation>Eingabe	hält die hervorgehobene Zeile fest</translation>
    </message>
    <message>
        <source>Escape	lets the row go</source>
        <translation>Esc	lässt die Zeile los</translation>
    </message>
    <message>
        <source>Page up, Page down	scrolls rows</source>
        <translation>Bild auf, Bild ab	scrollt durch die Zeilen</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down	zooms rows</source>
        <translation>Strg+Auf, Strg+Ab	zoomt die Zeilen</translation>
    </message>
    <message>
        <source>Shift+wheel, Ctrl+Shift+wheel	scrolls and zooms rows</source>
        <translation>Umschalt+Rad, Strg+Umschalt+Rad	scrollt und zoomt die Zeilen</translation>
    </message>
    <message>
        <source>All heads and layers, while they have the focus</source>
        <translation>Alle Köpfe und Schichten, wenn sie den Fokus haben</translation>
    </message>
    <message>
        <source>Arrow keys	go from one small map to the next</source>
        <translation>Pfeiltasten	gehen von einer kleinen Karte zur nächsten</translation>
    </message>
    <message>
        <source>Enter, click	shows it large</source>
        <translation>Eingabe, Klick	zeigt sie groß</translation>
    </message>
    <message>
        <source>Figure, while it has the focus</source>
        <translation>Abbildung, wenn sie den Fokus hat</translation>
    </message>
    <message>
        <source>Up, Down	lights the word before or after</source>
        <translation>Auf, Ab	hebt das Wort davor oder danach hervor</translation>
    </message>
    <message>
        <source>Click	on a word lights it, on a picture goes there</source>
        <translation>Klick	auf ein Wort hebt es hervor, auf ein Bild geht dorthin</translation>
    </message>
    <message>
        <source>%1, epoch %2, layer %3</source>
        <translation>%1, Epoche %2, Schicht %3</translation>
    </message>
    <message>
        <source>This run has no attention %1 in layer %2.</source>
        <translation>Dieser Lauf hat keine Aufmerksamkeit %1 in Schicht %2.</translation>
    </message>
    <message>
        <source>Between %1 and %2 there is nothing to attend to. %3</source>
        <translation>Zwischen %1 und %2 gibt es nichts zu beachten. %3</translation>
    </message>
    <message>
        <source>First: %1   less second: %2</source>
        <translation>Erste: %1   minus zweite: %2</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>Mittel aller Köpfe</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>Clip %1</translation>
    </message>
    <message>
        <source>lines: the %1 strongest sources of each target, by weight</source>
        <translation>Linien: die %1 stärksten Quellen jedes Ziels, nach Gewicht</translation>
    </message>
    <message>
        <source>%1, epoch %2, layer %3, changed</source>
        <translation>%1, Epoche %2, Schicht %3, geändert</translation>
    </message>
    <message>
        <source>This run has no crossmodal attention: it was trained on one stream alone.</source>
        <translation>Dieser Lauf hat keine crossmodale Aufmerksamkeit: er wurde auf nur einem Strom trainiert.</translation>
    </message>
    <message>
        <source>Small maps of the first: %1</source>
        <translation>Kleine Karten der ersten: %1</translation>
    </message>
    <message>
        <source>The two runs have no small maps of the same steps and heads to subtract.</source>
        <translation>Die beiden Läufe haben keine kleinen Karten gleicher Schritte und Köpfe, die sich voneinander abziehen ließen.</translation>
    </message>
</context>
<context>
    <name>mica::MapGrid</name>
    <message>
        <source>No attention yet: train a model or open a run</source>
        <translation>Noch keine Aufmerksamkeit: trainieren Sie ein Modell oder öffnen Sie einen Lauf</translation>
    </message>
    <message>
        <source>All heads and layers</source>
        <translation>Alle Köpfe und Schichten</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>Layer %1, mean of all heads. Click or Enter: show it large</source>
        <translation>Schicht %1, Mittel aller Köpfe. Klick oder Eingabe: groß zeigen</translation>
    </message>
    <message>
        <source>Layer %1, head %2. Click or Enter: show it large</source>
        <translation>Schicht %1, Kopf %2. Klick oder Eingabe: groß zeigen</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more in the first, of each row&apos;s largest difference</source>
        <translation>in der ersten mehr, relativ zur größten Differenz jeder Zeile</translation>
    </message>
    <message>
        <source>more in the first, of each small map&apos;s largest difference</source>
        <translation>in der ersten mehr, relativ zur größten Differenz jeder kleinen Karte</translation>
    </message>
    <message>
        <source>the largest weight of each row</source>
        <translation>das größte Gewicht jeder Zeile</translation>
    </message>
    <message>
        <source>the largest weight of each small map</source>
        <translation>das größte Gewicht jeder kleinen Karte</translation>
    </message>
    <message>
        <source>, log</source>
        <translation>, log</translation>
    </message>
    <message>
        <source>; faded: outside %1 % of the row</source>
        <translation>; verblasst: außerhalb von %1 % der Zeile</translation>
    </message>
</context>
<context>
    <name>mica::MapMenu</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Show the &amp;map</source>
        <translation>&amp;Karte zeigen</translation>
    </message>
    <message>
        <source>Show &amp;all heads and layers</source>
        <translation>&amp;Alle Köpfe und Schichten zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;figure</source>
        <translation>Abbil&amp;dung zeigen</translation>
    </message>
    <message>
        <source>Next &amp;pair</source>
        <translation>Nächstes &amp;Paar</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Voriges Paar</translation>
    </message>
    <message>
        <source>Next &amp;layer</source>
        <translation>Nächste S&amp;chicht</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>Next &amp;head</source>
        <translation>Nächster K&amp;opf</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>Voriger Kopf</translation>
    </message>
    <message>
        <source>&amp;Scale: linear or logarithmic</source>
        <translation>&amp;Skala: linear oder logarithmisch</translation>
    </message>
    <message>
        <source>&amp;Normalise the map or each row</source>
        <translation>Karte oder jede Zeile &amp;normieren</translation>
    </message>
    <message>
        <source>Threshold: keep l&amp;ess of each row&apos;s mass</source>
        <translation>Schwelle: w&amp;eniger der Masse jeder Zeile behalten</translation>
    </message>
    <message>
        <source>Threshold: keep more</source>
        <translation>Schwelle: mehr behalten</translation>
    </message>
    <message>
        <source>Outline &amp;W, gamma&apos;s selection</source>
        <translation>&amp;W umranden, die Auswahl von gamma</translation>
    </message>
    <message>
        <source>Outline &amp;V, its propagation</source>
        <translation>&amp;V umranden, ihre Weitergabe</translation>
    </message>
    <message>
        <source>Outline the &amp;truth</source>
        <translation>Wah&amp;rheit umranden</translation>
    </message>
    <message>
        <source>&amp;Compare: nothing, side by side, difference</source>
        <translation>Ver&amp;gleichen: nichts, nebeneinander, Differenz</translation>
    </message>
    <message>
        <source>Compare MICA | &amp;backbone | MulT</source>
        <translation>MICA | &amp;Backbone | MulT vergleichen</translation>
    </message>
    <message>
        <source>Next kept ep&amp;och</source>
        <translation>Nächste au&amp;fgehobene Epoche</translation>
    </message>
    <message>
        <source>Previous kept epoch</source>
        <translation>Vorige aufgehobene Epoche</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
</context>
<context>
    <name>mica::MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>mica::Metric</name>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error: mean |p - y|</source>
        <translation>Mittlerer absoluter Fehler: Mittel von |p - y|</translation>
    </message>
    <message>
        <source>Corr</source>
        <translation>Corr</translation>
    </message>
    <message>
        <source>Pearson correlation of prediction and truth</source>
        <translation>Pearson-Korrelation von Vorhersage und Wahrheit</translation>
    </message>
    <message>
        <source>Acc_7</source>
        <translation>Acc_7</translation>
    </message>
    <message>
        <source>Share of samples whose rounded value in [-3, 3] is right (half to even, zeros included)</source>
        <translation>Anteil der Beispiele, deren gerundeter Wert in [-3, 3] stimmt (Hälften zur geraden Zahl, Nullen eingeschlossen)</translation>
    </message>
    <message>
        <source>Acc_5</source>
        <translation>Acc_5</translation>
    </message>
    <message>
        <source>Share of samples whose rounded value in [-2, 2] is right (half to even, zeros included)</source>
        <translation>Anteil der Beispiele, deren gerundeter Wert in [-2, 2] stimmt (Hälften zur geraden Zahl, Nullen eingeschlossen)</translation>
    </message>
    <message>
        <source>Acc_2 (non0)</source>
        <translation>Acc_2 (non0)</translation>
    </message>
    <message>
        <source>Share of right signs, [p &gt; 0] = [y &gt; 0], over samples with y other than 0</source>
        <translation>Anteil richtiger Vorzeichen, [p &gt; 0] = [y &gt; 0], über Beispiele mit y ungleich 0</translation>
    </message>
    <message>
        <source>F1 (non0)</source>
        <translation>F1 (non0)</translation>
    </message>
    <message>
        <source>F1 of the sign, classes weighted by their true number, samples with y other than 0</source>
        <translation>F1 des Vorzeichens, Klassen nach ihrer wahren Zahl gewichtet, Beispiele mit y ungleich 0</translation>
    </message>
    <message>
        <source>F1 (non0, MulT-compatible)</source>
        <translation>F1 (non0, wie MulT)</translation>
    </message>
    <message>
        <source>F1 of the sign, classes weighted by their predicted number as the public MulT code does</source>
        <translation>F1 des Vorzeichens, Klassen nach ihrer vorhergesagten Zahl gewichtet, wie es der öffentliche MulT-Code tut</translation>
    </message>
    <message>
        <source>Acc_2 (has0)</source>
        <translation>Acc_2 (has0)</translation>
    </message>
    <message>
        <source>Share of right signs, [p &gt;= 0] = [y &gt;= 0], over all samples</source>
        <translation>Anteil richtiger Vorzeichen, [p &gt;= 0] = [y &gt;= 0], über alle Beispiele</translation>
    </message>
    <message>
        <source>F1 (has0)</source>
        <translation>F1 (has0)</translation>
    </message>
    <message>
        <source>F1 of the sign with 0 as positive, classes weighted by their true number</source>
        <translation>F1 des Vorzeichens mit 0 als positiv, Klassen nach ihrer wahren Zahl gewichtet</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of samples whose most probable class is right</source>
        <translation>Anteil der Beispiele, deren wahrscheinlichste Klasse stimmt</translation>
    </message>
    <message>
        <source>F1 (weighted)</source>
        <translation>F1 (gewichtet)</translation>
    </message>
    <message>
        <source>Mean of the classes&apos; F1, weighted by their true number</source>
        <translation>Mittel der F1 der Klassen, nach ihrer wahren Zahl gewichtet</translation>
    </message>
    <message>
        <source>F1 (macro)</source>
        <translation>F1 (makro)</translation>
    </message>
    <message>
        <source>Plain mean of the classes&apos; F1</source>
        <translation>Einfaches Mittel der F1 der Klassen</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>Mean of -log p(true class), in nats</source>
        <translation>Mittel von -log p(wahre Klasse), in Nat</translation>
    </message>
    <message>
        <source>Majority class</source>
        <translation>Häufigste Klasse</translation>
    </message>
    <message>
        <source>Accuracy of always saying the commonest class</source>
        <translation>Genauigkeit, wenn immer die häufigste Klasse gesagt wird</translation>
    </message>
    <message>
        <source>Accuracy (mean of emotions)</source>
        <translation>Genauigkeit (Mittel der Emotionen)</translation>
    </message>
    <message>
        <source>Mean of the four emotions&apos; accuracies</source>
        <translation>Mittel der Genauigkeiten der vier Emotionen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Total loss on the split</source>
        <translation>Gesamtverlust auf dem Split</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
</context>
<context>
    <name>mica::OpenSets</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mica::Option</name>
    <message>
        <source>features per step inside the network; a multiple of heads</source>
        <translation>Merkmale je Schritt im Netz; ein Vielfaches von heads</translation>
    </message>
    <message>
        <source>attention heads of every block</source>
        <translation>Aufmerksamkeitsköpfe jedes Blocks</translation>
    </message>
    <message>
        <source>crossmodal layers D</source>
        <translation>crossmodale Schichten D</translation>
    </message>
    <message>
        <source>self-attention layers per target; 0: max(layers, 3)</source>
        <translation>Self-Attention-Schichten je Ziel; 0: max(layers, 3)</translation>
    </message>
    <message>
        <source>width of the temporal convolution over text steps</source>
        <translation>Breite der zeitlichen Faltung über Textschritte</translation>
    </message>
    <message>
        <source>width of the temporal convolution over vision steps</source>
        <translation>Breite der zeitlichen Faltung über Bildschritte</translation>
    </message>
    <message>
        <source>width of the temporal convolution over audio steps</source>
        <translation>Breite der zeitlichen Faltung über Audioschritte</translation>
    </message>
    <message>
        <source>bias of the merging gate: T x d as in the paper, or d (any sequence length)</source>
        <translation>Bias des Gates beim Zusammenführen: T x d wie im Artikel, oder d (beliebige Sequenzlänge)</translation>
    </message>
    <message>
        <source>masked: padding never changes a result; reference: every padded step counts as real</source>
        <translation>masked: Auffüllung ändert nie ein Ergebnis; reference: jeder aufgefüllte Schritt zählt als echter</translation>
    </message>
    <message>
        <source>hide later source steps from a target step, as MulT does</source>
        <translation>spätere Quellschritte vor einem Zielschritt verbergen, wie MulT es tut</translation>
    </message>
    <message>
        <source>what the position code counts: steps, or the step&apos;s middle in seconds (needs times)</source>
        <translation>was der Positionscode zählt: Schritte, oder die Mitte des Schritts in Sekunden (braucht Zeiten)</translation>
    </message>
    <message>
        <source>positions = time: positions per second</source>
        <translation>positions = time: Positionen je Sekunde</translation>
    </message>
    <message>
        <source>inside every block (residual and ReLU)</source>
        <translation>in jedem Block (Residuum und ReLU)</translation>
    </message>
    <message>
        <source>on embedded sequences, after scale and positions</source>
        <translation>auf eingebetteten Sequenzen, nach Skalierung und Positionen</translation>
    </message>
    <message>
        <source>on raw text features</source>
        <translation>auf rohen Textmerkmalen</translation>
    </message>
    <message>
        <source>on attention weights over text and in memory blocks</source>
        <translation>auf Aufmerksamkeitsgewichten über Text und in Speicherblöcken</translation>
    </message>
    <message>
        <source>inside the output block</source>
        <translation>im Ausgabeblock</translation>
    </message>
    <message>
        <source>marginal alignment L_m</source>
        <translation>Angleichung der Randverteilungen L_m</translation>
    </message>
    <message>
        <source>element alignment L_e</source>
        <translation>Angleichung der Elemente L_e</translation>
    </message>
    <message>
        <source>V is the union of W over layers; false: W in place of V</source>
        <translation>V ist die Vereinigung von W über die Schichten; false: W anstelle von V</translation>
    </message>
    <message>
        <source>weight of L_m</source>
        <translation>Gewicht von L_m</translation>
    </message>
    <message>
        <source>weight of L_e</source>
        <translation>Gewicht von L_e</translation>
    </message>
    <message>
        <source>share of cells selected by L_e</source>
        <translation>Anteil der Zellen, die L_e wählt</translation>
    </message>
    <message>
        <source>L_m per head, or over all heads at once</source>
        <translation>L_m je Kopf, oder über alle Köpfe zugleich</translation>
    </message>
    <message>
        <source>rows: an even stride down to mmd_rows a side; exact: quadratic; random_features: linear</source>
        <translation>rows: gleichmäßig ausgewählt bis auf mmd_rows je Seite; exact: quadratisch; random_features: linear</translation>
    </message>
    <message>
        <source>elements a side used by the estimator rows</source>
        <translation>Elemente je Seite, die der Schätzer rows verwendet</translation>
    </message>
    <message>
        <source>frequencies of random_features, a fifth for each bandwidth</source>
        <translation>Frequenzen von random_features, ein Fünftel je Bandbreite</translation>
    </message>
    <message>
        <source>L_e divided by |V| and averaged, or the printed sum</source>
        <translation>L_e durch |V| geteilt und gemittelt, oder die gedruckte Summe</translation>
    </message>
    <message>
        <source>raw: |q - k|^2; relative: divided by the mean |q|^2 + mean |k|^2 of that sample and head</source>
        <translation>raw: |q - k|^2; relative: geteilt durch das mittlere |q|^2 + mittlere |k|^2 dieses Beispiels und Kopfes</translation>
    </message>
    <message>
        <source>fused: no matrix of cells is ever stored; plain: the same as tensor operations, to compare</source>
        <translation>fused: keine Matrix der Zellen wird je gespeichert; plain: dasselbe als Tensoroperationen, zum Vergleich</translation>
    </message>
    <message>
        <source>where training computes; auto: CUDA where it can, else the CPU</source>
        <translation>wo das Training rechnet; auto: CUDA, wo es geht, sonst die CPU</translation>
    </message>
    <message>
        <source>passes over the training split</source>
        <translation>Durchgänge durch den Trainings-Split</translation>
    </message>
    <message>
        <source>clips per step</source>
        <translation>Clips je Schritt</translation>
    </message>
    <message>
        <source>peak learning rate</source>
        <translation>höchste Lernrate</translation>
    </message>
    <message>
        <source>adam: decay added to the gradient; adamw: decoupled</source>
        <translation>adam: Weight Decay zum Gradienten addiert; adamw: entkoppelt</translation>
    </message>
    <message>
        <source>of every weight with two or more dimensions</source>
        <translation>jedes Gewichts mit zwei oder mehr Dimensionen</translation>
    </message>
    <message>
        <source>largest gradient norm; 0: no limit</source>
        <translation>größte Norm des Gradienten; 0: keine Grenze</translation>
    </message>
    <message>
        <source>how the learning rate falls</source>
        <translation>wie die Lernrate fällt</translation>
    </message>
    <message>
        <source>epochs without a better validation loss before a fall</source>
        <translation>Epochen ohne besseren Validierungsverlust vor einer Senkung</translation>
    </message>
    <message>
        <source>what the learning rate is multiplied by then</source>
        <translation>womit die Lernrate dann malgenommen wird</translation>
    </message>
    <message>
        <source>steps over which the learning rate rises from 0</source>
        <translation>Schritte, über die die Lernrate von 0 ansteigt</translation>
    </message>
    <message>
        <source>auto: l1 for regression, cross_entropy for classes; cross_entropy on a regression set: its labels&apos; nearest whole numbers as classes</source>
        <translation>auto: l1 bei Regression, cross_entropy bei Klassen; cross_entropy auf einem Regressionssatz: die nächsten ganzen Zahlen der Labels als Klassen</translation>
    </message>
    <message>
        <source>the best epoch has the lowest validation L_p, or the best MAE or accuracy</source>
        <translation>die beste Epoche hat den kleinsten Validierungsverlust L_p, oder die beste MAE oder Genauigkeit</translation>
    </message>
    <message>
        <source>epochs without a better score before the end; 0: off</source>
        <translation>Epochen ohne bessere Metrik vor dem Ende; 0: aus</translation>
    </message>
    <message>
        <source>measure the A-distance on validation every so many epochs; 0: only at the end, on test</source>
        <translation>die A-Distanz alle so viele Epochen auf Validierung messen; 0: nur am Ende, auf Test</translation>
    </message>
    <message>
        <source>keep a checkpoint of the untrained model and of every so many epochs; 0: only best and last</source>
        <translation>einen Checkpoint des untrainierten Modells und alle so viele Epochen aufheben; 0: nur bester und letzter</translation>
    </message>
    <message>
        <source>epochs whose attention of watched clips stays in the run folder, evenly thinned; 0: none</source>
        <translation>Epochen, deren Aufmerksamkeit beobachteter Clips im Ordner des Laufs bleibt, gleichmäßig ausgedünnt; 0: keine</translation>
    </message>
    <message>
        <source>clips whose attention is kept, by id, with commas between; empty: the one on screen, or the first of the test split</source>
        <translation>Clips, deren Aufmerksamkeit aufgehoben wird, nach Name, durch Kommas getrennt; leer: der auf dem Bildschirm, oder der erste des Test-Splits</translation>
    </message>
    <message>
        <source>streams the model sees: L text, V vision, A audio</source>
        <translation>Ströme, die das Modell sieht: L Text, V Bild, A Audio</translation>
    </message>
    <message>
        <source>train: vision and audio standardised with the training split&apos;s mean and deviation</source>
        <translation>train: Bild und Audio standardisiert mit Mittel und Abweichung des Trainings-Splits</translation>
    </message>
    <message>
        <source>the same for text features</source>
        <translation>dasselbe für Textmerkmale</translation>
    </message>
    <message>
        <source>text steps kept, from the start; 0: all</source>
        <translation>behaltene Textschritte, vom Anfang an; 0: alle</translation>
    </message>
    <message>
        <source>vision steps kept, from the start; 0: all</source>
        <translation>behaltene Bildschritte, vom Anfang an; 0: alle</translation>
    </message>
    <message>
        <source>audio steps kept, from the start; 0: all</source>
        <translation>behaltene Audioschritte, vom Anfang an; 0: alle</translation>
    </message>
    <message>
        <source>clips of similar length share a batch, so that little is padded; false: the plain shuffled order</source>
        <translation>Clips ähnlicher Länge teilen sich einen Batch, damit wenig aufgefüllt wird; false: die einfach gemischte Reihenfolge</translation>
    </message>
    <message>
        <source>clips kept in memory, up to this size; the others are read anew each time</source>
        <translation>im Speicher gehaltene Clips, bis zu dieser Größe; die anderen werden jedes Mal neu gelesen</translation>
    </message>
    <message>
        <source>streams that feature_noise and mask_spans change</source>
        <translation>Ströme, die feature_noise und mask_spans verändern</translation>
    </message>
    <message>
        <source>normal noise, in deviations of each feature</source>
        <translation>normalverteiltes Rauschen, in Standardabweichungen jedes Merkmals</translation>
    </message>
    <message>
        <source>spans of time set to the mean, per clip and stream</source>
        <translation>auf das Mittel gesetzte Zeitabschnitte, je Clip und Strom</translation>
    </message>
    <message>
        <source>longest such span in seconds (0.04 s a step where times are unknown)</source>
        <translation>längster solcher Abschnitt in Sekunden (0.04 s je Schritt, wo Zeiten unbekannt sind)</translation>
    </message>
    <message>
        <source>largest common shift of all streams in seconds, either way</source>
        <translation>größte gemeinsame Verschiebung aller Ströme in Sekunden, in beide Richtungen</translation>
    </message>
    <message>
        <source>Training: length and choice</source>
        <translation>Training: Länge, Auswahl</translation>
    </message>
    <message>
        <source>Training: optimiser</source>
        <translation>Training: Optimierer</translation>
    </message>
    <message>
        <source>Training: how it is computed</source>
        <translation>Training: wie gerechnet wird</translation>
    </message>
    <message>
        <source>Training: further settings</source>
        <translation>Training: Weiteres</translation>
    </message>
    <message>
        <source>Model: dropout</source>
        <translation>Modell: Dropout</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignment</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentation</translation>
    </message>
    <message>
        <source>save where training stands after so many</source>
        <translation>speichert den Stand nach so vielen</translation>
    </message>
    <message>
        <source>and inside long epochs this often</source>
        <translation>und innerhalb langer Epochen so oft</translation>
    </message>
    <message>
        <source>also write event files for TensorBoard in the run folder</source>
        <translation>schreibt auch Ereignisdateien für TensorBoard in den Ordner des Laufs</translation>
    </message>
    <message>
        <source>balanced: a class weighs clips / (classes x its clips), counted on the training split</source>
        <translation>balanced: eine Klasse wiegt Clips / (Klassen x ihre Clips), gezählt auf dem Trainings-Split</translation>
    </message>
    <message>
        <source>Training: schedule</source>
        <translation>Training: Zeitplan</translation>
    </message>
    <message>
        <source>Training: measured and kept</source>
        <translation>Training: Messen, Aufheben</translation>
    </message>
    <message>
        <source>mixed: matrix products of the blocks in bfloat16, on a GPU; the rest in single precision</source>
        <translation>mixed: Matrixprodukte der Blöcke in bfloat16, auf einer GPU; alles andere in einfacher Genauigkeit</translation>
    </message>
</context>
<context>
    <name>mica::OutcomeFilters</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation>Nur falsche</translation>
    </message>
    <message>
        <source>Sign flipped</source>
        <translation>Vorzeichen falsch</translation>
    </message>
    <message>
        <source>Search clips and words</source>
        <translation>Clips, Wörter suchen</translation>
    </message>
    <message>
        <source>Search predictions</source>
        <translation>Vorhersagen suchen</translation>
    </message>
    <message>
        <source>Every part typed must occur in the name, the group, the words, the label or the notes (Alt+Shift+F)</source>
        <translation>Jeder eingegebene Teil muss im Namen, in der Gruppe, den Wörtern, dem Label oder den Hinweisen vorkommen (Alt+Umschalt+F)</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>Gezeigter Split</translation>
    </message>
    <message>
        <source>Which part of the set is listed, drawn and compared (Alt+Shift+S)</source>
        <translation>Welcher Teil des Datensatzes gelistet, gezeichnet und verglichen wird (Alt+Umschalt+S)</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>alle Splits</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>kein Split</translation>
    </message>
    <message>
        <source>Lists only clips with this label</source>
        <translation>Listet nur Clips mit diesem Label</translation>
    </message>
    <message>
        <source>Lists only clips that are wrong by the chosen measure (Alt+Shift+W)</source>
        <translation>Listet nur Clips, die nach dem gewählten Maß falsch sind (Alt+Umschalt+W)</translation>
    </message>
    <message>
        <source>Lists only clips whose prediction has the other sign than the label (Alt+Shift+G)</source>
        <translation>Listet nur Clips, deren Vorhersage ein anderes Vorzeichen als das Label hat (Alt+Umschalt+G)</translation>
    </message>
    <message>
        <source>any label</source>
        <translation>jedes Label</translation>
    </message>
</context>
<context>
    <name>mica::OutcomeModel</name>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>The clip&apos;s name in the set</source>
        <translation>Der Name des Clips im Datensatz</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>The clip&apos;s label</source>
        <translation>Das Label des Clips</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>What the run says: %1</source>
        <translation>Was der Lauf sagt: %1</translation>
    </message>
    <message>
        <source>A: error</source>
        <translation>A: Fehler</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>1 - probability of the true class; of several parts their mean</source>
        <translation>1 - Wahrscheinlichkeit der wahren Klasse; bei mehreren Teilen ihr Mittel</translation>
    </message>
    <message>
        <source>Prediction - truth; sorted by its size</source>
        <translation>Vorhersage - Wahrheit; nach dem Betrag sortiert</translation>
    </message>
    <message>
        <source>A: verdict</source>
        <translation>A: Urteil</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Right or wrong by the chosen measure</source>
        <translation>Richtig oder falsch nach dem gewählten Maß</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Probability of what is predicted; of several parts the least</source>
        <translation>Wahrscheinlichkeit des Vorhergesagten; bei mehreren Teilen die kleinste</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>What the other run says: %1</source>
        <translation>Was der andere Lauf sagt: %1</translation>
    </message>
    <message>
        <source>B: error</source>
        <translation>B: Fehler</translation>
    </message>
    <message>
        <source>The other run&apos;s error, in the same way</source>
        <translation>Der Fehler des anderen Laufs, auf gleiche Weise</translation>
    </message>
    <message>
        <source>Who is right</source>
        <translation>Wer richtig liegt</translation>
    </message>
    <message>
        <source>Which of the two runs gets the clip right</source>
        <translation>Welcher der beiden Läufe beim Clip richtig liegt</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Part of the set: train, validation or test</source>
        <translation>Teil des Datensatzes: Training, Validierung oder Test</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Was gesagt wird</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1; Klick sortiert danach</translation>
    </message>
</context>
<context>
    <name>mica::Outcomes</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>both right</source>
        <translation>beide richtig</translation>
    </message>
    <message>
        <source>only A</source>
        <translation>nur A</translation>
    </message>
    <message>
        <source>only B</source>
        <translation>nur B</translation>
    </message>
    <message>
        <source>both wrong</source>
        <translation>beide falsch</translation>
    </message>
    <message>
        <source>the class</source>
        <translation>die Klasse</translation>
    </message>
    <message>
        <source>7 classes (Acc_7)</source>
        <translation>7 Klassen (Acc_7)</translation>
    </message>
    <message>
        <source>5 classes (Acc_5)</source>
        <translation>5 Klassen (Acc_5)</translation>
    </message>
    <message>
        <source>sign, without 0 (Acc_2 non0)</source>
        <translation>Vorzeichen, ohne 0 (Acc_2 non0)</translation>
    </message>
    <message>
        <source>sign, with 0 (Acc_2 has0)</source>
        <translation>Vorzeichen, mit 0 (Acc_2 has0)</translation>
    </message>
    <message>
        <source>The most probable class is the true one</source>
        <translation>Die wahrscheinlichste Klasse ist die wahre</translation>
    </message>
    <message>
        <source>Truth and prediction, cut to [-3, 3], round to the same whole number (half to even)</source>
        <translation>Wahrheit und Vorhersage, auf [-3, 3] begrenzt, runden zur selben ganzen Zahl (Hälften zur geraden)</translation>
    </message>
    <message>
        <source>Truth and prediction, cut to [-2, 2], round to the same whole number (half to even)</source>
        <translation>Wahrheit und Vorhersage, auf [-2, 2] begrenzt, runden zur selben ganzen Zahl (Hälften zur geraden)</translation>
    </message>
    <message>
        <source>[p &gt; 0] = [y &gt; 0]; clips with y = 0 are not counted</source>
        <translation>[p &gt; 0] = [y &gt; 0]; Clips mit y = 0 werden nicht gezählt</translation>
    </message>
    <message>
        <source>[p &gt;= 0] = [y &gt;= 0], all clips</source>
        <translation>[p &gt;= 0] = [y &gt;= 0], alle Clips</translation>
    </message>
    <message>
        <source>truth %1</source>
        <translation>Wahrheit %1</translation>
    </message>
    <message>
        <source>prediction %1</source>
        <translation>Vorhersage %1</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
</context>
<context>
    <name>mica::PairHistogram</name>
    <message>
        <source>Two distributions</source>
        <translation>Zwei Verteilungen</translation>
    </message>
    <message>
        <source>%1 to %2: %3 %4 %, %5 %6 %</source>
        <translation>%1 bis %2: %3 %4 %, %5 %6 %</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>Nichts zu zählen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (median %2)</source>
        <translation>%1 (Median %2)</translation>
    </message>
</context>
<context>
    <name>mica::PairTable</name>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>%1 % interval %2 to %3</source>
        <translation>%1-%-Intervall %2 bis %3</translation>
    </message>
    <message>
        <source>1 - p(true class), n = %1: A %2, B %3, A - B %4, %5, effect d_z %6</source>
        <translation>1 - p(wahre Klasse), n = %1: A %2, B %3, A - B %4, %5, Effekt d_z %6</translation>
    </message>
    <message>
        <source>Absolute error, n = %1: A %2, B %3, A - B %4, %5, effect d_z %6</source>
        <translation>Absoluter Fehler, n = %1: A %2, B %3, A - B %4, %5, Effekt d_z %6</translation>
    </message>
    <message>
        <source>Paired permutation test (all signs), two-sided: %1</source>
        <translation>Gepaarter Permutationstest (alle Vorzeichen), zweiseitig: %1</translation>
    </message>
    <message>
        <source>Paired permutation test (%1 drawn signs, seed %2), two-sided: %3</source>
        <translation>Gepaarter Permutationstest (%1 gezogene Vorzeichen, Seed %2), zweiseitig: %3</translation>
    </message>
    <message>
        <source>Wilcoxon&apos;s signed ranks (%1, %2 unequal pairs), two-sided: %3; rank correlation %4</source>
        <translation>Wilcoxon-Vorzeichen-Rang-Test (%1, %2 ungleiche Paare), zweiseitig: %3; Rangkorrelation %4</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>normal approximation</source>
        <translation>Normalnäherung</translation>
    </message>
    <message>
        <source>Training clips are among these: both runs have learnt them. Choose the test split.</source>
        <translation>Darunter sind Trainingsclips: beide Läufe haben sie gelernt. Wählen Sie den Test-Split.</translation>
    </message>
    <message>
        <source>These are not test clips: the best epoch was chosen by validation. Choose the test split.</source>
        <translation>Dies sind keine Testclips: die beste Epoche wurde nach der Validierung gewählt. Wählen Sie den Test-Split.</translation>
    </message>
    <message>
        <source>%1 that only one run has predicted</source>
        <translation>%1, die nur ein Lauf vorhergesagt hat</translation>
    </message>
    <message>
        <source>%1 without a label</source>
        <translation>%1 ohne Label</translation>
    </message>
    <message>
        <source>%1 that the measure does not count</source>
        <translation>%1, die das Maß nicht zählt</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Intervals: bootstrap of clips, %1 resamples, seed %2. One small p among many settings, seeds or measures proves little; clips of one video or speaker are not independent, which makes p too small.</source>
        <translation>Intervalle: Bootstrap der Clips, %1 Stichproben, Seed %2. Ein kleines p unter vielen Einstellungen, Seeds oder Maßen beweist wenig; Clips eines Videos oder einer Person sind nicht unabhängig, was p zu klein macht.</translation>
    </message>
    <message>
        <source>Paired tests</source>
        <translation>Gepaarte Tests</translation>
    </message>
    <message>
        <source>B right</source>
        <translation>B richtig</translation>
    </message>
    <message>
        <source>B wrong</source>
        <translation>B falsch</translation>
    </message>
    <message>
        <source>A right</source>
        <translation>A richtig</translation>
    </message>
    <message>
        <source>A wrong</source>
        <translation>A falsch</translation>
    </message>
    <message>
        <source>Lists the clips: %1; once more: all again (Alt+Shift+%2)</source>
        <translation>Listet die Clips: %1; noch einmal: wieder alle (Alt+Umschalt+%2)</translation>
    </message>
    <message>
        <source>A: %1
B: %2</source>
        <translation>A: %1
B: %2</translation>
    </message>
    <message>
        <source>%1
%2 (%3 %)</source>
        <translation>%1
%2 (%3 %)</translation>
    </message>
    <message>
        <source>The tests are being computed...</source>
        <translation>Die Tests werden berechnet...</translation>
    </message>
    <message>
        <source>Right by %1, n = %2: A - B %3, %4; McNemar&apos;s exact test, two-sided: %5</source>
        <translation>Richtig nach %1, n = %2: A - B %3, %4; exakter McNemar-Test, zweiseitig: %5</translation>
    </message>
    <message>
        <source>Tests of the %1 split, whatever is searched for:</source>
        <translation>Tests auf dem Split %1, unabhängig von der Suche:</translation>
    </message>
    <message>
        <source>Tests of all splits, whatever is searched for:</source>
        <translation>Tests auf allen Splits, unabhängig von der Suche:</translation>
    </message>
</context>
<context>
    <name>mica::Palette</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
</context>
<context>
    <name>mica::PaperPanel</name>
    <message>
        <source>All fi&amp;gures</source>
        <translation>Alle &amp;Größen</translation>
    </message>
    <message>
        <source>F&amp;older...</source>
        <translation>&amp;Ordner...</translation>
    </message>
    <message>
        <source>Ta&amp;ble:</source>
        <translation>Ta&amp;belle:</translation>
    </message>
    <message>
        <source>S&amp;et of the runs:</source>
        <translation>Date&amp;nsatz der Läufe:</translation>
    </message>
    <message>
        <source>Table 2: CMU-MOSI</source>
        <translation>Tabelle 2: CMU-MOSI</translation>
    </message>
    <message>
        <source>Table 3: CMU-MOSEI</source>
        <translation>Tabelle 3: CMU-MOSEI</translation>
    </message>
    <message>
        <source>Table 4: IEMOCAP</source>
        <translation>Tabelle 4: IEMOCAP</translation>
    </message>
    <message>
        <source>Table 5: ablation</source>
        <translation>Tabelle 5: Ablation</translation>
    </message>
    <message>
        <source>Table 6: crossmodal alignment</source>
        <translation>Tabelle 6: crossmodale Angleichung</translation>
    </message>
    <message>
        <source>Table of the paper</source>
        <translation>Tabelle des Papers</translation>
    </message>
    <message>
        <source>Which table of the paper is filled from the runs (%1)</source>
        <translation>Welche Tabelle des Papers aus den Läufen gefüllt wird (%1)</translation>
    </message>
    <message>
        <source>Set of the runs</source>
        <translation>Datensatz der Läufe</translation>
    </message>
    <message>
        <source>Runs of one set stand in a table; which one, where there are several (%1)</source>
        <translation>In einer Tabelle stehen Läufe eines Datensatzes; welches, wo es mehrere gibt (%1)</translation>
    </message>
    <message>
        <source>Every figure of the protocol, not only those of the paper&apos;s table (%1)</source>
        <translation>Jede Größe des Protokolls, nicht nur die der Tabelle des Papers (%1)</translation>
    </message>
    <message>
        <source>Another folder with runs below it (%1)</source>
        <translation>Ein anderer Ordner, unter dem Läufe liegen (%1)</translation>
    </message>
    <message>
        <source>The runs have not been read yet.</source>
        <translation>Die Läufe sind noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The table was not made</source>
        <translation>Die Tabelle wurde nicht erstellt</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>es wurde angehalten</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Folder with runs</source>
        <translation>Ordner mit Läufen</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>Die Läufe werden gelesen</translation>
    </message>
    <message>
        <source>The table could not be made</source>
        <translation>Die Tabelle konnte nicht erstellt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>There are no runs in this folder yet. Train the systems of the table here or with mica table.</source>
        <translation>In diesem Ordner gibt es noch keine Läufe. Trainieren Sie die Systeme der Tabelle hier oder mit mica table.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n run(s) in this folder is finished.</source>
        <translation>
            <numerusform>Der eine Lauf (%n) in diesem Ordner ist nicht abgeschlossen.</numerusform>
            <numerusform>Keiner der %n Läufe in diesem Ordner ist abgeschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the &amp;published figures alone</source>
        <translation>Nur die &amp;veröffentlichten Zahlen zeigen</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
</context>
<context>
    <name>mica::PaperTableView</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>Kopie&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Save...</source>
        <translation>&amp;Speichern...</translation>
    </message>
    <message>
        <source>The table: systems by figures</source>
        <translation>Die Tabelle: Systeme nach Größen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Format of the copied or saved table</source>
        <translation>Format der kopierten oder gespeicherten Tabelle</translation>
    </message>
    <message>
        <source>&amp;Written as:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>What the table is copied or saved as (%1)</source>
        <translation>Als was die Tabelle kopiert oder gespeichert wird (%1)</translation>
    </message>
    <message>
        <source>The whole table, its notes included, to the clipboard (%1)</source>
        <translation>Die ganze Tabelle mit ihren Anmerkungen in die Zwischenablage (%1)</translation>
    </message>
    <message>
        <source>The whole table, its notes included, into a file (%1)</source>
        <translation>Die ganze Tabelle mit ihren Anmerkungen in eine Datei (%1)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1
published</source>
        <translation>%1
veröffentlicht</translation>
    </message>
    <message>
        <source>%1
your runs</source>
        <translation>%1
eigene Läufe</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>As printed: %1, on %2</source>
        <translation>Wie gedruckt: %1, auf %2</translation>
    </message>
    <message>
        <source>R: the reference that the other systems are tested against</source>
        <translation>R: die Referenz, gegen die die anderen Systeme getestet werden</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Veröffentlicht: %1</translation>
    </message>
    <message>
        <source>no run</source>
        <translation>kein Lauf</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>No finished run of this system was found.</source>
        <translation>Kein abgeschlossener Lauf dieses Systems wurde gefunden.</translation>
    </message>
    <message>
        <source>Its runs have no such figure.</source>
        <translation>Seine Läufe haben keine solche Größe.</translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n run(s)</source>
        <translation>
            <numerusform>Mittel von %n Lauf</numerusform>
            <numerusform>Mittel von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>± deviation of the sample over seeds</source>
        <translation>± Standardabweichung der Stichprobe über die Seeds</translation>
    </message>
    <message>
        <source>Against the reference: %1</source>
        <translation>Gegen die Referenz: %1</translation>
    </message>
    <message>
        <source>Best of these runs: a paired test tells it from the second</source>
        <translation>Bestes dieser Läufe: ein gepaarter Test trennt es vom zweiten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Table %1: %2</source>
        <translation>Tabelle %1: %2</translation>
    </message>
    <message>
        <source>No finished run: the published figures alone.</source>
        <translation>Kein abgeschlossener Lauf: nur die veröffentlichten Zahlen.</translation>
    </message>
    <message>
        <source>Set %1, test split. Protocol: %2.</source>
        <translation>Datensatz %1, Testteil. Protokoll: %2.</translation>
    </message>
    <message>
        <source>Systems of the paper&apos;s table</source>
        <translation>Systeme aus der Tabelle des Papers</translation>
    </message>
    <message>
        <source>Not in the paper&apos;s table</source>
        <translation>Nicht in der Tabelle des Papers</translation>
    </message>
</context>
<context>
    <name>mica::ParallelCoordinates</name>
    <message>
        <source>Parallel coordinates of the trials</source>
        <translation>Parallele Koordinaten der Versuche</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>Achse %1</translation>
    </message>
    <message>
        <source>Drag along an axis to choose trials; drag a name to move its axis; Escape lifts all brushes</source>
        <translation>Entlang einer Achse ziehen wählt Versuche; einen Namen ziehen verschiebt seine Achse; Escape hebt alle Bereiche auf</translation>
    </message>
    <message>
        <source>%1
Drag the name to move the axis</source>
        <translation>%1
Den Namen ziehen verschiebt die Achse</translation>
    </message>
    <message>
        <source>%1, %2 to %3
Drag the name to move the axis</source>
        <translation>%1, %2 bis %3
Den Namen ziehen verschiebt die Achse</translation>
    </message>
    <message>
        <source>%1: %2
Drag to choose trials, click a brush to lift it</source>
        <translation>%1: %2
Ziehen wählt Versuche, ein Klick auf einen Bereich hebt ihn auf</translation>
    </message>
    <message>
        <source>%1
Double click to open its run</source>
        <translation>%1
Doppelklick öffnet seinen Lauf</translation>
    </message>
    <message>
        <source>failed or stopped</source>
        <translation>fehlgeschlagen oder angehalten</translation>
    </message>
    <message>
        <source>colour: %1, higher is better</source>
        <translation>Farbe: %1, höher ist besser</translation>
    </message>
    <message>
        <source>colour: %1, lower is better</source>
        <translation>Farbe: %1, niedriger ist besser</translation>
    </message>
</context>
<context>
    <name>mica::PredictionBar</name>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>truth %1</source>
        <translation>Wahrheit %1</translation>
    </message>
    <message>
        <source>no prediction yet</source>
        <translation>noch keine Vorhersage</translation>
    </message>
    <message>
        <source>prediction %1 (%2)</source>
        <translation>Vorhersage %1 (%2)</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>prediction %1</source>
        <translation>Vorhersage %1</translation>
    </message>
    <message>
        <source>|error| %1</source>
        <translation>|Fehler| %1</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
    <message>
        <source>Truth and prediction</source>
        <translation>Wahrheit und Vorhersage</translation>
    </message>
    <message>
        <source>Truth (diamond) and prediction (triangle) on the label&apos;s scale
%1</source>
        <translation>Wahrheit (Raute) und Vorhersage (Dreieck) auf der Skala des Labels
%1</translation>
    </message>
    <message>
        <source>Probability of each class; the true one is framed
%1</source>
        <translation>Wahrscheinlichkeit jeder Klasse; die wahre ist umrandet
%1</translation>
    </message>
    <message>
        <source>Probability of each label; those that are true are framed
%1</source>
        <translation>Wahrscheinlichkeit jedes Labels; wahre sind umrandet
%1</translation>
    </message>
</context>
<context>
    <name>mica::PredictionChange</name>
    <message>
        <source>No change: the prediction is the same to the last bit.</source>
        <translation>Keine Änderung: die Vorhersage ist bis aufs letzte Bit dieselbe.</translation>
    </message>
    <message>
        <source>%1 becomes %2: change %3.</source>
        <translation>%1 wird %2: Änderung %3.</translation>
    </message>
    <message>
        <source>%1 The sign turns.</source>
        <translation>%1 Das Vorzeichen kehrt sich um.</translation>
    </message>
    <message>
        <source>Most changed: %1.</source>
        <translation>Am meisten geändert: %1.</translation>
    </message>
    <message>
        <source>Still %1.</source>
        <translation>Weiterhin %1.</translation>
    </message>
    <message>
        <source>%1 becomes %2.</source>
        <translation>%1 wird %2.</translation>
    </message>
    <message>
        <source>%1 %2 Distance of the probabilities: %3 of 1.</source>
        <translation>%1 %2 Abstand der Wahrscheinlichkeiten: %3 von 1.</translation>
    </message>
</context>
<context>
    <name>mica::PredictionPictures</name>
    <message>
        <source>Errors: prediction - truth</source>
        <translation>Fehler: Vorhersage - Wahrheit</translation>
    </message>
    <message>
        <source>Shares of each truth</source>
        <translation>Anteile jeder Wahrheit</translation>
    </message>
    <message>
        <source>Pictures of the predictions</source>
        <translation>Bilder der Vorhersagen</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Two runs</source>
        <translation>Zwei Läufe</translation>
    </message>
    <message>
        <source>Truth against prediction; drag to list the clips of a region</source>
        <translation>Wahrheit gegen Vorhersage; ziehen listet die Clips eines Bereichs</translation>
    </message>
    <message>
        <source>How the errors are spread; click a bar to list its clips</source>
        <translation>Wie die Fehler verteilt sind; Klick auf einen Balken listet seine Clips</translation>
    </message>
    <message>
        <source>Truth down, prediction across; click a cell to list its clips</source>
        <translation>Wahrheit nach unten, Vorhersage nach rechts; Klick auf eine Zelle listet ihre Clips</translation>
    </message>
    <message>
        <source>Who gets which clip right, with paired tests</source>
        <translation>Wer welchen Clip richtig vorhersagt, mit gepaarten Tests</translation>
    </message>
    <message>
        <source>Shows what part of each truth is predicted as what, in place of counts (Alt+Shift+H)</source>
        <translation>Zeigt, welcher Teil jeder Wahrheit wie vorhergesagt wird, statt Anzahlen (Alt+Umschalt+H)</translation>
    </message>
    <message numerus="yes">
        <source>%n clips are not counted: without a label, or left out by the measure</source>
        <translation>
            <numerusform>%n Clip wird nicht gezählt: ohne Label, oder vom Maß ausgelassen</numerusform>
            <numerusform>%n Clips werden nicht gezählt: ohne Label, oder vom Maß ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a run under &quot;Compare with&quot; to see who gets which clip right, and whether the difference could be chance.</source>
        <translation>Wählen Sie unter „Vergleichen mit“ einen Lauf, um zu sehen, wer welchen Clip richtig vorhersagt, und ob der Unterschied Zufall sein könnte.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>shade: share of the row</source>
        <translation>Ton: Anteil der Zeile</translation>
    </message>
</context>
<context>
    <name>mica::PredictionsPanel</name>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Open a set of clips to see what a run predicts for each of them.</source>
        <translation>Öffnen Sie einen Datensatz, um zu sehen, was ein Lauf für jeden Clip vorhersagt.</translation>
    </message>
    <message>
        <source>The clips of this set have no labels: there is no truth to put predictions beside.</source>
        <translation>Die Clips dieses Datensatzes haben keine Labels: es gibt keine Wahrheit, mit der Vorhersagen zu vergleichen wären.</translation>
    </message>
    <message>
        <source>Train a model on this set, or choose a run under Attention, to see its predictions.</source>
        <translation>Trainieren Sie ein Modell auf diesem Datensatz, oder wählen Sie unter Aufmerksamkeit einen Lauf, um dessen Vorhersagen zu sehen.</translation>
    </message>
    <message>
        <source>%1 does not fit this set: %2.</source>
        <translation>%1 passt nicht zu diesem Datensatz: %2.</translation>
    </message>
    <message>
        <source>Predicting the clips...</source>
        <translation>Die Clips werden vorhergesagt...</translation>
    </message>
    <message>
        <source>Reading the run&apos;s predictions...</source>
        <translation>Die Vorhersagen des Laufs werden gelesen...</translation>
    </message>
    <message>
        <source>The run&apos;s predictions could not be read</source>
        <translation>Die Vorhersagen des Laufs konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Predict the clips</source>
        <translation>Vorhersage der Clips</translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps no predictions of these %n clips. They can be computed from its checkpoint; they are kept for the next time.</source>
        <translation>
            <numerusform>%1 hat für diesen %n Clip keine Vorhersage. Sie lässt sich aus dem Checkpoint berechnen und wird für das nächste Mal aufgehoben.</numerusform>
            <numerusform>%1 hat für diese %n Clips keine Vorhersagen. Sie lassen sich aus dem Checkpoint berechnen und werden für das nächste Mal aufgehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can predict none of these clips: they lack a label, or a stream that the model needs, or its view leaves them out.</source>
        <translation>%1 kann keinen dieser Clips vorhersagen: es fehlt ein Label oder ein Strom, den das Modell braucht, oder seine Ansicht lässt sie aus.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n clips have no prediction yet.</source>
        <translation>
            <numerusform>%n Clip hat noch keine Vorhersage.</numerusform>
            <numerusform>%n Clips haben noch keine Vorhersage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>B: %n clips have no prediction yet.</source>
        <translation>
            <numerusform>B: %n Clip hat noch keine Vorhersage.</numerusform>
            <numerusform>B: %n Clips haben noch keine Vorhersage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips cannot be predicted: no label, no stream that the model needs, or left out by its view.</source>
        <translation>
            <numerusform>%n Clip lässt sich nicht vorhersagen: kein Label, ein Strom fehlt, den das Modell braucht, oder von seiner Ansicht ausgelassen.</numerusform>
            <numerusform>%n Clips lassen sich nicht vorhersagen: kein Label, ein Strom fehlt, den das Modell braucht, oder von seiner Ansicht ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Predict them</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Predictions of %1</source>
        <translation>Vorhersagen von %1</translation>
    </message>
    <message>
        <source>The clips could not be predicted</source>
        <translation>Die Clips konnten nicht vorhergesagt werden</translation>
    </message>
    <message>
        <source>Predicting...</source>
        <translation>Vorhersage läuft...</translation>
    </message>
    <message>
        <source>Predicting: %1</source>
        <translation>Vorhersage läuft: %1</translation>
    </message>
    <message>
        <source>These predictions do not fit the set</source>
        <translation>Diese Vorhersagen passen nicht zum Datensatz</translation>
    </message>
    <message>
        <source>B has no predictions of these clips yet.</source>
        <translation>B hat noch keine Vorhersagen für diese Clips.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n clips)</source>
        <translation>
            <numerusform>%1 (%n Clip)</numerusform>
            <numerusform>%1 (%n Clips)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::PredictionsView</name>
    <message>
        <source>Lists what is wrong by the chosen measure, or all</source>
        <translation>Listet, was nach dem gewählten Maß falsch ist, oder alle</translation>
    </message>
    <message>
        <source>Lists what has the other sign than its label, or all</source>
        <translation>Listet, was ein anderes Vorzeichen als sein Label hat, oder alle</translation>
    </message>
    <message>
        <source>To the search</source>
        <translation>Zur Suche</translation>
    </message>
    <message>
        <source>To the split</source>
        <translation>Zum Split</translation>
    </message>
    <message>
        <source>To the label</source>
        <translation>Zum Label</translation>
    </message>
    <message>
        <source>To the run that is compared with</source>
        <translation>Zum Lauf, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>To what counts as right</source>
        <translation>Zu dem, was als richtig zählt</translation>
    </message>
    <message>
        <source>To the part of the label</source>
        <translation>Zum Teil des Labels</translation>
    </message>
    <message>
        <source>Lists all again</source>
        <translation>Listet wieder alle</translation>
    </message>
    <message>
        <source>Matrix: shares of each truth, or counts</source>
        <translation>Matrix: Anteile jeder Wahrheit, oder Anzahlen</translation>
    </message>
    <message>
        <source>Two runs: lists what both get right, or all</source>
        <translation>Zwei Läufe: listet, was beide richtig haben, oder alle</translation>
    </message>
    <message>
        <source>Two runs: lists what only A gets right, or all</source>
        <translation>Zwei Läufe: listet, was nur A richtig hat, oder alle</translation>
    </message>
    <message>
        <source>Two runs: lists what only B gets right, or all</source>
        <translation>Zwei Läufe: listet, was nur B richtig hat, oder alle</translation>
    </message>
    <message>
        <source>Two runs: lists what both get wrong, or all</source>
        <translation>Zwei Läufe: listet, was beide falsch haben, oder alle</translation>
    </message>
    <message>
        <source>To the table</source>
        <translation>Zur Tabelle</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>Das vorige Bild</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>Das nächste Bild</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>In a picture: to the next point, bar or cell; Enter chooses it</source>
        <translation>In einem Bild: zum nächsten Punkt, Balken oder Feld; Eingabe wählt es</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Umschalt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Scatter: widens a region about the point; Escape lifts it</source>
        <translation>Streuung: erweitert einen Bereich um den Punkt; Esc hebt ihn auf</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Another run of this set, B: who gets which clip right (Alt+Shift+C)</source>
        <translation>Ein anderer Lauf dieses Datensatzes, B: wer welchen Clip richtig vorhersagt (Alt+Umschalt+C)</translation>
    </message>
    <message>
        <source>Part of the label</source>
        <translation>Teil des Labels</translation>
    </message>
    <message>
        <source>Which value of the label is judged (Alt+Shift+P)</source>
        <translation>Welcher Wert des Labels beurteilt wird (Alt+Umschalt+P)</translation>
    </message>
    <message>
        <source>What counts as right</source>
        <translation>Was als richtig zählt</translation>
    </message>
    <message>
        <source>What counts as right (Alt+Shift+J)</source>
        <translation>Was als richtig zählt (Alt+Umschalt+J)</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>List all</source>
        <translation>Alle listen</translation>
    </message>
    <message>
        <source>Lifts search, filters and what is chosen in a picture (Alt+Shift+A)</source>
        <translation>Hebt Suche, Filter und die Auswahl in einem Bild auf (Alt+Umschalt+A)</translation>
    </message>
    <message>
        <source>Judge by</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>no other run</source>
        <translation>kein anderer Lauf</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>What counts as right: %1 (Alt+Shift+J)</source>
        <translation>Was als richtig zählt: %1 (Alt+Umschalt+J)</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clips</source>
        <translation>
            <numerusform>%1 von %n Clip</numerusform>
            <numerusform>%1 von %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Listed: %1</source>
        <translation>Gelistet: %1</translation>
    </message>
    <message>
        <source>Predicts the clips that have no prediction yet, or stops it</source>
        <translation>Sagt die Clips vorher, die noch keine Vorhersage haben, oder hält an</translation>
    </message>
</context>
<context>
    <name>mica::ProjectionPanel</name>
    <message>
        <source>, %1-%2 s</source>
        <translation>, %1-%2 s</translation>
    </message>
    <message>
        <source>, time unknown</source>
        <translation>, Zeit unbekannt</translation>
    </message>
    <message>
        <source>%1: %2 step %3%4, clip %5</source>
        <translation>%1: %2-Schritt %3%4, Clip %5</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1, Epoche %2</translation>
    </message>
    <message>
        <source>: KL %1 after %2</source>
        <translation>: KL %1 nach %2</translation>
    </message>
    <message>
        <source>, A-distance %1</source>
        <translation>, A-Distanz %1</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>How many, half of them queries</source>
        <translation>Wie viele, die Hälfte davon Querys</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>How many neighbours t-SNE keeps together</source>
        <translation>Wie viele Nachbarn t-SNE beisammen hält</translation>
    </message>
    <message>
        <source>Queries (discs) and keys (crosses) of the chosen block, an even choice of steps and clips.</source>
        <translation>Querys (Scheiben) und Keys (Kreuze) des gewählten Blocks, eine gleichmäßige Auswahl von Schritten und Clips.</translation>
    </message>
    <message>
        <source>q and k as in Eq. 1: the projections with bias, before scaling, all heads joined or one of them. PCA keeps distances as far as its axes hold the variance. t-SNE (exact, from the principal components) keeps neighbours only: sizes of clumps and gaps between them mean nothing. A point&apos;s place says nothing of its time. Alignment shows where the two clouds lie in each other; so does a lower A-distance of the same points.</source>
        <translation>q und k wie in Gl. 1: die Projektionen mit Bias, vor der Skalierung, alle Köpfe zusammengefügt oder einer davon. PCA erhält Abstände, soweit ihre Achsen die Varianz tragen. t-SNE (exakt, aus den Hauptkomponenten) erhält nur Nachbarschaften: Größen von Haufen und Lücken dazwischen bedeuten nichts. Der Ort eines Punktes sagt nichts über seine Zeit. Angleichung zeigt sich darin, dass die beiden Wolken ineinander liegen, und in einer kleineren A-Distanz derselben Punkte.</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>2-D</source>
        <translation>2-D</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Beside it: another run or epoch</source>
        <translation>Daneben: ein anderer Lauf oder eine andere Epoche</translation>
    </message>
    <message>
        <source>nothing beside</source>
        <translation>nichts daneben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Queries and keys of %1 in two or three dimensions. Choose another epoch or run beside it to see what alignment changed.</source>
        <translation>Querys und Keys von %1 in zwei oder drei Dimensionen. Wählen Sie daneben eine andere Epoche oder einen anderen Lauf, um zu sehen, was die Angleichung geändert hat.</translation>
    </message>
    <message>
        <source>Projection of %1</source>
        <translation>Projektion von %1</translation>
    </message>
    <message>
        <source>axis %1: %2 %</source>
        <translation>Achse %1: %2 %</translation>
    </message>
</context>
<context>
    <name>mica::PublishedPlot</name>
    <message>
        <source>published %1</source>
        <translation>%1, veröffentlicht</translation>
    </message>
    <message>
        <source>Published %1 by %2</source>
        <translation>Veröffentlichtes %1 nach %2</translation>
    </message>
    <message>
        <source>Published (%1), on the paper&apos;s test split, for comparison of the shape:
%2</source>
        <translation>Veröffentlicht (%1), auf dem Test-Split des Artikels, zum Vergleich des Verlaufs:
%2</translation>
    </message>
</context>
<context>
    <name>mica::RangeField</name>
    <message>
        <source>%1, from</source>
        <translation>%1, von</translation>
    </message>
    <message>
        <source>%1: the smallest that is shown; empty: any</source>
        <translation>%1: das Kleinste, was gezeigt wird; leer: beliebig</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, bis</translation>
    </message>
    <message>
        <source>%1: the largest that is shown; empty: any. &quot;&lt;2&quot; leaves 2 itself out</source>
        <translation>%1: das Größte, was gezeigt wird; leer: beliebig. &quot;&lt;2&quot; lässt die 2 selbst aus</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>mica::RecordingsDialog</name>
    <message>
        <source>Open recordings</source>
        <translation>Aufnahmen öffnen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>The recordings to open, each with its transcript</source>
        <translation>Die zu öffnenden Aufnahmen, jede mit ihrem Transkript</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Transcript with word times</source>
        <translation>Transkript mit Wortzeiten</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation>&amp;Hinzufügen...</translation>
    </message>
    <message>
        <source>Videos or sounds, of any format that FFmpeg reads</source>
        <translation>Videos oder Tonaufnahmen, in jedem Format, das FFmpeg liest</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Takes the chosen recordings off the list</source>
        <translation>Nimmt die gewählten Aufnahmen von der Liste</translation>
    </message>
    <message>
        <source>&amp;Transcript...</source>
        <translation>&amp;Transkript...</translation>
    </message>
    <message>
        <source>The chosen recording&apos;s words with their times</source>
        <translation>Die Wörter der gewählten Aufnahme mit ihren Zeiten</translation>
    </message>
    <message>
        <source>&amp;No transcript</source>
        <translation>&amp;Kein Transkript</translation>
    </message>
    <message>
        <source>Opens the chosen recordings without words: their text stays empty</source>
        <translation>Öffnet die gewählten Aufnahmen ohne Wörter: ihr Text bleibt leer</translation>
    </message>
    <message>
        <source>A model can look at a recording only if its features are made as those that it learnt from</source>
        <translation>Ein Modell kann eine Aufnahme nur betrachten, wenn ihre Merkmale so gemacht sind wie die, aus denen es gelernt hat</translation>
    </message>
    <message>
        <source>&amp;Look with</source>
        <translation>&amp;Betrachten mit</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Makes the features in the background and opens the clips (Enter)</source>
        <translation>Macht die Merkmale im Hintergrund und öffnet die Clips (Eingabe)</translation>
    </message>
    <message>
        <source>It has saved no model yet.</source>
        <translation>Er hat noch kein Modell gespeichert.</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>run %1: cannot look at recordings</source>
        <translation>Lauf %1: kann keine Aufnahmen betrachten</translation>
    </message>
    <message>
        <source>no run: the features that an import makes</source>
        <translation>kein Lauf: die Merkmale, die ein Import macht</translation>
    </message>
    <message>
        <source>none: the text stays empty</source>
        <translation>keines: der Text bleibt leer</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Transcripts (%1);;All files (*)</source>
        <translation>Transkripte (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht betrachtet</translation>
    </message>
    <message>
        <source>The features are made in the background and kept, so that the same recordings open at once again. Nothing is written beside the recordings.</source>
        <translation>Die Merkmale entstehen im Hintergrund und werden aufgehoben, damit dieselben Aufnahmen sofort wieder öffnen. Neben die Aufnahmen wird nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs cannot look at recordings; pointing at one in the list says why.</source>
        <translation>
            <numerusform>%n Lauf kann keine Aufnahmen betrachten; zeigt man in der Liste auf ihn, steht dort warum.</numerusform>
            <numerusform>%n Läufe können keine Aufnahmen betrachten; zeigt man in der Liste auf einen, steht dort warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a video or a sound, or drop files on the window.</source>
        <translation>Fügen Sie ein Video oder eine Tonaufnahme hinzu, oder ziehen Sie Dateien ins Fenster.</translation>
    </message>
    <message>
        <source>none: the film&apos;s own words</source>
        <translation>keines: die Wörter des Films selbst</translation>
    </message>
</context>
<context>
    <name>mica::Report</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Loss, %1</source>
        <translation>Verlust, %1</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>train total</source>
        <translation>Training gesamt</translation>
    </message>
    <message>
        <source>train L_p</source>
        <translation>Training L_p</translation>
    </message>
    <message>
        <source>validation L_p</source>
        <translation>Validierung L_p</translation>
    </message>
    <message>
        <source>train L_m</source>
        <translation>Training L_m</translation>
    </message>
    <message>
        <source>train L_e</source>
        <translation>Training L_e</translation>
    </message>
    <message>
        <source>%1, validation</source>
        <translation>%1, Validierung</translation>
    </message>
    <message>
        <source>A-distance on validation, mean over layers</source>
        <translation>A-Distanz auf Validierung, Mittel über Schichten</translation>
    </message>
    <message>
        <source>A-distance</source>
        <translation>A-Distanz</translation>
    </message>
    <message numerus="yes">
        <source>%1, epoch %2, clip %3 (%4): %5 to %6, layer %7, mean of %n heads; truth %8</source>
        <translation>
            <numerusform>%1, Epoche %2, Clip %3 (%4): %5 nach %6, Schicht %7, Mittel aus %n Kopf; Wahrheit %8</numerusform>
            <numerusform>%1, Epoche %2, Clip %3 (%4): %5 nach %6, Schicht %7, Mittel aus %n Köpfen; Wahrheit %8</numerusform>
        </translation>
    </message>
    <message>
        <source>, prediction %1</source>
        <translation>, Vorhersage %1</translation>
    </message>
    <message>
        <source>, prediction %1 (%2)</source>
        <translation>, Vorhersage %1 (%2)</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>Loss of each step</source>
        <translation>Verlust je Schritt</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>mica::RulerLane</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Drag here: move the cursor. Drag in a lane below: select. Shift+click: extend the selection. Wheel: scroll. Ctrl+wheel: zoom. Double click: no selection.</source>
        <translation>Hier ziehen: Cursor bewegen. In einer Spur darunter ziehen: auswählen. Umschalt+Klick: Auswahl erweitern. Rad: scrollen. Strg+Rad: zoomen. Doppelklick: keine Auswahl.</translation>
    </message>
    <message>
        <source>Times are not known: steps lie evenly spread</source>
        <translation>Zeiten sind nicht bekannt: Schritte liegen gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>mica::RunComparison</name>
    <message>
        <source>Chosen runs side by side</source>
        <translation>Ausgewählte Läufe nebeneinander</translation>
    </message>
    <message>
        <source>Choose two or more runs in the table above (Ctrl and a click, or Shift and the arrows) to see the settings in which they differ and their figures side by side.</source>
        <translation>Wählen Sie oben in der Tabelle zwei oder mehr Läufe (Strg und Klick, oder Umschalt und Pfeile), um die Einstellungen zu sehen, in denen sie sich unterscheiden, und ihre Werte nebeneinander.</translation>
    </message>
    <message>
        <source>To the runs</source>
        <translation>Zu den Läufen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>split, metric</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (best)</source>
        <translation>%1 (bester)</translation>
    </message>
    <message>
        <source>No setting differs</source>
        <translation>Keine Einstellung ist verschieden</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Verschiedene Einstellungen</translation>
    </message>
    <message>
        <source>Options, model, seed, set, view, versions, hardware and origin; what all have alike is left out</source>
        <translation>Optionen, Modell, Seed, Datensatz, Ansicht, Versionen, Rechner und Herkunft; was allen gemeinsam ist, fehlt</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Of each run&apos;s best epoch</source>
        <translation>Aus der besten Epoche jedes Laufs</translation>
    </message>
    <message>
        <source>Test, reported only</source>
        <translation>Test, nur berichtet</translation>
    </message>
    <message>
        <source>Of the epoch that validation chose. Choose runs by validation: whoever chooses by test has no test</source>
        <translation>Aus der Epoche, die die Validierung gewählt hat. Wählen Sie Läufe nach der Validierung: Wer nach dem Test wählt, hat keinen Test</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of the chosen runs; %n more are not shown.</source>
        <translation>
            <numerusform>Die ersten %1 der ausgewählten Läufe; %n weiterer ist nicht gezeigt.</numerusform>
            <numerusform>Die ersten %1 der ausgewählten Läufe; %n weitere sind nicht gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunEdits</name>
    <message numerus="yes">
        <source>delete %n runs</source>
        <translation>
            <numerusform>%n Lauf löschen</numerusform>
            <numerusform>%n Läufe löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring %n runs back</source>
        <translation>
            <numerusform>%n Lauf zurückholen</numerusform>
            <numerusform>%n Läufe zurückholen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunList</name>
    <message>
        <source>now, as it trains</source>
        <translation>jetzt, im Training</translation>
    </message>
    <message>
        <source>best (epoch %1)</source>
        <translation>beste (Epoche %1)</translation>
    </message>
    <message>
        <source>best</source>
        <translation>beste</translation>
    </message>
    <message>
        <source>last (epoch %1)</source>
        <translation>letzte (Epoche %1)</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzte</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>mica::RunModel</name>
    <message numerus="yes">
        <source>%1 (%n runs)</source>
        <translation>
            <numerusform>%1 (%n Lauf)</numerusform>
            <numerusform>%1 (%n Läufe)</numerusform>
        </translation>
    </message>
    <message>
        <source>in no experiment</source>
        <translation>in keinem Experiment</translation>
    </message>
    <message>
        <source>without a tag</source>
        <translation>ohne Schlagwort</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1; Klick sortiert danach</translation>
    </message>
</context>
<context>
    <name>mica::RunNoteEditor</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Words with commas between them; Enter keeps them, Escape does not</source>
        <translation>Wörter mit Kommas dazwischen; Eingabe behält sie, Escape nicht</translation>
    </message>
    <message>
        <source>Enter keeps the note, Escape does not</source>
        <translation>Eingabe behält die Notiz, Escape nicht</translation>
    </message>
</context>
<context>
    <name>mica::RunTable</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>W&amp;iederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>W&amp;iederherstellen: %1</translation>
    </message>
    <message numerus="yes">
        <source>take %n runs out of the archive</source>
        <translation>
            <numerusform>%n Lauf aus dem Archiv holen</numerusform>
            <numerusform>%n Läufe aus dem Archiv holen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>archive %n runs</source>
        <translation>
            <numerusform>%n Lauf archivieren</numerusform>
            <numerusform>%n Läufe archivieren</numerusform>
        </translation>
    </message>
    <message>
        <source>the note of %1</source>
        <translation>die Notiz von %1</translation>
    </message>
    <message numerus="yes">
        <source>tags of %n runs</source>
        <translation>
            <numerusform>Schlagwörter von %n Lauf</numerusform>
            <numerusform>Schlagwörter von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out of the &amp;archive</source>
        <translation>Aus dem &amp;Archiv holen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>Reading the runs...</source>
        <translation>Die Läufe werden gelesen...</translation>
    </message>
    <message>
        <source>The runs folder %1 cannot be read</source>
        <translation>Der Ordner der Läufe %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>See that it is there and that you may read it.</source>
        <translation>Sehen Sie nach, ob er da ist und Sie ihn lesen dürfen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n runs</source>
        <translation>
            <numerusform>%1 von %n Lauf</numerusform>
            <numerusform>%1 von %n Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>No run yet. Train a model: its run is listed here, as are those that other programs write into the runs folder.</source>
        <translation>Noch kein Lauf. Trainieren Sie ein Modell: Sein Lauf steht dann hier, ebenso die, die andere Programme in den Ordner der Läufe schreiben.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Ein Modell trainieren</translation>
    </message>
    <message>
        <source>None of the runs fits the search, or they are archived.</source>
        <translation>Kein Lauf passt zur Suche, oder die passenden sind archiviert.</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe zeigen</translation>
    </message>
    <message>
        <source>Search runs, tags and notes</source>
        <translation>Läufe, Schlagwörter, Notizen suchen</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>Every word typed must occur in the name, the experiment, the model, the set, the tags or the note (%1; Escape clears)</source>
        <translation>Jedes eingegebene Wort muss im Namen, im Experiment, im Modell, im Datensatz, in den Schlagwörtern oder in der Notiz vorkommen (%1; Escape leert)</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>Läufe gruppieren</translation>
    </message>
    <message>
        <source>Folds runs together; a group shows mean and deviation (of the sample) of its figures</source>
        <translation>Fasst Läufe zusammen; eine Gruppe zeigt Mittelwert und Abweichung (der Stichprobe) ihrer Werte</translation>
    </message>
    <message>
        <source>no groups</source>
        <translation>keine Gruppen</translation>
    </message>
    <message>
        <source>by experiment</source>
        <translation>nach Experiment</translation>
    </message>
    <message>
        <source>by model</source>
        <translation>nach Modell</translation>
    </message>
    <message>
        <source>by set</source>
        <translation>nach Datensatz</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>nach Schlagwort</translation>
    </message>
    <message>
        <source>States shown</source>
        <translation>Gezeigte Zustände</translation>
    </message>
    <message>
        <source>Lists only runs in that state</source>
        <translation>Zeigt nur Läufe in diesem Zustand</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>alle Zustände</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which columns the table has; they are remembered</source>
        <translation>Welche Spalten die Tabelle hat; sie werden gemerkt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>&amp;Find runs</source>
        <translation>Läufe &amp;finden</translation>
    </message>
    <message>
        <source>Puts the keyboard into the search field</source>
        <translation>Setzt die Tastatur in das Suchfeld</translation>
    </message>
    <message>
        <source>&amp;Open in Inspect</source>
        <translation>In Untersuchen &amp;öffnen</translation>
    </message>
    <message>
        <source>Goes to the run&apos;s set and shows what it attends</source>
        <translation>Geht zum Datensatz des Laufs und zeigt, worauf er achtet</translation>
    </message>
    <message>
        <source>Show &amp;curves</source>
        <translation>&amp;Kurven zeigen</translation>
    </message>
    <message>
        <source>Puts the curves of the chosen runs over each other</source>
        <translation>Legt die Kurven der ausgewählten Läufe übereinander</translation>
    </message>
    <message>
        <source>Write &amp;tags</source>
        <translation>&amp;Schlagwörter schreiben</translation>
    </message>
    <message>
        <source>Words to find runs by, with commas between them; of several chosen runs each gets or loses what you add or take away</source>
        <translation>Wörter, um Läufe zu finden, mit Kommas dazwischen; von mehreren ausgewählten Läufen bekommt oder verliert jeder, was Sie hinzufügen oder wegnehmen</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>What you say of the run</source>
        <translation>Was Sie über den Lauf sagen</translation>
    </message>
    <message>
        <source>Takes runs out of the list, or puts them back; nothing is deleted</source>
        <translation>Nimmt Läufe aus der Liste oder stellt sie zurück; nichts wird gelöscht</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Moves runs to the trash folder; Undo brings them back</source>
        <translation>Verschiebt Läufe in den Papierkorb; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>Takes the last change of tags, notes, archive or the last deletion back</source>
        <translation>Nimmt die letzte Änderung an Schlagwörtern, Notizen oder Archiv oder die letzte Löschung zurück</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back</source>
        <translation>Macht die zurückgenommene Änderung noch einmal</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copies chosen rows for a spreadsheet</source>
        <translation>Kopiert ausgewählte Zeilen für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Write as CS&amp;V...</source>
        <translation>Als CS&amp;V schreiben...</translation>
    </message>
    <message>
        <source>Writes chosen rows, or all that are shown, into a file</source>
        <translation>Schreibt ausgewählte Zeilen, oder alle gezeigten, in eine Datei</translation>
    </message>
    <message>
        <source>Fold or unfold a&amp;ll groups</source>
        <translation>Alle &amp;Gruppen falten oder entfalten</translation>
    </message>
    <message>
        <source>Shows groups alone, or all their runs</source>
        <translation>Zeigt nur die Gruppen oder alle ihre Läufe</translation>
    </message>
    <message>
        <source>Archived runs too</source>
        <translation>Auch archivierte Läufe</translation>
    </message>
    <message>
        <source>Lists archived runs as well</source>
        <translation>Zeigt auch archivierte Läufe</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>Die üblichen</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test, reported only</source>
        <translation>Test, nur berichtet</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>mica::Runs</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Whether the run is being trained, and how it ended</source>
        <translation>Ob der Lauf gerade trainiert wird und wie er endete</translation>
    </message>
    <message>
        <source>The run&apos;s folder, with that of its experiment</source>
        <translation>Der Ordner des Laufs, mit dem seines Experiments</translation>
    </message>
    <message>
        <source>The folder that the run lies in, below the runs folder</source>
        <translation>Der Ordner, in dem der Lauf liegt, unterhalb des Ordners der Läufe</translation>
    </message>
    <message>
        <source>The model that was trained</source>
        <translation>Das Modell, das trainiert wurde</translation>
    </message>
    <message>
        <source>The settings that it began with</source>
        <translation>Die Einstellungen, mit denen er begann</translation>
    </message>
    <message>
        <source>The set that it was trained on</source>
        <translation>Der Datensatz, auf dem trainiert wurde</translation>
    </message>
    <message>
        <source>The number that all its random choices follow from</source>
        <translation>Die Zahl, aus der all seine Zufallsentscheidungen folgen</translation>
    </message>
    <message>
        <source>Epochs done, of those that are planned</source>
        <translation>Fertige Epochen von den geplanten</translation>
    </message>
    <message>
        <source>The epoch that was best on validation</source>
        <translation>Die Epoche, die auf der Validierung am besten war</translation>
    </message>
    <message>
        <source>When it was begun (UTC)</source>
        <translation>Wann er begonnen wurde (UTC)</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them; F2 writes them</source>
        <translation>Wörter, um ihn zu finden, mit Kommas dazwischen; F2 schreibt sie</translation>
    </message>
    <message>
        <source>What you say of it; Shift+F2 writes it</source>
        <translation>Was Sie über ihn sagen; Umschalt+F2 schreibt es</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test, reported only</source>
        <translation>Test, nur berichtet</translation>
    </message>
    <message>
        <source>%1; of the best epoch, on validation</source>
        <translation>%1; aus der besten Epoche, auf der Validierung</translation>
    </message>
    <message>
        <source>%1; on test, of the epoch that validation chose. Choose runs by validation, not by this</source>
        <translation>%1; auf dem Test, aus der Epoche, die die Validierung gewählt hat. Wählen Sie Läufe nach der Validierung, nicht hiernach</translation>
    </message>
    <message>
        <source>The setting %1 of the run</source>
        <translation>Die Einstellung %1 des Laufs</translation>
    </message>
    <message>
        <source>Only one run has this figure.</source>
        <translation>Nur ein Lauf hat diesen Wert.</translation>
    </message>
    <message numerus="yes">
        <source>Mean and deviation (of the sample) over %n runs; from %1 to %2</source>
        <translation>
            <numerusform>Mittelwert und Abweichung (der Stichprobe) über %n Lauf; von %1 bis %2</numerusform>
            <numerusform>Mittelwert und Abweichung (der Stichprobe) über %n Läufe; von %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Being trained at this moment</source>
        <translation>Wird gerade trainiert</translation>
    </message>
    <message>
        <source>Trained to its end</source>
        <translation>Bis zum Ende trainiert</translation>
    </message>
    <message>
        <source>Stopped and saved; it can be resumed</source>
        <translation>Angehalten und gespeichert; kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Its process ended without a word; it can be resumed from its last checkpoint</source>
        <translation>Sein Prozess endete ohne ein Wort; der Lauf kann vom letzten Checkpoint fortgesetzt werden</translation>
    </message>
</context>
<context>
    <name>mica::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Double click	opens a run in Inspect; on tags or a note: writes them</source>
        <translation>Doppelklick	öffnet einen Lauf in Untersuchen; auf Schlagwörtern oder Notiz: schreibt sie</translation>
    </message>
    <message>
        <source>Ctrl and a click	chooses one more run</source>
        <translation>Strg und Klick	wählt einen weiteren Lauf aus</translation>
    </message>
    <message>
        <source>*	unfolds a group and all that is in it</source>
        <translation>*	entfaltet eine Gruppe und alles darin</translation>
    </message>
    <message>
        <source>Write runs as CSV</source>
        <translation>Läufe als CSV schreiben</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>mica::ScatterView</name>
    <message>
        <source>Queries and keys, projected</source>
        <translation>Querys und Keys, projiziert</translation>
    </message>
    <message>
        <source>queries: %1</source>
        <translation>Querys: %1</translation>
    </message>
    <message>
        <source>keys: %1</source>
        <translation>Keys: %1</translation>
    </message>
    <message>
        <source>No points</source>
        <translation>Keine Punkte</translation>
    </message>
    <message>
        <source>Drag: turn. Wheel: zoom. Double click: everything. A click on a point goes to its clip and time.</source>
        <translation>Ziehen: drehen. Rad: zoomen. Doppelklick: alles zeigen. Klick auf einen Punkt geht zu seinem Clip und seiner Zeit.</translation>
    </message>
    <message>
        <source>Drag: move. Wheel: zoom. Double click: everything. A click on a point goes to its clip and time.</source>
        <translation>Ziehen: verschieben. Rad: zoomen. Doppelklick: alles zeigen. Klick auf einen Punkt geht zu seinem Clip und seiner Zeit.</translation>
    </message>
</context>
<context>
    <name>mica::ScoreList</name>
    <message>
        <source>Clips and their figures</source>
        <translation>Clips und ihre Werte</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>A click goes to the clip</source>
        <translation>Ein Klick geht zum Clip</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
</context>
<context>
    <name>mica::SeedSeries</name>
    <message>
        <source>seed %1 of %2</source>
        <translation>Seed %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2 ± %3</source>
        <translation>%1 %2 ± %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Experiment %1, %2, on validation (mean ± deviation): %3</source>
        <translation>Experiment %1, %2, auf Validation (Mittel ± Abweichung): %3</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n Seed</numerusform>
            <numerusform>%n Seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SetPanel</name>
    <message>
        <source>none</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>%1 steps a second</source>
        <translation>%1 Schritte je Sekunde</translation>
    </message>
    <message>
        <source>irregular steps</source>
        <translation>unregelmäßige Schritte</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>features, rate, longest</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n features</source>
        <translation>
            <numerusform>%n Merkmal</numerusform>
            <numerusform>%n Merkmale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n steps</source>
        <translation>
            <numerusform>höchstens %n Schritt</numerusform>
            <numerusform>höchstens %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, a number from %2 to %3</source>
        <translation>%1, eine Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>%1, one of %2: %3</source>
        <translation>%1, eine von %2: %3</translation>
    </message>
    <message>
        <source>%1, yes or no for each of %2: %3</source>
        <translation>%1, ja oder nein für jede von %2: %3</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>pictures and sound</source>
        <translation>Bilder und Ton</translation>
    </message>
    <message>
        <source>times: lengths are known in steps only</source>
        <translation>Zeiten: Längen sind nur in Schritten bekannt</translation>
    </message>
    <message>
        <source>not in this set</source>
        <translation>nicht in diesem Datensatz</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>No set is open. Open one from the File menu.</source>
        <translation>Kein Datensatz ist geöffnet. Öffnen Sie einen über das Menü Datei.</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>none: these clips have no label</source>
        <translation>keine: diese Clips haben kein Label</translation>
    </message>
    <message>
        <source>without a face</source>
        <translation>ohne Gesicht</translation>
    </message>
    <message>
        <source>%1 of %2 vision steps</source>
        <translation>%1 von %2 Bildschritten</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Woher er stammt</translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation>Fingerabdruck %1</translation>
    </message>
</context>
<context>
    <name>mica::SettingsForm</name>
    <message>
        <source>
From %1 to %2.</source>
        <translation>
Von %1 bis %2.</translation>
    </message>
    <message>
        <source>
Default: %1</source>
        <translation>
Vorgabe: %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>Folds these settings away, or shows them</source>
        <translation>Klappt diese Einstellungen ein oder aus</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n changed)</source>
        <translation>
            <numerusform>%1 (%n geändert)</numerusform>
            <numerusform>%1 (%n geändert)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SoundOut</name>
    <message>
        <source>There is no audio device: playing without sound</source>
        <translation>Es gibt kein Audiogerät: Wiedergabe ohne Ton</translation>
    </message>
    <message>
        <source>The audio device cannot be opened: playing without sound</source>
        <translation>Das Audiogerät lässt sich nicht öffnen: Wiedergabe ohne Ton</translation>
    </message>
</context>
<context>
    <name>mica::SpectrogramLane</name>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>No sound in this clip</source>
        <translation>Kein Ton in diesem Clip</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 s, %2 Hz: %3 dB</source>
        <translation>%1 s, %2 Hz: %3 dB</translation>
    </message>
    <message>
        <source>Spectrum of the clip&apos;s sound: bright is loud, a full-scale tone is 0 dB</source>
        <translation>Spektrum des Tons: hell ist laut, ein Vollausschlag-Ton ist 0 dB</translation>
    </message>
    <message>
        <source>Spectrum of the clip&apos;s sound: dark is loud, a full-scale tone is 0 dB</source>
        <translation>Spektrum des Tons: dunkel ist laut, ein Vollausschlag-Ton ist 0 dB</translation>
    </message>
</context>
<context>
    <name>mica::SplitLegend</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mica::StatePanel</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Ends this work; what it has so far is thrown away</source>
        <translation>Beendet diese Arbeit; was sie bisher hat, wird verworfen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>mica::SwapDialog</name>
    <message>
        <source>Swap a stream with another clip&apos;s</source>
        <translation>Einen Strom mit dem eines anderen Clips tauschen</translation>
    </message>
    <message>
        <source>The stream that the model is given of the other clip (Alt+S)</source>
        <translation>Der Strom, den das Modell vom anderen Clip erhält (Alt+S)</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>id, words or label</source>
        <translation>Name, Wörter oder Label</translation>
    </message>
    <message>
        <source>Lists only clips that hold every part of the text (Alt+C); Up and Down go through them</source>
        <translation>Listet nur Clips, die jeden Teil des Textes enthalten (Alt+C); Auf und Ab gehen durch sie</translation>
    </message>
    <message>
        <source>Search the clips</source>
        <translation>Die Clips durchsuchen</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>The clip whose stream is given; Enter or a double click takes it</source>
        <translation>Der Clip, dessen Strom gegeben wird; Eingabe oder Doppelklick nimmt ihn</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Gives the model that stream (Enter)</source>
        <translation>Gibt dem Modell diesen Strom (Eingabe)</translation>
    </message>
    <message>
        <source>Changes nothing (Escape)</source>
        <translation>Ändert nichts (Esc)</translation>
    </message>
    <message>
        <source>&amp;Stream</source>
        <translation>&amp;Strom</translation>
    </message>
    <message>
        <source>of &amp;clip</source>
        <translation>von &amp;Clip</translation>
    </message>
    <message>
        <source>Choose a clip.</source>
        <translation>Wählen Sie einen Clip.</translation>
    </message>
    <message>
        <source>The model is given the %1 of %2 and the rest of this clip.</source>
        <translation>Das Modell erhält %1 von %2 und den Rest dieses Clips.</translation>
    </message>
</context>
<context>
    <name>mica::Sweep</name>
    <message>
        <source>Loss L_p</source>
        <translation>Verlust L_p</translation>
    </message>
    <message>
        <source>On validation: loss of the task alone, L_p (lower is better)</source>
        <translation>Auf der Validierung: Verlust der Aufgabe allein, L_p (niedriger ist besser)</translation>
    </message>
    <message>
        <source>On validation: %1</source>
        <translation>Auf der Validierung: %1</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>trial %1, %2</source>
        <translation>Versuch %1, %2</translation>
    </message>
    <message>
        <source>%1 when it was pruned</source>
        <translation>%1 beim Abbruch</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>mica::SweepDialog</name>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How many settings are tried; a grid has its own number</source>
        <translation>Wie viele Einstellungen versucht werden; ein Gitter hat seine eigene Zahl</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Trials that are trained beside each other</source>
        <translation>Versuche, die nebeneinander trainiert werden</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Cores of all trials together</source>
        <translation>Kerne aller Versuche zusammen</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>Show the &amp;plan</source>
        <translation>&amp;Plan zeigen</translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation>Neuer Sweep</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>A ready sweep, or a sweep file of your own (docs/sweeps.md)</source>
        <translation>Ein fertiger Sweep, oder eine eigene Sweep-Datei (docs/sweeps.md)</translation>
    </message>
    <message>
        <source>Chooses a sweep file of your own (.toml)</source>
        <translation>Wählt eine eigene Sweep-Datei (.toml)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>The settings that all trials share</source>
        <translation>Die Einstellungen, die alle Versuche gemeinsam haben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the folder in the runs folder that the sweep is kept in</source>
        <translation>Name des Ordners im Ordner der Läufe, in dem der Sweep liegt</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>What would be tried, and about how long it takes</source>
        <translation>Was versucht würde, und wie lange es etwa dauert</translation>
    </message>
    <message>
        <source>What would be tried, and about how long it takes: press &quot;Show the plan&quot;</source>
        <translation>Was versucht würde, und wie lange es etwa dauert: &quot;Plan zeigen&quot; drücken</translation>
    </message>
    <message>
        <source>Tells what would be tried and measures some steps, at most half a minute; nothing is kept</source>
        <translation>Sagt, was versucht würde, und misst einige Schritte, höchstens eine halbe Minute; nichts wird behalten</translation>
    </message>
    <message>
        <source>&amp;Sweep</source>
        <translation>&amp;Sweep</translation>
    </message>
    <message>
        <source>none: open a set first</source>
        <translation>keiner: zuerst einen Datensatz öffnen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>P&amp;reset</source>
        <translation>Vo&amp;reinstellung</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Trials</source>
        <translation>&amp;Versuche</translation>
    </message>
    <message>
        <source>&amp;At a time</source>
        <translation>&amp;Gleichzeitig</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>&amp;Kerne</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Trains the trials one after the other or beside each other; can be stopped and gone on with</source>
        <translation>Trainiert die Versuche nacheinander oder nebeneinander; kann angehalten und fortgesetzt werden</translation>
    </message>
    <message>
        <source>Choose a sweep file</source>
        <translation>Sweep-Datei wählen</translation>
    </message>
    <message>
        <source>Sweep files (*.toml)</source>
        <translation>Sweep-Dateien (*.toml)</translation>
    </message>
    <message>
        <source>Planning...</source>
        <translation>Wird geplant...</translation>
    </message>
    <message>
        <source>%1 cannot be started</source>
        <translation>%1 lässt sich nicht starten</translation>
    </message>
</context>
<context>
    <name>mica::SweepImportance</name>
    <message>
        <source>Importance of the settings</source>
        <translation>Gewicht der Einstellungen</translation>
    </message>
    <message>
        <source>Share of the objective&apos;s spread over the trials that each setting explains</source>
        <translation>Anteil an der Streuung der Zielgröße über die Versuche, den jede Einstellung erklärt</translation>
    </message>
    <message>
        <source>%1: %2 of the objective&apos;s spread
Click to see its slice</source>
        <translation>%1: %2 der Streuung der Zielgröße
Ein Klick zeigt den Schnitt</translation>
    </message>
</context>
<context>
    <name>mica::SweepJob</name>
    <message>
        <source>%1 of %2 trials, %3 running</source>
        <translation>%1 von %2 Versuchen, %3 laufen</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>stopping and saving</source>
        <translation>hält an und speichert</translation>
    </message>
    <message>
        <source>The sweep ended without a word</source>
        <translation>Der Sweep endete ohne ein Wort</translation>
    </message>
</context>
<context>
    <name>mica::SweepModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Begun %1, ended %2 (UTC)</source>
        <translation>Begonnen %1, beendet %2 (UTC)</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>The trial&apos;s number, from 0</source>
        <translation>Die Nummer des Versuchs, ab 0</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Waiting, running, complete, pruned, failed or stopped</source>
        <translation>Wartet, läuft, fertig, abgebrochen, fehlgeschlagen oder angehalten</translation>
    </message>
    <message>
        <source>Setting that the sweep varies: %1</source>
        <translation>Einstellung, die der Sweep ändert: %1</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Epochs that were judged on validation</source>
        <translation>Epochen, die auf der Validierung beurteilt wurden</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From its begin to its end</source>
        <translation>Vom Beginn bis zum Ende</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>The trial&apos;s run folder</source>
        <translation>Der Laufordner des Versuchs</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1; ein Klick sortiert danach</translation>
    </message>
</context>
<context>
    <name>mica::SweepPanel</name>
    <message>
        <source>New sweep...</source>
        <translation>Neuer Sweep...</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop sweep</source>
        <translation>Sweep anhalten</translation>
    </message>
    <message>
        <source>Looking for sweeps...</source>
        <translation>Sweeps werden gesucht...</translation>
    </message>
    <message>
        <source>Sweep shown</source>
        <translation>Gezeigter Sweep</translation>
    </message>
    <message>
        <source>The sweeps below the runs folder, the newest first (Alt+Shift+W)</source>
        <translation>Die Sweeps unterhalb des Ordners der Läufe, der neueste zuerst (Alt+Shift+W)</translation>
    </message>
    <message>
        <source>Trains many runs with different settings on the set on screen (Alt+Shift+N)</source>
        <translation>Trainiert viele Läufe mit verschiedenen Einstellungen auf dem gezeigten Datensatz (Alt+Shift+N)</translation>
    </message>
    <message>
        <source>Goes on with the sweep on screen where it was stopped or cut off (Alt+Shift+R)</source>
        <translation>Setzt den gezeigten Sweep fort, wo er angehalten oder abgeschnitten wurde (Alt+Shift+R)</translation>
    </message>
    <message>
        <source>Lets the running trials save and ends the sweep; it can be gone on with (Alt+Shift+E)</source>
        <translation>Lässt die laufenden Versuche speichern und beendet den Sweep; er kann fortgesetzt werden (Alt+Shift+E)</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>To the choice of a sweep</source>
        <translation>Zur Wahl eines Sweeps</translation>
    </message>
    <message>
        <source>Starts a new sweep</source>
        <translation>Startet einen neuen Sweep</translation>
    </message>
    <message>
        <source>Goes on with a stopped sweep</source>
        <translation>Setzt einen angehaltenen Sweep fort</translation>
    </message>
    <message>
        <source>Stops the sweep</source>
        <translation>Hält den Sweep an</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Sweeps</translation>
    </message>
    <message>
        <source>Stop trial %1</source>
        <translation>Versuch %1 anhalten</translation>
    </message>
    <message>
        <source>The sweep is being prepared...</source>
        <translation>Der Sweep wird vorbereitet...</translation>
    </message>
    <message>
        <source>No trial of this sweep has begun. &quot;Go on&quot; starts it.</source>
        <translation>Kein Versuch dieses Sweeps hat begonnen. &quot;Fortsetzen&quot; startet ihn.</translation>
    </message>
    <message>
        <source>The sweep cannot be read</source>
        <translation>Der Sweep lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 (running)</source>
        <translation>%1 (läuft)</translation>
    </message>
    <message>
        <source>No sweep yet. A sweep trains many runs with different settings, compares them on validation, and reports the test figures of the best one once, at its end.</source>
        <translation>Noch kein Sweep. Ein Sweep trainiert viele Läufe mit verschiedenen Einstellungen, vergleicht sie auf der Validierung und nennt die Testwerte des besten einmal, an seinem Ende.</translation>
    </message>
    <message>
        <source>Reading the sweep...</source>
        <translation>Der Sweep wird gelesen...</translation>
    </message>
    <message>
        <source>Sweep %1</source>
        <translation>Sweep %1</translation>
    </message>
    <message>
        <source>ended; the best trial and its test figures are in Sweeps</source>
        <translation>beendet; der beste Versuch und seine Testwerte stehen unter Sweeps</translation>
    </message>
    <message>
        <source>The sweep did not start</source>
        <translation>Der Sweep hat nicht begonnen</translation>
    </message>
</context>
<context>
    <name>mica::SweepScatter</name>
    <message>
        <source>best so far</source>
        <translation>bisher bester</translation>
    </message>
    <message>
        <source>not ended well</source>
        <translation>nicht gut geendet</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag to choose the trials of a region; Escape lifts it</source>
        <translation>Ziehen wählt die Versuche eines Bereichs; Escape hebt ihn auf</translation>
    </message>
    <message>
        <source>%1
Double click to open its run</source>
        <translation>%1
Doppelklick öffnet seinen Lauf</translation>
    </message>
</context>
<context>
    <name>mica::SweepSlices</name>
    <message>
        <source>Slices</source>
        <translation>Schnitte</translation>
    </message>
</context>
<context>
    <name>mica::SweepTrials</name>
    <message>
        <source>Open run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Stop trial</source>
        <translation>Versuch anhalten</translation>
    </message>
    <message>
        <source>Search trials</source>
        <translation>Versuche suchen</translation>
    </message>
    <message>
        <source>Every part typed must occur in the number, the state, a setting (lr=0.001) or the run (Alt+Shift+F)</source>
        <translation>Jeder getippte Teil muss in Nummer, Zustand, einer Einstellung (lr=0.001) oder im Lauf vorkommen (Alt+Shift+F)</translation>
    </message>
    <message>
        <source>State shown</source>
        <translation>Gezeigter Zustand</translation>
    </message>
    <message>
        <source>Lists only trials in this state (Alt+Shift+S)</source>
        <translation>Führt nur Versuche in diesem Zustand auf (Alt+Shift+S)</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>alle Zustände</translation>
    </message>
    <message>
        <source>Goes to the chosen trial&apos;s run (Enter in the table, Alt+Shift+O)</source>
        <translation>Geht zum Lauf des gewählten Versuchs (Enter in der Tabelle, Alt+Shift+O)</translation>
    </message>
    <message>
        <source>Stops the chosen trial alone; the sweep goes on with the others (Alt+Shift+X)</source>
        <translation>Hält nur den gewählten Versuch an; der Sweep macht mit den anderen weiter (Alt+Shift+X)</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>&amp;Open run</source>
        <translation>Lauf ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Stop this trial</source>
        <translation>Diesen Versuch &amp;anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n trials</source>
        <translation>
            <numerusform>%1 von %n Versuch</numerusform>
            <numerusform>%1 von %n Versuchen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SweepView</name>
    <message>
        <source>List all</source>
        <translation>Alle aufführen</translation>
    </message>
    <message>
        <source>Lifts brushes, search and filter (Alt+Shift+A)</source>
        <translation>Hebt Bereiche, Suche und Filter auf (Alt+Shift+A)</translation>
    </message>
    <message>
        <source>Parts of the sweep</source>
        <translation>Teile des Sweeps</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schnitte</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Every trial with its settings (Alt+Shift+1)</source>
        <translation>Jeder Versuch mit seinen Einstellungen (Alt+Shift+1)</translation>
    </message>
    <message>
        <source>The objective by trial, and the best so far (Alt+Shift+2)</source>
        <translation>Die Zielgröße nach Versuch, und die bisher beste (Alt+Shift+2)</translation>
    </message>
    <message>
        <source>The objective against each setting, beside published figures (Alt+Shift+3)</source>
        <translation>Die Zielgröße über jeder Einstellung, neben veröffentlichten Werten (Alt+Shift+3)</translation>
    </message>
    <message>
        <source>How much hangs on each setting (Alt+Shift+4)</source>
        <translation>Wie viel an jeder Einstellung hängt (Alt+Shift+4)</translation>
    </message>
    <message>
        <source>To the parallel coordinates</source>
        <translation>Zu den parallelen Koordinaten</translation>
    </message>
    <message>
        <source>To the table of trials</source>
        <translation>Zur Tabelle der Versuche</translation>
    </message>
    <message>
        <source>To the history</source>
        <translation>Zum Verlauf</translation>
    </message>
    <message>
        <source>To the slices</source>
        <translation>Zu den Schnitten</translation>
    </message>
    <message>
        <source>To the importance of the settings</source>
        <translation>Zum Gewicht der Einstellungen</translation>
    </message>
    <message>
        <source>To the search</source>
        <translation>Zur Suche</translation>
    </message>
    <message>
        <source>To the state that is listed</source>
        <translation>Zum Zustand, der aufgeführt wird</translation>
    </message>
    <message>
        <source>Lists all trials again</source>
        <translation>Führt wieder alle Versuche auf</translation>
    </message>
    <message>
        <source>Opens the chosen trial&apos;s run</source>
        <translation>Öffnet den Lauf des gewählten Versuchs</translation>
    </message>
    <message>
        <source>Stops the chosen trial, where it runs</source>
        <translation>Hält den gewählten Versuch an, wenn er läuft</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Parallel coordinates: to the next axis, with Ctrl moves it; in a scatter to the next trial</source>
        <translation>Parallele Koordinaten: zur nächsten Achse, mit Strg verschieben; in einer Punktwolke zum nächsten Versuch</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Parallel coordinates: along the axis, with Shift brushes it; Delete lifts its brushes</source>
        <translation>Parallele Koordinaten: entlang der Achse, mit Umschalt wählt einen Bereich; Entf hebt ihre Bereiche auf</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Parallel coordinates: through the trials that fit, the best first; Enter opens the run</source>
        <translation>Parallele Koordinaten: durch die passenden Versuche, der beste zuerst; Enter öffnet den Lauf</translation>
    </message>
    <message>
        <source>Importance is told once enough trials are complete and more than one value of a setting was tried.</source>
        <translation>Das Gewicht wird genannt, sobald genügend Versuche fertig sind und mehr als ein Wert einer Einstellung versucht wurde.</translation>
    </message>
    <message>
        <source>%1 on %2: %3 on validation, %4</source>
        <translation>%1 auf %2: %3 auf der Validierung, %4</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message numerus="yes">
        <source>%n trials planned: %1</source>
        <translation>
            <numerusform>%n Versuch geplant: %1</numerusform>
            <numerusform>%n Versuche geplant: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>no pruning</source>
        <translation>ohne Abbruch</translation>
    </message>
    <message>
        <source>pruning: %1</source>
        <translation>Abbruch: %1</translation>
    </message>
    <message>
        <source>Best on validation: trial %1, %2 %3 (%4)</source>
        <translation>Am besten auf der Validierung: Versuch %1, %2 %3 (%4)</translation>
    </message>
    <message>
        <source>Best on validation: no trial is complete yet</source>
        <translation>Am besten auf der Validierung: noch kein Versuch ist fertig</translation>
    </message>
    <message>
        <source>Test, reported once: when the sweep has ended</source>
        <translation>Test, einmal genannt: wenn der Sweep beendet ist</translation>
    </message>
    <message>
        <source>Test, reported once, of the best trial: %1</source>
        <translation>Test, einmal genannt, des besten Versuchs: %1</translation>
    </message>
    <message>
        <source>All trials are listed</source>
        <translation>Alle Versuche sind aufgeführt</translation>
    </message>
    <message numerus="yes">
        <source>%n listed: %1</source>
        <translation>
            <numerusform>%n aufgeführt: %1</numerusform>
            <numerusform>%n aufgeführt: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::TimeLane</name>
    <message>
        <source>%1 to %2 s: %3</source>
        <translation>%1 bis %2 s: %3</translation>
    </message>
</context>
<context>
    <name>mica::TimeLanes</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>What belongs together</source>
        <translation>Was zusammengehört</translation>
    </message>
    <message>
        <source>Wave form</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Vision features</source>
        <translation>Bildmerkmale</translation>
    </message>
    <message>
        <source>Audio features</source>
        <translation>Audiomerkmale</translation>
    </message>
    <message>
        <source>Mouse on the time line</source>
        <translation>Maus auf der Zeitachse</translation>
    </message>
    <message>
        <source>Click	moves the cursor there; a word, a link or a cell: to its begin</source>
        <translation>Klick	setzt den Cursor dorthin; bei Wort, Verknüpfung oder Zelle: an deren Anfang</translation>
    </message>
    <message>
        <source>Drag	selects, and playing repeats what is selected; on the ruler: moves the cursor</source>
        <translation>Ziehen	wählt aus, und die Wiedergabe wiederholt das Gewählte; auf dem Lineal: bewegt den Cursor</translation>
    </message>
    <message>
        <source>Shift+click, Shift+drag	extends the selection</source>
        <translation>Umschalt+Klick, Umschalt+Ziehen	erweitert die Auswahl</translation>
    </message>
    <message>
        <source>Double click	selects the word; beside words: no selection</source>
        <translation>Doppelklick	wählt das Wort aus; neben Wörtern: keine Auswahl</translation>
    </message>
    <message>
        <source>Wheel	scrolls</source>
        <translation>Rad	scrollt</translation>
    </message>
    <message>
        <source>Ctrl+wheel	zooms about the pointer</source>
        <translation>Strg+Rad	zoomt um den Zeiger</translation>
    </message>
    <message>
        <source>This set keeps no words for this clip</source>
        <translation>Dieser Datensatz enthält keine Wörter zu diesem Clip</translation>
    </message>
    <message>
        <source>The times of this clip&apos;s words are not known</source>
        <translation>Die Zeiten der Wörter dieses Clips sind nicht bekannt</translation>
    </message>
    <message>
        <source>Reading the sound...</source>
        <translation>Der Ton wird gelesen...</translation>
    </message>
</context>
<context>
    <name>mica::TrainPanel</name>
    <message>
        <source>Settings that ship with the program; what you change stays changed</source>
        <translation>Einstellungen, die mit dem Programm kommen; was Sie ändern, bleibt geändert</translation>
    </message>
    <message>
        <source>built-in defaults</source>
        <translation>eingebaute Vorgaben</translation>
    </message>
    <message>
        <source>Folder name of the run, below %1</source>
        <translation>Ordnername des Laufs, unter %1</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Waits after the running step; nothing is lost (Ctrl+P)</source>
        <translation>Wartet nach dem laufenden Schritt; nichts geht verloren (Strg+P)</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>Anhalten &amp;und speichern</translation>
    </message>
    <message>
        <source>Ends after the running step; the run is saved and can be resumed (Ctrl+.)</source>
        <translation>Endet nach dem laufenden Schritt; der Lauf wird gespeichert und lässt sich fortsetzen (Strg+.)</translation>
    </message>
    <message>
        <source>Runs on this set that were stopped before their end</source>
        <translation>Läufe auf diesem Datensatz, die vor ihrem Ende angehalten wurden</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on with the chosen run where it stopped</source>
        <translation>Führt den gewählten Lauf fort, wo er anhielt</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Every setting back to the preset&apos;s value</source>
        <translation>Jede Einstellung zurück auf den Wert der Voreinstellung</translation>
    </message>
    <message>
        <source>Pr&amp;eset</source>
        <translation>Vor&amp;einstellung</translation>
    </message>
    <message>
        <source>Run &amp;name</source>
        <translation>Na&amp;me des Laufs</translation>
    </message>
    <message>
        <source>Open a set to train on it.</source>
        <translation>Öffnen Sie einen Datensatz, um darauf zu trainieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <comment>trains on ...</comment>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <comment>in ...</comment>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <comment>epochs of ...</comment>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n validation clips</source>
        <comment>checked on ...</comment>
        <translation>
            <numerusform>%n Validierungsclip</numerusform>
            <numerusform>%n Validierungsclips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ from the preset.</source>
        <translation>
            <numerusform>%n Einstellung weicht von der Voreinstellung ab.</numerusform>
            <numerusform>%n Einstellungen weichen von der Voreinstellung ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>This set has no training clips, so nothing can be trained on it.</source>
        <translation>Dieser Datensatz hat keine Trainingsclips, also kann nichts darauf trainiert werden.</translation>
    </message>
    <message>
        <source>These clips have no labels, so nothing can be trained on them.</source>
        <translation>Diese Clips haben keine Labels, also kann nichts auf ihnen trainiert werden.</translation>
    </message>
    <message>
        <source>A training is running; stop it first</source>
        <translation>Ein Training läuft; halten Sie es zuerst an</translation>
    </message>
    <message>
        <source>Starts a new run with the settings below (Ctrl+T)</source>
        <translation>Beginnt einen neuen Lauf mit den Einstellungen unten (Strg+T)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>We&amp;iter</translation>
    </message>
    <message>
        <source>%1: epoch %2 of %3</source>
        <translation>%1: Epoche %2 von %3</translation>
    </message>
    <message>
        <source>no stopped run</source>
        <translation>kein angehaltener Lauf</translation>
    </message>
    <message>
        <source>Run name &quot;%1&quot;: a name may hold no slash and not begin with a dot.</source>
        <translation>Name des Laufs &quot;%1&quot;: ein Name darf keinen Schrägstrich enthalten und nicht mit einem Punkt beginnen.</translation>
    </message>
    <message>
        <source>Train &amp;on this set</source>
        <translation>Auf diesem Datensatz t&amp;rainieren</translation>
    </message>
    <message>
        <source>What is trained; the settings below are this model&apos;s</source>
        <translation>Was trainiert wird; die Einstellungen unten sind die dieses Modells</translation>
    </message>
    <message>
        <source>The same seed, settings and set give the same run. 1..5 or 3,5,11: an experiment, one run after the other, with mean and deviation at the end</source>
        <translation>Gleicher Seed, gleiche Einstellungen und gleicher Datensatz geben den gleichen Lauf. 1..5 oder 3,5,11: ein Experiment, ein Lauf nach dem anderen, am Ende mit Mittel und Abweichung</translation>
    </message>
    <message>
        <source>See&amp;ds</source>
        <translation>&amp;Seeds</translation>
    </message>
    <message>
        <source>Trains %1 on %2: %3 in %4 of %5, checked on %6 after each.</source>
        <translation>Trainiert %1 auf %2: %3 in %4 zu %5, danach jeweils geprüft an %6.</translation>
    </message>
    <message numerus="yes">
        <source>Once for each of %n seeds.</source>
        <translation>
            <numerusform>Einmal für %n Seed.</numerusform>
            <numerusform>Einmal für jeden von %n Seeds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeds are a number, a range such as 1..5, or numbers with commas between.</source>
        <translation>Seeds sind eine Zahl, ein Bereich wie 1..5 oder Zahlen mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>A new run goes on from %1 of %2, with that run&apos;s settings: %3 more.</source>
        <translation>Ein neuer Lauf geht von %1 von %2 aus weiter, mit dessen Einstellungen: noch %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <comment>... more</comment>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ from there on.</source>
        <translation>
            <numerusform>%n Einstellung ist von dort an anders.</numerusform>
            <numerusform>%n Einstellungen sind von dort an anders.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs: it continues as that run would have.</source>
        <translation>Nichts ist anders: Er geht weiter, wie jener Lauf es getan hätte.</translation>
    </message>
    <message>
        <source>That run has %1 epochs there already: set epochs higher to go on.</source>
        <translation>Jener Lauf hat dort schon %1 Epochen: Setzen Sie epochs höher, um weiterzugehen.</translation>
    </message>
    <message>
        <source>&amp;Branch off and train</source>
        <translation>A&amp;bzweigen und trainieren</translation>
    </message>
    <message>
        <source>Starts a new run where the other one stood (Ctrl+T)</source>
        <translation>Beginnt einen neuen Lauf, wo der andere stand (Strg+T)</translation>
    </message>
    <message>
        <source>&amp;Go on from an epoch of another run…</source>
        <translation>&amp;Von einer Epoche eines Laufs weiter…</translation>
    </message>
    <message>
        <source>Back to the settings of the preset</source>
        <translation>Zurück zu den Einstellungen der Vorgabe</translation>
    </message>
    <message>
        <source>A new run that begins where another one stood, with other settings (Ctrl+B)</source>
        <translation>Ein neuer Lauf, der mit anderen Einstellungen beginnt, wo ein anderer stand (Strg+B)</translation>
    </message>
    <message>
        <source>Every setting back to what that run had</source>
        <translation>Jede Einstellung zurück auf die jenes Laufs</translation>
    </message>
    <message>
        <source>%1-%2-seeds</source>
        <translation>%1-%2-seeds</translation>
    </message>
    <message>
        <source>Mode&amp;l</source>
        <translation>Mode&amp;ll</translation>
    </message>
    <message>
        <source>A new r&amp;un instead</source>
        <translation>Doch ein &amp;neuer Lauf</translation>
    </message>
</context>
<context>
    <name>mica::TrainingCurves</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Start training to see the loss and its parts</source>
        <translation>Starten Sie ein Training, um den Verlust und seine Teile zu sehen</translation>
    </message>
    <message>
        <source>Metrics appear after the first epoch</source>
        <translation>Metriken erscheinen nach der ersten Epoche</translation>
    </message>
    <message>
        <source>A-distance</source>
        <translation>A-Distanz</translation>
    </message>
    <message>
        <source>The distance between the two modalities of each pair appears once it is measured</source>
        <translation>Die Distanz zwischen den beiden Modalitäten jedes Paars erscheint, sobald sie gemessen ist</translation>
    </message>
    <message>
        <source>Attention&apos;s health</source>
        <translation>Zustand der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Entropy and norms appear after the first epoch</source>
        <translation>Entropie und Normen erscheinen nach der ersten Epoche</translation>
    </message>
    <message>
        <source>Metric shown</source>
        <translation>Gezeigte Metrik</translation>
    </message>
    <message>
        <source>Layer shown</source>
        <translation>Gezeigte Schicht</translation>
    </message>
    <message>
        <source>Quantity shown</source>
        <translation>Gezeigte Größe</translation>
    </message>
    <message>
        <source>Entropy 1 is uniform attention; norms near 0 are the trivial solution of the alignment loss</source>
        <translation>Entropie 1 ist gleichförmige Aufmerksamkeit; Normen nahe 0 sind die triviale Lösung des Angleichungsverlusts</translation>
    </message>
    <message>
        <source>entropy (1 = uniform)</source>
        <translation>Entropie (1 = gleichförmig)</translation>
    </message>
    <message>
        <source>mean |q|</source>
        <translation>Mittel |q|</translation>
    </message>
    <message>
        <source>mean |k|</source>
        <translation>Mittel |k|</translation>
    </message>
    <message>
        <source>share in V</source>
        <translation>Anteil in V</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>gamma</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>L = L_p + alpha L_m + beta L_e, on training batches</source>
        <translation>L = L_p + alpha L_m + beta L_e, auf Trainings-Batches</translation>
    </message>
    <message>
        <source>L_p</source>
        <translation>L_p</translation>
    </message>
    <message>
        <source>Loss of the task: mean absolute error or cross entropy</source>
        <translation>Verlust der Aufgabe: mittlerer absoluter Fehler oder Kreuzentropie</translation>
    </message>
    <message>
        <source>α L_m</source>
        <translation>α L_m</translation>
    </message>
    <message>
        <source>Weighted alignment of the distributions of queries and keys</source>
        <translation>Gewichtete Angleichung der Verteilungen von Querys und Keys</translation>
    </message>
    <message>
        <source>β L_e</source>
        <translation>β L_e</translation>
    </message>
    <message>
        <source>Weighted alignment of single elements that attention joins</source>
        <translation>Gewichtete Angleichung einzelner Elemente, die die Aufmerksamkeit verbindet</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Total loss on the validation split, after each epoch</source>
        <translation>Gesamtverlust auf dem Validierungs-Split, nach jeder Epoche</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>What the best epoch is chosen by; lower is better</source>
        <translation>Wonach die beste Epoche gewählt wird; niedriger ist besser</translation>
    </message>
    <message>
        <source>Proxy A-distance of queries and keys: 0 alike, 2 told apart by a line</source>
        <translation>Proxy-A-Distanz von Querys und Keys: 0 gleich, 2 durch eine Gerade trennbar</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean of all pairs. %1</source>
        <translation>Mittel aller Paare. %1</translation>
    </message>
    <message>
        <source>L_m</source>
        <translation>L_m</translation>
    </message>
    <message>
        <source>Alignment of the distributions of queries and keys, without its weight</source>
        <translation>Angleichung der Verteilungen von Querys und Keys, ohne ihr Gewicht</translation>
    </message>
    <message>
        <source>L_e</source>
        <translation>L_e</translation>
    </message>
    <message>
        <source>Alignment of single elements that attention joins, without its weight</source>
        <translation>Angleichung einzelner Elemente, die die Aufmerksamkeit verbindet, ohne ihr Gewicht</translation>
    </message>
    <message>
        <source>L_p validation</source>
        <translation>L_p Validation</translation>
    </message>
    <message>
        <source>On the validation split, after each epoch</source>
        <translation>Auf dem Validation-Split, nach jeder Epoche</translation>
    </message>
    <message>
        <source>L_m validation</source>
        <translation>L_m Validation</translation>
    </message>
    <message>
        <source>L_e validation</source>
        <translation>L_e Validation</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>
Of what the steps of the epoch predicted, with dropout, each by the model of its moment</source>
        <translation>
Aus dem, was die Schritte der Epoche vorhersagten, mit Dropout, je vom Modell des Augenblicks</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>
Of the best epoch; the test split is looked at once, at the end</source>
        <translation>
Der besten Epoche; der Test-Split wird einmal angesehen, am Ende</translation>
    </message>
    <message>
        <source>Entropy of a row&apos;s attention, divided by that of uniform attention; 1: it says nothing</source>
        <translation>Entropie der Aufmerksamkeit einer Zeile, geteilt durch die gleichmäßiger; 1: Sie sagt nichts</translation>
    </message>
    <message>
        <source>Mean norm of a query; near 0 is the trivial solution of L_e</source>
        <translation>Mittlere Norm einer Query; nahe 0 ist die triviale Lösung von L_e</translation>
    </message>
    <message>
        <source>Mean norm of a key; near 0 is the trivial solution of L_e</source>
        <translation>Mittlere Norm eines Keys; nahe 0 ist die triviale Lösung von L_e</translation>
    </message>
    <message>
        <source>Share of cells in V, which L_e pulls together</source>
        <translation>Anteil der Zellen in V, die L_e zusammenzieht</translation>
    </message>
    <message>
        <source>Mean threshold of the attention weights that are selected</source>
        <translation>Mittlere Schwelle der ausgewählten Aufmerksamkeitsgewichte</translation>
    </message>
    <message>
        <source>whole model</source>
        <translation>ganzes Modell</translation>
    </message>
    <message>
        <source>Norm of the gradient of all parameters, before it is cut</source>
        <translation>Norm des Gradienten aller Parameter, bevor sie begrenzt wird</translation>
    </message>
    <message>
        <source>Norm of the gradient of the part %1, before it is cut, of every tenth step</source>
        <translation>Norm des Gradienten des Teils %1, bevor sie begrenzt wird, in jedem zehnten Schritt</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>After warm-up and scheduler</source>
        <translation>Nach Aufwärmen und Scheduler</translation>
    </message>
    <message>
        <source>Step %1: </source>
        <translation>Schritt %1: </translation>
    </message>
    <message>
        <source>%1 from here on</source>
        <translation>%1 von hier an</translation>
    </message>
    <message>
        <source>learning rate, %1</source>
        <translation>Lernrate, %1</translation>
    </message>
    <message>
        <source>ended early, %1</source>
        <translation>früh beendet, %1</translation>
    </message>
    <message>
        <source>stopped and saved</source>
        <translation>angehalten und gespeichert</translation>
    </message>
    <message>
        <source>resumed: %1</source>
        <translation>fortgesetzt: %1</translation>
    </message>
    <message>
        <source>branched off here: %1</source>
        <translation>hier abgezweigt: %1</translation>
    </message>
    <message>
        <source>Warning about attention</source>
        <translation>Warnung zur Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagrechte Achse</translation>
    </message>
    <message>
        <source>What the curves are drawn over; time: seconds that the training has worked, pauses left out</source>
        <translation>Worüber die Kurven gezeichnet sind; Zeit: Sekunden, die das Training gearbeitet hat, ohne Pausen</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>nach Schritt</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>nach Epoche</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Smoothing of all curves</source>
        <translation>Glättung aller Kurven</translation>
    </message>
    <message>
        <source>Moving average of the curves; at the left end it is off</source>
        <translation>Gleitendes Mittel der Kurven; am linken Ende ist es aus</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis of all panels</source>
        <translation>Logarithmische waagrechte Achse aller Felder</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis; what lies at zero or left of it is left out (Shift+L)</source>
        <translation>Logarithmische waagrechte Achse; was bei null oder links davon liegt, fehlt (Umschalt+L)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>All panels at their whole length again (Home, or a double click)</source>
        <translation>Alle Felder wieder in ganzer Länge (Pos1 oder Doppelklick)</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The norm of the gradient appears with the first step</source>
        <translation>Die Norm des Gradienten erscheint mit dem ersten Schritt</translation>
    </message>
    <message>
        <source>The learning rate appears with the first step</source>
        <translation>Die Lernrate erscheint mit dem ersten Schritt</translation>
    </message>
    <message>
        <source>Losses shown</source>
        <translation>Gezeigte Verluste</translation>
    </message>
    <message>
        <source>As they add up to the objective, or each apart without its weight</source>
        <translation>Wie sie sich zum Ziel addieren, oder jeder für sich ohne Gewicht</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>gewichtet</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>Metric of the splits; test is measured once, at the end</source>
        <translation>Metrik der Splits; Test wird einmal gemessen, am Ende</translation>
    </message>
    <message>
        <source>Layer of both A-distance and health: the mean of all by pair, every layer by itself, or one</source>
        <translation>Schicht von A-Distanz und Gesundheit: Mittel aller nach Paar, jede Schicht für sich, oder eine</translation>
    </message>
    <message>
        <source>mean of layers</source>
        <translation>Mittel der Schichten</translation>
    </message>
    <message>
        <source>each layer</source>
        <translation>jede Schicht</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>⚠ L_e has fallen from %1 to %2, but attention may mean nothing any more: %3. Less beta, or a smaller tau, may help.</source>
        <translation>⚠ L_e ist von %1 auf %2 gefallen, aber die Aufmerksamkeit sagt vielleicht nichts mehr: %3. Weniger beta oder ein kleineres tau kann helfen.</translation>
    </message>
</context>
<context>
    <name>mica::TrainingJob</name>
    <message numerus="yes">
        <source>Stopped after %n epochs; saved, and can be resumed</source>
        <translation>
            <numerusform>Nach %n Epoche angehalten; gespeichert, kann fortgesetzt werden</numerusform>
            <numerusform>Nach %n Epochen angehalten; gespeichert, kann fortgesetzt werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished in %1; best epoch %2; validation: %3</source>
        <translation>In %1 beendet; beste Epoche %2; Validierung: %3</translation>
    </message>
</context>
<context>
    <name>mica::TransportBar</name>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Time of the cursor and length of the clip</source>
        <translation>Zeit des Cursors und Länge des Clips</translation>
    </message>
    <message>
        <source>Cursor / length, in seconds</source>
        <translation>Cursor / Länge, in Sekunden</translation>
    </message>
    <message>
        <source>Go to the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>Voriges Wort</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Nächstes Wort</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>Wiedergabegeschwindigkeit</translation>
    </message>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Playback speed (%1 slower, %2 faster)</source>
        <translation>Wiedergabegeschwindigkeit (%1 langsamer, %2 schneller)</translation>
    </message>
    <message>
        <source>Change what repeats</source>
        <translation>Ändern, was wiederholt wird</translation>
    </message>
    <message>
        <source>What is played again and again</source>
        <translation>Was immer wieder abgespielt wird</translation>
    </message>
    <message>
        <source>Repeat: off</source>
        <translation>Wiederholen: aus</translation>
    </message>
    <message>
        <source>Repeat: selection</source>
        <translation>Wiederholen: Auswahl</translation>
    </message>
    <message>
        <source>Repeat: all</source>
        <translation>Wiederholen: alles</translation>
    </message>
    <message>
        <source>Change how the view follows the cursor</source>
        <translation>Ändern, wie die Ansicht dem Cursor folgt</translation>
    </message>
    <message>
        <source>What the view does when the cursor leaves it</source>
        <translation>Was die Ansicht tut, wenn der Cursor sie verlässt</translation>
    </message>
    <message>
        <source>Follow: off</source>
        <translation>Folgen: aus</translation>
    </message>
    <message>
        <source>Follow: page</source>
        <translation>Folgen: seitenweise</translation>
    </message>
    <message>
        <source>Follow: centred</source>
        <translation>Folgen: zentriert</translation>
    </message>
    <message>
        <source>Selection begins at the cursor</source>
        <translation>Auswahl beginnt am Cursor</translation>
    </message>
    <message>
        <source>Selection ends at the cursor</source>
        <translation>Auswahl endet am Cursor</translation>
    </message>
    <message>
        <source>Select the word at the cursor</source>
        <translation>Wort am Cursor auswählen</translation>
    </message>
    <message>
        <source>No selection</source>
        <translation>Keine Auswahl</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>Zurück scrollen</translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation>Vor scrollen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in about the cursor</source>
        <translation>Um den Cursor vergrößern</translation>
    </message>
    <message>
        <source>Show the whole clip</source>
        <translation>Den ganzen Clip zeigen</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Auf die Auswahl zoomen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 s</translation>
    </message>
    <message>
        <source>times unknown</source>
        <translation>Zeiten unbekannt</translation>
    </message>
    <message>
        <source>off</source>
        <comment>repeat</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>selection</source>
        <comment>repeat</comment>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>all</source>
        <comment>repeat</comment>
        <translation>alles</translation>
    </message>
    <message>
        <source>off</source>
        <comment>follow</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>page</source>
        <comment>follow</comment>
        <translation>seitenweise</translation>
    </message>
    <message>
        <source>centred</source>
        <comment>follow</comment>
        <translation>zentriert</translation>
    </message>
</context>
<context>
    <name>mica::TruthScatter</name>
    <message>
        <source>Truth and prediction</source>
        <translation>Wahrheit und Vorhersage</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>truth %1, prediction %2, error %3 (%4)</source>
        <translation>Wahrheit %1, Vorhersage %2, Fehler %3 (%4)</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>Drag to list the clips of a region; Escape lifts it</source>
        <translation>Ziehen listet die Clips eines Bereichs; Esc hebt ihn auf</translation>
    </message>
    <message>
        <source>%1
Click to go to the clip</source>
        <translation>%1
Klick geht zum Clip</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>wrong (%1)</source>
        <translation>falsch (%1)</translation>
    </message>
    <message>
        <source>right (%1)</source>
        <translation>richtig (%1)</translation>
    </message>
    <message>
        <source>None of these clips has a label and a prediction</source>
        <translation>Keiner dieser Clips hat Label und Vorhersage</translation>
    </message>
</context>
<context>
    <name>mica::VideoView</name>
    <message>
        <source>No clip chosen</source>
        <translation>Kein Clip gewählt</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>The picture at the cursor. Click: play or pause (Space)</source>
        <translation>Das Bild am Cursor. Klick: Wiedergabe oder Pause (Leertaste)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>  frame %1</source>
        <translation>  Bild %1</translation>
    </message>
</context>
<context>
    <name>mica::ViewExport</name>
    <message>
        <source>E&amp;xport this view...</source>
        <translation>Diese Ansicht e&amp;xportieren...</translation>
    </message>
    <message>
        <source>Writes what this view shows into a file</source>
        <translation>Schreibt in eine Datei, was diese Ansicht zeigt</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PNG, 300 dots an inch</source>
        <translation>PNG, 300 Punkte je Zoll</translation>
    </message>
    <message>
        <source>HDF5: the numbers of maps</source>
        <translation>HDF5: die Zahlen der Karten</translation>
    </message>
    <message>
        <source>numpy: the numbers of maps</source>
        <translation>numpy: die Zahlen der Karten</translation>
    </message>
    <message>
        <source>CSV: the numbers of maps</source>
        <translation>CSV: die Zahlen der Karten</translation>
    </message>
    <message>
        <source>MP4: the map beside the clip, its cursor moving</source>
        <translation>MP4: die Karte neben dem Clip, mit bewegtem Cursor</translation>
    </message>
    <message>
        <source>CSV: every row of the table</source>
        <translation>CSV: jede Zeile der Tabelle</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 ist geschrieben</translation>
    </message>
</context>
<context>
    <name>mica::WaveLane</name>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>No sound in this clip</source>
        <translation>Kein Ton in diesem Clip</translation>
    </message>
    <message>
        <source>Wave form of the clip&apos;s sound, scaled to its loudest sample</source>
        <translation>Wellenform des Tons, auf das lauteste Sample skaliert</translation>
    </message>
</context>
<context>
    <name>mica::WhatIf</name>
    <message>
        <source>another set is on screen</source>
        <translation>ein anderer Datensatz ist auf dem Bildschirm</translation>
    </message>
    <message>
        <source>The attention of this clip is not there yet.</source>
        <translation>Die Aufmerksamkeit dieses Clips ist noch nicht da.</translation>
    </message>
    <message>
        <source>another clip is on screen</source>
        <translation>ein anderer Clip ist auf dem Bildschirm</translation>
    </message>
    <message>
        <source>not in this run or clip</source>
        <translation>nicht in diesem Lauf oder Clip</translation>
    </message>
    <message>
        <source>Dropped (%1): %2.</source>
        <translation>Entfernt (%1): %2.</translation>
    </message>
    <message>
        <source>This is so already: %1.</source>
        <translation>Das ist schon so: %1.</translation>
    </message>
    <message>
        <source>All of it is hidden already.</source>
        <translation>Alles davon ist schon verdeckt.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message>
        <source>Nothing is changed: every change is switched off.</source>
        <translation>Nichts ist geändert: jede Änderung ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>There is only the attention here that the training kept, no model to try changes with. Choose a saved epoch.</source>
        <translation>Hier gibt es nur die Aufmerksamkeit, die das Training aufgehoben hat, kein Modell für Änderungen. Wählen Sie eine gespeicherte Epoche.</translation>
    </message>
    <message>
        <source>Asking the model again...</source>
        <translation>Das Modell wird neu gefragt...</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 bis %2 s</translation>
    </message>
    <message>
        <source>This run&apos;s model does not look at the %1.</source>
        <translation>Das Modell dieses Laufs betrachtet diesen Strom nicht: %1.</translation>
    </message>
    <message>
        <source>This clip has no %1 that the model sees.</source>
        <translation>Dieser Clip hat nichts davon, was das Modell sieht: %1.</translation>
    </message>
    <message>
        <source>The times of the %1 are not known, so no step of it lies in an interval. Point at a step on the map and hide that one.</source>
        <translation>Die Zeiten dieses Stroms (%1) sind nicht bekannt, also liegt kein Schritt davon in einem Zeitabschnitt. Zeigen Sie auf einen Schritt der Karte und verdecken Sie diesen.</translation>
    </message>
    <message>
        <source>Nothing of the %1 lies in %2.</source>
        <translation>Nichts davon (%1) liegt in %2.</translation>
    </message>
    <message>
        <source>The model is given other steps of the %1 now.</source>
        <translation>Das Modell erhält jetzt andere Schritte dieses Stroms: %1.</translation>
    </message>
    <message>
        <source>This run has no such part to silence.</source>
        <translation>Dieser Lauf hat keinen solchen Teil, der sich stummschalten ließe.</translation>
    </message>
    <message>
        <source>The set has no such clip.</source>
        <translation>Der Datensatz hat keinen solchen Clip.</translation>
    </message>
    <message>
        <source>%1 is this clip itself.</source>
        <translation>%1 ist dieser Clip selbst.</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1 hat diesen Strom nicht: %2.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>text hidden, %1</source>
        <translation>Text verdeckt, %1</translation>
    </message>
    <message>
        <source>video hidden, %1</source>
        <translation>Video verdeckt, %1</translation>
    </message>
    <message>
        <source>sound muted, %1</source>
        <translation>Ton stumm, %1</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 verdeckt</translation>
    </message>
    <message>
        <source>no %1 at all</source>
        <translation>%1 ganz weggelassen</translation>
    </message>
    <message>
        <source>%1 silenced in all layers</source>
        <translation>%1 in allen Schichten stummgeschaltet</translation>
    </message>
    <message>
        <source>%1 silenced in layer %2</source>
        <translation>%1 in Schicht %2 stummgeschaltet</translation>
    </message>
    <message>
        <source>%1, layer %2: head %3 silenced</source>
        <translation>%1, Schicht %2: Kopf %3 stummgeschaltet</translation>
    </message>
    <message>
        <source>%1 of %2 instead</source>
        <translation>stattdessen %1 von %2</translation>
    </message>
    <message>
        <source>no effect: there is no %1 at all</source>
        <translation>ohne Wirkung: %1 ist ganz weggelassen</translation>
    </message>
    <message>
        <source>no effect: the %1 is another clip&apos;s</source>
        <translation>ohne Wirkung: %1 stammt von einem anderen Clip</translation>
    </message>
    <message>
        <source>The model sees nothing of this clip any more: it would say the same of every clip.</source>
        <translation>Das Modell sieht nichts mehr von diesem Clip: es würde zu jedem Clip dasselbe sagen.</translation>
    </message>
    <message>
        <source>Every step is hidden of: %1. The model sees nothing of it.</source>
        <translation>Jeder Schritt ist verdeckt: %1. Das Modell sieht nichts davon.</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verdeckt</translation>
    </message>
</context>
<context>
    <name>mica::WhatIfActions</name>
    <message>
        <source>Hide the &amp;word</source>
        <translation>&amp;Wort verdecken</translation>
    </message>
    <message>
        <source>Hide word</source>
        <translation>Wort verdecken</translation>
    </message>
    <message>
        <source>The model sees a gap in place of the word of the frozen row, or of that at the cursor</source>
        <translation>Das Modell sieht eine Lücke anstelle des Wortes der festgehaltenen Zeile, oder dessen am Cursor</translation>
    </message>
    <message>
        <source>Hide &amp;text in the selection</source>
        <translation>&amp;Text in der Auswahl verdecken</translation>
    </message>
    <message>
        <source>Hide text</source>
        <translation>Text verdecken</translation>
    </message>
    <message>
        <source>The model sees no word that lies in the selected interval</source>
        <translation>Das Modell sieht kein Wort, das im gewählten Zeitabschnitt liegt</translation>
    </message>
    <message>
        <source>Hide &amp;video in the selection</source>
        <translation>&amp;Video in der Auswahl verdecken</translation>
    </message>
    <message>
        <source>Hide video</source>
        <translation>Video verdecken</translation>
    </message>
    <message>
        <source>The model sees no picture of the selected interval</source>
        <translation>Das Modell sieht kein Bild des gewählten Zeitabschnitts</translation>
    </message>
    <message>
        <source>&amp;Mute sound in the selection</source>
        <translation>To&amp;n in der Auswahl stummschalten</translation>
    </message>
    <message>
        <source>Mute sound</source>
        <translation>Ton stummschalten</translation>
    </message>
    <message>
        <source>The model hears nothing of the selected interval</source>
        <translation>Das Modell hört nichts vom gewählten Zeitabschnitt</translation>
    </message>
    <message>
        <source>Leave out t&amp;he text</source>
        <translation>Text &amp;ganz weglassen</translation>
    </message>
    <message>
        <source>The model sees no word at all</source>
        <translation>Das Modell sieht gar kein Wort</translation>
    </message>
    <message>
        <source>Leave out th&amp;e video</source>
        <translation>Vid&amp;eo ganz weglassen</translation>
    </message>
    <message>
        <source>The model sees no picture at all</source>
        <translation>Das Modell sieht gar kein Bild</translation>
    </message>
    <message>
        <source>Leave out the s&amp;ound</source>
        <translation>T&amp;on ganz weglassen</translation>
    </message>
    <message>
        <source>The model hears nothing at all</source>
        <translation>Das Modell hört gar nichts</translation>
    </message>
    <message>
        <source>Silence this hea&amp;d</source>
        <translation>Diesen &amp;Kopf stummschalten</translation>
    </message>
    <message>
        <source>The output of the head on the map, in this pair and layer, is zero</source>
        <translation>Die Ausgabe des Kopfes auf der Karte, in diesem Paar und dieser Schicht, ist null</translation>
    </message>
    <message>
        <source>Silence this pair in this &amp;layer</source>
        <translation>Dieses Paar in dieser S&amp;chicht stummschalten</translation>
    </message>
    <message>
        <source>The output of all heads of the map, in this pair and layer, is zero</source>
        <translation>Die Ausgabe aller Köpfe der Karte, in diesem Paar und dieser Schicht, ist null</translation>
    </message>
    <message>
        <source>Silence this &amp;pair in all layers</source>
        <translation>Dieses &amp;Paar in allen Schichten stummschalten</translation>
    </message>
    <message>
        <source>The output of this pair is zero in every layer</source>
        <translation>Die Ausgabe dieses Paars ist in jeder Schicht null</translation>
    </message>
    <message>
        <source>&amp;Swap a stream with another clip&apos;s...</source>
        <translation>Strom mit dem eines anderen Clips t&amp;auschen...</translation>
    </message>
    <message>
        <source>Swap...</source>
        <translation>Tauschen...</translation>
    </message>
    <message>
        <source>The model is given another clip&apos;s text, video or sound with the rest of this one</source>
        <translation>Das Modell erhält Text, Video oder Ton eines anderen Clips und den Rest von diesem</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last step back</source>
        <translation>Nimmt den letzten Schritt zurück</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>W&amp;iederherstellen</translation>
    </message>
    <message>
        <source>Makes the step again that was taken back</source>
        <translation>Macht den zurückgenommenen Schritt noch einmal</translation>
    </message>
    <message>
        <source>&amp;Change nothing</source>
        <translation>Nichts än&amp;dern</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Removes every change; Undo brings them back</source>
        <translation>Entfernt jede Änderung; Rückgängig bringt sie wieder</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The model is given nothing of the %1 there.</source>
        <translation>Dort erhält das Modell nichts davon: %1.</translation>
    </message>
    <message>
        <source>The times of this clip&apos;s words are not known: click on a word&apos;s row of the map to freeze it, then hide it.</source>
        <translation>Die Zeiten der Wörter dieses Clips sind nicht bekannt: klicken Sie auf die Zeile eines Wortes in der Karte, um sie festzuhalten, und verdecken Sie es dann.</translation>
    </message>
    <message>
        <source>No word is said at the cursor (%1 s): put it on a word, or freeze a word&apos;s row of the map.</source>
        <translation>Am Cursor (%1 s) wird kein Wort gesagt: setzen Sie ihn auf ein Wort, oder halten Sie die Zeile eines Wortes in der Karte fest.</translation>
    </message>
    <message>
        <source>Nothing is selected: drag on the time line, or press I and O at its ends.</source>
        <translation>Nichts ist ausgewählt: ziehen Sie auf der Zeitachse, oder drücken Sie I und O an den Enden.</translation>
    </message>
    <message>
        <source>This clip has no times, so no interval can be selected: point at a step on the map and hide that one.</source>
        <translation>Dieser Clip hat keine Zeiten, also lässt sich kein Zeitabschnitt wählen: zeigen Sie auf einen Schritt der Karte und verdecken Sie diesen.</translation>
    </message>
    <message>
        <source>The map shows the mean of all heads: choose one of them in the Attention dock.</source>
        <translation>Die Karte zeigt das Mittel aller Köpfe: wählen Sie einen davon im Bereich Aufmerksamkeit.</translation>
    </message>
</context>
<context>
    <name>mica::WhatIfContext</name>
    <message>
        <source>Hide “%1”</source>
        <translation>„%1“ verdecken</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 verdecken</translation>
    </message>
</context>
<context>
    <name>mica::WhatIfPanel</name>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>One stream is kept from the model</source>
        <translation>Ein Strom wird dem Modell vorenthalten</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>A part of the model says nothing: of the pair, layer and head on the map</source>
        <translation>Ein Teil des Modells sagt nichts: vom Paar, der Schicht und dem Kopf auf der Karte</translation>
    </message>
    <message>
        <source>Nothing is changed. Hide a word (Ctrl+H), select an interval and mute its sound (Ctrl+M), silence a head (Ctrl+D): the model answers again, beside what it says untouched.</source>
        <translation>Nichts ist geändert. Verdecken Sie ein Wort (Strg+H), wählen Sie einen Zeitabschnitt und schalten Sie seinen Ton stumm (Strg+M), schalten Sie einen Kopf stumm (Strg+D): das Modell antwortet neu, neben dem, was es unverändert sagt.</translation>
    </message>
    <message>
        <source>beside the untouched one</source>
        <translation>neben der unveränderten</translation>
    </message>
    <message>
        <source>as a difference</source>
        <translation>als Differenz</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>How the changed map stands with the untouched one while anything is changed; the same scale for both</source>
        <translation>Wie die geänderte Karte zur unveränderten steht, solange etwas geändert ist; gleiche Skala für beide</translation>
    </message>
    <message>
        <source>Changed map</source>
        <translation>Geänderte Karte</translation>
    </message>
    <message>
        <source>Untouched:</source>
        <translation>Unverändert:</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>Geändert:</translation>
    </message>
</context>
<context>
    <name>mica::WordLane</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>No words with times in this clip</source>
        <translation>Keine Wörter mit Zeiten in diesem Clip</translation>
    </message>
    <message>
        <source>%1 (masked: the model does not see it)</source>
        <translation>%1 (maskiert: das Modell sieht es nicht)</translation>
    </message>
    <message>
        <source>%1
%2 to %3 s, %4 s long</source>
        <translation>%1
%2 bis %3 s, %4 s lang</translation>
    </message>
</context>
<context>
    <name>mica::Words</name>
    <message>
        <source>There is not enough memory for this. Close other programs or choose a smaller set.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht. Schließen Sie andere Programme oder wählen Sie einen kleineren Datensatz.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 h</translation>
    </message>
</context>
</TS>
