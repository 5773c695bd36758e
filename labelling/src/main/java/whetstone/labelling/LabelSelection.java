package whetstone.labelling;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which labels count: of the journals' entries, and of the rollouts that an expert drove himself.
 *
 * @param said which entries of the journals
 * @param driven whose executed actions are labels
 */
public record LabelSelection(Predicate<JournalEntry> said, Predicate<RolloutSummary> driven) {
    public static final LabelSelection ALL = new LabelSelection(_ -> true, _ -> true);

    /** What a round was trained on: what had been said when it was trained, of its rollouts. */
    public static LabelSelection of(Round round) {
        Set<Long> rollouts = Set.copyOf(round.rollouts());
        return new LabelSelection(entry -> !entry.at().isAfter(round.at()) && rollouts.contains(entry.rollout()),
                rollout -> rollouts.contains(rollout.id()));
    }

    /**
     * The same, without the labels of one expert, one sitting or one round.
     *
     * @param rounds of the dataset, by which the labels of a round are known: those said after the round before it
     * @throws IllegalArgumentException if the sitting or round is not there
     */
    public LabelSelection without(Ablation.Without without, List<Round> rounds, List<Sitting> sittings) {
        return switch (without) {
            case Ablation.Without.Expert(String name) -> except(entry -> entry.expert().equals(name),
                    rollout -> rollout.info().expert().filter(name::equals).isPresent());
            case Ablation.Without.Sitting(long id) -> {
                Sitting sitting = sittings.stream().filter(one -> one.id() == id).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no sitting " + id));
                yield except(entry -> entry.expert().equals(sitting.expert()) && !entry.at().isBefore(sitting.from())
                        && !entry.at().isAfter(sitting.to()), _ -> false);
            }
            case Ablation.Without.Round(int number) -> {
                Instant end = rounds.stream().filter(round -> round.number() == number).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no round " + number)).at();
                Instant begin = rounds.stream().filter(round -> round.number() < number).map(Round::at).max(Instant::compareTo)
                        .orElse(Instant.MIN);
                yield except(entry -> entry.at().isAfter(begin) && !entry.at().isAfter(end),
                        rollout -> rollout.info().recordedAt().isAfter(begin) && !rollout.info().recordedAt().isAfter(end));
            }
        };
    }

    private LabelSelection except(Predicate<JournalEntry> entries, Predicate<RolloutSummary> rollouts) {
        return new LabelSelection(said.and(entries.negate()), driven.and(rollouts.negate()));
    }
}
