package whetstone.labelling.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.ActionSpec;

/**
 * What a label waits for on a rollout that has up to 300 strokes already, each of three seconds and sampled 125 times a second:
 * {@code tests/benchmarks/run JournalBenchmark FILE}.
 */
final class JournalBenchmark {
    private JournalBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.deleteIfExists(file);
        try (SqliteDataset dataset = SqliteDataset.create(file)) {
            long rollout = Recordings.rollout(dataset, 10_000);
            double[] strokes = new double[300];
            for (int i = 0; i < strokes.length; i++) {
                strokes[i] = stroke(dataset, rollout, i * 30);
            }
            StoreBenchmark.print("end of a stroke, the 1st to the 300th of its rollout", strokes);
            double[] approvals = new double[200];
            for (int i = 0; i < approvals.length; i++) {
                long before = System.nanoTime();
                dataset.append(new JournalEntry.Labelled(0, rollout, "ada", Recordings.AT, new Label.Approval(new TickRange(i, i + 40))))
                        .join();
                approvals[i] = StoreBenchmark.milliseconds(before);
            }
            StoreBenchmark.print("approval behind 300 strokes", approvals);
        }
    }

    private static double stroke(SqliteDataset dataset, long rollout, int from) {
        StrokeWriter stroke = dataset.beginStroke(rollout, "ada", "wheel", Recordings.AT, 30, ActionSpec.STEER);
        stroke.append(new PlaybackSegment(0, from, 1));
        long[] nanos = LongStream.range(0, 375).map(i -> i * 8_000_000).toArray();
        float[] values = new float[nanos.length];
        Arrays.fill(values, 0.5f);
        stroke.append(new StrokeSamples(1, nanos, values));
        long before = System.nanoTime();
        stroke.finish(List.of(new TickRange(from, from + 89))).join();
        return StoreBenchmark.milliseconds(before);
    }
}
