package whetstone.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.labelling.Dataset;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.world.GymnasiumKind;
import whetstone.model.world.SkywayKind;
import whetstone.model.world.Worlds;

/**
 * What all screens share: the open dataset, who labels, which policy drives, how many labels there are, and the one sentence
 * that the window has to say. Properties are read-only; changes go through the verbs. FX thread only.
 */
public final class Workbench {
    private final ReadOnlyObjectWrapper<Optional<Dataset>> dataset = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PolicyVersion>> driver = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper labels = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper round = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper change = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper expert = new ReadOnlyStringWrapper(System.getProperty("user.name", "expert"));
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stickName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper processor = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final FilePrompt files = new FilePrompt(() -> dataset().map(Dataset::file));
    private final Threads threads;
    private final BackgroundTraining training;
    private final Worlds worlds;
    private final PythonSetting python;

    /** @param worlds all that can be driven in @param python that Gymnasium's environments run in */
    public Workbench(Threads threads, BackgroundTraining training, Worlds worlds, PythonSetting python) {
        this.threads = threads;
        this.training = training;
        this.worlds = worlds;
        this.python = python;
    }

    /** Where only Skyway can be driven in. */
    public Workbench(Threads threads, BackgroundTraining training) {
        this(threads, training, new Worlds(List.of(new SkywayKind())), new PythonSetting(GymnasiumKind.usualPython(), _ -> { }));
    }

    /** Any thread. */
    public Worlds worlds() {
        return worlds;
    }

    public PythonSetting python() {
        return python;
    }

    public FilePrompt files() {
        return files;
    }

    public Threads threads() {
        return threads;
    }

    public BackgroundTraining training() {
        return training;
    }

    public ReadOnlyObjectProperty<Optional<Dataset>> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    /** Whether a dataset is being opened or made that is not there yet. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    void opening(boolean now) {
        opening.set(now);
    }

    public Optional<Dataset> dataset() {
        return dataset.get();
    }

    public ReadOnlyObjectProperty<Optional<PolicyVersion>> driverProperty() {
        return driver.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty labelsProperty() {
        return labels.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty roundProperty() {
        return round.getReadOnlyProperty();
    }

    /** Counts up whenever the dataset's contents changed: a screen listens and reads again what it shows. */
    public ReadOnlyIntegerProperty changeProperty() {
        return change.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty expertProperty() {
        return expert.getReadOnlyProperty();
    }

    /** One sentence for the user, shown in the window until the next one; empty where there is none. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The name of what steers: a wheel, joystick or gamepad, or the mouse or keyboard. */
    public ReadOnlyStringProperty stickNameProperty() {
        return stickName.getReadOnlyProperty();
    }

    public void steerWith(String name) {
        stickName.set(name);
    }

    /** What trains: the processor's cores, or the GPU. */
    public ReadOnlyStringProperty processorProperty() {
        return processor.getReadOnlyProperty();
    }

    public void trainOn(String name) {
        processor.set(name);
    }

    public void say(String sentence) {
        notice.set(sentence);
    }

    /** Takes a sentence back that no longer holds, unless another was said since. */
    public void unsay(String sentence) {
        if (notice.get().equals(sentence)) {
            notice.set("");
        }
    }

    public void open(Dataset opened) {
        dataset.get().ifPresent(Dataset::close);
        dataset.set(Optional.of(opened));
        opened.setting("expert").ifPresent(expert::set);
        contentsChanged();
    }

    /** The window closes: waits until everything queued is on disk. */
    void close() {
        dataset.get().ifPresent(Dataset::close);
        dataset.set(Optional.empty());
    }

    public void nameExpert(String name) {
        expert.set(name.strip());
        dataset.get().ifPresent(file -> file.setSetting("expert", name.strip()));
    }

    /** To be called by whoever recorded, labelled, trained or deleted; reads the counts off the FX thread. */
    public void contentsChanged() {
        read(Counts::of, counts -> {
            labels.set(counts.labels);
            round.set(counts.rounds);
            driver.set(counts.driver);
            change.set(change.get() + 1);
        });
    }

    /**
     * Reads from the open dataset on a reading thread and hands over on the FX thread; says what can't be read. Where the file was closed
     * meanwhile neither what it held nor that it is closed concerns anyone: nothing comes. Without a dataset nothing is done.
     */
    public <T> void read(Function<Dataset, T> reading, Consumer<T> shows) {
        read(reading, shows, () -> { });
    }

    /** The same. @param failed called on the FX thread after it was said what can't be read */
    public <T> void read(Function<Dataset, T> reading, Consumer<T> shows, Runnable failed) {
        dataset.get().ifPresent(file -> CompletableFuture.supplyAsync(() -> reading.apply(file), threads.read())
                .whenCompleteAsync((value, failure) -> {
                    if (dataset.get().filter(open -> open == file).isEmpty()) {
                        return;
                    }
                    if (failure == null) {
                        shows.accept(value);
                    } else {
                        say(Failure.sentence(failure));
                        failed.run();
                    }
                }, threads.fx()));
    }

    private record Counts(int labels, int rounds, Optional<PolicyVersion> driver) {
        static Counts of(Dataset file) {
            return new Counts(file.labels(), file.rounds().size(), file.driver());
        }
    }
}
