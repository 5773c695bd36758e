package whetstone.app.train;

import java.util.ArrayList;
import java.util.List;
import whetstone.model.learning.TrainingEvent;

/** The losses of one training run, epoch by epoch as far as they were seen; immutable. */
record LossCurve(List<TrainingEvent.EpochDone> epochs) {
    static final LossCurve EMPTY = new LossCurve(List.of());

    LossCurve {
        epochs = List.copyOf(epochs);
    }

    /** The curve with one more epoch; an epoch that is not after the last one begins a new curve. */
    LossCurve with(TrainingEvent.EpochDone epoch) {
        if (!epochs.isEmpty() && epoch.epoch() <= epochs.getLast().epoch()) {
            return new LossCurve(List.of(epoch));
        }
        List<TrainingEvent.EpochDone> longer = new ArrayList<>(epochs);
        longer.add(epoch);
        return new LossCurve(longer);
    }

    /** Trained in a single pass, as ridge regression always is: there is nothing to draw a curve of. */
    boolean onePass() {
        return epochs.size() == 1 && epochs.getFirst().epochs() == 1;
    }

    double highest() {
        return epochs.stream().flatMap(epoch -> java.util.stream.Stream.of(epoch.loss(), epoch.heldOutLoss())).filter(Double::isFinite)
                .mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
