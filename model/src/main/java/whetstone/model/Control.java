package whetstone.model;

/** Who was in control at a tick. */
public enum Control {
    /** The learner. */
    POLICY,
    /** An expert that is a program. */
    EXPERT,
    /** A human, by stick, mouse or keyboard. */
    HUMAN,
    /** A recording from outside that does not say. */
    UNKNOWN
}
