package whetstone.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import whetstone.app.controller.ControllerScreen;
import whetstone.app.data.DataScreen;
import whetstone.app.label.LabelScreen;
import whetstone.app.study.StudyWindow;
import whetstone.app.train.TrainScreen;
import whetstone.app.watch.WatchScreen;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.input.StickSettings;
import whetstone.labelling.input.StickState;
import whetstone.labelling.input.jinput.JInputSticks;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.store.SqliteDataset;
import whetstone.labelling.study.PeopleStudy;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainers;
import whetstone.model.learning.dl4j.Engine;
import whetstone.model.learning.dl4j.NetworkTrainer;
import whetstone.model.learning.dl4j.Processor;
import whetstone.model.world.GymnasiumKind;
import whetstone.model.environment.supertuxkart.SuperTuxKartKind;
import whetstone.model.world.SkywayKind;
import whetstone.model.world.Worlds;

/** Makes everything and connects it, in order: read it top to bottom to know the program. FX thread. */
final class Wiring implements AutoCloseable {
    private final Threads threads = new Threads();
    private final Words words = Words.of("window");
    private final Path folder;
    private final Settings settings;
    private final Theme theme;
    private final BackgroundTraining training;
    private final Trainers trainers;
    private final Workbench workbench;
    private final Retraining retraining;
    private final Ablations ablations;
    private final StickPoller poller;
    private final ControllerScreen controller;
    private final LabelScreen label;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final DatasetFiles files;
    private final MainWindow window;

    /** @param folder where the user's settings and the example dataset live */
    Wiring(Path folder) {
        this.folder = folder;
        settings = new Settings(folder);
        theme = new Theme(settings);

        trainers = new Trainers(List.of(new RidgeTrainer(InstantSource.system()), new NetworkTrainer(InstantSource.system())));
        training = new BackgroundTraining(threads.train(), threads.fx(), trainers.engines());
        PythonSetting python = PythonSetting.of(settings, GymnasiumKind.usualPython());
        Worlds worlds = new Worlds(List.of(new SkywayKind(),
                new GymnasiumKind(python::command, () -> Optional.ofNullable(System.getenv(GymnasiumKind.TOKEN_VARIABLE))),
                new SuperTuxKartKind(System.getenv())));
        workbench = new Workbench(threads, training, worlds, python);
        workbench.trainOn(words.get("status.cores", Runtime.getRuntime().availableProcessors()));
        HeldOutTrial heldOutTrial = new HeldOutTrial(trainers, InstantSource.system());
        retraining = new Retraining(workbench, heldOutTrial, new LabelDisagreement(trainers)::measure);
        ablations = new Ablations(workbench, trainers, heldOutTrial, InstantSource.system());
        files = new DatasetFiles(words, workbench, settings, folder,
                file -> SqliteDataset.openOrCreate(file, threads.store()),
                new ExampleDataset(trainers, heldOutTrial, InstantSource.system(), threads.store())::open);

        poller = new StickPoller(threads.drive(), Ticker.SYSTEM);
        controller = new ControllerScreen(workbench, new JInputSticks(Ticker.SYSTEM), poller, new StickSettings(folder));

        label = new LabelScreen(workbench, retraining, poller, controller::steerByMouse, controller::steerByKeys,
                settings, trainers::policy);
        screens.put(Place.WATCH, new WatchScreen(workbench, trainers::policy, this::stickSteer, id -> openInLabel(id)));
        screens.put(Place.LABEL, label);
        screens.put(Place.TRAIN, new TrainScreen(workbench, retraining, ablations, trainers::judge));
        screens.put(Place.DATA, new DataScreen(workbench, id -> openInLabel(id)));

        screens.put(Place.CONTROLLER, controller);
        label.leadToCalibration(this::calibrate);

        window = new MainWindow(words, workbench, theme, screens, Place.LABEL, files.verbs(),
                () -> StudyStage.open(window().root().getScene().getWindow(), theme, workbench, study()));
    }

    /** A session of the study for one person. */
    StudyWindow study() {
        return new StudyWindow(workbench, poller, SqliteDataset::create, folder.resolve("studies"), PeopleStudy.USUAL, controller::steerByMouse);
    }

    private void calibrate() {
        window.go(Place.CONTROLLER);
        controller.calibrate();
    }

    private void openInLabel(long rollout) {
        window.go(Place.LABEL);
        label.openRollout(rollout);
    }

    /** Where the stick steers now; empty where none was moved yet. */
    private OptionalDouble stickSteer() {
        return poller.state().filter(StickState::moved).map(state -> OptionalDouble.of(state.value(0))).orElse(OptionalDouble.empty());
    }

    StickPoller poller() {
        return poller;
    }

    LabelScreen label() {
        return label;
    }

    MainWindow window() {
        return window;
    }

    Theme theme() {
        return theme;
    }

    /** A policy is being trained, or its falls are being counted. */
    boolean isTraining() {
        return training.runningProperty().get() || !retraining.measuringProperty().get().isEmpty();
    }

    Workbench workbench() {
        return workbench;
    }

    /** Keys that hold everywhere in the window. */
    void connect(Scene scene, Window owner) {
        files.askIn(owner);
        accelerator(scene, KeyCode.T, theme::toggle);
        accelerator(scene, KeyCode.O, files.verbs().open());
        accelerator(scene, KeyCode.N, files.verbs().create());
        for (Place place : Place.values()) {
            accelerator(scene, KeyCode.getKeyCode(String.valueOf(place.ordinal() + 1)), () -> window.go(place));
        }
    }

    /** The window is up: opens the dataset, and loads what takes long in the background. */
    void begin(Optional<Path> dataset) {
        dataset.ifPresentOrElse(files::open, files::openLast);
        controller.search();
        threads.train().execute(this::loadNetworks);
    }

    /** Train thread: DeepLearning4J takes about a second to load. */
    private void loadNetworks() {
        try {
            Processor processor = Engine.load();
            threads.fx().execute(() -> tellProcessor(processor));
        } catch (IllegalStateException missing) {
            threads.fx().execute(() -> workbench.say(missing.getMessage()));
        }
    }

    private void tellProcessor(Processor processor) {
        switch (processor) {
            case Processor.Gpu gpu -> workbench.trainOn(gpu.name());
            case Processor.Cpu cpu -> {
                workbench.trainOn(words.get("status.cores", cpu.cores()));
                cpu.whyNoGpu().ifPresent(workbench::say);
            }
        }
    }

    private static void accelerator(Scene scene, KeyCode key, Runnable verb) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), verb);
    }

    @Override
    public void close() {
        window.close();
        retraining.cancel();
        ablations.cancel();
        poller.close();
        files.close();
        workbench.close();
        threads.close();
    }
}
