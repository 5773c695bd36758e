package whetstone.labelling;

import java.util.List;
import java.util.Locale;

/**
 * A stretch of a rollout that is worth labelling.
 *
 * @param reasons at least one, the most important first
 * @param worth 0 to 1; the queue shows the highest first
 */
public record Clip(long rollout, TickRange range, double ticksPerSecond, List<Reason> reasons, double worth) {
    public Clip {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a clip needs a reason to be labelled");
        }
    }

    public Clip(long rollout, TickRange range, double ticksPerSecond, Reason reason, double worth) {
        this(rollout, range, ticksPerSecond, List.of(reason), worth);
    }

    /** The most important one. */
    public Reason reason() {
        return reasons.getFirst();
    }

    public double seconds() {
        return range.length() / ticksPerSecond;
    }

    /** The same clip, said to be worth this. */
    public Clip withWorth(double other) {
        return new Clip(rollout, range, ticksPerSecond, reasons, other);
    }

    /** Why a clip is worth labelling. */
    public sealed interface Reason {
        /** In a few words of English; a screen may say it in its own. */
        default String words() {
            return switch (this) {
                case Fall(double seconds) -> String.format(Locale.ROOT, "falls in %.1f s", seconds);
                case DisagreesWithLabel(double by, double seconds) ->
                        String.format(Locale.ROOT, "steers %.1f off the label %.1f s away", by, seconds);
                case DisagreesWithExpert(double by) -> String.format(Locale.ROOT, "steers %.1f off the expert", by);
                case ExpertsDiffer(double by) -> String.format(Locale.ROOT, "two experts steered %.1f apart", by);
                case SharpTurn(double by) -> String.format(Locale.ROOT, "steering changes by %.1f", by);
                case Unsure(double spread) -> String.format(Locale.ROOT, "the labels leave %.2f open", spread);
                case Novel() -> "unlike what was labelled";
                case Unseen() -> "not looked at yet";
            };
        }

        /** The vehicle falls. @param seconds from the clip's begin to the fall */
        record Fall(double seconds) implements Reason {}

        /** The learner's steering is off what was labelled nearby. @param seconds from there to the label */
        record DisagreesWithLabel(double by, double seconds) implements Reason {}

        /** The learner's steering is off what a program expert advised. */
        record DisagreesWithExpert(double by) implements Reason {}

        /** Two experts labelled it without sight of each other, and differently. @param by root of the mean squared difference */
        record ExpertsDiffer(double by) implements Reason {}

        /** The steering changes much in half a second. */
        record SharpTurn(double by) implements Reason {}

        /** What was labelled so far does not tell how to steer here. @param spread of an ensemble's steering */
        record Unsure(double spread) implements Reason {}

        /** Nothing alike was labelled yet. */
        record Novel() implements Reason {}

        /** Nothing is known that would single it out. */
        record Unseen() implements Reason {}
    }
}
