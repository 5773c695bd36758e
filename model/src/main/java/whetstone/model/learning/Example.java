package whetstone.model.learning;

import whetstone.model.Action;
import whetstone.model.Observation;

/** One thing to learn: what was seen, what the expert wanted, and how much it counts (1 is ordinary, above 0). */
public record Example(Observation seen, Action wanted, float weight) {
    public Example {
        if (!(weight > 0) || !Float.isFinite(weight)) {
            throw new IllegalArgumentException("an example's weight is " + weight + ", not above zero");
        }
    }
}
