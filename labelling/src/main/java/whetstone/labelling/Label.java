package whetstone.labelling;

/** What an expert said of a range of ticks. Of two labels on one tick the newer one holds. */
public sealed interface Label {
    TickRange range();

    /** "This is how it should have been steered": the stroke says the action at every tick of the range. */
    record Correction(TickRange range, Stroke stroke) implements Label {}

    /** "The learner was right here": its own action is the label. */
    record Approval(TickRange range) implements Label {}

    /** "Nothing is to be learned from these frames": they are left out of training. */
    record Rejection(TickRange range) implements Label {}
}
