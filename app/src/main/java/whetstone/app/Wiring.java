package whetstone.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import whetstone.app.label.LabelScreen;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.dl4j.Engine;
import whetstone.model.learning.dl4j.NetworkTrainer;
import whetstone.model.learning.dl4j.Processor;

/** Makes everything and connects it, in order: read it top to bottom to know the program. FX thread. */
final class Wiring implements AutoCloseable {
    private final Threads threads = new Threads();
    private final Words words = Words.of("window");
    private final Settings settings;
    private final Theme theme;
    private final BackgroundTraining training;
    private final Workbench workbench;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final DatasetFiles files;
    private final MainWindow window;

    /** @param folder where the user's settings and the example dataset live */
    Wiring(Path folder) {
        settings = new Settings(folder);
        theme = new Theme(settings);
        training = new BackgroundTraining(threads.train(), threads.fx(), List.of(
                new RidgeTrainer(InstantSource.system()), new NetworkTrainer(InstantSource.system())));
        workbench = new Workbench(threads, training);
        workbench.steerWith(words.get("status.stick.none"));
        workbench.trainOn(words.get("status.cores", Runtime.getRuntime().availableProcessors()));
        files = new DatasetFiles(words, workbench, settings, folder, Wiring::noStore, Wiring::noStore);

        screens.put(Place.LABEL, new LabelScreen(workbench));

        window = new MainWindow(words, workbench, theme, screens, Place.LABEL, files.verbs());
    }

    private static Dataset noStore(Path file) {
        throw new DatasetException(file.getFileName() + " can't be opened: this build holds no dataset store yet.");
    }

    MainWindow window() {
        return window;
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
        training.cancel();
        workbench.close();
        threads.close();
    }
}
