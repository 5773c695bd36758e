package whetstone.model;

/**
 * Where a camera sits and what it sees: enough to draw a point of the ground into its picture (pinhole, no distortion, no roll).
 *
 * @param heightMetres above the ground, positive
 * @param pitchDegrees downward tilt, -45 to 89; zero looks along the ground
 * @param horizontalFieldOfViewDegrees 10 to 170
 * @param yawDegrees turned to the right of the vehicle's heading, -180 to 180
 * @param forwardMetres ahead of the rear axle
 */
public record CameraProfile(
        double heightMetres, double pitchDegrees, double horizontalFieldOfViewDegrees, double yawDegrees, double forwardMetres) {
    public CameraProfile {
        inside("camera height in metres", heightMetres, 0.01, 100);
        inside("camera pitch in degrees", pitchDegrees, -45, 89);
        inside("horizontal field of view in degrees", horizontalFieldOfViewDegrees, 10, 170);
        inside("camera yaw in degrees", yawDegrees, -180, 180);
        inside("camera position in metres ahead of the rear axle", forwardMetres, -20, 20);
    }

    private static void inside(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(what + " is " + value + ", outside " + low + " to " + high);
        }
    }
}
