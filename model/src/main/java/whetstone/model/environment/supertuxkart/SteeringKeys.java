package whetstone.model.environment.supertuxkart;

/**
 * Grades steering with keys that are only up or down. The game turns the wheels gradually while a key is held and back faster when none
 * is; this keeps a model of that angle and holds, frame by frame, the key that brings it to the wanted one. One thread.
 *
 * <p>The game's rates (kart_characteristics.xml: time-full-steer, time-reset-steer): 0.17 s for a whole lock while the wheels are less than
 * half turned, 0.28 s beyond, and 0.1 s back.
 */
final class SteeringKeys {
    private static final double NEAR_RATE = 1 / 0.17;
    private static final double FAR_RATE = 1 / 0.28;
    private static final double RETURN_RATE = 1 / 0.1;

    /** What is owed may not grow without end where the wheels can't follow. */
    private static final double MOST_OWED = 0.3;

    private double angle;
    private double owed;

    /** Which key to hold. */
    enum Held { LEFT, NONE, RIGHT }

    /** The wheels' angle as modelled, -1 to 1, positive to the right. */
    double angle() {
        return angle;
    }

    void straighten() {
        angle = 0;
        owed = 0;
    }

    /**
     * The key whose angle after the next frame comes nearest to the wanted one and what is owed from the frames before: an angle finer than a
     * frame's turn is right on average.
     *
     * @param seconds that the next frame is expected to take
     */
    Held choose(double wanted, double seconds) {
        Held best = Held.NONE;
        double nearest = Double.MAX_VALUE;
        for (Held held : Held.values()) {
            double away = Math.abs(after(held, seconds) - wanted - owed);
            if (away < nearest) {
                nearest = away;
                best = held;
            }
        }
        return best;
    }

    /** A frame has passed with this key held. */
    void pass(Held held, double wanted, double seconds) {
        angle = after(held, seconds);
        owed = Math.clamp(owed + wanted - angle, -MOST_OWED, MOST_OWED);
    }

    private double after(Held held, double seconds) {
        return switch (held) {
            case LEFT -> -towards(-angle, seconds);
            case RIGHT -> towards(angle, seconds);
            case NONE -> angle > 0 ? Math.max(0, angle - seconds * RETURN_RATE) : Math.min(0, angle + seconds * RETURN_RATE);
        };
    }

    /** Turning further to the side that counts positive; from the other side the wheels come back at the returning rate first. */
    private static double towards(double from, double seconds) {
        double rate = from < 0 ? RETURN_RATE : from < 0.5 ? NEAR_RATE : FAR_RATE;
        return Math.min(1, from + seconds * rate);
    }
}
