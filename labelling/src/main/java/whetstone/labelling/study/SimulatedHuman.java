package whetstone.labelling.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.replay.Ticker;

/**
 * A human with a wheel, simulated: {@code given(t) = saturated(gain * lowpass(wanted(t - lag)) + noise)}, after the human reaction and
 * magnitude studies named at {@link HumanParameters}. All of it runs in the human's own time, by the ticker: what is shown slower is
 * answered as late by the watch, and so less late in the recording. Results with it are to be called simulated. Polling thread only.
 */
public final class SimulatedHuman implements Stick {
    private static final long STEP_NANOS = 4_000_000;
    private static final double STEP_SECONDS = STEP_NANOS * 1e-9;
    /** A wheel of ten bits. */
    private static final double LEVELS = 512;

    private final HumanParameters parameters;
    private final DoubleSupplier wanted;
    private final Ticker ticker;
    private final Random random;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private final String name;
    private long now;
    private double jitter;
    private double noise;
    private double arm;
    private double armSpeed;

    private record Seen(long nanos, double wanted) {}

    /**
     * @param wanted the steering that is right for what is shown at this moment, in [-1, 1]; asked for at every poll
     * @param ticker of the human's own time
     */
    public SimulatedHuman(String name, HumanParameters parameters, DoubleSupplier wanted, Ticker ticker, long seed) {
        this.name = name;
        this.parameters = parameters;
        this.wanted = wanted;
        this.ticker = ticker;
        this.random = new Random(seed);
        this.now = ticker.nanos();
        this.noise = parameters.noise() * random.nextGaussian();
        this.jitter = parameters.jitterSeconds() * random.nextGaussian();
        double first = wanted.getAsDouble();
        seen.add(new Seen(now, first));
        this.arm = parameters.gain() * first;
    }

    @Override
    public StickDescription description() {
        return new StickDescription(name, StickDescription.Kind.STICK, List.of("wheel"), List.of());
    }

    /** Moves the arm up to this moment, in steps of 4 ms, a sample each. */
    @Override
    public Reading poll() {
        long until = ticker.nanos();
        seen.add(new Seen(until, wanted.getAsDouble()));
        List<StickSample> samples = new ArrayList<>();
        while (now + STEP_NANOS <= until) {
            now += STEP_NANOS;
            move();
            float given = (float) (Math.rint(Math.clamp(arm + noise, -1, 1) * LEVELS) / LEVELS);
            samples.add(new StickSample(now, new float[] {given}, 0));
        }
        return new Reading.Samples(samples);
    }

    private void move() {
        jitter = wandered(jitter, parameters.jitterSeconds(), HumanParameters.JITTER_CORRELATION_SECONDS);
        noise = wandered(noise, parameters.noise(), HumanParameters.NOISE_CORRELATION_SECONDS);
        double aim = parameters.gain() * seenAt(now - Math.round(Math.max(0, parameters.lagSeconds() + jitter) * 1e9));
        double omega = 2 * Math.PI * parameters.cutoffHertz();
        double acceleration = omega * omega * (aim - arm) - 2 * HumanParameters.DAMPING * omega * armSpeed;
        armSpeed += acceleration * STEP_SECONDS;
        arm += armSpeed * STEP_SECONDS;
    }

    /** A first-order process that keeps its standard deviation. */
    private double wandered(double value, double deviation, double correlationSeconds) {
        double kept = Math.exp(-STEP_SECONDS / correlationSeconds);
        return kept * value + deviation * Math.sqrt(1 - kept * kept) * random.nextGaussian();
    }

    /** What was wanted then, between two polls by a straight line; forgets what no lag reaches back to. */
    private double seenAt(long nanos) {
        Seen before = seen.getFirst();
        for (Seen after : seen) {
            if (after.nanos >= nanos) {
                double share = after.nanos == before.nanos ? 1 : (double) (nanos - before.nanos) / (after.nanos - before.nanos);
                double value = nanos <= before.nanos ? before.wanted : before.wanted + share * (after.wanted - before.wanted);
                forget(nanos - 1_000_000_000L);
                return value;
            }
            before = after;
        }
        return before.wanted;
    }

    private void forget(long nanos) {
        while (seen.size() > 2 && seen.getFirst().nanos < nanos) {
            seen.removeFirst();
        }
    }
}
