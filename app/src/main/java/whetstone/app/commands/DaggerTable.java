package whetstone.app.commands;

import java.util.Locale;

/** A report as text for the terminal. */
final class DaggerTable {
    private static final String ROW = "%5s %8s   %-22s %-22s %-20s %9s%n";

    private DaggerTable() {}

    static String of(DaggerReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "Falls per lap on unseen tracks %s of %s (%s), %s policy, %d seeds,%n"
                        + "interquartile mean over seeds [95 %% interval], %d laps for each number%n%n",
                report.unseenTracks(), report.environment(), report.place(), report.policy(), report.seeds(),
                report.rounds().getFirst().dagger().laps()));
        text.append(String.format(Locale.ROOT, ROW, "round", "labels", "DAgger", "cloning", "expert", "s/round"));
        for (DaggerReport.Round round : report.rounds()) {
            text.append(String.format(Locale.ROOT, ROW, round.round(), round.labels(), cell(round.dagger()), cell(round.cloning()),
                    cell(round.expert()), String.format(Locale.ROOT, "%.2f", round.secondsPerRound().dagger())));
        }
        DaggerReport.Round last = report.rounds().getLast();
        text.append(String.format(Locale.ROOT, "%nAll falls over all laps after the last round: unseen tracks DAgger %.3f, cloning %.3f; "
                        + "training tracks DAgger %.3f, cloning %.3f%n%.0f s in all, at most %d MB of memory%n",
                last.dagger().mean(), last.cloning().mean(), last.training().dagger().mean(), last.training().cloning().mean(),
                report.seconds(), report.peakMemoryMegabytes()));
        return text.toString();
    }

    private static String cell(DaggerReport.Measured measured) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", measured.fallsPerLap(), measured.low(), measured.high());
    }
}
