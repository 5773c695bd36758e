package whetstone;

import java.util.List;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.replay.Replay;
import whetstone.labelling.replay.Ticker;
import whetstone.model.Rollout;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.expert.PursuitExpert;

/**
 * A wheel in the hands of someone who knows the road: it turns to where the pursuit expert would have steered at the recorded state that
 * is shown, smoothly from tick to tick, and late by a reaction time.
 */
final class ExpertsHand implements Stick {
    private final Ticker ticker;
    private final Replay replay;
    private final double[] steering;
    private final double ticksLate;

    /** @param secondsLate reaction time, by the watch on the wall: slow motion makes it shorter in the recording */
    ExpertsHand(Rollout rollout, Replay replay, Ticker ticker, double secondsLate) {
        this.ticker = ticker;
        this.replay = replay;
        this.steering = new double[rollout.length()];
        this.ticksLate = secondsLate * replay.playback().speed() * rollout.info().environment().ticksPerSecond();
        Skyway skyway = new Skyway(SkywaySettings.of(rollout.info().environment()));
        PursuitExpert expert = new PursuitExpert(skyway);
        for (int tick = 0; tick < steering.length; tick++) {
            skyway.restore(rollout.withoutPictures(tick).state().orElseThrow());
            steering[tick] = expert.advise().steer();
        }
    }

    @Override
    public StickDescription description() {
        return new StickDescription("Virtual wheel", StickDescription.Kind.STICK, List.of("wheel"), List.of());
    }

    @Override
    public Reading poll() {
        return new Reading.Samples(List.of(new StickSample(ticker.nanos(), new float[] {(float) steering(replay.position())}, 0)));
    }

    private double steering(double position) {
        double seen = Math.max(0, position - ticksLate);
        int tick = (int) seen;
        int next = Math.min(tick + 1, steering.length - 1);
        return steering[tick] + (seen - tick) * (steering[next] - steering[tick]);
    }
}
