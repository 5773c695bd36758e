package whetstone.model.environment.supertuxkart;

/**
 * Tells from the kart's motions when the game has put it back: its place leaps much further than its speed could take it. Then, when it
 * stands on the road again. One thread.
 */
final class Rescue {
    /** A leap is longer than this and than three times what the speed allows between two reports (20 ms; 50 ms where the machine is busy). */
    private static final double SHORTEST_LEAP = 2;
    private static final double MOST_SECONDS = 0.1;
    private static final int REPORTS_AT_REST = 15;
    private static final double NEAR_ROAD = 0.9;
    private static final double REST = 0.6;

    private boolean leapt;
    private int atRest;

    static boolean isLeap(Telemetry.Motion from, Telemetry.Motion to) {
        double speed = Math.max(Math.hypot(from.speed(), from.vy()), Math.hypot(to.speed(), to.vy()));
        return from.distance(to) > SHORTEST_LEAP + speed * MOST_SECONDS;
    }

    void see(Telemetry.Motion from, Telemetry.Motion to, KartPlace place) {
        leapt |= isLeap(from, to);
        boolean rests = leapt && !place.offRoad() && place.road().above() < NEAR_ROAD && Math.abs(to.vy()) < REST;
        atRest = rests ? atRest + 1 : 0;
    }

    boolean leapt() {
        return leapt;
    }

    /** The kart was put back and stands on the road. */
    boolean over() {
        return atRest >= REPORTS_AT_REST;
    }
}
