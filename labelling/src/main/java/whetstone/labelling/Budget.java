package whetstone.labelling;

/**
 * The time that an expert has. A clip costs its length at the speed of playback, and what choosing, watching once and deciding take.
 *
 * @param seconds of the expert's own time; infinite where he gave no limit
 * @param speed of playback, times real time
 * @param overheadSeconds for each clip
 */
public record Budget(double seconds, double speed, double overheadSeconds) {
    /** Where no sitting says otherwise. */
    public static final double USUAL_OVERHEAD_SECONDS = 4;

    public Budget {
        if (!(seconds >= 0) || !(speed > 0) || !(overheadSeconds >= 0)) {
            throw new IllegalArgumentException("nobody can label for " + seconds + " s at " + speed + " times real time");
        }
    }

    public static Budget unlimited() {
        return new Budget(Double.POSITIVE_INFINITY, 1, USUAL_OVERHEAD_SECONDS);
    }

    public boolean limited() {
        return Double.isFinite(seconds);
    }

    /** What a clip takes of the expert's time, in seconds. */
    public double cost(Clip clip) {
        return clip.seconds() / speed + overheadSeconds;
    }
}
