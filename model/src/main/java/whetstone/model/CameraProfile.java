package whetstone.model;

/**
 * Where a camera sits and what it sees: enough to draw a point of the ground into its picture (pinhole, no distortion, no roll).
 *
 * @param heightMetres above the ground, positive
 * @param pitchDegrees downward tilt, -45 to 90; zero looks along the ground, 90 straight down
 * @param horizontalFieldOfViewDegrees 10 to 170
 * @param yawDegrees turned to the right of the vehicle's heading, -180 to 180
 * @param forwardMetres ahead of the rear axle
 * @param verticalStretch how many times higher than wide a square appears, 0.1 to 10; 1 where pixels are square
 */
public record CameraProfile(
        double heightMetres, double pitchDegrees, double horizontalFieldOfViewDegrees, double yawDegrees, double forwardMetres,
        double verticalStretch) {
    /** A camera that looks away from the ground, or of which nothing is known: nothing is drawn on the ground in its picture. */
    public static final CameraProfile NO_GROUND = new CameraProfile(100, -45, 10, 180, -20);

    public CameraProfile {
        inside("camera height in metres", heightMetres, 0.01, 100);
        inside("camera pitch in degrees", pitchDegrees, -45, 90);
        inside("horizontal field of view in degrees", horizontalFieldOfViewDegrees, 10, 170);
        inside("camera yaw in degrees", yawDegrees, -180, 180);
        inside("camera position in metres ahead of the rear axle", forwardMetres, -20, 20);
        inside("vertical stretch", verticalStretch, 0.1, 10);
    }

    /** Square pixels. */
    public CameraProfile(double heightMetres, double pitchDegrees, double horizontalFieldOfViewDegrees, double yawDegrees,
                         double forwardMetres) {
        this(heightMetres, pitchDegrees, horizontalFieldOfViewDegrees, yawDegrees, forwardMetres, 1);
    }

    /** Whether ground can be drawn into its picture. */
    public boolean seesGround() {
        return !equals(NO_GROUND);
    }

    private static void inside(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(what + " is " + value + ", outside " + low + " to " + high);
        }
    }
}
