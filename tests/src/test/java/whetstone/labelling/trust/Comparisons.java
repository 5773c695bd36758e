package whetstone.labelling.trust;

import java.time.Instant;
import java.util.stream.IntStream;
import whetstone.labelling.TickRange;

/** Comparisons of two labels as a test wants them: ten ticks a second. */
final class Comparisons {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Comparisons() {}

    static Comparison of(String first, String second, Instant at, double[] before, double[] after) {
        return new Comparison(1, new TickRange(0, before.length), 10, first, second, at, IntStream.range(0, before.length).toArray(), before,
                after);
    }

    /** Two seconds of steering around {@code level}, the second time {@code off} further right. */
    static Comparison off(double level, double off, Instant at) {
        double[] before = IntStream.range(0, 20).mapToDouble(tick -> level + 0.01 * tick).toArray();
        return of("Ada", "Ada", at, before, IntStream.range(0, 20).mapToDouble(tick -> before[tick] + off).toArray());
    }
}
