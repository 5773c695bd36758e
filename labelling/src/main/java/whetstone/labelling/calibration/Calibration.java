package whetstone.labelling.calibration;

import java.time.Instant;

/**
 * What a pursuit task measured of one expert with one device at one playback speed. What he gives is
 * {@code gain * wanted + bias}, {@code lagSeconds} of his own time late; in the recording that is lag times speed.
 *
 * @param id given by the dataset file; 0 before it is saved
 * @param device the stick's name as the system tells it
 * @param speed of playback, times real time
 * @param lagSpreadSeconds standard deviation of the lag
 * @param peak of the cross-correlation that the lag was read from, in [0, 1]
 */
public record Calibration(long id, String expert, String device, double speed, double lagSeconds, double lagSpreadSeconds, double gain,
                          double bias, double peak, Instant at) {
    public Calibration {
        require(speed > 0 && Double.isFinite(speed), "speed", speed);
        require(Double.isFinite(lagSeconds), "lag", lagSeconds);
        require(lagSpreadSeconds >= 0 && Double.isFinite(lagSpreadSeconds), "spread of the lag", lagSpreadSeconds);
        require(gain > 0 && Double.isFinite(gain), "gain", gain);
        require(Double.isFinite(bias), "bias", bias);
        require(peak >= 0 && peak <= 1, "peak", peak);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException("a calibration's " + what + " can't be " + value);
        }
    }

    public Calibration withId(long newId) {
        return new Calibration(newId, expert, device, speed, lagSeconds, lagSpreadSeconds, gain, bias, peak, at);
    }
}
