package whetstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.label.SlowMotion;
import whetstone.labelling.exchange.FrameFolderImport;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.UdacityImport;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.ActionSpec;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Network;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;

/** A real recording of a person on the Udacity simulator's first track, and 400 frames that somebody's network drove. */
class RealTrackTest {
    private static final PolicyDescription RIDGE = new PolicyDescription(
            new PolicyInput("front", 25, 19, PolicyInput.ColourSpace.LAB), new Network.Ridge(1e-3), ActionSpec.STEER);
    private static final int TRAINED_ON = 384;

    @TempDir
    private Path folder;

    /** A part of the examples, in their order. */
    private record Part(Examples all, int from, int to) implements Examples {
        @Override
        public int size() {
            return to - from;
        }

        @Override
        public Example get(int index) {
            return all.get(from + index);
        }

        @Override
        public long rollout(int index) {
            return all.rollout(from + index);
        }
    }

    @Test
    void aPersonsDriveAndANetworksFramesAreLearntFromTogether() {
        Optional<Path> track = SharedData.folder("udacity-track");
        assumeTrue(track.isPresent(), "there is no shared/data/udacity-track beside the repository");
        try (SqliteDataset dataset = SqliteDataset.create(folder.resolve("track.whetstone"))) {
            Import.into(dataset, new UdacityImport().open(track.get(), ImportOptions.usual(InstantSource.system())), Progress.unseen());
            Examples driven = dataset.examples(ActionSpec.STEER);
            Part heldOut = new Part(driven, TRAINED_ON, driven.size());
            Policy cloned = trained(new Part(driven, 0, TRAINED_ON));
            double mean = IntStream.range(0, TRAINED_ON).mapToDouble(i -> driven.get(i).wanted().steer()).average().orElseThrow();
            double ofMean = error(heldOut, _ -> mean);
            double ofCloned = error(heldOut, example -> cloned.act(example.seen()).steer());

            long frames = Import.into(dataset, new FrameFolderImport().open(track.get().resolve("rollout"),
                    ImportOptions.usual(InstantSource.system())), Progress.unseen()).rollouts().getFirst();
            new SlowMotion(dataset, 0.25).label(frames, (replay, ticker) -> new SwungWheel(() -> new StickSample(ticker.nanos(),
                    new float[] {(float) (0.3 * Math.sin(replay.position() / 20))}, 0)));
            Examples both = dataset.examples(ActionSpec.STEER);
            Policy retrained = trained(both);
            double ofLabels = error(new Part(both, driven.size(), both.size()), example -> retrained.act(example.seen()).steer());
            System.out.printf("udacity-track: %d human frames, trained on the first %d; held-out steering error (root mean square): "
                            + "ridge %.4f, mean predictor %.4f; %d frames of a network's drive labelled with a virtual wheel; "
                            + "ridge on all %d: error on those labels %.4f%n",
                    driven.size(), TRAINED_ON, ofCloned, ofMean, dataset.labels(), both.size(), ofLabels);
            assertThat(driven.size()).isEqualTo(480);
            assertThat(both.size()).isEqualTo(480 + dataset.labels());
            assertThat(dataset.labels()).isBetween(399, 400);
            assertThat(ofLabels).isLessThan(0.3 / Math.sqrt(2));
        }
    }

    private record SwungWheel(java.util.function.Supplier<StickSample> turned) implements Stick {
        @Override
        public StickDescription description() {
            return new StickDescription("Virtual wheel", StickDescription.Kind.STICK, List.of("wheel"), List.of());
        }

        @Override
        public Reading poll() {
            return new Reading.Samples(List.of(turned.get()));
        }
    }

    private static Policy trained(Examples examples) {
        RidgeTrainer trainer = new RidgeTrainer(InstantSource.system());
        TrainingEvent end = trainer.train(new Trainer.Request(RIDGE, examples, "v1", OptionalLong.empty(), 1, 1, 1, 64, 1e-3, 0, 1, 1),
                _ -> { }, () -> false);
        assertThat(end).isInstanceOf(TrainingEvent.Finished.class);
        return trainer.policy(((TrainingEvent.Finished) end).policy());
    }

    private static double error(Examples examples, java.util.function.ToDoubleFunction<Example> steering) {
        return Math.sqrt(IntStream.range(0, examples.size())
                .mapToDouble(i -> Math.pow(steering.applyAsDouble(examples.get(i)) - examples.get(i).wanted().steer(), 2)).average().orElseThrow());
    }
}
