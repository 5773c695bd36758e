package whetstone.app.commands;

import java.util.Locale;
import whetstone.model.world.World;

/** A report as text for the terminal. */
final class DaggerTable {
    private static final String ROW = "%5s %8s   %-22s %-22s %-20s %9s%n";

    private DaggerTable() {}

    static String of(DaggerReport report) {
        StringBuilder text = new StringBuilder();
        text.append(title(report));
        text.append(String.format(Locale.ROOT, ROW, "round", "labels", "DAgger", "cloning", "expert", "s/round"));
        int places = report.measure() == World.Measure.FALLS_PER_LAP ? 3 : 1;
        for (DaggerReport.Round round : report.rounds()) {
            DaggerReport.Headline shown = round.headline(report.measure());
            text.append(String.format(Locale.ROOT, ROW, round.round(), round.labels(), cell(shown.dagger(), places), cell(shown.cloning(), places),
                    cell(shown.expert(), places), String.format(Locale.ROOT, "%.2f", round.secondsPerRound().dagger())));
        }
        DaggerReport.Round last = report.rounds().getLast();
        for (DaggerReport.Returns returns : last.returns()) {
            text.append(String.format(Locale.ROOT, "%nOf the expert's return after the last round: DAgger %.1f %%, cloning %.1f %%%n"
                            + "Falls per episode: DAgger %.3f, cloning %.3f, expert %.3f%n", 100 * returns.dagger().shareOfExpert(),
                    100 * returns.cloning().shareOfExpert(), last.dagger().mean(), last.cloning().mean(), last.expert().mean()));
        }
        if (report.measure() == World.Measure.FALLS_PER_LAP) {
            text.append(String.format(Locale.ROOT, "%nAll falls over all laps after the last round: unseen tracks DAgger %.3f, cloning %.3f; "
                            + "training tracks DAgger %.3f, cloning %.3f%n",
                    last.dagger().mean(), last.cloning().mean(), last.training().dagger().mean(), last.training().cloning().mean()));
        }
        report.remarks().forEach(remark -> text.append(remark).append(System.lineSeparator()));
        return text.append(String.format(Locale.ROOT, "%.0f s in all, at most %d MB of memory%n", report.seconds(),
                report.peakMemoryMegabytes())).toString();
    }

    private static String title(DaggerReport report) {
        int driven = report.rounds().getFirst().dagger().laps();
        return switch (report.measure()) {
            case FALLS_PER_LAP -> String.format(Locale.ROOT, "Falls per lap on %s %s of %s (%s), %s policy, %d seeds,%n"
                            + "interquartile mean over seeds [95 %% interval], %d laps for each number%n%n",
                    report.where(), report.unseenTracks(), report.environment(), report.place(), report.policy(), report.seeds(), driven);
            case RETURN_PER_EPISODE -> String.format(Locale.ROOT, "Return per episode in %s (%s) from starts that were never trained on, "
                            + "%s policy, %d seeds,%nmean [95 %% interval], %d episodes for each number%n%n",
                    report.environment(), report.place(), report.policy(), report.seeds(), driven);
        };
    }

    private static String cell(DaggerReport.Point point, int places) {
        String number = "%." + places + "f";
        return String.format(Locale.ROOT, number + " [" + number + ", " + number + "]", point.value(), point.low(), point.high());
    }
}
