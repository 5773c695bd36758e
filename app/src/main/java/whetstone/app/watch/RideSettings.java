package whetstone.app.watch;

import java.util.Optional;
import java.util.OptionalDouble;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.world.Opened;
import whetstone.model.world.Wish;
import whetstone.model.world.World;
import whetstone.model.world.Worlds;

/**
 * Where, how and by whom is driven.
 *
 * @param world a name that {@link Worlds} finds: a kind and a place, joined by a colon
 * @param track one of the world's; empty where every seed is its own
 * @param compared drives beside, from the same seed, where two are compared
 * @param seed of the environment's reset
 * @param ticksPerSecond decisions and pictures per second, 5 to 30, where the world lets them be chosen
 */
record RideSettings(String world, String track, WhoDrives whoDrives, Optional<WhoDrives> compared, long seed, int ticksPerSecond) {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    RideSettings {
        if (ticksPerSecond < 5 || ticksPerSecond > 30) {
            throw new IllegalArgumentException(ticksPerSecond + " decisions a second are not between 5 and 30");
        }
    }

    /** With a picture that is pleasant to look at, where the world can draw one; a policy's input averages it down. May take seconds. */
    Opened open(Worlds worlds) {
        return worlds.find(world).open(track, new Wish(WIDTH, HEIGHT, OptionalDouble.of(ticksPerSecond)));
    }

    /** The word before the colon. */
    String kind() {
        return world.substring(0, world.indexOf(':'));
    }

    /** What stands after the colon. */
    String place() {
        return world.substring(world.indexOf(':') + 1);
    }

    /** Why one who is chosen can't drive there, in one sentence; empty where he can. */
    Optional<String> hindrance(WhoDrives who, Opened opened) {
        EnvironmentSpec spec = opened.environment().spec();
        return switch (who) {
            case WhoDrives.Version(var policy) when !policy.description().action().equals(spec.action()) -> Optional.of(policy.name() + " gives "
                    + names(policy.description().action()) + ", but " + spec.name() + " takes " + names(spec.action())
                    + ": choose another policy, or drive and label here and train one");
            case WhoDrives.Version(var policy) when spec.cameras().stream().noneMatch(camera ->
                    camera.name().equals(policy.description().input().camera())) -> Optional.of(policy.name()
                    + " looks through a camera called '" + policy.description().input().camera() + "', which " + spec.name()
                    + " has not: choose another policy");
            case WhoDrives.ProgramExpert _ when opened.expert().isEmpty() -> Optional.of("'" + world
                    + "' has no program expert: choose a policy, or drive yourself");
            case WhoDrives.Version _, WhoDrives.ProgramExpert _, WhoDrives.Person _ -> Optional.empty();
        };
    }

    RideSettings in(World newWorld) {
        return new RideSettings(newWorld.name(), newWorld.trainingTracks().getFirst(), whoDrives, compared, seed, ticksPerSecond);
    }

    RideSettings withTrack(String newTrack) {
        return new RideSettings(world, newTrack, whoDrives, compared, seed, ticksPerSecond);
    }

    RideSettings withDriver(WhoDrives newDriver) {
        return new RideSettings(world, track, newDriver, compared, seed, ticksPerSecond);
    }

    RideSettings comparedWith(Optional<WhoDrives> other) {
        return new RideSettings(world, track, whoDrives, other, seed, ticksPerSecond);
    }

    RideSettings withSeed(long newSeed) {
        return new RideSettings(world, track, whoDrives, compared, newSeed, ticksPerSecond);
    }

    RideSettings withTicksPerSecond(int newTicksPerSecond) {
        return new RideSettings(world, track, whoDrives, compared, seed, newTicksPerSecond);
    }

    private static String names(ActionSpec action) {
        return action.dimensions().stream().map(ActionSpec.Dimension::name).toList().toString();
    }
}
