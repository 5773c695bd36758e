package whetstone.labelling.calibration;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.study.HumanParameters;
import whetstone.labelling.study.SimulatedHuman;

/** A whole plan followed, by a simulated human or by a hand that the test writes down. */
final class PursuedSession {
    private static final long POLL_NANOS = 8_000_000;

    private PursuedSession() {}

    static PursuitRun followed(PursuitPlan plan, HumanParameters human, long seed) {
        long[] now = {0};
        SimulatedHuman hand = new SimulatedHuman("wheel", human, () -> plan.markAt(now[0] * 1e-9), () -> now[0], seed);
        PursuitRecorder recorder = new PursuitRecorder();
        while (now[0] < plan.seconds() * 1e9) {
            now[0] += POLL_NANOS;
            if (hand.poll() instanceof Stick.Reading.Samples(List<StickSample> samples)) {
                samples.forEach(sample -> recorder.sample(sample.nanos(), new float[] {sample.axis(0)}));
            }
        }
        return new PursuitRun(plan, 0, recorder.samples());
    }

    /** @param steer the hand at a time of the plan, noted every 8 ms */
    static PursuitRun written(PursuitPlan plan, DoubleUnaryOperator steer) {
        long[] nanos = LongStream.iterate(0, time -> time <= plan.seconds() * 1e9, time -> time + POLL_NANOS).toArray();
        float[] values = new float[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            values[i] = (float) Math.clamp(steer.applyAsDouble(nanos[i] * 1e-9), -1, 1);
        }
        return new PursuitRun(plan, 0, new StrokeSamples(1, nanos, values));
    }
}
