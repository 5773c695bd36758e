package whetstone.labelling.input;

/** What a button of a stick can do; the same verbs as the keys of the Label screen. */
public enum StickVerb {
    /** Begins a stroke, and ends it. */
    RECORD,
    /** Plays, and pauses. */
    PLAY,
    /** "The learner was right." */
    APPROVE,
    REJECT,
    UNDO,
    REDO,
    STEP_BACK,
    STEP,
    SLOWER,
    FASTER,
    /** Hands the vehicle back to the policy. */
    HAND_BACK
}
