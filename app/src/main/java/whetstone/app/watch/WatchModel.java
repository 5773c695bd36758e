package whetstone.app.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import whetstone.app.Failure;
import whetstone.app.Mailbox;
import whetstone.app.PythonSetting;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.replay.Ticker;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.world.World;
import whetstone.model.world.Worlds;

/**
 * What the Watch screen shows and does: choices, the ride and its newest frame, recording, taking over and handing back.
 * FX thread; drives on the drive thread.
 */
final class WatchModel {
    /** Whether anything drives. */
    enum State { IDLE, DRIVING, PAUSED }

    private final ReadOnlyObjectWrapper<RideSettings> settings;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Frame>> beside = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChangeListener<Object> reload = (_, _, _) -> reload();
    private final Workbench workbench;
    private final DriverChoices drivers;
    private final RideRecording recording;
    private final LiveDoubt doubt;
    private final Boarding boarding;
    private final Words words;
    private final RideLoop loop;
    private Optional<PolicyVersion> lastDriver = Optional.empty();

    /** @param policies builds a policy for the drive thread */
    WatchModel(Workbench workbench, Function<PolicyVersion, Policy> policies, Steering steering, Words words) {
        this.workbench = workbench;
        this.drivers = new DriverChoices(workbench, this::show);
        this.recording = new RideRecording(workbench, words);
        this.doubt = new LiveDoubt(workbench);
        this.boarding = new Boarding(workbench.worlds(), policies, steering, doubt::in,
                remark -> workbench.threads().fx().execute(() -> workbench.say(remark)));
        this.words = words;
        World first = workbench.worlds().find(workbench.worlds().kinds().getFirst().name());
        this.settings = new ReadOnlyObjectWrapper<>(
                new RideSettings(first.name(), first.trainingTracks().getFirst(), new WhoDrives.ProgramExpert(), Optional.empty(), 1, 30));
        Mailbox<Frames> frames = new Mailbox<>(workbench.threads().fx(), this::show);
        this.loop = new RideLoop(workbench.threads().drive(), Ticker.SYSTEM, frames::post,
                this::over, failure -> workbench.threads().fx().execute(() -> idle(Failure.sentence(failure))));
        reload();
    }

    ReadOnlyObjectProperty<RideSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Versions of the policy, newest first, then the program expert and the person. */
    ReadOnlyObjectProperty<List<WhoDrives>> driversProperty() {
        return drivers.allProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The newest frame; stays after the end of a ride. */
    ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** The newest frame of the ride beside it; empty where none is compared. */
    ReadOnlyObjectProperty<Optional<Frame>> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /** Whether what is driven is recorded; may be switched on before the ride. */
    ReadOnlyBooleanProperty recordingProperty() {
        return recording.goingProperty();
    }

    /** The rollout that was recorded last, ready to be labelled. */
    ReadOnlyObjectProperty<Optional<Long>> recordedProperty() {
        return recording.recordedProperty();
    }

    void watch() {
        workbench.datasetProperty().addListener(reload);
        workbench.changeProperty().addListener(reload);
        reload();
    }

    /** Out of view nothing drives on. */
    void unwatch() {
        workbench.datasetProperty().removeListener(reload);
        workbench.changeProperty().removeListener(reload);
        doubt.stop();
        pause();
    }

    /** Chooses; a ride that is going on ends. */
    void choose(RideSettings wanted) {
        if (!wanted.equals(settings.get())) {
            stop();
            boolean alone = wanted.compared().isPresent() && !worlds().kind(wanted.kind()).sideBySide();
            beside.set(Optional.empty());
            settings.set(alone ? wanted.comparedWith(Optional.empty()) : wanted);
        }
    }

    Worlds worlds() {
        return workbench.worlds();
    }

    PythonSetting python() {
        return workbench.python();
    }

    /** Chooses where to drive by a name that {@link Worlds} finds; says why it can't be where it can't. */
    void chooseWorld(String name) {
        try {
            World world = workbench.worlds().find(name);
            if (!world.name().equals(settings.get().world())) {
                choose(settings.get().in(world));
            }
        } catch (IllegalArgumentException unknown) {
            workbench.say(unknown.getMessage());
        }
    }

    /** Starts, or goes on after a pause. */
    void play() {
        switch (state.get()) {
            case DRIVING -> { }
            case PAUSED -> {
                state.set(State.DRIVING);
                loop.pause(false);
            }
            case IDLE -> start();
        }
    }

    void pause() {
        if (state.get() == State.DRIVING) {
            state.set(State.PAUSED);
            loop.pause(true);
        }
    }

    /** Stops the vehicle at once and ends the ride; what was recorded is kept. */
    void stop() {
        if (state.get() != State.IDLE) {
            state.set(State.IDLE);
            recording.off();
            loop.stop(recording::end);
        }
    }

    void handBack() {
        loop.withRides(Rides::handBack);
    }

    /** Begins or ends a recording; a ride that is not yet going on is recorded from its start. */
    void record(boolean wanted) {
        if (recording.set(wanted) && state.get() != State.IDLE) {
            loop.withRides(recording.verb(settings.get().seed()));
        }
    }

    private void start() {
        RideSettings chosen = settings.get();
        state.set(State.DRIVING);
        Consumer<Rides> recorded = recording.verb(chosen.seed());
        if (!worlds().kind(chosen.kind()).takesPace()) {
            workbench.say(words.get("said.starting", chosen.place()));
        }
        loop.start(() -> {
            Rides rides = boarding.rides(chosen);
            workbench.threads().fx().execute(() -> workbench.unsay(words.get("said.starting", chosen.place())));
            recorded.accept(rides);
            return rides;
        });
    }

    /** A ride has ended by itself: its episode is over, or it failed, which is told where it failed. Drive thread. */
    private void over(Rides rides) {
        recording.end(rides);
        if (rides.over()) {
            workbench.threads().fx().execute(() -> idle(rides.lastSentence(words)));
        }
    }

    private void idle(String sentence) {
        state.set(State.IDLE);
        recording.off();
        workbench.say(sentence);
    }

    private void show(Frames newest) {
        beside.set(newest.beside());
        frame.set(Optional.of(newest.first()));
    }

    private void reload() {
        drivers.reload();
        doubt.refresh();
    }

    private void show(Optional<PolicyVersion> driver) {
        List<WhoDrives> choices = driversProperty().get();
        RideSettings now = settings.get();
        // A ride that is going on is not cut short by a training run that ends: the new driver is taken up after it.
        boolean changed = !driver.map(PolicyVersion::id).equals(lastDriver.map(PolicyVersion::id));
        if (changed && state.get() == State.IDLE) {
            lastDriver = driver;
            driver.ifPresent(version -> choose(settings.get().withDriver(new WhoDrives.Version(version))));
        } else if (!choices.contains(now.whoDrives())) {
            choose(now.withDriver(choices.getFirst()));
        }
        if (!now.compared().map(choices::contains).orElse(true)) {
            choose(settings.get().comparedWith(Optional.empty()));
        }
    }
}
