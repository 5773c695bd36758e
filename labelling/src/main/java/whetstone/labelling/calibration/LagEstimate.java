package whetstone.labelling.calibration;

/** What a pursuit task says of an expert's hand. */
public sealed interface LagEstimate {
    /**
     * The hand gives {@code gain * target + bias}, late by the lag.
     *
     * @param lagSeconds of the expert's own time; reaction and movement together, as that is what a label is late by
     * @param lagSpreadSeconds standard deviation of the lag over stretches of the task
     * @param peak of the cross-correlation of hand and target, in [0, 1]
     * @param stepLagSeconds the same lag by the jumps alone: the median time until half of a jump is answered
     */
    record Measured(double lagSeconds, double lagSpreadSeconds, double gain, double bias, double peak, double stepLagSeconds)
            implements LagEstimate {}

    /** Nothing is measured. @param sentence says why, and what to do */
    record Refused(String sentence) implements LagEstimate {}
}
