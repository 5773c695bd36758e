package whetstone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.Round;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.Weighting;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Environment;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.environment.SkywayTracks;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.Trainers;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;

/**
 * What a newcomer finds: one drive of the program expert on Skyway, a policy cloned from it, and drives of that policy, which falls.
 * Made in some seconds from fixed seeds, in a file beside that takes its name once it is whole. A reading thread's work.
 */
final class ExampleDataset {
    private static final String EXPERT = "program expert";
    private static final String CLOSED = "The example was not made: the window was closed.";
    /** One pass over all there is. */
    private static final TrainingSettings LEARNING = new TrainingSettings(TrainingSettings.Kind.RIDGE, 1, 32, 1e-3, 0, 1, 1, 1, true, false,
            Weighting.EQUAL);
    private static final int WIDTH = 384;
    private static final int HEIGHT = 216;
    private static final double TICKS_PER_SECOND = 15;
    private static final int EXPERT_TICKS = 150;
    private static final int LEARNER_TICKS = 180;
    private static final int DRIVES = 2;

    private final Trainers trainers;
    private final InstantSource clock;
    private final Executor store;
    private final Retraining.Examination examination;

    /** @param examination of its learner, so that a newcomer sees what the first labels buy */
    ExampleDataset(Trainers trainers, Retraining.Examination examination, InstantSource clock, Executor store) {
        this.trainers = trainers;
        this.examination = examination;
        this.clock = clock;
        this.store = store;
    }

    /** Opens the example, or makes it where there is none. @throws DatasetException if it can't be made, or was cancelled */
    Dataset open(Path file, BooleanSupplier cancelled) {
        if (!Files.exists(file)) {
            try {
                make(file, cancelled);
            } catch (IOException unwritable) {
                throw new DatasetException("The example can't be made at " + file + ": " + unwritable.getMessage(), unwritable);
            }
        }
        return SqliteDataset.openOrCreate(file, store);
    }

    private void make(Path file, BooleanSupplier cancelled) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        discard(unfinished);
        try {
            try (Dataset made = SqliteDataset.create(unfinished)) {
                fill(made, cancelled);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            discard(unfinished);
        }
    }

    /** With the hidden file by which it is claimed while it is open. */
    private static void discard(Path unfinished) throws IOException {
        Files.deleteIfExists(unfinished);
        Files.deleteIfExists(unfinished.resolveSibling("." + unfinished.getFileName() + ".lock"));
    }

    private void fill(Dataset dataset, BooleanSupplier cancelled) {
        Skyway first = skyway(0);
        PursuitExpert expert = new PursuitExpert(first);
        long shown = drive(dataset, first, expert::advise, Control.EXPERT, OptionalLong.empty(), EXPERT_TICKS, cancelled);
        Trainer.Request request = request(dataset, first);
        PolicyVersion learner = dataset.save(trained(request, cancelled)).join();
        dataset.makeDriver(OptionalLong.of(learner.id())).join();
        for (int i = 0; i < DRIVES; i++) {
            try (Policy policy = trainers.policy(learner)) {
                drive(dataset, skyway(i + 1), policy::act, Control.POLICY, OptionalLong.of(learner.id()), LEARNER_TICKS,
                        cancelled);
            }
        }
        Retraining.Examination.Result examined = examined(learner, request, first, cancelled);
        dataset.save(new Round(0, 1, OptionalLong.empty(), OptionalLong.of(learner.id()), List.of(shown), EXPERT_TICKS, LEARNING.ofRound(), 1,
                OptionalDouble.empty(), examined.fallsPerLap(), examined.cloning(), clock.instant())).join();
    }

    private Retraining.Examination.Result examined(PolicyVersion learner, Trainer.Request request, Skyway skyway, BooleanSupplier cancelled) {
        try {
            return examination.measure(learner, request, skyway.spec(), _ -> { }, cancelled);
        } catch (CancellationException closed) {
            throw new DatasetException(CLOSED, closed);
        }
    }

    private static Skyway skyway(int track) {
        return new Skyway(SkywaySettings.experiment(SkywayTracks.training().get(track), Difficulty.FROZEN)
                .withCameras(List.of(SkywayCameras.front(WIDTH, HEIGHT))).withTicksPerSecond(TICKS_PER_SECOND));
    }

    private static Trainer.Request request(Dataset dataset, Skyway skyway) {
        PolicyDescription description = LEARNING.description(skyway.spec().frontCamera().name(), skyway.spec().action());
        return new Trainer.Request(description, dataset.examples(skyway.spec().action()), "v1", OptionalLong.empty(), 1,
                LEARNING.seed(), LEARNING.epochs(), LEARNING.batch(), LEARNING.learningRate(), LEARNING.heldOutShare(), LEARNING.patience(),
                LEARNING.threads());
    }

    private PolicyVersion trained(Trainer.Request request, BooleanSupplier cancelled) {
        return switch (trainers.serving(request.description()).train(request, _ -> { }, cancelled)) {
            case TrainingEvent.Finished(PolicyVersion policy, double _) -> policy;
            case TrainingEvent.Failed(String reason) -> throw new DatasetException("The example can't be made: " + reason);
            case TrainingEvent.Started _, TrainingEvent.EpochDone _, TrainingEvent.Cancelled _ ->
                    throw new DatasetException("The example can't be made: its policy was not trained to the end.");
        };
    }

    private long drive(Dataset dataset, Skyway skyway, Function<Observation, Action> driver, Control control, OptionalLong policy,
                       int ticks, BooleanSupplier cancelled) {
        long seed = 1;
        RolloutWriter writer = dataset.record(new RolloutInfo(skyway.spec(), "skyway " + skyway.spec().variant(), policy, 1, seed,
                clock.instant(), control == Control.EXPERT ? Optional.of(EXPERT) : Optional.empty()));
        Observation seen = skyway.reset(seed);
        for (int tick = 0; tick < ticks; tick++) {
            if (cancelled.getAsBoolean()) {
                throw new DatasetException(CLOSED);
            }
            Action action = driver.apply(seen);
            Optional<Action> learner = control == Control.POLICY ? Optional.of(action) : Optional.empty();
            Optional<whetstone.model.EnvironmentState> state = skyway.save();
            Environment.Outcome outcome = skyway.step(action);
            writer.append(new Step(tick, seen, learner, Optional.of(action), control, Optional.empty(), outcome.events(), state));
            seen = outcome.seen();
        }
        return writer.finish().join();
    }
}
