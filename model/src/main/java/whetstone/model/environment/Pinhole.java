package whetstone.model.environment;

import whetstone.model.CameraProfile;

/**
 * A camera profile as a pinhole for pictures of one size: its axes in vehicle coordinates (metres forward, right, up from the ground
 * point beneath the rear axle's middle) and its focal length in pixels, across and down. The optical axis through the picture's middle.
 */
record Pinhole(double forward, double up, double[] axis, double[] rightAxis, double[] upAxis, double focal, double verticalFocal,
               double middleX, double middleY) {
    static Pinhole of(CameraProfile profile, int width, int height) {
        double yaw = Math.toRadians(profile.yawDegrees());
        double pitch = Math.toRadians(profile.pitchDegrees());
        double[] axis = {Math.cos(yaw) * Math.cos(pitch), Math.sin(yaw) * Math.cos(pitch), -Math.sin(pitch)};
        double[] rightAxis = {-Math.sin(yaw), Math.cos(yaw), 0};
        double[] upAxis = {Math.cos(yaw) * Math.sin(pitch), Math.sin(yaw) * Math.sin(pitch), Math.cos(pitch)};
        double focal = width / 2.0 / Math.tan(Math.toRadians(profile.horizontalFieldOfViewDegrees() / 2));
        return new Pinhole(profile.forwardMetres(), profile.heightMetres(), axis, rightAxis, upAxis, focal, focal * profile.verticalStretch(),
                width / 2.0, height / 2.0);
    }
}
