package whetstone.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import whetstone.labelling.Dataset;
import whetstone.labelling.RolloutWriter;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Rollout;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.driving.Driver;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.expert.PursuitExpert;

/** Real dataset files with real rollouts of Skyway for the tests of the screens. */
public final class SkywayDataset {
    private SkywayDataset() {}

    public static Dataset empty(Path folder) {
        return SqliteDataset.create(folder.resolve("test.whetstone"));
    }

    /** Records a rollout that the program expert drove. @return its id */
    public static long byExpert(Dataset dataset, String track, int ticks, int round) {
        Skyway skyway = skyway(track);
        PursuitExpert expert = new PursuitExpert(skyway);
        return record(dataset, skyway, seen -> Decision.byExpert(expert.advise(seen)), ticks, round, Optional.of("program expert"));
    }

    /** Records a rollout that a learner drove which never steers. @return its id */
    public static long byLearner(Dataset dataset, String track, int ticks, int round) {
        Skyway skyway = skyway(track);
        return record(dataset, skyway, _ -> Decision.byPolicy(ActionSpec.STEER.neutral()), ticks, round, Optional.empty());
    }

    /** Records a rollout once more as somebody's recording of a vehicle that can't be put back. @return its id */
    public static long withoutStates(Dataset dataset, Rollout rollout) {
        EnvironmentSpec spec = rollout.info().environment();
        RolloutWriter writer = dataset.record(new RolloutInfo(new EnvironmentSpec("donkey", "", spec.ticksPerSecond(), spec.action(),
                spec.cameras(), spec.stateNames(), spec.vehicle(), false), "tub", OptionalLong.empty(), 1, 1, Instant.EPOCH, Optional.empty()));
        for (int tick = 0; tick < rollout.length(); tick++) {
            Step step = rollout.step(tick);
            writer.append(new Step(tick, step.seen(), step.learnerAction(), step.executedAction(), step.control(), Optional.empty(), Set.of(),
                    Optional.empty()));
        }
        return writer.finish().join();
    }

    public static Skyway skyway(String track) {
        return new Skyway(new SkywaySettings(track, Difficulty.FROZEN, List.of(SkywayCameras.front(80, 60)), 10, ActionSpec.STEER));
    }

    private static long record(Dataset dataset, Skyway skyway, Driver driver, int ticks, int round, Optional<String> expert) {
        RolloutWriter writer = dataset.record(new RolloutInfo(skyway.spec(), "skyway " + skyway.spec().variant(), OptionalLong.empty(), round,
                1, Instant.parse("2026-11-20T10:15:30Z"), expert));
        new Drive(skyway, driver, 1, true).ticks(ticks).forEach(writer::append);
        return writer.finish().join();
    }
}
