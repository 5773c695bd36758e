package whetstone.model.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whetstone.model.ActionSpec;
import whetstone.model.learning.Examples;
import whetstone.model.learning.HeldOutSplit;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Networks;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

class NetworkTrainerTest {
    private static final BrightColumn COLUMNS = new BrightColumn(640, 40);
    private final NetworkTrainer trainer = new NetworkTrainer(InstantSource.fixed(Instant.EPOCH));
    private final List<TrainingEvent> events = new ArrayList<>();

    @Test
    void learnsToSteerTowardsTheBrightColumn() {
        Policy policy = trainer.policy(finished(request(COLUMNS, 12, 3e-3)));

        double error = IntStream.range(0, BrightColumn.WIDTH).mapToDouble(column ->
                Math.abs(policy.act(BrightColumn.picture(column, new Random(column))).steer() - BrightColumn.steer(column))).average().orElseThrow();
        assertThat(error).isLessThan(0.15);
    }

    @Test
    void equalSeedsGiveEqualWeights() {
        assertThat(finished(request(COLUMNS, 2, 3e-3)).weights()).isEqualTo(finished(request(COLUMNS, 2, 3e-3)).weights());
    }

    @Test
    void theLossesOfEveryEpochAreTold() {
        finished(request(COLUMNS, 3, 3e-3));

        assertThat(events).hasSize(5).first().isEqualTo(new TrainingEvent.Started(480, 160, 3));
        assertThat(events.subList(1, 4)).allSatisfy(event -> {
            TrainingEvent.EpochDone epoch = (TrainingEvent.EpochDone) event;
            assertThat(epoch.loss()).isPositive();
            assertThat(epoch.heldOutLoss()).isPositive();
            assertThat(epoch.secondsLeft()).isNotNegative();
        });
    }

    @Test
    void theReturnedPolicyHasTheLossOfTheBestEpoch() {
        PolicyVersion version = finished(request(COLUMNS, 6, 2e-2));

        double best = events.stream().filter(TrainingEvent.EpochDone.class::isInstance)
                .mapToDouble(event -> ((TrainingEvent.EpochDone) event).heldOutLoss()).min().orElseThrow();
        assertThat(version.heldOutLoss()).hasValue(best);
        assertThat(meanSquaredError(trainer.policy(version), heldOut(COLUMNS))).isCloseTo(best, within(1e-5));
    }

    @Test
    void stopsWhenTheHeldOutLossNoLongerFalls() {
        Trainer.Request noise = request(new RandomLabels(64), 200, 3e-2);

        finished(noise);

        assertThat(events.size() - 2).isLessThan(100);
    }

    @Test
    void aRunWithoutExamplesFailsWithASentence() {
        assertThat(train(request(new BrightColumn(0, 1), 1, 1e-3)))
                .isEqualTo(new TrainingEvent.Failed("there are no labelled frames to train on; label some first"));
    }

    @Test
    void aLossThatIsNoNumberStopsTheRunWithASentence() {
        assertThat(train(request(COLUMNS, 50, 1e18))).isInstanceOfSatisfying(TrainingEvent.Failed.class,
                failed -> assertThat(failed.reason()).contains("no number", "learning rate"));
    }

    @Test
    void cancellingStopsWithinOneMiniBatch() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger readWhenCancelled = new AtomicInteger();
        Examples counted = new CountedExamples(COLUMNS, read);

        TrainingEvent end = trainer.train(request(counted, 100, 1e-3), events::add, () -> {
            if (read.get() >= 96 && readWhenCancelled.get() == 0) {
                readWhenCancelled.set(read.get());
            }
            return read.get() >= 96;
        });

