package whetstone.labelling.trial;

/** Who steers at one moment of a trial: the labels in force, given tick by tick, or the policy. */
public enum TrialDriver { LABELS, POLICY }
