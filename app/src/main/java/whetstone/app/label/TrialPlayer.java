package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import whetstone.app.Settings;
import whetstone.labelling.replay.Ticker;

/** Plays what was tried once, at a speed of its own that is kept in the user's settings. FX thread. */
final class TrialPlayer {
    private static final String KEY = "label.trialSpeed";
    private static final List<Double> SPEEDS = List.of(1.0, 2.0, 1 / 4.0, 1 / 2.0);

    private final ReadOnlyIntegerWrapper moment = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(SPEEDS.getFirst());
    private final Ticker ticker;
    private final Settings settings;
    private Optional<Tried> playing = Optional.empty();
    /** Moments already played when the clock was read last. */
    private double played;
    private long readAt;

    TrialPlayer(Ticker ticker, Settings settings) {
        this.ticker = ticker;
        this.settings = settings;
        SPEEDS.stream().filter(known -> settings.get(KEY).filter(String.valueOf(known)::equals).isPresent()).forEach(speed::set);
    }

    /** Number of the moment that is to be seen. */
    ReadOnlyIntegerProperty momentProperty() {
        return moment.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    void play(Tried tried) {
        playing = Optional.of(tried);
        played = 0;
        readAt = ticker.nanos();
        moment.set(0);
    }

    void stop() {
        playing = Optional.empty();
    }

    void nextSpeed() {
        speed.set(SPEEDS.get((SPEEDS.indexOf(speed.get()) + 1) % SPEEDS.size()));
        settings.set(KEY, String.valueOf(speed.get()));
    }

    /** Follows the clock. @return whether there is more to come */
    boolean pulse() {
        return playing.map(this::follow).orElse(false);
    }

    private boolean follow(Tried tried) {
        long now = ticker.nanos();
        played += (now - readAt) * 1e-9 * speed.get() * tried.ticksPerSecond();
        readAt = now;
        int last = tried.length() - 1;
        moment.set((int) Math.min(last, played));
        return played < last;
    }
}
