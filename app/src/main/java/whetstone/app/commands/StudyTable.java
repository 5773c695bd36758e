package whetstone.app.commands;

import java.util.Locale;
import whetstone.labelling.study.Estimate;
import whetstone.labelling.study.StudyReport;

/** A study's report as text for the terminal. */
final class StudyTable {
    private final StudyReport report;
    private final StringBuilder text = new StringBuilder();

    private StudyTable(StudyReport report) {
        this.report = report;
    }

    static String of(StudyReport report) {
        StudyTable table = new StudyTable(report);
        table.head();
        table.lag();
        table.labels();
        table.driving();
        table.queue();
        return table.text.toString();
    }

    private void head() {
        line("%s", report.nature());
        line("%d simulated experts from seed %d, %s (%s), %.0f frames a second; mean over experts [95 %% interval]", report.experts(),
                report.seed(), report.environment(), report.difficulty(), report.ticksPerSecond());
        line("");
        line("The simulated human");
        report.parameters().forEach(parameter -> line("  %-22s %-46s %s", parameter.name(), parameter.distribution(), parameter.source()));
        line("Assumptions");
        report.assumptions().forEach(assumption -> line("  %s", assumption));
    }

    private void lag() {
        StudyReport.LagError lag = report.lag();
        line("");
        line("Error of the measured lag, simulated, ms (%d estimates, %d refused, %.0f s of calibration)", lag.estimates(), lag.refused(),
                lag.calibrationSeconds());
        line("  %-22s %-20s %s", "", "median", "95th percentile");
        lag.conditions().forEach(at -> line("  %-22s %-20s %s", at.condition(), milliseconds(at.median()), milliseconds(at.percentile95())));
        line("  %-22s %-20s %-20s goal at most %.0f: %s", "all", milliseconds(lag.median()), milliseconds(lag.percentile95()),
                1000 * lag.goal(), met(lag.goalMet()));
    }

    private void labels() {
        StudyReport.LabelError labels = report.labels();
        line("");
        line("Error of the labels against the true expert, simulated (root mean square of steering in [-1, 1])");
        line("  %-22s %-24s %-24s %s", "", "raw", "repaired", "labels a minute of human time");
        labels.conditions().forEach(at -> line("  %-22s %-24s %-24s %.0f", at.condition(), cell(at.raw()), cell(at.repaired()),
                at.labelsPerMinute().value()));
        line("  From raw live to 1/4 + feedback + repaired: %s lower; goal at least %.0f %%: %s; best published repair %.0f %%",
                percent(labels.reduction()), 100 * labels.goal(), met(labels.goalMet()), 100 * labels.published());
    }

    private void driving() {
        StudyReport.Driving driving = report.driving();
        line("");
        line("Driving after %d rounds of %d labels on unseen tracks %s, simulated", report.rounds(), report.stepsPerRound(),
                report.unseenTracks());
        line("  %-26s %-24s %-26s %s", "labels", "autonomy, %", "falls per lap", "human minutes");
        driving.arms().forEach(arm -> line("  %-26s %-24s %-26s %.1f", arm.labels(), percent(arm.autonomy()), cell(arm.fallsPerLap()),
                arm.minutes().value()));
        line("  Autonomy: %s", driving.autonomy());
        line("  Repaired slow labels reach %s of perfect labels' autonomy, goal at least %.0f %%: %s", percent(driving.repairedShare()),
                100 * driving.repairedGoal(), met(driving.repairedGoalMet()));
        line("  Raw live labels reach %s, expected at most %.0f %%: %s", percent(driving.rawShare()), 100 * driving.rawGoal(),
                met(driving.rawGoalMet()));
    }

    private void queue() {
        StudyReport.Queue queue = report.queue();
        line("");
        line("Falls per lap on unseen tracks after %.1f human minutes of labelling clips, simulated", queue.minutes());
        line("  before          %s", cell(queue.before()));
        line("  ranked queue    %-26s %.0f labels", cell(queue.ranked()), queue.labelsRanked().value());
        line("  random clips    %-26s %.0f labels", cell(queue.random()), queue.labelsRandom().value());
        line("  difference      %s (below 0 the queue helps)", cell(queue.difference()));
        line("");
        line("%.0f s in all", report.seconds());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String met(boolean met) {
        return met ? "met" : "NOT met";
    }

    private static String cell(Estimate estimate) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", estimate.value(), estimate.low(), estimate.high());
    }

    private static String percent(Estimate estimate) {
        return String.format(Locale.ROOT, "%.1f %% [%.1f, %.1f]", 100 * estimate.value(), 100 * estimate.low(), 100 * estimate.high());
    }

    private static String milliseconds(Estimate estimate) {
        return String.format(Locale.ROOT, "%.1f [%.1f, %.1f]", 1000 * estimate.value(), 1000 * estimate.low(), 1000 * estimate.high());
    }
}
