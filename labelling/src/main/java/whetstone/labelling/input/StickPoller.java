package whetstone.labelling.input;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;

/**
 * Polls the chosen stick 250 times a second on the drive thread, hands every sample to its listeners there, and publishes the newest
 * state for whoever draws it. Choosing another stick, listening and reading the state may be done from any thread.
 */
public final class StickPoller implements AutoCloseable {
    private static final long PERIOD_MICROS = 4_000;

    private final ScheduledExecutorService drive;
    private final Ticker ticker;
    private final List<SampleListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<StickVerb>> verbListeners = new CopyOnWriteArrayList<>();
    private final List<IntConsumer> buttonListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> faultListeners = new CopyOnWriteArrayList<>();
    private final ScheduledFuture<?> polling;
    private volatile Optional<Chosen> chosen = Optional.empty();
    private volatile Optional<Stick> wanted = Optional.empty();
    private volatile Optional<Newest> newest = Optional.empty();
    private String lastTrouble = "";

    /** A stick with its mapping for an action. */
    private record Chosen(Stick stick, StickMapping mapping, ActionSpec action) {}

    /** The last state of a stick: for a moment after another was chosen it is still the one before. */
    private record Newest(Stick stick, StickState state) {}

    public StickPoller(ScheduledExecutorService drive, Ticker ticker) {
        this.drive = drive;
        this.ticker = ticker;
        this.polling = drive.scheduleAtFixedRate(this::poll, 0, PERIOD_MICROS, TimeUnit.MICROSECONDS);
    }

    /** Polls this stick from now on; the one before is closed unless it is the same. A new mapping holds at once, before it moves again. */
    public void use(Stick stick, StickMapping mapping, ActionSpec action) {
        wanted = Optional.of(stick);
        drive.execute(() -> {
            boolean same = chosen.filter(before -> before.stick() == stick).isPresent();
            chosen.filter(before -> !same).ifPresent(before -> before.stick().close());
            chosen = Optional.of(new Chosen(stick, mapping, action));
            newest = newest.filter(_ -> same).map(last -> new Newest(stick, new StickState(last.state().sample(),
                    mapping.values(last.state().sample(), action), last.state().moved())));
            lastTrouble = same ? lastTrouble : "";
        });
    }

    /** The device that is polled. */
    public Optional<StickDescription> device() {
        return chosen.map(present -> present.stick().description());
    }

    /** The newest state of the stick chosen last; empty before its first sample and after an unplug. */
    public Optional<StickState> state() {
        return newest.filter(last -> wanted.filter(stick -> stick == last.stick()).isPresent()).map(Newest::state);
    }

    public void listen(SampleListener listener) {
        listeners.add(listener);
    }

    public void ignore(SampleListener listener) {
        listeners.remove(listener);
    }

    /** Told of pressed buttons, on the polling thread. */
    public void onVerb(Consumer<StickVerb> listener) {
        verbListeners.add(listener);
    }

    public void removeOnVerb(Consumer<StickVerb> listener) {
        verbListeners.remove(listener);
    }

    /** Told of every button that goes down, by its index, whatever it is mapped to, on the polling thread: no tap is too short. */
    public void onButton(IntConsumer listener) {
        buttonListeners.add(listener);
    }

    public void removeOnButton(IntConsumer listener) {
        buttonListeners.remove(listener);
    }

    /** Told in one sentence that the stick was unplugged, fails or reads nonsense, on the polling thread, once each time. */
    public void onFault(Consumer<String> listener) {
        faultListeners.add(listener);
    }

    /** Lets go of the stick on the polling thread, behind a poll that may be under way. */
    @Override
    public void close() {
        polling.cancel(false);
        drive.execute(() -> {
            chosen.ifPresent(present -> present.stick().close());
            chosen = Optional.empty();
        });
    }

    /** An exception would end the schedule in silence: it is said once, not at every poll, and polling goes on. */
    private void poll() {
        try {
            pollOnce();
        } catch (RuntimeException failure) {
            String trouble = "Steering failed: " + failure;
            if (!trouble.equals(lastTrouble)) {
                lastTrouble = trouble;
                faultListeners.forEach(listener -> listener.accept(trouble));
            }
        }
    }

    private void pollOnce() {
        chosen.ifPresent(present -> read(present).forEach(sample -> take(present, sample)));
        long now = ticker.nanos();
        listeners.forEach(listener -> listener.polled(now));
    }

    /** A stick that can't be read, for whatever reason its driver has, is let go of: it would fail at every poll. */
    private List<StickSample> read(Chosen present) {
        Stick.Reading reading;
        try {
            reading = present.stick().poll();
        } catch (RuntimeException failure) {
            lose(present, "'" + present.stick().description().name() + "' could not be read (" + failure
                    + "). Press Rescan, or go on with mouse or keyboard.");
            return List.of();
        }
        return switch (reading) {
            case Stick.Reading.Samples(List<StickSample> samples) -> samples;
            case Stick.Reading.Unplugged() -> {
                lose(present, "'" + present.stick().description().name()
                        + "' was unplugged. Plug it in and press Rescan, or go on with mouse or keyboard.");
                yield List.of();
            }
        };
    }

    private void take(Chosen present, StickSample sample) {
        float[] values;
        try {
            values = present.mapping().values(sample, present.action());
        } catch (IllegalArgumentException nonsense) {
            lose(present, nonsense.getMessage());
            return;
        }
        Optional<StickState> before = newest.filter(last -> last.stick() == present.stick()).map(Newest::state);
        newest = Optional.of(new Newest(present.stick(), new StickState(sample, values, before.isPresent())));
        listeners.forEach(listener -> listener.sample(sample.nanos(), values.clone()));
        before.ifPresent(last -> press(present, last.sample(), sample));
    }

    private void press(Chosen present, StickSample before, StickSample now) {
        long down = now.buttons() & ~before.buttons();
        for (long rest = down; rest != 0; rest &= rest - 1) {
            int button = Long.numberOfTrailingZeros(rest);
            buttonListeners.forEach(listener -> listener.accept(button));
        }
        present.mapping().pressed(before, now).forEach(verb -> verbListeners.forEach(listener -> listener.accept(verb)));
    }

    /** Its driver is closed last: where that fails too, everyone knows already. */
    private void lose(Chosen present, String sentence) {
        chosen = Optional.empty();
        newest = Optional.empty();
        long now = ticker.nanos();
        listeners.forEach(listener -> listener.unplugged(now));
        faultListeners.forEach(listener -> listener.accept(sentence));
        present.stick().close();
    }
}
