package whetstone.labelling;

import java.util.List;
import java.util.function.ToDoubleFunction;
import whetstone.model.Observation;
import whetstone.model.policy.InputTransform;

/**
 * How unsure the labels so far leave one of how to steer: the spread of {@link LabelEnsemble} against what it leaves open even where it is
 * labelled. 0 is no more than the median there, 1 four times that. Immutable.
 */
public final class Doubt {
    private final LabelEnsemble ensemble;
    private final double usual;

    Doubt(LabelEnsemble ensemble, List<float[]> labelled) {
        this.ensemble = ensemble;
        double[] spreads = ensemble.knows() ? labelled.stream().mapToDouble(ensemble::spread).sorted().toArray() : new double[] {1};
        this.usual = Math.max(1e-3, spreads[spreads.length / 2]);
    }

    /** Whether there are labels enough to say anything; where there are not, there is no doubt to be had. */
    boolean knows() {
        return ensemble.knows();
    }

    /** Standard deviation of the ensemble's steering; 0 where nothing is known. */
    double spread(float[] look) {
        return ensemble.knows() ? ensemble.spread(look) : 0;
    }

    /** In [0, 1]. @param spread of a look */
    double of(double spread) {
        return Math.clamp((spread / usual - 1) / 3, 0, 1);
    }

    /** The doubt at what a camera sees, in [0, 1]. What is given belongs to one thread. */
    public ToDoubleFunction<Observation> through(String camera) {
        InputTransform small = RolloutLooks.small(camera);
        return seen -> of(spread(small.apply(seen)));
    }
}
