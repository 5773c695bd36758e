package whetstone.app.train;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import whetstone.app.Words;
import whetstone.labelling.Ablation;
import whetstone.labelling.Round;

/**
 * A line of what rounds bought: a round, or below it the same round without some of its labels.
 *
 * @param round that the line belongs to
 * @param ablation whether it is one without some labels
 */
record BoughtRow(Round round, boolean ablation, String what, int labels, String disagreement, String falls) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    /** Newest round first, each with its ablations below it. */
    static List<BoughtRow> of(List<Round> rounds, Words words) {
        Map<OptionalLong, Round> byPolicy = rounds.stream().filter(round -> round.newPolicy().isPresent())
                .collect(Collectors.toMap(Round::newPolicy, Function.identity(), (_, last) -> last));
        List<BoughtRow> rows = new ArrayList<>();
        for (Round round : rounds.reversed()) {
            Optional<Round> before = Optional.ofNullable(byPolicy.get(round.parentPolicy()));
            rows.add(new BoughtRow(round, false, words.get("bought.round", round.number()), round.labels(), disagreement(round, words),
                    change(before.map(Round::fallsPerLap), round.fallsPerLap(), words)));
            for (Ablation ablation : round.ablations()) {
                rows.add(new BoughtRow(round, true, words.get("bought.without", name(ablation.without(), words)), ablation.labels(),
                        ablation.disagreement().isPresent() ? number(ablation.disagreement()) : words.get("bought.unknown"),
                        falls(ablation.fallsPerLap(), words)));
            }
        }
        return rows;
    }

    static String name(Ablation.Without without, Words words) {
        return switch (without) {
            case Ablation.Without.Expert(String expert) -> expert;
            case Ablation.Without.Sitting(long id) -> words.get("bought.sitting", id);
            case Ablation.Without.Round(int number) -> words.get("bought.labelsOfRound", number);
        };
    }

    /** A sitting as a person remembers it. */
    static String name(whetstone.labelling.Sitting sitting, ZoneId zone, Words words) {
        return words.get("bought.sitting.of", sitting.id(), sitting.expert(), DAY.format(sitting.from().atZone(zone)));
    }

    private static String disagreement(Round round, Words words) {
        Round.Disagreement measured = round.disagreement();
        if (measured.frames() == 0) {
            return words.get("bought.unknown");
        }
        String after = number(OptionalDouble.of(measured.after()));
        return Double.isNaN(measured.before()) ? after
                : words.get("bought.change", number(OptionalDouble.of(measured.before())), after);
    }

    private static String change(Optional<Round.Measured> before, Round.Measured after, Words words) {
        return before.filter(known -> known.laps() > 0 && after.laps() > 0)
                .map(known -> words.get("bought.change", String.format(Locale.ROOT, "%.2f", known.mean()), falls(after, words)))
                .orElseGet(() -> falls(after, words));
    }

    private static String falls(Round.Measured measured, Words words) {
        return measured.laps() == 0 ? words.get("bought.unknown")
                : String.format(Locale.ROOT, "%.2f  (%.2f – %.2f)", measured.mean(), measured.low(), measured.high());
    }

    private static String number(OptionalDouble value) {
        return String.format(Locale.ROOT, "%.3f", value.orElseThrow());
    }
}
