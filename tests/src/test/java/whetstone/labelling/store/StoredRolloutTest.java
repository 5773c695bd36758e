package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.model.Rollout;

class StoredRolloutTest {
    private static final int LENGTH = 1_300;

    @TempDir
    private Path folder;

    @Test
    void stepsReadTogetherAreTheStepsReadAlone() {
        try (SqliteDataset dataset = SqliteDataset.create(folder.resolve("test.whetstone"))) {
            Rollout rollout = dataset.rollout(Recordings.rollout(dataset, LENGTH));
            assertThat(IntStream.range(0, LENGTH)).allSatisfy(tick ->
                    assertThat(rollout.withoutPictures(tick)).usingRecursiveComparison().ignoringFields("seen.pictures")
                            .isEqualTo(rollout.step(tick)));
        }
    }

    @Test
    void aTraceOfAThousandStepsIsReadInATenthOfASecond() {
        try (SqliteDataset dataset = SqliteDataset.create(folder.resolve("test.whetstone"))) {
            long id = Recordings.rollout(dataset, LENGTH);
            long fastest = LongStream.generate(() -> milliseconds(dataset.rollout(id))).limit(5).min().orElseThrow();
            assertThat(fastest).as("milliseconds, the best of five readings").isLessThan(100);
        }
    }

    private static long milliseconds(Rollout rollout) {
        long begin = System.nanoTime();
        IntStream.range(0, 1_000).forEach(rollout::withoutPictures);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
