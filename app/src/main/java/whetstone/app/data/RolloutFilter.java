package whetstone.app.data;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Which rollouts the table shows.
 *
 * @param text every word of it must occur in the source, the driver or the number; blank shows all
 * @param round only rollouts of this round, where given
 * @param onlyLabelled only rollouts with a label in force
 * @param deleted the deleted ones instead of the kept ones
 */
record RolloutFilter(String text, OptionalInt round, boolean onlyLabelled, boolean deleted) implements Predicate<RolloutRow> {
    static final RolloutFilter ALL = new RolloutFilter("", OptionalInt.empty(), false, false);

    @Override
    public boolean test(RolloutRow row) {
        return row.summary().deleted() == deleted
                && (round.isEmpty() || row.summary().info().round() == round.getAsInt())
                && (!onlyLabelled || row.summary().labelled() > 0)
                && hasEveryWord(row);
    }

    RolloutFilter withText(String newText) {
        return new RolloutFilter(newText, round, onlyLabelled, deleted);
    }

    RolloutFilter withRound(OptionalInt newRound) {
        return new RolloutFilter(text, newRound, onlyLabelled, deleted);
    }

    RolloutFilter withOnlyLabelled(boolean only) {
        return new RolloutFilter(text, round, only, deleted);
    }

    RolloutFilter withDeleted(boolean showDeleted) {
        return new RolloutFilter(text, round, onlyLabelled, showDeleted);
    }

    private boolean hasEveryWord(RolloutRow row) {
        String searched = (row.id() + " " + row.summary().info().source() + " " + row.driver()).toLowerCase(Locale.ROOT);
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!searched.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
