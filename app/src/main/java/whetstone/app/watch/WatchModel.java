package whetstone.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import whetstone.app.Failure;
import whetstone.app.Mailbox;
import whetstone.app.PythonSetting;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
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
    private final ReadOnlyObjectWrapper<List<WhoDrives>> drivers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Long>> recorded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChangeListener<Object> reload = (_, _, _) -> reload();
    private final Workbench workbench;
    private final Boarding boarding;
    private final Words words;
    private final RideLoop loop;
    private Optional<PolicyVersion> lastDriver = Optional.empty();

    /** @param policies builds a policy for the drive thread */
    WatchModel(Workbench workbench, Function<PolicyVersion, Policy> policies, Steering steering, Words words) {
        this.workbench = workbench;
        this.boarding = new Boarding(workbench.worlds(), policies, steering,
                remark -> workbench.threads().fx().execute(() -> workbench.say(remark)));
        this.words = words;
        World first = workbench.worlds().find(workbench.worlds().kinds().getFirst().name());
        this.settings = new ReadOnlyObjectWrapper<>(
                new RideSettings(first.name(), first.trainingTracks().getFirst(), new WhoDrives.ProgramExpert(), 1, 30));
        Mailbox<Frame> frames = new Mailbox<>(workbench.threads().fx(), newest -> frame.set(Optional.of(newest)));
        this.loop = new RideLoop(workbench.threads().drive(), Ticker.SYSTEM, frames::post,
                this::over, failure -> workbench.threads().fx().execute(() -> idle(Failure.sentence(failure))));
        reload();
    }

    ReadOnlyObjectProperty<RideSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Versions of the policy, newest first, then the program expert and the person. */
    ReadOnlyObjectProperty<List<WhoDrives>> driversProperty() {
        return drivers.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The newest frame; stays after the end of a ride. */
    ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Whether what is driven is recorded; may be switched on before the ride. */
    ReadOnlyBooleanProperty recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /** The rollout that was recorded last, ready to be labelled. */
    ReadOnlyObjectProperty<Optional<Long>> recordedProperty() {
        return recorded.getReadOnlyProperty();
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
        pause();
    }

    /** Chooses; a ride that is going on ends. */
    void choose(RideSettings wanted) {
        if (!wanted.equals(settings.get())) {
            stop();
            settings.set(wanted);
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
            recording.set(false);
            loop.stop(this::endRecording);
        }
    }

    void handBack() {
        loop.withRide(Ride::handBack);
    }

    /** Begins or ends a recording; a ride that is not yet going on is recorded from its start. */
    void record(boolean wanted) {
        Optional<Dataset> open = workbench.dataset();
        if (wanted && open.isEmpty()) {
            workbench.say(words.get("said.noDataset"));
            return;
        }
        recording.set(wanted);
        if (state.get() == State.IDLE) {
            return;
        }
        RecordingInfo info = info();
        loop.withRide(wanted ? ride -> ride.record(open.orElseThrow().record(info.of(ride))) : this::endRecording);
    }

    private void start() {
        RideSettings chosen = settings.get();
        state.set(State.DRIVING);
        Optional<Dataset> recordedIn = recording.get() ? workbench.dataset() : Optional.empty();
        RecordingInfo info = info();
        if (!worlds().kind(chosen.kind()).takesPace()) {
            workbench.say(words.get("said.starting", chosen.place()));
        }
        loop.start(() -> {
            Ride ride = boarding.ride(chosen);
            workbench.threads().fx().execute(() -> workbench.unsay(words.get("said.starting", chosen.place())));
            recordedIn.ifPresent(dataset -> ride.record(dataset.record(info.of(ride))));
            return ride;
        });
    }

    /** A ride has ended by itself: its episode is over, or it failed, which is told where it failed. Drive thread. */
    private void over(Ride ride) {
        endRecording(ride);
        if (!ride.over()) {
            return;
        }
        workbench.threads().fx().execute(() -> idle(ride.lastSentence(words)));
    }

    private RecordingInfo info() {
        return RecordingInfo.of(settings.get(), workbench.roundProperty().get() + 1, words.get("driver.expert"), workbench.expertProperty().get());
    }

    /** Drive thread. */
    private void endRecording(Ride ride) {
        ride.endRecording().whenCompleteAsync((id, failure) -> {
            if (failure != null) {
                workbench.say(Failure.sentence(failure));
            } else if (id.isPresent()) {
                recorded.set(id);
                if (ride.endedWell()) {
                    workbench.say(words.get("said.recorded", id.get()));
                }
                workbench.contentsChanged();
            }
        }, workbench.threads().fx());
    }

    private void idle(String sentence) {
        state.set(State.IDLE);
        recording.set(false);
        workbench.say(sentence);
    }

    private void reload() {
        if (workbench.dataset().isEmpty()) {
            show(List.of(), Optional.empty());
        }
        workbench.read(open -> new Versions(open.policies(), open.driver()), versions -> show(versions.all, versions.driver));
    }

    private record Versions(List<PolicyVersion> all, Optional<PolicyVersion> driver) {}

    private void show(List<PolicyVersion> versions, Optional<PolicyVersion> driver) {
        List<WhoDrives> choices = new ArrayList<>();
        versions.reversed().forEach(version -> choices.add(new WhoDrives.Version(version)));
        choices.add(new WhoDrives.ProgramExpert());
        choices.add(new WhoDrives.Person());
        drivers.set(List.copyOf(choices));
        // A ride that is going on is not cut short by a training run that ends: the new driver is taken up after it.
        boolean changed = !driver.map(PolicyVersion::id).equals(lastDriver.map(PolicyVersion::id));
        if (changed && state.get() == State.IDLE) {
            lastDriver = driver;
            driver.ifPresent(version -> choose(settings.get().withDriver(new WhoDrives.Version(version))));
        } else if (!choices.contains(settings.get().whoDrives())) {
            choose(settings.get().withDriver(choices.getFirst()));
        }
    }
}
