// Menus, the tool bar, and what every action says of itself.
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

#include "app/workbench/clip_panel.h"
#include "app/workbench/key_page.h"
#include "app/workbench/language.h"
#include "app/workbench/main_window.h"
#include "app/workbench/map_menu.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/train_panel.h"
#include "widgets/clip_table.h"
#include "widgets/transport_bar.h"
#include "widgets/key_mark.h"

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
    buildFileMenu();
    QMenu* clip = menuBar()->addMenu(tr("&Clip"));
    clip->setToolTipsVisible(true);
    for (QAction* action : clips_->browseActions()) {
        clip->addAction(action);
        // the list may be hidden in this layout
        connect(action, &QAction::triggered, this, [this] {
            if (clips_dock_->isVisible()) return;
            clips_dock_->show();
            clips_->find();
        });
    }
    clip->addSeparator();
    connect(add(clip, tr("&Next clip"), tr("Chooses the next clip of the list"), QKeySequence(Qt::CTRL | Qt::Key_Down)),
            &QAction::triggered, clips_, &ClipTable::chooseNext);
    connect(
        add(clip, tr("&Previous clip"), tr("Chooses the clip before in the list"), QKeySequence(Qt::CTRL | Qt::Key_Up)),
        &QAction::triggered, clips_, &ClipTable::choosePrevious);
    QMenu* time = menuBar()->addMenu(tr("T&ime"));
    time->setToolTipsVisible(true);
    time->addActions(clip_panel_->transport()->transportActions());
    auto* map = new MapMenu(attention_panel_, this);
    menuBar()->addMenu(map);
    clip_panel_->transport()->addKeys(map->keyed());
    buildTrainingMenu();
    buildWhatIfMenu();
    buildRunsMenu();
    buildViewMenu();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    connect(add(help, tr("&Keys"), tr("Every key of the window, by where it works"), Qt::Key_F1), &QAction::triggered,
            this, [this] { showKeys(this); });
    connect(add(help, tr("&About"), tr("What this is, and the licences of its parts"), {}), &QAction::triggered, this,
            &MainWindow::about);
}

