package whetstone.labelling.editing;

/**
 * A change of a curve. It sees the whole curve and gives the new one on the ticks that change; these may leave the bounds of the
 * action, {@link Curve#within} moves them back. A pure function: the same edit of the same curve gives the same one.
 */
public sealed interface Edit permits Drag, Draw, Smooth, Scale, Shift, Mirror, Interpolate {
    /** @throws IllegalArgumentException if the edit lies outside the curve */
    Curve on(Curve before);
}
