package whetstone.app.calibration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import whetstone.app.Words;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.LagEstimate;

/** Lags, gains and speeds in words; pure. */
final class CalibrationWording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Locale.UK);

    private final Words words;

    CalibrationWording(Words words) {
        this.words = words;
    }

    /** As people say it: 1/4×. */
    static String speed(double speed) {
        return speed < 1 ? "1/" + Math.round(1 / speed) + "×" : String.format(Locale.ROOT, "%.0f×", speed);
    }

    /** For names that must be plain: 25. */
    static String percent(double speed) {
        return String.valueOf(Math.round(100 * speed));
    }

    String lag(double seconds, double spread) {
        return words.get("lag", seconds * 1000, spread * 1000);
    }

    /** The rest of a result, behind the lag. */
    String details(LagEstimate.Measured measured) {
        return words.get("result.details", measured.stepLagSeconds() * 1000, measured.gain(), measured.bias(), measured.peak());
    }

    String day(Instant at) {
        return DAY.format(at.atZone(ZoneId.systemDefault()));
    }

    String inForce(Calibration calibration) {
        return words.get("inForce.details", calibration.gain(), day(calibration.at()));
    }
}
