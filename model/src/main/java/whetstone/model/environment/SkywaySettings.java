package whetstone.model.environment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;

/**
 * Everything that makes one Skyway.
 *
 * @param track a name that {@link SkywayTracks} knows
 * @param cameras at least one, RGB, at most 4096 pixels wide and high
 * @param ticksPerSecond decisions per second, 1 to 120
 * @param action {@link ActionSpec#STEER} (constant speed) or {@link ActionSpec#STEER_AND_THROTTLE}
 */
public record SkywaySettings(String track, Difficulty difficulty, List<Camera> cameras, double ticksPerSecond, ActionSpec action) {
    /** The environment's name in every spec. */
    public static final String NAME = "skyway";

    public SkywaySettings {
        cameras = List.copyOf(cameras);
        if (cameras.isEmpty()) {
            throw new IllegalArgumentException("Skyway needs at least one camera");
        }
        cameras.forEach(SkywaySettings::check);
        Set<String> names = new HashSet<>();
        for (Camera camera : cameras) {
            if (!names.add(camera.name())) {
                throw new IllegalArgumentException("two cameras are called '" + camera.name() + "'");
            }
        }
        if (!(ticksPerSecond >= 1 && ticksPerSecond <= 120)) {
            throw new IllegalArgumentException("Skyway decides " + ticksPerSecond + " times per second, not between 1 and 120");
        }
        if (!action.equals(ActionSpec.STEER) && !action.equals(ActionSpec.STEER_AND_THROTTLE)) {
            throw new IllegalArgumentException("Skyway is driven by 'steer', or by 'steer' and 'throttle', not by "
                    + action.dimensions().stream().map(ActionSpec.Dimension::name).toList());
        }
    }

    /** The paper's experiment: a 25 x 19 picture, 5 decisions per second, constant speed (Ross et al. 2011, section 5.1). */
    public static SkywaySettings experiment(String track, Difficulty difficulty) {
        return new SkywaySettings(track, difficulty, List.of(SkywayCameras.front(25, 19)), 5, ActionSpec.STEER);
    }

    /** The settings by which a recording was made, so that its states can be driven on from. */
    public static SkywaySettings of(EnvironmentSpec spec) {
        String[] words = spec.variant().split(" ");
        if (!spec.name().equals(NAME) || words.length != 2) {
            throw new IllegalArgumentException("'" + spec.name() + " " + spec.variant() + "' is no Skyway of a track and a difficulty");
        }
        return new SkywaySettings(words[0], Difficulty.named(words[1]), spec.cameras(), spec.ticksPerSecond(), spec.action());
    }

    public SkywaySettings withTrack(String newTrack) {
        return new SkywaySettings(newTrack, difficulty, cameras, ticksPerSecond, action);
    }

    public SkywaySettings withDifficulty(Difficulty newDifficulty) {
        return new SkywaySettings(track, newDifficulty, cameras, ticksPerSecond, action);
    }

    public SkywaySettings withCameras(List<Camera> newCameras) {
        return new SkywaySettings(track, difficulty, newCameras, ticksPerSecond, action);
    }

    public SkywaySettings withTicksPerSecond(double newTicksPerSecond) {
        return new SkywaySettings(track, difficulty, cameras, newTicksPerSecond, action);
    }

    public SkywaySettings withAction(ActionSpec newAction) {
        return new SkywaySettings(track, difficulty, cameras, ticksPerSecond, newAction);
    }

    private static void check(Camera camera) {
        if (camera.channels() != 3) {
            throw new IllegalArgumentException("camera '" + camera.name() + "' has " + camera.channels()
                    + " channels; Skyway draws three (RGB)");
        }
        if (camera.width() > 4096 || camera.height() > 4096) {
            throw new IllegalArgumentException("camera '" + camera.name() + "' is " + camera.width() + " x " + camera.height()
                    + "; Skyway draws at most 4096 x 4096");
        }
    }
}
