package whetstone.labelling.input;

/**
 * How one axis of a device becomes one dimension of an action.
 *
 * @param dimension of the action, "steer" or "throttle"
 * @param axis index in the device's axes
 * @param inverted turned around
 * @param centre what the axis reads at rest, -0.5 to 0.5 (a pedal that rests at an end is mapped with its centre at 0)
 * @param deadZone around the centre, 0 to 0.5: reads as zero; the rest is stretched so that nothing jumps at its edge
 * @param exponent of the response curve, 1 (straight) to 4 (fine around the centre)
 */
public record AxisMapping(String dimension, int axis, boolean inverted, double centre, double deadZone, double exponent) {
    public AxisMapping {
        if (dimension == null || dimension.isBlank() || axis < 0 || axis > 255) {
            throw new IllegalArgumentException("axis " + axis + " can't be mapped to '" + dimension + "'");
        }
        if (!(centre >= -0.5 && centre <= 0.5)) {
            throw new IllegalArgumentException("a centre of " + centre + " is not between -0.5 and 0.5");
        }
        if (!(deadZone >= 0 && deadZone <= 0.5)) {
            throw new IllegalArgumentException("a dead zone of " + deadZone + " is not between 0 and 0.5");
        }
        if (!(exponent >= 1 && exponent <= 4)) {
            throw new IllegalArgumentException("a curve's exponent of " + exponent + " is not between 1 and 4");
        }
    }

    /** A straight mapping without dead zone. */
    public static AxisMapping straight(String dimension, int axis) {
        return new AxisMapping(dimension, axis, false, 0, 0, 1);
    }

    /**
     * The response to a raw reading: monotone, odd around the centre, from -1 to 1.
     *
     * @param raw in [-1, 1] as the device gives it
     * @throws IllegalArgumentException if the device gave NaN
     */
    public double respond(double raw) {
        if (Double.isNaN(raw)) {
            throw new IllegalArgumentException("the axis for '" + dimension + "' reads not a number; unplug the device and plug it in again");
        }
        double reach = raw < centre ? 1 + centre : 1 - centre;
        double fromCentre = Math.clamp((raw - centre) / reach, -1, 1);
        double beyond = Math.max(0, Math.abs(fromCentre) - deadZone) / (1 - deadZone);
        double response = Math.copySign(Math.pow(beyond, exponent), fromCentre);
        return inverted ? -response : response;
    }

    public AxisMapping withAxis(int newAxis) {
        return new AxisMapping(dimension, newAxis, inverted, centre, deadZone, exponent);
    }

    public AxisMapping withInverted(boolean newInverted) {
        return new AxisMapping(dimension, axis, newInverted, centre, deadZone, exponent);
    }

    public AxisMapping withCentre(double newCentre) {
        return new AxisMapping(dimension, axis, inverted, newCentre, deadZone, exponent);
    }

    public AxisMapping withDeadZone(double newDeadZone) {
        return new AxisMapping(dimension, axis, inverted, centre, newDeadZone, exponent);
    }

    public AxisMapping withExponent(double newExponent) {
        return new AxisMapping(dimension, axis, inverted, centre, deadZone, newExponent);
    }
}
