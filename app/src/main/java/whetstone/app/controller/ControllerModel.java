package whetstone.app.controller;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.input.AxisMapping;
import whetstone.labelling.input.DeviceCheck;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.input.StickSearch;
import whetstone.labelling.input.StickSettings;
import whetstone.labelling.input.StickState;
import whetstone.labelling.input.StickVerb;
import whetstone.model.ActionSpec;

/**
 * Which device steers, how it is mapped, and what its tests say. What is changed holds at once and is saved half a second
 * after the last change, so that dragging a slider does not write a file per pixel. FX thread.
 */
final class ControllerModel {
    static final ActionSpec ACTION = ActionSpec.STEER_AND_THROTTLE;
    private static final long SAVE_AFTER_NANOS = 500_000_000;
    /** The widest centre an axis may have: a pedal that rests at its end is no drifting wheel. */
    private static final double WIDEST_CENTRE = 0.5;

    private final ReadOnlyObjectWrapper<List<Stick>> devices = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Stick> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StickMapping> mapping = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<StickState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StickVerb>> awaited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DeviceTest.Standing> test = new ReadOnlyObjectWrapper<>(new DeviceTest.Standing.None());
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final Workbench workbench;
    private final Words words;
    private final StickSearch search;
    private final StickPoller poller;
    private final StickSettings settings;
    private final HandFed handFed;
    private Optional<DeviceTest> running = Optional.empty();
    private boolean unsaved;
    private long changedAt;

    ControllerModel(Workbench workbench, Words words, StickSearch search, StickPoller poller, StickSettings settings, HandFed handFed) {
        this.workbench = workbench;
        this.words = words;
        this.search = search;
        this.poller = poller;
        this.settings = settings;
        this.handFed = handFed;
        devices.set(handFed.both());
        settings.complaint().ifPresent(workbench::say);
        Consumer<String> fault = sentence -> workbench.threads().fx().execute(() -> lost(sentence));
        poller.onFault(fault);
        poller.onButton(button -> workbench.threads().fx().execute(() -> assign(button)));
        choose(handFed.mouse());
    }

    /** Sticks first, then mouse and keyboard, which are always there. */
    ReadOnlyObjectProperty<List<Stick>> devicesProperty() {
        return devices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Stick> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StickMapping> mappingProperty() {
        return mapping.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<StickState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The verb that the next pressed button is given to. */
    ReadOnlyObjectProperty<Optional<StickVerb>> awaitedProperty() {
        return awaited.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DeviceTest.Standing> testProperty() {
        return test.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** What to do where no stick was found; else empty. */
    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    StickDescription device() {
        return chosen.get().description();
    }

    /** Looks for sticks; the first one found steers if only mouse or keyboard did. */
    void search() {
        if (!searching.get()) {
            searching.set(true);
            search.scan().thenAcceptAsync(this::found, workbench.threads().fx());
        }
    }

    private void found(StickSearch.Found found) {
        searching.set(false);
        String before = device().name();
        devices.set(java.util.stream.Stream.concat(found.sticks().stream(), handFed.both().stream()).toList());
        hint.set(found.sticks().isEmpty() ? found.complaint().orElse(words.get("devices.none")) : "");
        boolean stickSteered = device().kind() == StickDescription.Kind.STICK;
        found.sticks().stream().filter(stick -> stick.description().name().equals(before)).findFirst()
                .or(() -> found.sticks().stream().findFirst()).ifPresentOrElse(this::choose, () -> {
                    if (stickSteered) {
                        choose(handFed.mouse());
                    }
                });
    }

    /** This device steers from now on. */
    void choose(Stick stick) {
        save();
        chosen.set(stick);
        running = Optional.empty();
        test.set(new DeviceTest.Standing.None());
        awaited.set(Optional.empty());
        state.set(Optional.empty());
        mapping.set(settings.mapping(device()));
        poller.use(stick, mapping.get(), ACTION);
        workbench.steerWith(device().name());
    }

    private void lost(String sentence) {
        Stick gone = chosen.get();
        workbench.say(sentence);
        if (gone.description().kind() == StickDescription.Kind.STICK) {
            devices.set(devices.get().stream().filter(stick -> stick != gone).toList());
            choose(handFed.mouse());
            hint.set(sentence);
        }
    }

    void change(AxisMapping changed) {
        keep(mapping.get().with(changed));
    }

    /** This axis gives the dimension; an axis below zero: none does. */
    void map(String dimension, int axis) {
        keep(axis < 0 ? mapping.get().without(dimension) : mapping.get().with(mapping.get().axis(dimension)
                .orElseGet(() -> AxisMapping.straight(dimension, axis)).withAxis(axis)));
    }

    /** The next button that is pressed gets this verb; asked again, it is let be. */
    void await(StickVerb verb) {
        awaited.set(awaited.get().equals(Optional.of(verb)) ? Optional.empty() : Optional.of(verb));
    }

    /** The mapping that the program comes with. */
    void reset() {
        keep(StickMapping.standard(device()));
    }

    /** Begins a test of the axis that steers. */
    void test(DeviceTest.Kind kind, long nanos) {
        mapping.get().axis("steer").ifPresentOrElse(axis -> {
            running = Optional.of(new DeviceTest(kind, axis.axis(), nanos));
            test.set(new DeviceTest.Standing.Running(kind, 0));
        }, () -> workbench.say(words.get("test.noAxis", device().name())));
    }

    /** Centre and dead zone as the rest test found them. */
    void compensate(DeviceCheck.Drift drift) {
        mapping.get().axis("steer").ifPresent(axis -> change(axis
                .withCentre(Math.clamp(drift.offset(), -WIDEST_CENTRE, WIDEST_CENTRE)).withDeadZone(drift.suggestedDeadZone())));
    }

    /** Takes what the device reads now; once per frame while the screen is in view. @param nanos clock of nanoTime */
    void pulse(long nanos) {
        state.set(poller.state());
        state.get().ifPresent(now -> running.ifPresent(going -> going.take(now.sample())));
        running.ifPresent(going -> follow(going.standing(nanos, device().name())));
        if (unsaved && nanos - changedAt > SAVE_AFTER_NANOS) {
            save();
        }
    }

    private void follow(DeviceTest.Standing standing) {
        test.set(standing);
        if (!(standing instanceof DeviceTest.Standing.Running)) {
            running = Optional.empty();
        }
        if (standing instanceof DeviceTest.Standing.Refused refused) {
            // It may not give continuous labels: its axis steers no more, until another is chosen.
            keep(mapping.get().without("steer"));
            workbench.say(refused.sentence());
        }
    }

    private void assign(int pressed) {
        awaited.get().ifPresent(verb -> {
            awaited.set(Optional.empty());
            keep(mapping.get().with(verb, pressed));
        });
    }

    private void keep(StickMapping changed) {
        mapping.set(changed);
        poller.use(chosen.get(), changed, ACTION);
        unsaved = true;
        changedAt = System.nanoTime();
    }

    /** Saves what was changed, if anything. */
    void save() {
        if (unsaved) {
            unsaved = false;
            try {
                settings.save(device(), mapping.get());
            } catch (UncheckedIOException unwritable) {
                workbench.say(unwritable.getMessage());
            }
        }
    }
}
