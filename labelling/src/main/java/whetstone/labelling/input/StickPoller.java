package whetstone.labelling.input;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private final List<Consumer<String>> faultListeners = new CopyOnWriteArrayList<>();
    private final ScheduledFuture<?> polling;
    private volatile Optional<Chosen> chosen = Optional.empty();
    private volatile Optional<StickState> state = Optional.empty();

    /** A stick with its mapping for an action. */
    private record Chosen(Stick stick, StickMapping mapping, ActionSpec action) {}

    public StickPoller(ScheduledExecutorService drive, Ticker ticker) {
        this.drive = drive;
        this.ticker = ticker;
        this.polling = drive.scheduleAtFixedRate(this::poll, 0, PERIOD_MICROS, TimeUnit.MICROSECONDS);
    }

    /** Polls this stick from now on; the one before is closed unless it is the same. */
    public void use(Stick stick, StickMapping mapping, ActionSpec action) {
        drive.execute(() -> {
            boolean same = chosen.filter(before -> before.stick() == stick).isPresent();
            chosen.filter(before -> !same).ifPresent(before -> before.stick().close());
            chosen = Optional.of(new Chosen(stick, mapping, action));
            if (!same) {
                state = Optional.empty();
            }
        });
    }

    /** The device that is polled. */
    public Optional<StickDescription> device() {
        return chosen.map(present -> present.stick().description());
    }

    /** The newest state; empty before the first sample and after an unplug. */
    public Optional<StickState> state() {
        return state;
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

    /** Told in one sentence that the stick was unplugged or reads nonsense, on the polling thread, once each time. */
    public void onFault(Consumer<String> listener) {
        faultListeners.add(listener);
    }

    @Override
    public void close() {
        polling.cancel(false);
        chosen.ifPresent(present -> present.stick().close());
        chosen = Optional.empty();
    }

    /** An exception would end the schedule in silence: it is said, and polling goes on. */
    private void poll() {
        try {
            pollOnce();
        } catch (RuntimeException failure) {
            faultListeners.forEach(listener -> listener.accept("The stick could not be read: " + failure.getMessage()));
        }
    }

    private void pollOnce() {
        chosen.ifPresent(present -> {
            switch (present.stick().poll()) {
                case Stick.Reading.Samples(List<StickSample> samples) -> samples.forEach(sample -> take(present, sample));
                case Stick.Reading.Unplugged() -> lose(present, "'" + present.stick().description().name()
                        + "' was unplugged. Plug it in and press Rescan, or go on with mouse or keyboard.");
            }
        });
        long now = ticker.nanos();
        listeners.forEach(listener -> listener.polled(now));
    }

    private void take(Chosen present, StickSample sample) {
        float[] values;
        try {
            values = present.mapping().values(sample, present.action());
        } catch (IllegalArgumentException nonsense) {
            lose(present, nonsense.getMessage());
            return;
        }
        Optional<StickState> before = state;
        state = Optional.of(new StickState(sample, values, before.isPresent()));
        listeners.forEach(listener -> listener.sample(sample.nanos(), values.clone()));
        before.ifPresent(last -> present.mapping().pressed(last.sample(), sample)
                .forEach(verb -> verbListeners.forEach(listener -> listener.accept(verb))));
    }

    private void lose(Chosen present, String sentence) {
        chosen = Optional.empty();
        state = Optional.empty();
        present.stick().close();
        long now = ticker.nanos();
        listeners.forEach(listener -> listener.unplugged(now));
        faultListeners.forEach(listener -> listener.accept(sentence));
    }
}
