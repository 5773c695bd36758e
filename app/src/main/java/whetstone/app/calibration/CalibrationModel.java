package whetstone.app.calibration;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import whetstone.app.Failure;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.LagEstimate;
import whetstone.labelling.calibration.PursuitPlan;
import whetstone.labelling.calibration.PursuitRecorder;
import whetstone.labelling.calibration.PursuitRun;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;

/**
 * Measures how late and how large an expert steers: shows a mark to follow for a minute, keeps what the stick gives meanwhile on the polling
 * thread, reckons lag and gain on a reading thread and saves what is not refused to the open dataset. FX thread.
 */
final class CalibrationModel {
    /** The speeds that can be measured; labels given at others get what lies between, or the nearest. */
    static final List<Double> SPEEDS = List.of(1.0, 0.5, 0.25);

    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.Ready());
    private final ReadOnlyDoubleWrapper steer = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final TreeSet<Double> speeds = new TreeSet<>(List.of(1.0, 0.25));
    private final Workbench workbench;
    private final Words words;
    private final StickPoller poller;
    private final Ticker ticker;
    private final InstantSource clock;
    private final LongSupplier seeds;
    private final ObservableValue<Boolean> steers;
    private Optional<Task> running = Optional.empty();

    /** What is under way, for whom. */
    private record Task(PursuitPlan plan, long begin, PursuitRecorder recorder, Dataset dataset, String expert, String device) {}

    /**
     * @param seeds a new course for each task
     * @param steers whether an axis of the chosen device steers
     */
    CalibrationModel(Workbench workbench, Words words, StickPoller poller, Ticker ticker, InstantSource clock, LongSupplier seeds,
                     ObservableValue<Boolean> steers) {
        this.workbench = workbench;
        this.words = words;
        this.poller = poller;
        this.ticker = ticker;
        this.clock = clock;
        this.seeds = seeds;
        this.steers = steers;
        steers.subscribe(_ -> judge());
        workbench.datasetProperty().subscribe(_ -> restart("cancelled.dataset"));
        workbench.stickNameProperty().subscribe(_ -> restart("cancelled.device"));
        workbench.expertProperty().subscribe(_ -> restart("cancelled.expert"));
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Where the stick steers now, in [-1, 1]; 0 before its first move. */
    ReadOnlyDoubleProperty steerProperty() {
        return steer.getReadOnlyProperty();
    }

    /** Why a calibration can't begin: one sentence; empty where it can. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    boolean isChosen(double speed) {
        return speeds.contains(speed);
    }

    /** What the chosen speeds would take; empty where none is chosen. */
    Optional<PursuitPlan> chosen() {
        return speeds.isEmpty() ? Optional.empty() : Optional.of(plan(0));
    }

    void choose(double speed, boolean measured) {
        if (measured) {
            speeds.add(speed);
        } else {
            speeds.remove(speed);
        }
        judge();
    }

    void start() {
        if (obstacle.get().isEmpty() && running.isEmpty()) {
            long begin = ticker.nanos();
            Task task = new Task(plan(seeds.getAsLong()), begin, new PursuitRecorder(), workbench.dataset().orElseThrow(),
                    workbench.expertProperty().get(), workbench.stickNameProperty().get());
            float[] first = {(float) steer.get()};
            workbench.threads().drive().execute(() -> {
                task.recorder.sample(begin, first);
                poller.listen(task.recorder);
            });
            running = Optional.of(task);
            standing.set(new Standing.Following(task.plan, 0));
        }
    }

    private PursuitPlan plan(long seed) {
        return new PursuitPlan(seed, List.copyOf(speeds.descendingSet()));
    }

    /** Forgets what was followed so far, if anything is. */
    void cancel() {
        running.ifPresent(task -> {
            release(task);
            standing.set(new Standing.Ready());
        });
    }

    private void release(Task task) {
        running = Optional.empty();
        workbench.threads().drive().execute(() -> poller.ignore(task.recorder));
    }

    /** What was shown belongs to another dataset, device or expert. */
    private void restart(String because) {
        if (running.isPresent()) {
            workbench.say(words.get(because));
        }
        cancel();
        standing.set(new Standing.Ready());
        judge();
    }

    private void judge() {
        if (workbench.dataset().isEmpty()) {
            obstacle.set(words.get("obstacle.dataset"));
        } else if (!steers.getValue()) {
            obstacle.set(words.get("obstacle.axis", workbench.stickNameProperty().get()));
        } else {
            obstacle.set(speeds.isEmpty() ? words.get("obstacle.speed") : "");
        }
    }

    /** Once per frame while in view. @param nanos clock of the ticker */
    void pulse(long nanos) {
        steer.set(poller.state().map(state -> (double) state.value(0)).orElse(0.0));
        running.ifPresent(task -> {
            double time = (nanos - task.begin) * 1e-9;
            if (time < task.plan.seconds()) {
                standing.set(new Standing.Following(task.plan, time));
            } else {
                finish(task);
            }
        });
    }

    private void finish(Task task) {
        release(task);
        Standing reckoning = new Standing.Reckoning();
        standing.set(reckoning);
        CompletableFuture.supplyAsync(task.recorder::samples, workbench.threads().drive())
                .thenApplyAsync(hand -> Standing.Done.of(new PursuitRun(task.plan, task.begin, hand)), workbench.threads().read())
                .whenCompleteAsync((done, failure) -> {
                    if (standing.get() != reckoning) {
                        return;
                    }
                    if (failure == null) {
                        standing.set(done);
                        save(task, done);
                    } else {
                        workbench.say(Failure.sentence(failure));
                        standing.set(new Standing.Ready());
                    }
                }, workbench.threads().fx());
    }

    private void save(Task task, Standing.Done done) {
        List<Calibration> measured = done.outcomes().stream().flatMap(outcome -> calibration(task, outcome).stream()).toList();
        if (measured.isEmpty()) {
            return;
        }
        CompletableFuture.supplyAsync(() -> measured.stream().map(task.dataset.experts()::save).toArray(CompletableFuture[]::new),
                workbench.threads().read()).thenCompose(CompletableFuture::allOf).whenCompleteAsync((_, failure) -> {
                    if (failure == null) {
                        workbench.contentsChanged();
                    } else {
                        workbench.say(Failure.sentence(failure));
                    }
                }, workbench.threads().fx());
    }

    private Optional<Calibration> calibration(Task task, Standing.Outcome outcome) {
        return switch (outcome.estimate()) {
            case LagEstimate.Measured lag -> Optional.of(new Calibration(0, task.expert, task.device, outcome.stretch().target().speed(),
                    lag.lagSeconds(), lag.lagSpreadSeconds(), lag.gain(), lag.bias(), lag.peak(), clock.instant()));
            case LagEstimate.Refused _ -> Optional.empty();
        };
    }
}
