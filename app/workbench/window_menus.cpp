// Menus, the tool bar, and what every action says of itself.
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

#include "app/workbench/clip_panel.h"
#include "app/workbench/import_dialog.h"
#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/train_panel.h"
#include "app/workbench/words.h"
#include "widgets/clip_table.h"
#include "widgets/transport_bar.h"

namespace mica {

namespace {

enum class Sign { play, pause, stop };

// In the colour of the text beside it, so that it is seen in a light and in a dark window.
QIcon sign(Sign which, const QPalette& palette) {
    QIcon icon;
    for (const auto mode : {QIcon::Normal, QIcon::Disabled}) {
        QPixmap picture(64, 64);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            palette.color(mode == QIcon::Normal ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
        if (which == Sign::play) painter.drawPolygon(QPolygonF{{16, 8}, {56, 32}, {16, 56}});
        if (which == Sign::stop) painter.drawRect(12, 12, 40, 40);
        if (which == Sign::pause)
            for (const int x : {12, 38}) painter.drawRect(x, 10, 14, 44);
        icon.addPixmap(picture, mode);
    }
    return icon;
}

}  // namespace

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) colourSigns();
}

void MainWindow::colourSigns() {
    if (!start_action_) return;
    start_action_->setIcon(sign(Sign::play, palette()));
    pause_action_->setIcon(sign(Sign::pause, palette()));
    stop_action_->setIcon(sign(Sign::stop, palette()));
}

