package whetstone.labelling.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import whetstone.labelling.Dataset;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.LagEstimate;
import whetstone.labelling.calibration.PursuitPlan;
import whetstone.labelling.calibration.PursuitRecorder;
import whetstone.labelling.calibration.PursuitRun;
import whetstone.labelling.input.SampleListener;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Replay;
import whetstone.model.ActionSpec;
import whetstone.model.Rollout;

/**
 * A simulated human at the program: follows the mark of a calibration and labels stretches of recordings, through the program's own poller,
 * stroke recorder and dataset file. What he wants to do at a frame is told to him alone, never to the program. His time is virtual; how
 * much of it passed is what labelling cost. One thread.
 */
final class SimulatedSession implements AutoCloseable {
    /** To open a clip, look at its first frame and take the stick. */
    static final double OPENING_SECONDS = 5;
    /** Of his own time, before the first frame that counts. */
    static final double RUN_UP_SECONDS = 1.5;
    /** He steers on after the last frame that counts, as his answer to it is still to come. */
    static final double RUN_OUT_SECONDS = 1;
    private static final Instant BEGUN = Instant.parse("2026-01-01T09:00:00Z");

    private final VirtualTime time = new VirtualTime();
    private final Hand hand = new Hand();
    private final StickPoller poller = new StickPoller(time.drive(), time);
    private final String expert;
    private final String device;
    private DoubleSupplier wanted = () -> 0;
    private Optional<String> fault = Optional.empty();

    SimulatedSession(HumanParameters human, String expert, long seed) {
        this.expert = expert;
        SimulatedHuman stick = new SimulatedHuman("simulated wheel", human, () -> wanted.getAsDouble(), time, seed);
        this.device = stick.description().name();
        poller.onFault(sentence -> fault = Optional.of(sentence));
        poller.listen(hand);
        poller.use(stick, StickMapping.standard(stick.description()), ActionSpec.STEER);
        time.step();
    }

    /** Of his time, since he sat down. */
    double seconds() {
        return time.seconds();
    }

    /** One speed's outcome of a calibration. */
    record Calibrated(double speed, LagEstimate estimate) {}

    /** Follows the mark once through the plan. */
    List<Calibrated> calibrate(PursuitPlan plan) {
        PursuitRecorder recorder = new PursuitRecorder();
        poller.listen(recorder);
        long begin = time.nanos();
        wanted = () -> plan.markAt((time.nanos() - begin) * 1e-9);
        pass(plan.seconds());
        poller.ignore(recorder);
        PursuitRun run = new PursuitRun(plan, begin, recorder.samples());
        List<Calibrated> outcome = new ArrayList<>();
        plan.stretches().forEach(stretch -> outcome.add(new Calibrated(stretch.target().speed(), run.estimate(stretch))));
        return outcome;
    }

    /** The row that the program would keep of what was measured. */
    Calibration calibration(double speed, LagEstimate.Measured measured) {
        return new Calibration(0, expert, device, speed, measured.lagSeconds(), measured.lagSpreadSeconds(), measured.gain(), measured.bias(),
                measured.peak(), now());
    }

    /**
     * Labels a stretch of a recording in one stroke, from a little before it.
     *
     * @param right the steering that is right at each tick
     */
    void label(Dataset dataset, long id, double[] right, TickRange range, double speed) {
        Rollout rollout = dataset.rollout(id);
        double rate = rollout.info().environment().ticksPerSecond();
        ActionSpec action = rollout.info().environment().action();
        Replay replay = new Replay(time, rollout.length(), rate);
        replay.speed(speed);
        replay.seek(range.from() - RUN_UP_SECONDS * speed * rate);
        wanted = () -> right[replay.tick()];
        pass(OPENING_SECONDS);
        StrokeRecorder stroke = StrokeRecorder.begin(dataset, new StrokeRecorder.Head(id, expert, device, now(), rate, action), replay,
                Optional.of(range), time.nanos(), hand.newest);
        hand.stroke = Optional.of(stroke);
        replay.play();
        while (replay.playback().playing() && replay.position() < range.to()) {
            time.step();
        }
        pass(RUN_OUT_SECONDS);
        hand.stroke = Optional.empty();
        stroke.finish(time.nanos()).join();
        stroke.fault().ifPresent(SimulatedSession::stop);
    }

    private void pass(double moreSeconds) {
        time.pass(moreSeconds);
        fault.ifPresent(SimulatedSession::stop);
    }

    private static void stop(String sentence) {
        throw new IllegalStateException("a simulated session ended early: " + sentence);
    }

    private Instant now() {
        return BEGUN.plusNanos(time.nanos());
    }

    @Override
    public void close() {
        poller.close();
        time.close();
    }

    /** What the Label screen does with a stick: hands its samples to the stroke that is being given. */
    private static final class Hand implements SampleListener {
        private Optional<StrokeRecorder> stroke = Optional.empty();
        private float[] newest = {0};

        @Override
        public void sample(long nanos, float[] values) {
            newest = values;
            stroke.ifPresent(given -> given.take(nanos, values));
        }

        @Override
        public void polled(long now) {
            stroke.ifPresent(given -> given.poll(now));
        }
    }
}
