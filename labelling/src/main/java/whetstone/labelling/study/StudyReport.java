package whetstone.labelling.study;

import java.util.List;
import whetstone.model.environment.SkywayTracks;

/**
 * A study's outcome as {@code study.json} holds it. Every number is of simulated humans. Intervals are of 95 %, by bootstrap over experts.
 *
 * @param nature what these numbers are, and are not
 * @param parameters of the simulated human, each with its source
 * @param assumptions that the numbers rest on
 * @param seconds that the study took
 */
public record StudyReport(String nature, String environment, String difficulty, double ticksPerSecond, int experts, long seed, int rounds,
                          int stepsPerRound, int lapsPerTrack, List<String> trainingTracks, List<String> unseenTracks,
                          List<HumanParameters.Sourced> parameters, List<Human> humans, List<String> assumptions, LagError lag,
                          LabelError labels, Driving driving, Queue queue, double seconds) {
    private static final String NATURE = "SIMULATED: every expert here is a program that stands in for a human. No human took part.";

    /** One simulated expert. @param delaySeconds reaction and arm together */
    public record Human(int number, double lagSeconds, double delaySeconds, double gainWithoutFeedback, double gainWithFeedback) {}

    /**
     * How far the estimated lag is off the human's true delay, in seconds of the human's own time.
     *
     * @param estimates number of them
     * @param refused number of stretches that the estimator refused
     */
    public record LagError(double calibrationSeconds, double goal, boolean goalMet, int estimates, int refused, Estimate median,
                           Estimate percentile95, List<LagCondition> conditions) {}

    public record LagCondition(String condition, Estimate median, Estimate percentile95) {}

    /**
     * Root mean square error of the steering labels against the true expert, mean over experts.
     *
     * @param reduction from raw live labels to repaired slow ones with feedback, as a share
     * @param published the best published reduction
     */
    public record LabelError(List<LabelCondition> conditions, Estimate reduction, double goal, boolean goalMet, double published) {}

    /** @param labelsPerMinute of human time, with opening clips, without the minute of calibration */
    public record LabelCondition(String condition, double speed, boolean feedback, Estimate raw, Estimate repaired,
                                 Estimate labelsPerMinute, int labelsPerExpert) {}

    /**
     * The policy of the last round on unseen tracks.
     *
     * @param repairedShare autonomy from repaired slow labels, as a share of that from perfect ones
     * @param rawShare the same of raw live labels
     */
    public record Driving(String autonomy, List<Arm> arms, Estimate repairedShare, double repairedGoal, boolean repairedGoalMet,
                          Estimate rawShare, double rawGoal, boolean rawGoalMet) {}

    /** @param minutes of human time that the labels took, with the calibration; 0 for the perfect ones */
    public record Arm(String labels, Estimate autonomy, Estimate fallsPerLap, int labelCount, Estimate minutes) {}

    /** Falls per lap on unseen tracks. @param difference ranked less random; below 0 the queue helps */
    public record Queue(double minutes, Estimate before, Estimate ranked, Estimate random, Estimate difference, Estimate labelsRanked,
                        Estimate labelsRandom) {}

    static StudyReport of(StudyPlan plan, List<Study.ExpertResult> experts, double seconds) {
        StudyStatistics statistics = new StudyStatistics(plan, experts);
        return new StudyReport(NATURE, "skyway", plan.difficulty().name(), plan.ticksPerSecond(), plan.experts(), plan.seed(), plan.rounds(),
                plan.stepsPerRound(), plan.laps(), SkywayTracks.training(), SkywayTracks.heldOut(), HumanParameters.sourced(),
                experts.stream().map(StudyReport::human).toList(), StudyStatistics.assumptions(), statistics.lag(), statistics.labels(),
                statistics.driving(), statistics.queue(), seconds);
    }

    private static Human human(Study.ExpertResult result) {
        HumanParameters open = result.expert().parameters(false);
        return new Human(result.expert().number(), open.lagSeconds(), open.delaySeconds(), open.gain(),
                result.expert().parameters(true).gain());
    }
}
