package whetstone.model.driving;

import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.Observation;
import whetstone.model.expert.Expert;
import whetstone.model.policy.Policy;

/**
 * DAgger's mixture: at every step the expert's action is executed with probability beta and the learner's otherwise;
 * both are asked always (Ross, Gordon, Bagnell 2011, Algorithm 3.1). With beta 0 it is the learner under the expert's eyes.
 */
public final class MixtureDriver implements Driver {
    private final Policy learner;
    private final Expert expert;
    private final double beta;
    private final RandomGenerator random;

    public MixtureDriver(Policy learner, Expert expert, double beta, RandomGenerator random) {
        if (!(beta >= 0 && beta <= 1)) {
            throw new IllegalArgumentException("beta is " + beta + ", not between 0 and 1");
        }
        this.learner = learner.session();
        this.expert = expert;
        this.beta = beta;
        this.random = random;
    }

    @Override
    public Decision decide(Observation seen) {
        Action learnerAction = learner.act(seen);
        Action expertAction = expert.advise(seen);
        boolean expertDrives = random.nextDouble() < beta;
        return new Decision(expertDrives ? expertAction : learnerAction, Optional.of(learnerAction), Optional.of(expertAction),
                expertDrives ? Control.EXPERT : Control.POLICY, Set.of());
    }
}
