package whetstone.app.label;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Failure;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.replay.Ticker;

/**
 * Keeps the work log: one line for each sitting, from one opening of the Label screen to its end, of one expert. The line is brought up to
 * date whenever something was labelled, so that a killed program loses little of it. FX thread.
 */
final class WorkLog {
    private static final double LEAST_SECONDS = 10;
    /** A label is on the disk long before this. */
    private static final long LATE_NANOS = 5_000_000_000L;

    private final ReadOnlyObjectWrapper<Sitting> sitting = new ReadOnlyObjectWrapper<>(Sitting.NEW);
    private final Workbench workbench;
    private final Ticker ticker;
    private final InstantSource clock;
    private Optional<Line> line = Optional.empty();
    private Optional<Ended> ended = Optional.empty();
    /** Seconds of recording by the journal's entry, of this sitting. */
    private final Map<Long, Double> counted = new HashMap<>();

    /** The sitting before this one. */
    private record Ended(Line line, Sitting sitting, long nanos) {}

    /** A line of the file in the making; its id comes with the first saving. */
    private static final class Line {
        private final Dataset dataset;
        private final String expert;
        private final Instant from;
        private CompletableFuture<Long> id = CompletableFuture.completedFuture(0L);

        Line(Dataset dataset, String expert, Instant from) {
            this.dataset = dataset;
            this.expert = expert;
            this.from = from;
        }
    }

    WorkLog(Workbench workbench, Ticker ticker, InstantSource clock) {
        this.workbench = workbench;
        this.ticker = ticker;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Sitting> sittingProperty() {
        return sitting.getReadOnlyProperty();
    }

    /** The expert did something, or watched. @param playing the speed at which it has played since the last time, where it did */
    void seen(OptionalDouble playing) {
        String expert = workbench.expertProperty().get();
        if (line.filter(begun -> !begun.expert.equals(expert)).isPresent()) {
            end();
        }
        if (line.isEmpty()) {
            line = workbench.dataset().map(dataset -> new Line(dataset, expert, clock.instant()));
        }
        sitting.set(sitting.get().seen(ticker.nanos(), playing));
    }

    /** @param entry of the journal that says it */
    void labelled(long entry, double seconds) {
        Optional<Ended> left = ended.filter(this::justLeft);
        if (left.isPresent()) {
            // It was on its way to the file when the screen was left: it belongs to that sitting, and begins no other.
            line = Optional.of(left.get().line);
            sitting.set(left.get().sitting.labelled(seconds));
            end();
            return;
        }
        seen(OptionalDouble.empty());
        counted.put(entry, seconds);
        count(seconds);
    }

    /** What was labelled in this sitting is taken back: it was no work that lasts. */
    void undone(long entry) {
        Optional.ofNullable(counted.get(entry)).ifPresent(seconds -> count(-seconds));
    }

    void redone(long entry) {
        Optional.ofNullable(counted.get(entry)).ifPresent(this::count);
    }

    private void count(double seconds) {
        sitting.set(sitting.get().labelled(seconds));
        save();
    }

    private boolean justLeft(Ended left) {
        return line.isEmpty() && workbench.dataset().filter(open -> open == left.line.dataset).isPresent()
                && ticker.nanos() - left.nanos < LATE_NANOS;
    }

    /** @param again over a correction that was in force */
    void stroke(boolean again) {
        sitting.set(sitting.get().stroke(again));
    }

    /** The screen is left, or another dataset or expert comes. */
    void end() {
        if (sitting.get().secondsAtScreen() >= LEAST_SECONDS || sitting.get().labelledSeconds() > 0) {
            save();
            line.ifPresent(ended -> ended.id.thenRunAsync(workbench::contentsChanged, workbench.threads().fx()));
        }
        line.ifPresent(begun -> ended = Optional.of(new Ended(begun, sitting.get(), ticker.nanos())));
        line = Optional.empty();
        sitting.set(Sitting.NEW);
        counted.clear();
    }

    private void save() {
        line.ifPresent(begun -> {
            Sitting now = sitting.get();
            whetstone.labelling.Sitting entry = new whetstone.labelling.Sitting(0, begun.expert, workbench.stickNameProperty().get(),
                    begun.from, latest(begun.from), now.secondsAtScreen(), now.labelledSeconds(), now.strokes(), now.redone(),
                    now.secondsAtSpeed());
            begun.id = begun.id.thenCompose(id -> begun.dataset.experts().save(entry.withId(id))).thenApply(whetstone.labelling.Sitting::id);
            begun.id.exceptionallyAsync(failure -> {
                workbench.say(Failure.sentence(failure));
                return 0L;
            }, workbench.threads().fx());
        });
    }

    /** A clock that was set back does not end a sitting before it begins. */
    private Instant latest(Instant from) {
        Instant now = clock.instant();
        return now.isBefore(from) ? from : now;
    }
}
