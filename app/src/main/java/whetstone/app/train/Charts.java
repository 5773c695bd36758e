package whetstone.app.train;

import java.util.List;
import java.util.function.Function;
import whetstone.app.Words;
import whetstone.app.plot.Scale;
import whetstone.app.plot.Series;
import whetstone.labelling.Round;
import whetstone.model.learning.TrainingEvent;

/** What the two plots of the Train screen draw, computed from losses and rounds; no state. */
final class Charts {
    private final Words words;

    Charts(Words words) {
        this.words = words;
    }

    /** The training loss and the held-out loss by epoch; nothing for a single pass, which {@link #insteadOfLosses} tells in numbers. */
    List<Series> losses(LossCurve curve) {
        if (curve.onePass()) {
            return List.of();
        }
        boolean marks = curve.epochs().size() < 3;
        return List.of(
                new Series(words.get("loss.train"), "plot-neutral", points(curve, TrainingEvent.EpochDone::loss), marks),
                new Series(words.get("loss.heldOut"), "plot-accent", points(curve, TrainingEvent.EpochDone::heldOutLoss), marks));
    }

    /** What stands in the place of the losses where there is no curve. */
    String insteadOfLosses(LossCurve curve) {
        if (!curve.onePass()) {
            return words.get("loss.empty");
        }
        TrainingEvent.EpochDone only = curve.epochs().getFirst();
        return Double.isFinite(only.heldOutLoss()) ? words.get("loss.onePass", only.loss(), only.heldOutLoss())
                : words.get("loss.onePass.noneHeldOut", only.loss());
    }

    Scale epochs(LossCurve curve) {
        return Scale.round(0, curve.epochs().isEmpty() ? 1 : Math.max(2, curve.epochs().getLast().epoch()), 5);
    }

    /** From zero, so that a small change does not look like a large one. */
    Scale losses(double highest) {
        return Scale.round(0, highest == 0 ? 0.1 : highest, 4);
    }

    /** Falls per lap against labels: the policy of every round, and the cloning control at the same number of labels. */
    List<Series> rounds(List<Round> rounds) {
        return List.of(
                new Series(words.get("rounds.cloning"), "plot-neutral", measured(rounds, Round::cloning), true),
                new Series(words.get("rounds.policy"), "plot-learner", measured(rounds, Round::fallsPerLap), true));
    }

    /** What stands in the place of the falls where no round was driven. @param measuring whether one is driven right now */
    String insteadOfRounds(List<Round> rounds, boolean measuring) {
        return words.get(rounds.isEmpty() || measuring ? "rounds.empty" : "rounds.notDriven");
    }

    Scale labels(List<Round> rounds) {
        return Scale.round(0, rounds.stream().mapToInt(Round::labels).max().orElse(1000), 4);
    }

    Scale falls(List<Round> rounds) {
        double highest = rounds.stream().flatMap(round -> java.util.stream.Stream.of(round.fallsPerLap(), round.cloning()))
                .filter(result -> result.laps() > 0).mapToDouble(Round.Measured::high).max().orElse(1);
        return Scale.round(0, Math.max(0.1, highest), 4);
    }

    /** Whether any round was driven. */
    static boolean measured(List<Round> rounds) {
        return rounds.stream().anyMatch(round -> round.fallsPerLap().laps() > 0 || round.cloning().laps() > 0);
    }

    private static List<Series.Point> points(LossCurve curve, Function<TrainingEvent.EpochDone, Double> loss) {
        return curve.epochs().stream().filter(epoch -> Double.isFinite(loss.apply(epoch)))
                .map(epoch -> new Series.Point(epoch.epoch(), loss.apply(epoch))).toList();
    }

    private static List<Series.Point> measured(List<Round> rounds, Function<Round, Round.Measured> which) {
        return rounds.stream().filter(round -> which.apply(round).laps() > 0).map(round -> {
            Round.Measured result = which.apply(round);
            return new Series.Point(round.labels(), result.mean(), result.low(), result.high());
        }).toList();
    }
}
