package whetstone.labelling.exchange.lerobot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.EnvironmentSpec;

/** What LeRobot datasets can't hold of recordings, a sentence each. */
final class Limits {
    /** From here on neighbouring numbers of 32 bits are further apart than the tenth of a millisecond that LeRobot v2.1 allows. */
    private static final double EXACT_SECONDS = 1024;

    private Limits() {}

    static List<String> of(Recordings recordings, Version version) {
        Optional<String> unlike = Survey.unlike(recordings);
        if (unlike.isPresent() || recordings.recordings().isEmpty()) {
            return unlike.stream().toList();
        }
        EnvironmentSpec environment = Survey.common(recordings);
        Survey survey = Survey.of(recordings);
        List<String> limits = new ArrayList<>();
        if (survey.unlabelled() > 0) {
            limits.add(String.format(Locale.ROOT, "An action stands in every frame: in %,d of %,d frames nobody said what is to be imitated, "
                    + "the executed action stands there, and 'labelled' is false.", survey.unlabelled(), recordings.frames()));
        }
        int rate = LeRobotExport.framesPerSecond(environment);
        if (rate != environment.ticksPerSecond()) {
            limits.add(String.format(Locale.ROOT, "Frames per second are whole: %s become %d, and 'timestamp' runs by that.",
                    environment.ticksPerSecond(), rate));
        }
        if (environment.cameras().stream().anyMatch(camera -> camera.channels() == 1)) {
            limits.add("Pictures have three channels: grey ones are written with three equal ones.");
        }
        if (survey.saved()) {
            limits.add("The states of the environment by which it can be driven on from a frame are left out.");
        }
        if (!recordings.sittings().isEmpty()) {
            limits.add("The work log (who sat how long at the screen) is left out; the format csv writes it.");
        }
        longest(recordings, rate).filter(_ -> version == Version.V2_1).ifPresent(limits::add);
        return limits;
    }

    private static Optional<String> longest(Recordings recordings, int rate) {
        double seconds = recordings.recordings().stream().mapToInt(Recording::length).max().orElse(0) / (double) rate;
        return seconds <= EXACT_SECONDS ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "'timestamp' has 32 bits: in an episode "
                + "of %.0f seconds it is not exact to a tenth of a millisecond; open it with tolerance_s=1e-3.", seconds));
    }
}
