package whetstone.model.environment.supertuxkart;

/**
 * Where the kart is, from what the game tells.
 *
 * @param heading radians from z towards x: of its motion, or the road's where it hardly moves
 * @param speed metres per second in the horizontal plane
 */
record KartPlace(double x, double z, double heading, double speed, Driveline.Place road) {
    /** Slower motion has no direction worth the name. */
    private static final double SLOWEST = 1;

    static KartPlace of(Telemetry.Motion motion, Driveline driveline) {
        Driveline.Place road = driveline.place(motion.x(), motion.y(), motion.z());
        double[] ahead = driveline.point(road.along() + 1);
        double[] here = driveline.point(road.along());
        double heading = motion.speed() > SLOWEST ? Math.atan2(motion.vx(), motion.vz()) : Math.atan2(ahead[0] - here[0], ahead[1] - here[1]);
        return new KartPlace(motion.x(), motion.z(), heading, motion.speed(), road);
    }

    /** Beside the road, or below it. */
    boolean offRoad() {
        return Math.abs(road.lateral()) > road.halfWidth() + 0.8 || road.above() < -1.2;
    }
}
