package whetstone.model.environment.supertuxkart;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** How well the machine kept up with the game: a tick is late where it took a quarter more than its time at the pace. Any thread. */
final class PaceMeter {
    private static final double LATE = 1.25;

    private final Pace pace;
    private final LongAdder ticks = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder gameMillis = new LongAdder();
    private final LongAdder wallMillis = new LongAdder();

    PaceMeter(Pace pace) {
        this.pace = pace;
    }

    /** @param game seconds that the tick was to last @param wall seconds that it took */
    void tick(double game, double wall) {
        ticks.increment();
        if (wall > LATE * game / pace.times()) {
            late.increment();
        }
        gameMillis.add(Math.round(1000 * game));
        wallMillis.add(Math.round(1000 * wall));
    }

    /** One sentence; none before the first tick. */
    java.util.Optional<String> sentence() {
        if (ticks.sum() == 0) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(String.format(Locale.ROOT, "%.1f %% of %d ticks came more than a quarter late by the wall clock; the game ran at "
                + "%.2f of real time, where %.2f was asked for. Ticks are counted on the game's own clock, which slows down with it.",
                100.0 * late.sum() / ticks.sum(), ticks.sum(), (double) gameMillis.sum() / wallMillis.sum(), pace.times()));
    }
}
