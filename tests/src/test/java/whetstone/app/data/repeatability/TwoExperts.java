package whetstone.app.data.repeatability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
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

/** A dataset in which Ada labelled clips, repeated each a day later, and Bob labelled some of them blind too, further right. */
final class TwoExperts {
    static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final int CLIP = 30;

    private final Dataset dataset;
    private final long rollout;
    private final Random random = new Random(7);

    private TwoExperts(Dataset dataset, int clips) {
        this.dataset = dataset;
        this.rollout = SkywayDataset.byLearner(dataset, "alpha", CLIP * clips, 1);
    }

    /** @param clips labelled by Ada, half of them by Bob */
    static void fill(Dataset dataset, int clips) {
        TwoExperts filled = new TwoExperts(dataset, clips);
        for (int i = 0; i < clips; i++) {
            filled.label("Ada", i, MONDAY.plusSeconds(60 * i), 0, 0.05);
        }
        for (int i = 0; i < clips; i++) {
            filled.again("Ada", i, MONDAY.plus(Duration.ofDays(1 + i)), 0.01, 0.12 - 0.006 * i);
        }
        for (int i = 0; i < clips / 2; i++) {
            filled.again("Bob", i, MONDAY.plus(Duration.ofDays(30)).plusSeconds(90 * i), 0.15 + 0.05 * i, 0.08);
        }
    }

    private void again(String expert, int clip, Instant at, double right, double noise) {
        dataset.experts().save(new Repeat(0, expert, rollout, range(clip), at)).join();
        label(expert, clip, at.plusSeconds(20), right, noise);
    }

    private static TickRange range(int clip) {
        return new TickRange(CLIP * clip, CLIP * clip + CLIP);
    }

    private void label(String expert, int clip, Instant at, double right, double noise) {
        TickRange range = range(clip);
        double off = noise * random.nextGaussian();
        float[] values = new float[CLIP];
        for (int i = 0; i < CLIP; i++) {
            values[i] = (float) Math.clamp(0.5 * Math.sin((range.from() + i) / 14.0) + right + off, -1, 1);
        }
        long[] nanos = IntStream.range(0, CLIP).mapToLong(i -> i * 400_000_000L).toArray();
        dataset.append(new JournalEntry.Labelled(0, rollout, expert, at, new Label.Correction(range, new Stroke(0, rollout, expert, "Wheel", at, 10,
                ActionSpec.STEER, List.of(new PlaybackSegment(0, range.from(), 0.25)), new StrokeSamples(1, nanos, values))))).join();
    }
}
