package whetstone.labelling.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.TickRange;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.environment.Difficulty;

class SimulatedHumanTest {
    private static final double RATE = 30;
    private static final HumanParameters HUMAN = new HumanParameters(0.25, 0.03, 1.2, 1.6, 0.02);
    /** A frame is shown until the next one, which is half a frame late on average. */
    private static final double HALF_FRAME = 0.5 / RATE;

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.25})
    void inTheRecordingALabelIsLateByTheHumansDelayTimesTheSpeed(double speed, @TempDir Path folder) {
        assertThat(lagInRecording(folder, speed)).isCloseTo(HUMAN.delaySeconds() * speed + HALF_FRAME, within(0.02));
    }

    @Test
    void whatIsGivenIsTheGainTimesWhatIsWanted() {
        long[] now = {0};
        HumanParameters steady = new HumanParameters(0.2, 0, 1.5, 1.6, 0);
        SimulatedHuman human = new SimulatedHuman("wheel", steady, () -> 0.4, () -> now[0], 1);
        now[0] = 3_000_000_000L;
        assertThat(samples(human).getLast().axis(0)).isCloseTo(0.6f, within(0.003f));
    }

    @Test
    void theSameSeedMovesTheSame() {
        assertThat(moved(7)).isEqualTo(moved(7)).isNotEqualTo(moved(8));
    }

    @Test
    void thePeopleDrawnAreAsTheLiteratureHasThem() {
        List<HumanParameters> people = LongStream.range(0, 4_000)
                .mapToObj(seed -> HumanParameters.drawn(new Random(seed * 7919), false)).toList();
        assertThat(people.stream().mapToDouble(HumanParameters::lagSeconds).average().orElseThrow()).isCloseTo(0.25, within(0.004));
        assertThat(people).allMatch(human -> human.gain() >= 0.6 && human.gain() <= 1.6);
    }

    @Test
    void feedbackChangesOnlyTheGainOfAPerson() {
        SimulatedExpert expert = new SimulatedExpert(1, 5);
        assertThat(expert.parameters(true).lagSeconds()).isEqualTo(expert.parameters(false).lagSeconds());
        assertThat(expert.parameters(true).gain()).isNotEqualTo(expert.parameters(false).gain());
    }

    private static double lagInRecording(Path folder, double speed) {
        StudyPlan plan = new StudyPlan(2, 1, Difficulty.EASY, RATE, 1, 30, 1, 1, 1, 1);
        try (Dataset dataset = SqliteDataset.create(folder.resolve("lag.whetstone"));
                SimulatedSession session = new SimulatedSession(HUMAN, "E", 3)) {
            long id = new StudyRoad(plan).demonstrated(dataset, 0, 1, 1800).getFirst();
            double[] right = road(dataset.rollout(id).length());
            session.label(dataset, id, right, new TickRange(0, right.length), speed);
            return lag(dataset.track(id), right);
        }
    }

    private static double[] road(int length) {
        double[] right = new double[length];
        for (int tick = 0; tick < length; tick++) {
            double seconds = tick / RATE;
            right[tick] = 0.3 * Math.sin(2 * Math.PI * 0.31 * seconds) + 0.3 * Math.sin(2 * Math.PI * 0.17 * seconds + 1);
        }
        return right;
    }

    /** Where label and truth correlate most, in seconds of the recording, between ticks by a parabola. */
    private static double lag(LabelTrack track, double[] right) {
        double[] at = new double[20];
        for (int late = 0; late < at.length; late++) {
            double energy = 0;
            for (int tick = 30; tick < right.length; tick++) {
                at[late] += track.raw(tick).orElseThrow().steer() * right[tick - late];
                energy += right[tick - late] * right[tick - late];
            }
            at[late] /= Math.sqrt(energy);
        }
        int best = 1;
        for (int late = 1; late < at.length - 1; late++) {
            best = at[late] > at[best] ? late : best;
        }
        double bend = at[best - 1] - 2 * at[best] + at[best + 1];
        return (best + 0.5 * (at[best - 1] - at[best + 1]) / bend) / RATE;
    }

    private static List<Float> moved(long seed) {
        long[] now = {0};
        SimulatedHuman human = new SimulatedHuman("wheel", HUMAN, () -> Math.sin(now[0] * 1e-9), () -> now[0], seed);
        now[0] = 500_000_000L;
        return samples(human).stream().map(sample -> sample.axis(0)).toList();
    }

    private static List<StickSample> samples(SimulatedHuman human) {
        return switch (human.poll()) {
            case Stick.Reading.Samples(List<StickSample> given) -> given;
            case Stick.Reading.Unplugged() -> List.of();
        };
    }
}
