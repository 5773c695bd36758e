package whetstone.labelling.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import whetstone.labelling.calibration.PursuitPlan;
import whetstone.model.evaluation.LapTally;

/** Puts the experts' results together. */
final class StudyStatistics {
    private static final double LAG_GOAL = 0.033;
    private static final double REDUCTION_GOAL = 0.70;
    private static final double PUBLISHED_REDUCTION = 0.63;
    private static final double REPAIRED_GOAL = 0.9;
    private static final double RAW_GOAL = 0.6;
    private static final double SECONDS_PER_INTERVENTION = 6;

    private final StudyPlan plan;
    private final List<Study.ExpertResult> experts;

    StudyStatistics(StudyPlan plan, List<Study.ExpertResult> experts) {
        this.plan = plan;
        this.experts = experts;
    }

    static List<String> assumptions() {
        return List.of(String.format(Locale.ROOT, "A clip takes %.0f s to open, look at and take the stick, %.1f s of run-up before its first "
                        + "frame and %.0f s after its last one, all of the human's own time.", SimulatedSession.OPENING_SECONDS,
                        SimulatedSession.RUN_UP_SECONDS, SimulatedSession.RUN_OUT_SECONDS),
                "The human sees each frame until the next one comes, knows what the true expert would do there, and does not look ahead.",
                "The same person labels in every condition; feedback changes its gain alone.",
                "Calibration is done once per sitting, in 60 s for both speeds, and again where it is refused.",
                "Label errors are taken over every frame of recordings of a cloned learner, its falls too; truth is the pursuit expert.");
    }

    StudyReport.LagError lag() {
        List<StudyReport.LagCondition> conditions = Condition.ALL.stream().map(condition -> new StudyReport.LagCondition(condition.words(),
                lag(0.5, of(condition)), lag(0.95, of(condition)))).toList();
        Estimate percentile95 = lag(0.95, _ -> true);
        return new StudyReport.LagError(new PursuitPlan(0, Condition.SPEEDS).measuredSeconds(), LAG_GOAL, percentile95.value() <= LAG_GOAL,
                experts.stream().mapToInt(expert -> expert.lag().errors().size()).sum(),
                experts.stream().mapToInt(expert -> expert.lag().refused()).sum(), lag(0.5, _ -> true), percentile95, conditions);
    }

    private static Predicate<SimulatedExpert.Measurements.Error> of(Condition condition) {
        return error -> error.speed() == condition.speed() && error.feedback() == condition.feedback();
    }

    private Estimate lag(double quantile, Predicate<SimulatedExpert.Measurements.Error> kept) {
        List<double[]> errors = experts.stream().map(expert -> expert.lag().errors().stream().filter(kept)
                .mapToDouble(error -> Math.abs(error.seconds())).toArray()).toList();
        return Estimate.of(errors, drawn -> quantile(quantile, drawn.stream().flatMapToDouble(Arrays::stream).sorted().toArray()));
    }

    /** The smallest value that this share of the values do not exceed; NaN without values. */
    private static double quantile(double share, double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    StudyReport.LabelError labels() {
        List<StudyReport.LabelCondition> conditions = Condition.ALL.stream().map(this::condition).toList();
        Estimate reduction = Estimate.of(experts, drawn -> 1 - total(drawn, Condition.SLOW_WITH_FEEDBACK, LabelErrorStudy.Result::repaired)
                / total(drawn, Condition.LIVE, LabelErrorStudy.Result::raw));
        return new StudyReport.LabelError(conditions, reduction, REDUCTION_GOAL, reduction.value() >= REDUCTION_GOAL, PUBLISHED_REDUCTION);
    }

    private static double total(List<Study.ExpertResult> experts, Condition condition, ToDoubleFunction<LabelErrorStudy.Result> value) {
        return experts.stream().mapToDouble(expert -> value.applyAsDouble(result(expert, condition))).sum();
    }

    private static LabelErrorStudy.Result result(Study.ExpertResult expert, Condition condition) {
        return expert.labels().stream().filter(result -> result.condition().equals(condition)).findFirst().orElseThrow();
    }

    private StudyReport.LabelCondition condition(Condition condition) {
        return new StudyReport.LabelCondition(condition.words(), condition.speed(), condition.feedback(),
                Estimate.mean(experts, expert -> result(expert, condition).raw()),
                Estimate.mean(experts, expert -> result(expert, condition).repaired()),
                Estimate.mean(experts, expert -> result(expert, condition).labelsPerMinute()), result(experts.getFirst(), condition).labels());
    }

    StudyReport.Driving driving() {
        List<StudyReport.Arm> arms = Arrays.stream(DrivingStudy.Arm.values()).map(this::arm).toList();
        Estimate repaired = share(DrivingStudy.Arm.REPAIRED_SLOW);
        Estimate raw = share(DrivingStudy.Arm.RAW_LIVE);
        return new StudyReport.Driving("1 - 6 s for each fall / seconds driven, not below 0 (DAVE-2, Bojarski et al. 2016, with falls as "
                + "interventions)", arms, repaired, REPAIRED_GOAL, repaired.value() >= REPAIRED_GOAL, raw, RAW_GOAL, raw.value() <= RAW_GOAL);
    }

    private StudyReport.Arm arm(DrivingStudy.Arm arm) {
        return new StudyReport.Arm(arm.words(), Estimate.mean(experts, expert -> autonomy(expert, arm)),
                Estimate.mean(experts, expert -> result(expert, arm).laps().fallsPerLap()), result(experts.getFirst(), arm).labels(),
                Estimate.mean(experts, expert -> result(expert, arm).minutes()));
    }

    private Estimate share(DrivingStudy.Arm arm) {
        return Estimate.of(experts, drawn -> drawn.stream().mapToDouble(expert -> autonomy(expert, arm)).sum()
                / drawn.stream().mapToDouble(expert -> autonomy(expert, DrivingStudy.Arm.PERFECT)).sum());
    }

    private double autonomy(Study.ExpertResult expert, DrivingStudy.Arm arm) {
        LapTally laps = result(expert, arm).laps();
        return Math.max(0, 1 - SECONDS_PER_INTERVENTION * laps.falls() / (laps.ticks() / plan.ticksPerSecond()));
    }

    private static DrivingStudy.Result result(Study.ExpertResult expert, DrivingStudy.Arm arm) {
        return expert.driving().stream().filter(result -> result.arm() == arm).findFirst().orElseThrow();
    }

    StudyReport.Queue queue() {
        return new StudyReport.Queue(plan.queueMinutes(),
                Estimate.mean(experts, expert -> result(expert, QueueStudy.Order.RANKED).before().fallsPerLap()),
                Estimate.mean(experts, expert -> falls(expert, QueueStudy.Order.RANKED)),
                Estimate.mean(experts, expert -> falls(expert, QueueStudy.Order.RANDOM)),
                Estimate.mean(experts, expert -> falls(expert, QueueStudy.Order.RANKED) - falls(expert, QueueStudy.Order.RANDOM)),
                Estimate.mean(experts, expert -> result(expert, QueueStudy.Order.RANKED).labels()),
                Estimate.mean(experts, expert -> result(expert, QueueStudy.Order.RANDOM).labels()));
    }

    private static double falls(Study.ExpertResult expert, QueueStudy.Order order) {
        return result(expert, order).after().fallsPerLap();
    }

    private static QueueStudy.Result result(Study.ExpertResult expert, QueueStudy.Order order) {
        return expert.queue().stream().filter(result -> result.order() == order).findFirst().orElseThrow();
    }
}
