package whetstone.app.calibration;

import java.util.List;
import whetstone.labelling.calibration.LagEstimate;
import whetstone.labelling.calibration.PursuitPlan;
import whetstone.labelling.calibration.PursuitRun;

/** How a calibration stands. */
sealed interface Standing {
    /** Nothing was begun, or it was cancelled. */
    record Ready() implements Standing {}

    /** @param time seconds since the plan's begin */
    record Following(PursuitPlan plan, double time) implements Standing {
        /** Whole seconds until the mark begins to move, 0 while it moves. */
        int countdown() {
            return (int) Math.max(0, Math.ceil(plan.stretchAt(time).begin() - time));
        }
    }

    /** The mark has come to rest; lag and gain are being reckoned. */
    record Reckoning() implements Standing {}

    /** One outcome for each speed, in the plan's order. */
    record Done(PursuitRun run, List<Outcome> outcomes) implements Standing {
        public Done {
            outcomes = List.copyOf(outcomes);
        }

        static Done of(PursuitRun run) {
            return new Done(run, run.plan().stretches().stream().map(stretch -> new Outcome(stretch, run.estimate(stretch))).toList());
        }
    }

    /** What one stretch of the plan said. */
    record Outcome(PursuitPlan.Stretch stretch, LagEstimate estimate) {}
}
