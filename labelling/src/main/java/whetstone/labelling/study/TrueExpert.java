package whetstone.labelling.study;

import whetstone.model.Rollout;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.expert.PursuitExpert;

/** What the pursuit expert would have steered at every recorded state of a rollout on Skyway: the truth that no label reaches by itself. */
public final class TrueExpert {
    private TrueExpert() {}

    /** @return by tick, in [-1, 1]. @throws java.util.NoSuchElementException if the recording holds no states */
    public static double[] steering(Rollout rollout) {
        Skyway skyway = new Skyway(SkywaySettings.of(rollout.info().environment()));
        PursuitExpert expert = new PursuitExpert(skyway);
        double[] steering = new double[rollout.length()];
        for (int tick = 0; tick < steering.length; tick++) {
            skyway.restore(rollout.withoutPictures(tick).state().orElseThrow());
            steering[tick] = expert.advise().steer();
        }
        return steering;
    }
}
