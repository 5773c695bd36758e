package whetstone.app.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.study.HumanParameters;
import whetstone.labelling.study.SimulatedHuman;

/** A simulated human who owns the clock: each poll of the stick lets 64 ms of his time pass, once he is let go. */
final class PacedHuman implements Stick, Ticker {
    private static final long STEP_NANOS = 8_000_000;
    private static final int STEPS_PER_POLL = 8;

    private final SimulatedHuman human;
    private volatile long now;
    private volatile boolean going;

    /** @param wanted the right steering at a time in seconds */
    PacedHuman(HumanParameters parameters, DoubleUnaryOperator wanted) {
        this.human = new SimulatedHuman("Paced wheel", parameters, () -> wanted.applyAsDouble(now * 1e-9), this, 4);
    }

    void go() {
        going = true;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public StickDescription description() {
        return human.description();
    }

    @Override
    public Reading poll() {
        List<StickSample> samples = new ArrayList<>();
        for (int i = 0; going && i < STEPS_PER_POLL; i++) {
            now += STEP_NANOS;
            if (human.poll() instanceof Reading.Samples(List<StickSample> given)) {
                samples.addAll(given);
            }
        }
        return new Reading.Samples(samples);
    }
}