void MainWindow::buildFileMenu() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->setToolTipsVisible(true);
    connect(
        add(file, tr("&Open set..."), tr("Opens a set of clips (.h5) beside those that are open"), QKeySequence::Open),
        &QAction::triggered, this, &MainWindow::openDialog);
    connect(add(file, tr("Open &recordings..."),
                tr("Opens your own videos or sounds, to look at them with a trained run; they can be dropped, too"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
            &QAction::triggered, this, [this] { askRecordings(); });
    connect(add(file, tr("&Import..."), tr("Makes a set from recordings or from the files of a benchmark"),
                QKeySequence(Qt::CTRL | Qt::Key_I)),
            &QAction::triggered, this, [this] { askImport(); });
    auto* sample =
        add(file, tr("&Make or open the sample set"), tr("Drawn faces that speak, with known attention"), {});
    connect(sample, &QAction::triggered, this, [this] {
        std::error_code ignored;
        if (std::filesystem::exists(offered_sample_, ignored))
            openSet(offered_sample_);
        else
            makeSample(offered_sample_);
    });
    connect(add(file, tr("&Export this view..."), tr("Writes the view with the focus as a picture, numbers or a film"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)),
            &QAction::triggered, this, &MainWindow::exportView);
    auto* report =
        add(file, tr("Report of the r&un..."), tr("Writes all that the chosen run tells as one HTML or PDF file"),
            QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    connect(report, &QAction::triggered, this, &MainWindow::reportDialog);
    const auto chosen = [this, report] { report->setEnabled(!selection_.run().empty()); };
    connect(&selection_, &Selection::runChanged, this, chosen);
    chosen();
    file->addSeparator();
    auto* check_set = add(file, tr("Check &this set"), tr("Tells what in the set would spoil a training"),
                          QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(check_set, &QAction::triggered, this, [this] {
        if (selection_.set()) check(selection_.set()->path());
    });
    connect(add(file, tr("Check a &file..."), tr("Tells what in a file of any supported form would spoil a training"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)),
            &QAction::triggered, this, &MainWindow::checkDialog);
    file->addSeparator();
    auto* next =
        add(file, tr("&Next set"), tr("Goes to the next of the open sets"), QKeySequence(Qt::CTRL | Qt::Key_Tab));
    auto* previous = add(file, tr("&Previous set"), tr("Goes to the open set before"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab));
    auto* close = add(file, tr("&Close this set"), tr("Closes the set on screen; a training of it goes on"),
                      QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(next, &QAction::triggered, &sets_, [this] { sets_.step(1); });
    connect(previous, &QAction::triggered, &sets_, [this] { sets_.step(-1); });
    connect(close, &QAction::triggered, &sets_, [this] { sets_.close(sets_.current()); });
    auto* remove = add(file, tr("Remo&ve these own clips..."),
                       tr("Deletes the features of the recordings on screen; the recordings stay"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete));
    connect(remove, &QAction::triggered, this, &MainWindow::removeOwnClips);
    const auto state = [this, check_set, remove, next, previous, close] {
        check_set->setEnabled(sets_.current() >= 0);
        close->setEnabled(sets_.current() >= 0);
        remove->setEnabled(showsOwnClips());
        next->setEnabled(sets_.all().size() > 1);
        previous->setEnabled(sets_.all().size() > 1);
    };
    connect(&sets_, &OpenSets::changed, this, state);
    state();
    file->addSeparator();
    auto* quit = add(file, tr("&Quit"), tr("Closes the window; a running training is asked about"), QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    auto* bar = addToolBar(tr("Open sets"));
    bar->setObjectName(QStringLiteral("sets bar"));
    bar->setMovable(false);
    set_chooser_ = new QComboBox;
    set_chooser_->setObjectName(QStringLiteral("setChooser"));
    set_chooser_->setAccessibleName(tr("Open sets"));
    set_chooser_->setToolTip(
        tr("The set on screen, of those that are open (%1)").arg(next->shortcut().toString(QKeySequence::NativeText)));
    set_chooser_->setPlaceholderText(tr("no set is open"));
    set_chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    set_chooser_->setMinimumContentsLength(16);
    set_chooser_->setEnabled(false);
    bar->addWidget(set_chooser_);
}

void MainWindow::buildViewMenu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* d : {clips_dock_, distributions_dock_, check_dock_, set_dock_, train_dock_, curves_dock_,
                           attention_dock_, evidence_dock_, predictions_dock_, what_if_dock_})
        view->addAction(d->toggleViewAction());
    for (QDockWidget* d : experiment_docks_) view->addAction(d->toggleViewAction());
    view->addSeparator();
    connect(add(view, tr("&Evidence"), tr("What the chosen run's attention is worth: six kinds of figures"),
                QKeySequence(Qt::CTRL | Qt::Key_E)),
            &QAction::triggered, this, &MainWindow::showEvidence);
    connect(add(view, tr("&Predictions"), tr("What the chosen run says of each clip, and another run beside it"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)),
            &QAction::triggered, this, &MainWindow::showPredictions);
    connect(add(view, tr("&What if"), tr("What the model says when something is kept from it, beside what it says now"),
                QKeySequence(Qt::CTRL | Qt::Key_U)),
            &QAction::triggered, this, &MainWindow::showWhatIf);
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
    buildLanguageMenu(view);
}

// Each language under its own name, so that a person who does not read the window finds theirs.
void MainWindow::buildLanguageMenu(QMenu* view) {
    QMenu* languages = view->addMenu(tr("&Language"));
    auto* group = new QActionGroup(this);
    const auto chosen = language_of(QSettings().value(QStringLiteral("language")).toString());
    for (const Language language : {Language::system, Language::english, Language::german, Language::chinese}) {
        const QString name = language == Language::system ? tr("As the &system") : own_name(language);
        QAction* action = group->addAction(name);
        action->setCheckable(true);
        action->setChecked(language == chosen.value_or(Language::system));
        languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] {
            QSettings().setValue(QStringLiteral("language"), name_of(language));
            messages_->show(MessageBar::Kind::note, tr("The window speaks this language from its next start on."));
        });
    }
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
           "dlib (Boost), aubio (GPL 3), FFTW (GPL 2), eSpeak NG (GPL 3), LIBLINEAR (BSD), Boost.Math (BSL), SQLite "
           "(public domain), "
           "toml++ (MIT), JSON for Modern C++ (MIT), CLI11 (BSD).</p>")
            .arg(QLatin1String(qVersion())));
    box->open();
}

}  // namespace mica
