package whetstone.labelling;

/** How much each labelled frame counts in training. */
public enum Weighting {
    /** All the same. */
    EQUAL,
    /** A human's label as far as it can be trusted, but never less than a twentieth; what was driven counts in full. */
    BY_TRUST
}
