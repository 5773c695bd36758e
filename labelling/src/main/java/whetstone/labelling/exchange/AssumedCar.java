package whetstone.labelling.exchange;

import java.nio.file.Path;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.VehicleModel;

/**
 * The car and camera that a recording from outside is taken to have, since its files do not say: those of the Udacity simulator as far
 * as they are known. Only ribbons are drawn by them, no label depends on them; the camera can be set on the Label screen.
 */
public final class AssumedCar {
    /** The simulator divides its steering angle by this one before it writes it (drive.py of the course does the same). */
    public static final double MAXIMUM_STEERING_DEGREES = 25;
    /** Assumed: an ordinary car's. */
    private static final double WHEELBASE_METRES = 2.67;
    /** Assumed: an ordinary car's, mirrors folded. */
    private static final double WIDTH_METRES = 1.8;
    /** Assumed: the simulator turns the wheels within a frame or two. */
    private static final double STEERING_RATE_DEGREES_PER_SECOND = 180;
    /** The simulator's limit, 30 miles an hour. */
    private static final double NOMINAL_SPEED = 30 * UdacityLog.METRES_PER_SECOND_IN_A_MILE_PER_HOUR;

    public static final VehicleModel VEHICLE = new VehicleModel(WHEELBASE_METRES, MAXIMUM_STEERING_DEGREES, STEERING_RATE_DEGREES_PER_SECOND,
            WIDTH_METRES, NOMINAL_SPEED);

    /** Assumed: Unity's usual vertical view of 60 degrees on a picture twice as wide as high; height and tilt as the horizon looks. */
    private static final CameraProfile CAMERA = new CameraProfile(1.6, 7, 98, 0, 1);

    private AssumedCar() {}

    /** A camera whose pictures are as large as this file. @throws whetstone.labelling.DatasetException if it can't be read */
    static Camera camera(String name, Path picture, String place) {
        EncodedPicture first = PictureFile.read(picture, place);
        return camera(name, first.width(), first.height());
    }

    /** A colour camera of this size that sits as the simulator's. */
    public static Camera camera(String name, int width, int height) {
        return new Camera(name, width, height, 3, CAMERA);
    }
}
