package whetstone.labelling.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The mark that an expert follows with the stick while lag and gain are measured: first a smooth course that can't be foreseen (a sum of
 * sines with periods and phases by seed), then jumps at unforeseeable moments. In slow motion the course runs slower, as a recording
 * would; the jumps stay jumps. Times are seconds of the expert's own time from the task's begin; values are steering in [-1, 1].
 * Immutable and pure; any thread.
 */
public final class PursuitTarget {
    /** Cycles in a second of the recording: what steering on a road consists of. */
    private static final double SLOWEST = 0.12;
    private static final double FASTEST = 0.7;
    private static final int SINES = 6;
    private static final double REACH = 0.75;
    private static final double PURSUIT_SHARE = 0.7;
    private static final double SHORTEST_HOLD = 1.25;
    private static final double LONGEST_HOLD = 1.85;
    private static final double LEAST_JUMP = 0.5;

    private final double seconds;
    private final double speed;
    private final double pace;
    private final double[] cycles = new double[SINES];
    private final double[] phases = new double[SINES];
    private final double scale;
    private final List<Jump> jumps;

    /** @param speed of playback, times real time, at which the expert is to be measured */
    public PursuitTarget(long seed, double seconds, double speed) {
        if (!(seconds >= 5 && seconds <= 600) || !(speed > 0 && speed <= 4)) {
            throw new IllegalArgumentException("a pursuit of " + seconds + " s at " + speed + " times real time is not possible");
        }
        this.seconds = seconds;
        this.speed = speed;
        // Steering in a slowed recording is done in finer detail: at a quarter of the speed the course runs at half.
        this.pace = Math.sqrt(speed);
        Random random = new Random(seed);
        for (int i = 0; i < SINES; i++) {
            // Evenly apart on a logarithmic scale, each moved a little, so that no two courses repeat alike.
            double place = (i + 0.2 + 0.6 * random.nextDouble()) / SINES;
            cycles[i] = SLOWEST * Math.pow(FASTEST / SLOWEST, place);
            phases[i] = 2 * Math.PI * random.nextDouble();
        }
        this.scale = REACH / largest();
        this.jumps = jumps(random);
    }

    /** A jump of the mark. */
    public record Jump(double seconds, double from, double to) {}

    public double seconds() {
        return seconds;
    }

    public double speed() {
        return speed;
    }

    /** Up to here the mark moves smoothly. */
    public double pursuitSeconds() {
        return seconds * PURSUIT_SHARE;
    }

    public List<Jump> jumps() {
        return jumps;
    }

    /** Where the mark is. Before the begin and after the end it rests. */
    public double at(double time) {
        double smooth = Math.clamp(time, 0, pursuitSeconds());
        double value = scale * course(smooth * pace);
        for (Jump jump : jumps) {
            if (time >= jump.seconds) {
                value = jump.to;
            }
        }
        return value;
    }

    private double course(double recorded) {
        double sum = 0;
        for (int i = 0; i < SINES; i++) {
            // Slower sines reach further, as on a road.
            sum += Math.sin(2 * Math.PI * cycles[i] * recorded + phases[i]) / Math.sqrt(cycles[i]);
        }
        return sum;
    }

    private double largest() {
        double largest = 0;
        for (double time = 0; time <= pursuitSeconds(); time += 0.05) {
            largest = Math.max(largest, Math.abs(course(time * pace)));
        }
        return largest;
    }

    private List<Jump> jumps(Random random) {
        List<Jump> made = new ArrayList<>();
        double from = scale * course(pursuitSeconds() * pace);
        for (double time = pursuitSeconds() + hold(random); time + SHORTEST_HOLD <= seconds; time += hold(random)) {
            double to = (from > 0 ? -1 : 1) * (LEAST_JUMP / 2 + (REACH - LEAST_JUMP / 2) * random.nextDouble());
            made.add(new Jump(time, from, to));
            from = to;
        }
        return List.copyOf(made);
    }

    private static double hold(Random random) {
        return SHORTEST_HOLD + (LONGEST_HOLD - SHORTEST_HOLD) * random.nextDouble();
    }
}
