package whetstone.app.data.worklog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import whetstone.app.plot.Series;
import whetstone.labelling.Sitting;

/** Labelled seconds per minute at the screen, sitting by sitting, a curve for each expert. */
record SittingSeries(List<Sitting> sittings) {
    /** What is shorter says little of a rate. */
    private static final double LEAST_SECONDS = 30;
    private static final List<String> STYLES = List.of("plot-expert", "plot-accent", "plot-neutral");

    static SittingSeries of(List<Sitting> sittings) {
        return new SittingSeries(List.copyOf(sittings));
    }

    /** Empty where the sitting was too short to tell. */
    static OptionalDouble perMinute(Sitting sitting) {
        return sitting.secondsAtScreen() < LEAST_SECONDS ? OptionalDouble.empty()
                : OptionalDouble.of(60 * sitting.labelledSeconds() / sitting.secondsAtScreen());
    }

    double secondsAtScreen() {
        return sittings.stream().mapToDouble(Sitting::secondsAtScreen).sum();
    }

    double labelledSeconds() {
        return sittings.stream().mapToDouble(Sitting::labelledSeconds).sum();
    }

    /** Of all sittings together; 0 before the first. */
    double perMinute() {
        return secondsAtScreen() == 0 ? 0 : 60 * labelledSeconds() / secondsAtScreen();
    }

    double best() {
        return sittings.stream().map(SittingSeries::perMinute).flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    }

    /** In the order in which the experts came; along the axis each sitting has its number in the file. */
    List<Series> curves() {
        Map<String, List<Series.Point>> byExpert = new LinkedHashMap<>();
        for (int i = 0; i < sittings.size(); i++) {
            double number = i + 1;
            Sitting sitting = sittings.get(i);
            perMinute(sitting).ifPresent(rate ->
                    byExpert.computeIfAbsent(sitting.expert(), _ -> new ArrayList<>()).add(new Series.Point(number, rate)));
        }
        List<Series> curves = new ArrayList<>();
        byExpert.forEach((expert, points) -> curves.add(new Series(expert, STYLES.get(curves.size() % STYLES.size()), points, true)));
        return curves;
    }
}
