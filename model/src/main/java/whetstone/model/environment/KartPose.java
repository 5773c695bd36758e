package whetstone.model.environment;

/**
 * Where the kart is: what only a program with privileged knowledge may see.
 *
 * @param x metres, of the rear axle's middle in the track's world
 * @param y metres
 * @param heading radians, growing to the right
 * @param speed metres per second
 * @param steering angle of the front wheels in radians, positive to the right
 * @param along metres along the road, 0 to the track's length
 * @param lateral metres from the centre line, positive to the right
 */
public record KartPose(double x, double y, double heading, double speed, double steering, double along, double lateral) {}
