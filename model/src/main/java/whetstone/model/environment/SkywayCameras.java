package whetstone.model.environment;

import java.util.List;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;

/** The kart's three cameras, at any resolution: one looks ahead, two to the sides. */
public final class SkywayCameras {
    private static final double SIDE_DEGREES = 35;

    private SkywayCameras() {}

    public static Camera front(int width, int height) {
        return camera("front", width, height, 0);
    }

    public static Camera left(int width, int height) {
        return camera("left", width, height, -SIDE_DEGREES);
    }

    public static Camera right(int width, int height) {
        return camera("right", width, height, SIDE_DEGREES);
    }

    /** Front, left and right, all of one size. */
    public static List<Camera> all(int width, int height) {
        return List.of(front(width, height), left(width, height), right(width, height));
    }

    private static Camera camera(String name, int width, int height, double yawDegrees) {
        return new Camera(name, width, height, 3, new CameraProfile(1.5, 15, 90, yawDegrees, 0.2));
    }
}
