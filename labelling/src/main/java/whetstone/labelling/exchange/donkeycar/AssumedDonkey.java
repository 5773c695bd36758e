package whetstone.labelling.exchange.donkeycar;

import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.VehicleModel;

/**
 * The car and camera that a foreign tub is taken to come from, since its files do not say: a 1:16 car with the usual kit. Only ribbons
 * are drawn by them, no label depends on them; the camera can be set on the Label screen.
 */
final class AssumedDonkey {
    /** Donkeycar's DRIVE_LOOP_HZ unless told otherwise. */
    static final double TICKS_PER_SECOND = 20;

    private static final double WHEELBASE_METRES = 0.17;
    private static final double MAXIMUM_STEERING_DEGREES = 25;
    /** A small servo's 60 degrees in 0.15 s. */
    private static final double STEERING_RATE_DEGREES_PER_SECOND = 400;
    private static final double WIDTH_METRES = 0.19;
    private static final double NOMINAL_SPEED = 1.5;

    static final VehicleModel VEHICLE = new VehicleModel(WHEELBASE_METRES, MAXIMUM_STEERING_DEGREES, STEERING_RATE_DEGREES_PER_SECOND,
            WIDTH_METRES, NOMINAL_SPEED);

    /** Assumed: a wide camera on the kit's plastic cage, tilted so that it sees the ground before the bumper. */
    private static final CameraProfile CAMERA = new CameraProfile(0.16, 22, 110, 0, 0.08);

    private AssumedDonkey() {}

    static Camera camera(String name, int width, int height) {
        return new Camera(name, width, height, 3, CAMERA);
    }
}
