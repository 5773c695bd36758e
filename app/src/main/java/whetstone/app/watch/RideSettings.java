package whetstone.app.watch;

import java.util.List;
import java.util.Optional;
import whetstone.model.ActionSpec;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;

/**
 * Where, how and by whom is driven.
 *
 * @param track a name that Skyway knows
 * @param seed of the environment's reset
 * @param ticksPerSecond decisions and pictures per second, 5 to 30
 */
record RideSettings(String track, Difficulty difficulty, WhoDrives whoDrives, long seed, int ticksPerSecond) {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    RideSettings {
        if (ticksPerSecond < 5 || ticksPerSecond > 30) {
            throw new IllegalArgumentException(ticksPerSecond + " decisions a second are not between 5 and 30");
        }
    }

    /** The environment with a front camera that is pleasant to look at; a policy's input averages it down. */
    Skyway environment() {
        return new Skyway(new SkywaySettings(track, difficulty, List.of(SkywayCameras.front(WIDTH, HEIGHT)), ticksPerSecond,
                ActionSpec.STEER));
    }

    /** What a policy can't do here, in one sentence; empty where it can drive. */
    Optional<String> hindrance() {
        if (!(whoDrives instanceof WhoDrives.Version(var policy))) {
            return Optional.empty();
        }
        if (!policy.description().action().equals(ActionSpec.STEER)) {
            return Optional.of(policy.name() + " gives " + policy.description().action().dimensions().stream()
                    .map(ActionSpec.Dimension::name).toList() + ", but Skyway is steered only: choose another policy");
        }
        String camera = policy.description().input().camera();
        return camera.equals("front") ? Optional.empty()
                : Optional.of(policy.name() + " looks through a camera called '" + camera
                        + "', which Skyway has not: choose another policy");
    }

    RideSettings withTrack(String newTrack) {
        return new RideSettings(newTrack, difficulty, whoDrives, seed, ticksPerSecond);
    }

    RideSettings withDifficulty(Difficulty newDifficulty) {
        return new RideSettings(track, newDifficulty, whoDrives, seed, ticksPerSecond);
    }

    RideSettings withDriver(WhoDrives newDriver) {
        return new RideSettings(track, difficulty, newDriver, seed, ticksPerSecond);
    }

    RideSettings withSeed(long newSeed) {
        return new RideSettings(track, difficulty, whoDrives, newSeed, ticksPerSecond);
    }

    RideSettings withTicksPerSecond(int newTicksPerSecond) {
        return new RideSettings(track, difficulty, whoDrives, seed, newTicksPerSecond);
    }
}
