// labels: slow
// `mica inspect` from the outside: figures, numbers and films of a clip without a window, and what is said where they
// cannot be made.
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>

#include "core/training/options.h"
#include "core/training/session.h"
#include "core/training/trainer.h"
#include "datasets/media/media.h"
#include "datasets/store/h5_file.h"
#include "tests/app/window_test.h"

using namespace mica;
namespace fs = std::filesystem;

class TestInspectCommand : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    fs::path root_, set_;

    void learn(const char* name, const std::vector<std::string>& more) {
        std::vector<std::string> wish{"d=8", "heads=2", "layers=2", "memory_layers=1", "batch=6", "epochs=1"};
        wish.insert(wish.end(), more.begin(), more.end());
        TrainingOptions options = make_options("", wish);
        options.threads = 1;
        (void)train(open_set(set_), options, root_ / name, {}, {}, {});
    }
    struct Said {
        int exit = -1;
        QString out, error;
    };
    // clip124 is the first with a video
    Said inspect(const QStringList& more, const QString& out, const QString& clip = QStringLiteral("clip124"),
                 const QString& program = qEnvironmentVariable("MICA_PROGRAM")) {
        QProcess process;
        process.start(program, QStringList{QStringLiteral("inspect"), path("full"), QStringLiteral("--clip"), clip,
                                           QStringLiteral("--out"), out} +
                                   more);
        if (!process.waitForFinished(120000)) return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    static QByteArray bytes(const QString& file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    // What stands in a picture, line breaks as blanks.
    static QString texts(const QString& svg) {
        return QString::fromUtf8(bytes(svg)).remove(QRegularExpression(QStringLiteral("<[^>]*>"))).simplified();
    }
    // Left over beside what was asked for.
    QStringList parts() const {
        QStringList all;
        for (const auto& entry : fs::directory_iterator(root_))
            if (entry.path().string().find(".part") != std::string::npos)
                all << QString::fromStdString(entry.path().string());
        return all;
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        if (qEnvironmentVariableIsEmpty("MICA_PROGRAM")) QSKIP("MICA_PROGRAM names no program");
        root_ = folder_.path().toStdString();
        set_ = toy::make_set(root_ / "set");
        learn("full", {});
        learn("plain", {"mmd=false", "pea=false"});
        learn("text", {"streams=L"});
    }

    void figureOfTwoRunsIsAPage() {
        const QString file = path("figure.pdf");
        const Said said = inspect({QStringLiteral("--layer"), QStringLiteral("2"), QStringLiteral("--pair"),
                                   QStringLiteral("V-L"), QStringLiteral("--compare"), path("plain")},
                                  file);
        QVERIFY2(said.exit == 0, qPrintable(said.error));
        QCOMPARE(said.out.trimmed(), file);
        const QByteArray pdf = bytes(file);
        QVERIFY(pdf.startsWith("%PDF"));
        const auto box =
            QRegularExpression(QStringLiteral(R"(MediaBox \[0 0 ([\d.]+) ([\d.]+)\])")).match(QString::fromLatin1(pdf));
        QVERIFY(box.hasMatch());
        QVERIFY(std::abs(box.captured(1).toDouble() - 180 / 25.4 * 72) < 2);  // points
    }

    void vectorsSayWhatTheyShow() {
        const QString file = path("figure.svg");
        const Said said = inspect(
            {QStringLiteral("--strongest"), QStringLiteral("2"), QStringLiteral("--compare"), path("plain")}, file);
        QVERIFY2(said.exit == 0, qPrintable(said.error));
        const QString svg = QString::fromUtf8(bytes(file)).simplified(), said_in = texts(file);
        for (const char* part : {"really", "Set toy", "clip clip124", "full, epoch 1, layer 2",
                                 "plain, epoch 1, layer 2", "mean of all heads", "the 2 strongest"})
            QVERIFY2(said_in.contains(QLatin1String(part)), part);
        QVERIFY(svg.contains(QLatin1String("<image")));
        const auto width = QRegularExpression(QStringLiteral(R"(width="([\d.]+)mm")")).match(svg);
        QVERIFY(width.hasMatch());
        QVERIFY(std::abs(width.captured(1).toDouble() - 180) < 0.5);
    }

    void aClipWithoutVideoSaysSo() {
        const QString file = path("plain.svg");
        const Said said = inspect({}, file, QStringLiteral("clip100"));
        QVERIFY2(said.exit == 0, qPrintable(said.error));
        QVERIFY(texts(file).contains(QLatin1String("no pictures")));
        QVERIFY(!QString::fromUtf8(bytes(file)).contains(QLatin1String("<image")));
    }

    void picturesHaveTheirSizeInDots() {
        for (const char* view : {"map", "grid"}) {
            const QString file = path("view.png");
            const Said said = inspect({QStringLiteral("--view"), QLatin1String(view), QStringLiteral("--width"),
                                       QStringLiteral("90"), QStringLiteral("--head"), QStringLiteral("2")},
                                      file);
            QVERIFY2(said.exit == 0, qPrintable(said.error));
            const QImage image(file);
            QVERIFY(std::abs(image.width() - 90 / 25.4 * 300) < 3);
            QVERIFY(std::abs(image.dotsPerMeterX() - 300 / 0.0254) < 2);
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 3)
                for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
            QVERIFY(colours.size() > 20);
            QCOMPARE(image.pixel(1, 1), qRgb(255, 255, 255));
        }
    }

    void numbersAreTheModels() {
        const QString file = path("maps.h5");
        const Said said = inspect({QStringLiteral("--pair"), QStringLiteral("A-L")}, file);
        QVERIFY2(said.exit == 0, qPrintable(said.error));
        QVERIFY(said.out.contains(QLatin1String("2 maps")));
        const auto set = open_set(set_);
        const AttentionSnapshot s = ModelSession(root_ / "full", "best", set).attend(set->find("clip124"));
        const h5::Source in(file.toStdString());
        int found = 0;
        for (const AttentionMap& map : s.maps) {
            if (map.pair.name() != "A>L") continue;
            const auto weights = in.read_all<float>("map" + std::to_string(++found) + "/weights", 3);
            QCOMPARE(weights.size(), map.weight.size());
            for (std::size_t i = 0; i < weights.size(); ++i) QVERIFY(std::abs(weights[i] - map.weight[i]) < 1e-5F);
        }
        QCOMPARE(found, 2);
        for (const char* name : {"maps.npz", "maps.csv"}) QCOMPARE(inspect({}, path(name)).exit, 0);
    }

    void theFilmHasEveryFrameAndTheSound() {
        const QString file = path("film.mp4");
        const Said said = inspect({QStringLiteral("--pair"), QStringLiteral("V-L")}, file);
        QVERIFY2(said.exit == 0, qPrintable(said.error));
        VideoReader video(file.toStdString());
        QCOMPARE(video.info().width, 1280);
        QCOMPARE(video.info().frame_rate, toy::kFrameRate);
        QVERIFY(std::abs(video.info().duration - toy::kDuration) < 0.1);
        QVERIFY(video.info().has_audio);
        const Sound sound = read_sound(file.toStdString(), 16000);
        QVERIFY(*std::max_element(sound.samples.begin(), sound.samples.end()) > 0.2F);
        int frames = 0;
        std::vector<std::uint8_t> before;
        for (; const auto frame = video.next(); ++frames) {
            QVERIFY(std::abs(frame->time - frames / toy::kFrameRate) < 1e-3);
            // the clip's frame of that time stands at the left
            const std::size_t middle = (static_cast<std::size_t>(frame->height) / 2 * 1280 + 210) * 3;
            const int grey = frame->rgb[middle];
            QVERIFY2(std::abs(grey - toy::grey(frames)) <= 3, qPrintable(QString::number(grey)));
            // and something moves at the right
            int moved = 0;
            for (std::size_t i = 0; !before.empty() && i < frame->rgb.size(); i += 3)
                moved += i / 3 % 1280 > 450 && std::abs(frame->rgb[i] - before[i]) > 60 ? 1 : 0;
            QVERIFY(frames == 0 || moved > 50);
            before = frame->rgb;
        }
        QCOMPARE(frames, toy::kFrames);
    }

    void aStoppedFilmLeavesTheOlderOne() {
        const QString file = path("stopped.mp4");
        {
            QFile older(file);
            QVERIFY(older.open(QIODevice::WriteOnly));
            older.write("older");
        }
        QProcess process;
        process.setReadChannel(QProcess::StandardError);
        process.start(qEnvironmentVariable("MICA_PROGRAM"),
                      {QStringLiteral("inspect"), path("full"), QStringLiteral("--clip"), QStringLiteral("clip124"),
                       QStringLiteral("--out"), file});
        QByteArray said;
        while (!said.contains("drawing the film") && process.waitForReadyRead(60000))
            said += process.readAllStandardError();
        QVERIFY2(said.contains("drawing the film"), said.constData());
        process.terminate();
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(bytes(file), QByteArray("older"));
        QCOMPARE(parts(), QStringList());
    }

    void whatCannotBeMadeIsASentence_data() {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("out");
        QTest::addColumn<QString>("clip");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("told");
        const QString clip = QStringLiteral("clip124");
        const auto row = [&](const char* name, const QStringList& more, const QString& out, const QString& of, int exit,
                             const char* told) {
            QTest::newRow(name) << more << out << of << exit << QString::fromLatin1(told);
        };
        for (const char* name : {"x.pdf", "x.h5", "x.mp4"}) {
            const QString out = path(name);
            row(qPrintable(QStringLiteral("clip, %1").arg(out)), {}, out, QStringLiteral("nobody"), 1,
                "there is no clip 'nobody'");
            row(qPrintable(QStringLiteral("layer, %1").arg(out)), {QStringLiteral("--layer"), QStringLiteral("9")}, out,
                clip, 1, "has no layer 9");
            row(qPrintable(QStringLiteral("head, %1").arg(out)), {QStringLiteral("--head"), QStringLiteral("9")}, out,
                clip, 1, "has no head 9");
            row(qPrintable(QStringLiteral("pair, %1").arg(out)), {QStringLiteral("--pair"), QStringLiteral("V-V")}, out,
                clip, 1, "no pair of streams");
            row(qPrintable(QStringLiteral("stream, %1").arg(out)), {QStringLiteral("--compare"), path("text")}, out,
                clip, 1, "has no attention");
            row(qPrintable(QStringLiteral("run, %1").arg(out)), {QStringLiteral("--compare"), path("none")}, out, clip,
                1, "none");
            row(qPrintable(QStringLiteral("epoch, %1").arg(out)), {QStringLiteral("--epoch"), QStringLiteral("5")}, out,
                clip, 1, "keeps no attention of epoch 5");
        }
        for (const char* name : {"none/x.pdf", "none/x.h5", "none/x.npz", "none/x.csv", "none/x.mp4"})
            row(name, {}, path(name), clip, 1, "none");
        row("ending", {}, path("x.gif"), clip, 2, "x.gif");
        row("width", {QStringLiteral("--width"), QStringLiteral("5")}, path("x.pdf"), clip, 2, "--width");
        row("view", {QStringLiteral("--view"), QStringLiteral("cake")}, path("x.pdf"), clip, 2, "--view");
        row("three",
            {QStringLiteral("--compare"), path("plain"), QStringLiteral("--compare"), path("plain"),
             QStringLiteral("--compare"), path("plain")},
            path("x.pdf"), clip, 2, "--compare");
    }
    void whatCannotBeMadeIsASentence() {
        QFETCH(QStringList, more);
        QFETCH(QString, out);
        QFETCH(QString, clip);
        QFETCH(int, exit);
        QFETCH(QString, told);
        const Said said = inspect(more, out, clip);
        QVERIFY2(said.exit == exit, qPrintable(QStringLiteral("%1: %2").arg(said.exit).arg(said.error)));
        QVERIFY2(said.error.contains(told), qPrintable(said.error));
        if (exit == 1) QCOMPARE(said.error.trimmed().count(QLatin1Char('\n')), 0);
        QVERIFY(!QFile::exists(out));
        QCOMPARE(parts(), QStringList());
    }

    void withoutTheWindowsProgramNumbersAreStillWritten() {
        const QString alone = path("alone");
        QVERIFY(fs::create_directory(alone.toStdString()));
        const QString program = alone + QStringLiteral("/mica");
        QVERIFY(QFile::copy(qEnvironmentVariable("MICA_PROGRAM"), program));
        const fs::path helper =
            fs::path(qEnvironmentVariable("MICA_PROGRAM").toStdString()).parent_path() / "mica-h5-reader";
        fs::copy_file(helper, fs::path(alone.toStdString()) / "mica-h5-reader");
        const Said drawn = inspect({}, path("alone.pdf"), QStringLiteral("clip124"), program);
        QCOMPARE(drawn.exit, 1);
        QVERIFY2(drawn.error.contains(QLatin1String("mica-workbench")), qPrintable(drawn.error));
        const Said numbers = inspect({}, path("alone.csv"), QStringLiteral("clip124"), program);
        QVERIFY2(numbers.exit == 0, qPrintable(numbers.error));
    }
};

QTEST_GUILESS_MAIN(TestInspectCommand)
#include "test_inspect_command.moc"
