package whetstone.labelling.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;

/**
 * What stands in a row of the log. A rollout that would begin before the one before it ended begins a second after that: the names of
 * all pictures are of different times, in the order of the rows.
 */
final class UdacityCells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss_SSS").withZone(ZoneOffset.UTC);
    private static final List<String> SIDES = List.of("left", "right");
    private static final String CENTRE = "front";

    private final Recordings recordings;
    private final Map<Long, Instant> begins = new HashMap<>();

    UdacityCells(Recordings recordings) {
        this.recordings = recordings;
        Optional<Instant> free = Optional.empty();
        for (Recording recording : recordings.recordings()) {
            Instant recorded = recording.info().recordedAt();
            Instant begin = free.filter(recorded::isBefore).orElse(recorded);
            begins.put(recording.id(), begin);
            free = Optional.of(time(begin, recording, recording.length()).plusSeconds(1));
        }
    }

    private static Instant time(Instant begin, Recording recording, int tick) {
        return begin.plus(Duration.ofMillis(Math.round(tick * 1000 / recording.info().environment().ticksPerSecond())));
    }

    /** Whether every rollout has a camera to the left and one to the right: a log has them in all rows or in none. */
    static boolean sideCameras(Recordings recordings) {
        return recordings.recordings().stream().allMatch(recording ->
                recording.info().environment().cameras().stream().map(Camera::name).toList().containsAll(SIDES));
    }

    /** The cameras of a rollout that are written, by the name that this format gives them: front, left, right. */
    static Map<String, String> cameras(Recording recording, Recordings recordings) {
        EnvironmentSpec environment = recording.info().environment();
        boolean sides = sideCameras(recordings);
        String centre = Stream.concat(environment.cameras().stream().map(Camera::name).filter(CENTRE::equals),
                environment.cameras().stream().map(Camera::name).filter(name -> !sides || !SIDES.contains(name))).findFirst()
                .orElse(environment.frontCamera().name());
        Map<String, String> cameras = new LinkedHashMap<>();
        cameras.put(CENTRE, centre);
        if (sides) {
            SIDES.forEach(side -> cameras.put(side, side));
        }
        return cameras;
    }

    /** The camera of each picture of a frame by the picture's place in the folder. */
    Map<String, String> pictures(Recording recording, Frame frame) {
        Map<String, String> pictures = new LinkedHashMap<>();
        cameras(recording, recordings).forEach((name, camera) -> pictures.put(place(recording, frame, name), camera));
        return pictures;
    }

    private String place(Recording recording, Frame frame, String camera) {
        return PictureFolder.NAME + "/" + (camera.equals(CENTRE) ? "center" : camera) + "_"
                + TIME.format(time(begins.get(recording.id()), recording, frame.step().tick())) + ".jpg";
    }

    List<String> row(Recording recording, Frame frame) {
        Action wanted = frame.wanted().orElseThrow();
        List<String> cells = new ArrayList<>(pictures(recording, frame).keySet());
        while (cells.size() < 1 + SIDES.size()) {
            cells.add("");
        }
        double speed = measured(recording, frame, EnvironmentSpec.SPEED) / UdacityLog.METRES_PER_SECOND_IN_A_MILE_PER_HOUR;
        float throttle = named(wanted, "throttle").orElseGet(() -> measured(recording, frame, "throttle"));
        // The simulator's throttle only pushes; what pulls is its brake.
        float brake = named(wanted, "brake").orElseGet(() -> Math.max(measured(recording, frame, "brake"), Math.max(0, -throttle)));
        for (float number : new float[] {wanted.steer(), Math.max(0, throttle), brake, (float) speed}) {
            cells.add(String.valueOf(number));
        }
        return cells;
    }

    private static Optional<Float> named(Action action, String dimension) {
        return action.spec().dimensions().stream().map(ActionSpec.Dimension::name).anyMatch(dimension::equals)
                ? Optional.of(action.get(dimension)) : Optional.empty();
    }

    private static float measured(Recording recording, Frame frame, String name) {
        return (float) recording.info().environment().state(frame.step().seen(), name, 0);
    }

    /** Which of throttle, brake and speed no rollout knows, for a sentence. */
    static String unknown(Recordings recordings) {
        List<String> known = Stream.concat(recordings.stateNames().stream(), recordings.dimensions().stream()).toList();
        return String.join(" and ", Stream.of("throttle", "brake", EnvironmentSpec.SPEED).filter(name -> !known.contains(name)
                && !(name.equals("brake") && known.contains("throttle"))).toList());
    }
}