        assertThat(end).isInstanceOf(TrainingEvent.Cancelled.class);
        assertThat(read.get()).isEqualTo(readWhenCancelled.get());
        assertThat(readWhenCancelled.get()).isLessThan(96 + 32);
    }

    @Test
    void aMissingCameraFailsWithItsName() {
        PolicyDescription left = Networks.smallConvolutionalPolicy("left", ActionSpec.STEER);

        assertThat(train(request(left, COLUMNS, 1, 1e-3))).isInstanceOfSatisfying(TrainingEvent.Failed.class,
                failed -> assertThat(failed.reason()).contains("'left'", "front"));
    }

    @Test
    void anExampleOfWeightThreeCountsLikeThreeExamples() {
        Weights heavy = finished(everything(new ContradictingLabels(3, 1), 60)).weights();
        Weights light = finished(everything(new ContradictingLabels(1, 1), 60)).weights();

        double towardsHeavy = steerOf(heavy);
        assertThat(steerOf(light)).isCloseTo(0, within(0.05));
        assertThat(towardsHeavy).isCloseTo(0.5, within(0.05));
    }

    @Test
    void aPolicyIsRebuiltFromItsDescriptionAndWeights() {
        PolicyVersion version = finished(request(COLUMNS, 1, 3e-3));
        ConvolutionalNetwork rebuilt = new ConvolutionalNetwork(version.description(), 99, 1);
        rebuilt.setWeights(new Weights(version.weights().toArray()));

        assertThat(rebuilt.weights()).isEqualTo(version.weights());
    }

    @Test
    void weightsAreOrderedOutputByOutput() {
        PolicyVersion version = finished(request(COLUMNS, 1, 3e-3));
        float[] weights = version.weights().toArray();
        PlainNetwork plain = new PlainNetwork(weights);
        Policy policy = trainer.policy(version);

        for (int column = 0; column < BrightColumn.WIDTH; column++) {
            float expected = plain.steer(BrightColumn.picture(column, new Random(5)));
            assertThat(policy.act(BrightColumn.picture(column, new Random(5))).steer()).isCloseTo(Math.clamp(expected, -1, 1), within(1e-4f));
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        PolicyVersion version = finished(request(COLUMNS, 1, 3e-3));
        PolicyVersion wrong = new PolicyVersion(0, "wrong", OptionalLong.empty(), 1, version.description(),
                new Weights(Arrays.copyOf(version.weights().toArray(), 10)), 1, 1, version.heldOutLoss(), Instant.EPOCH);

        assertThatThrownBy(() -> trainer.policy(wrong)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("10 weights");
    }

    @Test
    void trainingPrintsNothing() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            finished(request(COLUMNS, 1, 3e-3));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private double steerOf(Weights weights) {
        return trainer.policy(new PolicyVersion(0, "pair", OptionalLong.empty(), 1, BrightColumn.description(), weights, 1, 2,
                OptionalDouble.empty(), Instant.EPOCH)).act(BrightColumn.picture(3, new Random(1))).steer();
    }

    private static int[] heldOut(Examples examples) {
        return HeldOutSplit.byRollout(examples, 0.25, 11).heldOut();
    }

    private static double meanSquaredError(Policy policy, int[] indices) {
        return Arrays.stream(indices).mapToObj(COLUMNS::get).mapToDouble(example ->
                Math.pow(policy.act(example.seen()).steer() - example.wanted().steer(), 2)).average().orElseThrow();
    }

    private TrainingEvent train(Trainer.Request request) {
        return trainer.train(request, events::add, () -> false);
    }

    private PolicyVersion finished(Trainer.Request request) {
        events.clear();
        return ((TrainingEvent.Finished) train(request)).policy();
    }

    private static Trainer.Request request(Examples examples, int epochs, double learningRate) {
        return request(BrightColumn.description(), examples, epochs, learningRate);
    }

    private static Trainer.Request request(PolicyDescription description, Examples examples, int epochs, double learningRate) {
        return new Trainer.Request(description, examples, "columns", OptionalLong.empty(), 1, 11, epochs, 32, learningRate, 0.25, 10, 1);
    }

    private static Trainer.Request everything(Examples examples, int epochs) {
        return new Trainer.Request(BrightColumn.description(), examples, "all", OptionalLong.empty(), 1, 11, epochs, 64, 5e-3, 0, 10, 1);
    }
}
