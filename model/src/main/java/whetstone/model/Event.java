package whetstone.model;

/** What can happen at a tick beside driving on. */
public enum Event {
    /** The vehicle left the road and was put back. */
    FALL,
    /** A lap was completed. */
    LAP,
    /** The human took over from the policy. */
    TAKE_OVER,
    /** The human handed back to the policy. */
    HAND_BACK
}
