package whetstone.model;

import java.util.List;

/**
 * What an environment shows and takes; saved with every rollout so that a recording explains itself.
 *
 * @param name as the command line and the screens call it, for example "skyway"
 * @param variant the track, level or map, for example "alpha"; empty where there is only one
 * @param ticksPerSecond decisions per simulated second, positive
 * @param cameras the first is the one shown large
 * @param stateNames names of the state vector's values; "speed" is metres per second, "steeringAngle" is
 *     the front wheels' angle in degrees, positive to the right
 * @param restorable whether a saved state can be driven on from
 */
public record EnvironmentSpec(String name, String variant, double ticksPerSecond, ActionSpec action, List<Camera> cameras,
                              List<String> stateNames, VehicleModel vehicle, boolean restorable) {
    public static final String SPEED = "speed";
    public static final String STEERING_ANGLE = "steeringAngle";

    public EnvironmentSpec {
        cameras = List.copyOf(cameras);
        stateNames = List.copyOf(stateNames);
        if (!(ticksPerSecond > 0 && ticksPerSecond <= 1000)) {
            throw new IllegalArgumentException("'" + name + "' has " + ticksPerSecond + " ticks per second, not between 0 and 1000");
        }
        if (cameras.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' has no camera");
        }
    }

    public Camera frontCamera() {
        return cameras.getFirst();
    }

    public Camera camera(String cameraName) {
        return cameras.stream().filter(camera -> camera.name().equals(cameraName)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("no camera is called '" + cameraName + "'; there are "
                        + cameras.stream().map(Camera::name).toList()));
    }

    /** A named state value of an observation, or the fallback where the environment does not measure it. */
    public double state(Observation seen, String stateName, double fallback) {
        int index = stateNames.indexOf(stateName);
        return index < 0 || index >= seen.state().size() ? fallback : seen.state().get(index);
    }

    /** The same environment whose front camera sits elsewhere. */
    public EnvironmentSpec withFrontCameraProfile(CameraProfile profile) {
        Camera front = frontCamera();
        List<Camera> changed = new java.util.ArrayList<>(cameras);
        changed.set(0, new Camera(front.name(), front.width(), front.height(), front.channels(), profile));
        return new EnvironmentSpec(name, variant, ticksPerSecond, action, changed, stateNames, vehicle, restorable);
    }
}
