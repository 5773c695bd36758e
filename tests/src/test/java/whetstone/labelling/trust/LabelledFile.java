package whetstone.labelling.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.Repeat;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.ActionSpec;

/** A real dataset file with a rollout of ten ticks a second, whose learner never steers, and what experts say of it. */
final class LabelledFile implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final double RATE = 10;

    final Dataset dataset;
    final long rollout;

    LabelledFile(Path folder, int ticks) {
        this(SkywayDataset.empty(folder), ticks);
    }

    private LabelledFile(Dataset dataset, int ticks) {
        this.dataset = dataset;
        rollout = SkywayDataset.byLearner(dataset, "alpha", ticks, 1);
    }

    /** The same file with one more rollout, of the very same pictures. */
    LabelledFile again(int ticks) {
        return new LabelledFile(dataset, ticks);
    }

    JournalEntry.Labelled steer(String expert, Instant at, TickRange range, IntToDoubleFunction steer) {
        return steer(expert, at, range, 1, steer);
    }

    /** A correction given with a stick at a playback speed: one sample as each tick is reached. */
    JournalEntry.Labelled steer(String expert, Instant at, TickRange range, double speed, IntToDoubleFunction steer) {
        return say(expert, at, new Label.Correction(range, stroke(expert, "Wheel", at, range, speed, steer)));
    }

    Stroke stroke(String expert, String device, Instant at, TickRange range, double speed, IntToDoubleFunction steer) {
        long[] nanos = IntStream.range(0, range.length()).mapToLong(i -> Math.round(i * 1e9 / RATE / speed)).toArray();
        float[] values = new float[range.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) steer.applyAsDouble(range.from() + i);
        }
        return new Stroke(0, rollout, expert, device, at, RATE, ActionSpec.STEER, List.of(new PlaybackSegment(0, range.from(), speed)),
                new StrokeSamples(1, nanos, values));
    }

    JournalEntry.Labelled say(String expert, Instant at, Label label) {
        return (JournalEntry.Labelled) dataset.append(new JournalEntry.Labelled(0, rollout, expert, at, label)).join();
    }

    void undo(JournalEntry.Labelled entry, Instant at) {
        dataset.append(new JournalEntry.Undone(0, rollout, entry.expert(), at, entry.id())).join();
    }

    void shownAgain(String expert, TickRange range, Instant at) {
        dataset.experts().save(new Repeat(0, expert, rollout, range, at)).join();
    }

    @Override
    public void close() {
        dataset.close();
    }
}