QAction* MainWindow::add(QMenu* menu, const QString& text, const QString& tip, const QKeySequence& key) {
    auto* action = menu->addAction(text);
    action->setShortcut(key);
    action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    action->setStatusTip(tip);
    return action;
}

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->setToolTipsVisible(true);
    auto* open = add(file, tr("&Open set..."), tr("Opens a set of clips (.h5)"), QKeySequence::Open);
    connect(open, &QAction::triggered, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Open a set"), {}, tr("Sets (*.h5 *.hdf5);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { openSet(path_of(path)); });
        dialog->open();
    });
    auto* import = add(file, tr("&Import clips..."), tr("Makes a set from a folder of recordings"),
                       QKeySequence(Qt::CTRL | Qt::Key_I));
    connect(import, &QAction::triggered, this, [this] {
        auto* dialog = new ImportDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ImportDialog::chosen, this, [this](const ImportWish& wish) {
            auto summary = std::make_shared<ImportSummary>();
            jobs_->run(tr("Import of %1").arg(text_of(wish.folder.filename())), work_of(wish, summary), tr("imported"),
                       [this, to = wish.to, summary](JobOutcome outcome, const QString&) {
                           if (outcome != JobOutcome::done) return;
                           messages_->show(
                               summary->left_out.empty() ? MessageBar::Kind::note : MessageBar::Kind::warning,
                               summary_words(*summary));
                           openSet(to);
                       });
        });
        dialog->open();
    });
    auto* sample =
        add(file, tr("&Make or open the sample set"), tr("Drawn faces that speak, with known attention"), {});
    connect(sample, &QAction::triggered, this, [this] {
        std::error_code ignored;
        if (std::filesystem::exists(offered_sample_, ignored))
            openSet(offered_sample_);
        else
            makeSample(offered_sample_);
    });
    file->addSeparator();
    auto* quit = add(file, tr("&Quit"), tr("Closes the window; a running training is asked about"), QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    QMenu* clip = menuBar()->addMenu(tr("&Clip"));
    clip->setToolTipsVisible(true);
    connect(add(clip, tr("&Next clip"), tr("Chooses the next clip of the list"), QKeySequence(Qt::CTRL | Qt::Key_Down)),
            &QAction::triggered, clips_, &ClipTable::chooseNext);
    connect(
        add(clip, tr("&Previous clip"), tr("Chooses the clip before in the list"), QKeySequence(Qt::CTRL | Qt::Key_Up)),
        &QAction::triggered, clips_, &ClipTable::choosePrevious);
    clip->addSeparator();
    clip->addActions(clip_panel_->transport()->transportActions());

    QMenu* train = menuBar()->addMenu(tr("&Training"));
    train->setToolTipsVisible(true);
    auto* start = add(train, tr("&Train on this set"), tr("Starts a new run with the settings of the Train layout"),
                      QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(start, &QAction::triggered, train_panel_, &TrainPanel::start);
    auto* pause =
        add(train, tr("&Pause"), tr("Waits after the running step, or goes on"), QKeySequence(Qt::CTRL | Qt::Key_P));
    pause->setCheckable(true);
    connect(pause, &QAction::triggered, &training_, &TrainingJob::setPaused);
    auto* stop = add(train, tr("&Stop and save"), tr("Ends after the running step; the run can be resumed"),
                     QKeySequence(Qt::CTRL | Qt::Key_Period));
    connect(stop, &QAction::triggered, &training_, &TrainingJob::stop);
    const auto state = [this, start, pause, stop] {
        start->setEnabled(selection_.set() && !training_.running());
        pause->setEnabled(training_.running());
        pause->setChecked(training_.running() && training_.paused());
        stop->setEnabled(training_.running());
    };
    connect(&training_, &TrainingJob::started, this, state);
    connect(&training_, &TrainingJob::pausedChanged, this, state);
    connect(&training_, &TrainingJob::ended, this, state);
    connect(&selection_, &Selection::setChanged, this, state);
    state();

    start_action_ = start;
    pause_action_ = pause;
    stop_action_ = stop;
    colourSigns();
    auto* bar = addToolBar(tr("Training"));
    bar->setObjectName(QStringLiteral("training bar"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setMovable(false);
    bar->addAction(start);
    bar->addAction(pause);
    bar->addAction(stop);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* d : {clips_dock_, set_dock_, train_dock_, curves_dock_, attention_dock_})
        view->addAction(d->toggleViewAction());
    view->addSeparator();
    connect(add(view, tr("&Reset this layout"), tr("Docks back to where they were at first"), {}), &QAction::triggered,
            this, [this] { arrange(layout_); });
    if (theme_) {
        QMenu* themes = view->addMenu(tr("&Theme"));
        auto* group = new QActionGroup(this);
        for (const auto& [theme, text] : {std::pair{Theme::system, tr("As the &desktop")},
                                          std::pair{Theme::light, tr("&Light")}, std::pair{Theme::dark, tr("Da&rk")}}) {
            QAction* action = group->addAction(text);
            action->setCheckable(true);
            action->setChecked(theme_->theme() == theme);
            themes->addAction(action);
            connect(action, &QAction::triggered, this, [this, theme = theme] {
                theme_->set(theme);
                QSettings().setValue(QStringLiteral("theme"), name_of(theme));
            });
        }
    }
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    connect(add(help, tr("&About"), tr("What this is, and the licences of its parts"), {}), &QAction::triggered, this,
            &MainWindow::about);
}

void MainWindow::about() {
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About MICA Workbench"), {}, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::RichText);
    box->setText(tr("<h3>MICA Workbench %1</h3><p>Crossmodal attention over video, speech and words, on the clip's own "
                    "time line. The model: "
                    "<i>Attention is not Enough: Mitigating the Distribution Discrepancy in Asynchronous Multimodal "
                    "Sequence Fusion</i>, ICCV 2021.</p>")
                     .arg(QApplication::applicationVersion()));
    box->setInformativeText(
        tr("<p>Free software under the GNU General Public License, version 3 or later, without any warranty.</p>"
           "<p>Made with Qt %1 (LGPL 3), LibTorch (BSD), QCustomPlot (GPL 3), HDF5 (BSD), FFmpeg (LGPL 2.1 and GPL 2), "
           "dlib (Boost), aubio (GPL 3), FFTW (GPL 2), eSpeak NG (GPL 3), LIBLINEAR (BSD), SQLite (public domain), "
           "toml++ (MIT), JSON for Modern C++ (MIT), CLI11 (BSD).</p>")
            .arg(QLatin1String(qVersion())));
    box->open();
}

}  // namespace mica
