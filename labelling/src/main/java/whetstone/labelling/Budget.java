package whetstone.labelling;

import java.util.List;

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

    private static final int FEWEST_STROKES = 10;
    private static final double LEAST_OVERHEAD_SECONDS = 1;
    private static final double MOST_OVERHEAD_SECONDS = 60;

    public Budget {
        if (!(seconds >= 0) || !(speed > 0) || !(overheadSeconds >= 0)) {
            throw new IllegalArgumentException("nobody can label for " + seconds + " s at " + speed + " times real time");
        }
    }

    public static Budget unlimited() {
        return new Budget(Double.POSITIVE_INFINITY, 1, USUAL_OVERHEAD_SECONDS);
    }

    /**
     * What a clip took of an expert's time beside the playing of what was labelled, in seconds: by the work log, or the usual where he has
     * given fewer than 10 strokes.
     *
     * @param log any order, of any expert
     */
    public static double overheadSeconds(List<Sitting> log, String expert) {
        List<Sitting> own = log.stream().filter(sitting -> sitting.expert().equals(expert)).toList();
        int strokes = own.stream().mapToInt(Sitting::strokes).sum();
        double others = own.stream().mapToDouble(sitting -> sitting.secondsAtScreen() - secondsLabelling(sitting)).sum();
        return strokes < FEWEST_STROKES ? USUAL_OVERHEAD_SECONDS
                : Math.clamp(others / strokes, LEAST_OVERHEAD_SECONDS, MOST_OVERHEAD_SECONDS);
    }

    /** Of his own time, at the speed that he played at on average. */
    private static double secondsLabelling(Sitting sitting) {
        double own = sitting.secondsAtSpeed().values().stream().mapToDouble(Double::doubleValue).sum();
        double played = sitting.secondsAtSpeed().entrySet().stream().mapToDouble(at -> at.getKey() * at.getValue()).sum();
        return played > 0 ? sitting.labelledSeconds() * own / played : 0;
    }

    public boolean limited() {
        return Double.isFinite(seconds);
    }

    /** What a clip takes of the expert's time, in seconds. */
    public double cost(Clip clip) {
        return clip.seconds() / speed + overheadSeconds;
    }
}
