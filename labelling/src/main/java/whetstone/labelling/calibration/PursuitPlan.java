package whetstone.labelling.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Following the mark at one or more speeds of playback, half a minute for each: a stretch per speed, and before it a rest in which the mark
 * waits where it will begin and the expert can go there. Slower speeds get more of the time, as their course says less in a second.
 * Times are seconds of the expert's own time from the plan's begin. Immutable and pure; any thread.
 */
public final class PursuitPlan {
    /** On average: full speed and a quarter take 60 s in all (METHODS' goal: at most 33 ms of error from at most 60 s). */
    private static final double SECONDS_PER_SPEED = 30;
    public static final double REST_SECONDS = 3;
    /** Divides 60 s into 22 s at full speed and 38 s at a quarter: equal errors there, tried with simulated hands. */
    private static final double FAVOUR_OF_THE_SLOW = 0.4;

    private final List<Stretch> stretches;

    /**
     * One speed's part of the plan.
     *
     * @param begin when the mark begins to move
     */
    public record Stretch(PursuitTarget target, double begin) {
        public double end() {
            return begin + target.seconds();
        }
    }

    /** @param speeds of playback, times real time, in the order in which they come; one to four of them, each once */
    public PursuitPlan(long seed, List<Double> speeds) {
        if (speeds.isEmpty() || speeds.size() > 4 || speeds.stream().distinct().count() < speeds.size()) {
            throw new IllegalArgumentException("a pursuit at the speeds " + speeds + " is not possible: give one to four different ones");
        }
        Random seeds = new Random(seed);
        double measured = SECONDS_PER_SPEED * speeds.size();
        double shares = speeds.stream().mapToDouble(PursuitPlan::share).sum();
        List<Stretch> made = new ArrayList<>();
        double time = 0;
        for (double speed : speeds) {
            Stretch stretch = new Stretch(new PursuitTarget(seeds.nextLong(), measured * share(speed) / shares, speed),
                    time + REST_SECONDS);
            made.add(stretch);
            time = stretch.end();
        }
        this.stretches = List.copyOf(made);
    }

    private static double share(double speed) {
        return Math.pow(speed, -FAVOUR_OF_THE_SLOW);
    }

    public List<Stretch> stretches() {
        return stretches;
    }

    /** In which the mark moves: what is measured. */
    public double measuredSeconds() {
        return stretches.stream().mapToDouble(stretch -> stretch.target().seconds()).sum();
    }

    /** From the first rest to the last jump. */
    public double seconds() {
        return stretches.getLast().end();
    }

    /** The stretch that a time belongs to, with the rest before it; behind the end, the last one. */
    public Stretch stretchAt(double time) {
        return stretches.stream().filter(stretch -> time < stretch.end()).findFirst().orElse(stretches.getLast());
    }

    /** Where the mark is, in [-1, 1]. */
    public double markAt(double time) {
        Stretch stretch = stretchAt(time);
        return stretch.target().at(time - stretch.begin());
    }
}
