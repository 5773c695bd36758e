package whetstone.app.label;

import java.util.Optional;
import whetstone.labelling.trial.Trial;
import whetstone.labelling.trial.TrialDriver;
import whetstone.model.Picture;
import whetstone.model.environment.Environment;

/**
 * A trial that was computed, ready to be looked at.
 *
 * @param mark what it said of its tick
 * @param environment the trial's own; each of its moments is seen by going back to it, one at a time
 */
record Tried(TrialMark mark, Environment environment, Trial.Result result) {
    double ticksPerSecond() {
        return environment.spec().ticksPerSecond();
    }

    /** Moments, at least one. */
    int length() {
        return result.moments().size();
    }

    TrialDriver by(int moment) {
        return result.moments().get(moment).by();
    }

    Optional<String> policy() {
        return mark.policy();
    }

    /** What the front camera saw at a moment; takes as long as drawing it. Not on the FX thread. */
    Picture picture(int moment) {
        return environment.restore(result.moments().get(moment).state()).picture(environment.spec().frontCamera().name());
    }
}
