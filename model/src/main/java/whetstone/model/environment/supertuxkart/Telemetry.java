package whetstone.model.environment.supertuxkart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the game prints: its clock at every frame ({@code --fps-debug}) and the kart's motion (our script). Lines of another program:
 * whatever is not exactly one of the two is none.
 */
final class Telemetry {
    /** Longer lines are none of ours and are not looked at. */
    static final int LONGEST_LINE = 400;
    private static final double MOST = 1e6;
    private static final String NUMBER = "(-?[0-9][0-9.e+-]{0,24})";
    private static final Pattern CLOCK = Pattern.compile("fps: time " + NUMBER + " distance ");
    private static final Pattern MOTION = Pattern.compile("Script: whetstone [0-9]{1,9}" + (" " + NUMBER).repeat(6) + "\\s*$");

    private Telemetry() {}

    /** What one line tells. */
    sealed interface Report {}

    /** A frame begins. @param seconds of the race, on the game's own clock */
    record Clock(double seconds) implements Report {}

    /** The kart's place in metres and its velocity in metres per second, in the game's coordinates. */
    record Motion(double x, double y, double z, double vx, double vy, double vz) implements Report {
        /** In the horizontal plane. */
        double speed() {
            return Math.hypot(vx, vz);
        }

        double distance(Motion other) {
            return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y) + (z - other.z) * (z - other.z));
        }
    }

    static Optional<Report> read(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        Matcher clock = CLOCK.matcher(line);
        if (clock.find()) {
            return numbers(clock).map(values -> new Clock(values[0]));
        }
        Matcher motion = MOTION.matcher(line);
        return motion.find() ? numbers(motion).map(v -> new Motion(v[0], v[1], v[2], v[3], v[4], v[5])) : Optional.empty();
    }

    private static Optional<double[]> numbers(Matcher matcher) {
        double[] values = new double[matcher.groupCount()];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.parseDouble(matcher.group(i + 1));
                if (!(Math.abs(values[i]) <= MOST)) {
                    return Optional.empty();
                }
            }
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
        return Optional.of(values);
    }
}
