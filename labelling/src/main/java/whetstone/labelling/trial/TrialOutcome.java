package whetstone.labelling.trial;

/** How a trial, or the part of it that the labels steered, ended. Seconds are of the environment's own time, from the state that was tried from. */
public sealed interface TrialOutcome {
    double seconds();

    /**
     * No fall within the time tried, and at its end no further than half-way between the middle of the road and its edge
     * ({@link whetstone.model.environment.Environment#offCentre}); where the environment can't tell its place, no fall is enough.
     */
    record Recovers(double seconds) implements TrialOutcome {}

    /** It fell within the time tried. */
    record Falls(double seconds) implements TrialOutcome {}

    /** It did not fall, but its time or episode was over before it was near the middle again. */
    record Unfinished(double seconds) implements TrialOutcome {}
}
