package whetstone.model.evaluation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import whetstone.model.Action;
import whetstone.model.Event;
import whetstone.model.Step;
import whetstone.model.driving.Course;
import whetstone.model.driving.Drive;
import whetstone.model.driving.Driver;

/**
 * Counts falls over laps. Every lap is an episode of its own, begun where its seed says: a deterministic policy that drives on
 * would soon repeat the same lap. Stops early, with what was counted, when cancelled.
 */
public final class LapTrial {
    /** Ten minutes at five decisions per second: a lap that takes longer is given up and counted. */
    private static final int LONGEST_LAP = 3_000;

    private final BooleanSupplier cancelled;

    public LapTrial(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * @param driver made anew for each lap
     * @param firstSeed of the first lap's reset; the next lap takes the next
     */
    public LapTally drive(Course course, Function<Course, Driver> driver, int laps, long firstSeed) {
        LapTally tally = LapTally.NONE;
        for (int lap = 0; lap < laps && !cancelled.getAsBoolean(); lap++) {
            tally = tally.plus(lap(new Drive(course.environment(), driver.apply(course), firstSeed + lap, false)));
        }
        return tally;
    }

    private LapTally lap(Drive drive) {
        int falls = 0;
        int ticks = 0;
        double disagreement = 0;
        boolean done = false;
        while (!done && !drive.over() && ticks < LONGEST_LAP) {
            Step step = drive.tick();
            ticks++;
            falls += step.events().contains(Event.FALL) ? 1 : 0;
            done = step.events().contains(Event.LAP);
            disagreement += disagreement(step);
        }
        return new LapTally(falls, 1, ticks, disagreement,
                drive.rewards().isPresent() ? List.of(drive.rewards().getAsDouble()) : List.of());
    }

    private static double disagreement(Step step) {
        if (step.learnerAction().isEmpty() || step.expertAction().isEmpty()) {
            return 0;
        }
        Action learner = step.learnerAction().get();
        Action expert = step.expertAction().get();
        double sum = 0;
        for (int i = 0; i < learner.size(); i++) {
            double difference = learner.get(i) - expert.get(i);
            sum += difference * difference;
        }
        return sum / learner.size();
    }
}
