package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.EnvironmentState;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.Step;

/** The tables {@code frames} and {@code pictures}. Safe for any thread, each with its own handle. */
final class FrameTable {
    private FrameTable() {}

    /** A step as it is queued for the file. */
    record Frame(Step step, Map<String, EncodedPicture> originals) {
        /** Bytes that it holds in memory while it waits. */
        long bytes() {
            return step.seen().pictures().values().stream().mapToLong(Picture::size).sum()
                    + originals.values().stream().mapToLong(EncodedPicture::length).sum() + 512;
        }
    }

    static void insert(Handle handle, long rollout, EnvironmentSpec environment, List<Frame> frames) {
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO frames (rollout, tick, state, learner, executed, expert, control, events, environment_state)
                VALUES (:rollout, :tick, :state, :learner, :executed, :expert, :control, :events, :environmentState)""");
        PreparedBatch pictures = handle.prepareBatch("""
                INSERT INTO pictures (rollout, tick, camera, format, bytes) VALUES (:rollout, :tick, :camera, :format, :bytes)""");
        for (Frame frame : frames) {
            add(rows, rollout, frame.step());
            for (Camera camera : environment.cameras()) {
                add(pictures, rollout, frame, camera);
            }
        }
        rows.execute();
        pictures.execute();
    }

    private static void add(PreparedBatch rows, long rollout, Step step) {
        rows.bind("rollout", rollout).bind("tick", step.tick()).bind("state", Blobs.state(step.seen().state()))
                .bind("learner", step.learnerAction().map(Blobs::action)).bind("executed", step.executedAction().map(Blobs::action))
                .bind("expert", step.expertAction().map(Blobs::action)).bind("control", step.control().name())
                .bind("events", step.events().stream().map(Event::name).sorted().collect(Collectors.joining(" ")))
                .bind("environmentState", step.state().map(EnvironmentState::toBytes)).add();
    }

    private static void add(PreparedBatch pictures, long rollout, Frame frame, Camera camera) {
        EncodedPicture original = frame.originals().get(camera.name());
        Picture picture = frame.step().seen().pictures().get(camera.name());
        if (original == null && picture == null) {
            return;
        }
        pictures.bind("rollout", rollout).bind("tick", frame.step().tick()).bind("camera", camera.name());
        if (original != null) {
            pictures.bind("format", original.format().name().toLowerCase(java.util.Locale.ROOT)).bind("bytes", original.toBytes());
        } else {
            PictureCodec.Encoded encoded = PictureCodec.encode(picture);
            pictures.bind("format", encoded.format()).bind("bytes", encoded.bytes());
        }
        pictures.add();
    }

    /** Reads one frame. @throws IllegalArgumentException with a sentence if it can't be used */
    static Step read(Handle handle, long rollout, int tick, EnvironmentSpec environment, boolean withPictures) {
        Map<String, Picture> pictures = withPictures ? pictures(handle, rollout, tick, environment) : Map.of();
        return handle.createQuery("SELECT * FROM frames WHERE rollout = :rollout AND tick = :tick")
                .bind("rollout", rollout).bind("tick", tick).map((row, _) -> step(row, tick, environment, pictures)).findOne()
                .orElseThrow(() -> new IllegalArgumentException("it is missing"));
    }

    /** Reads the steps of some ticks, in order, without their pictures. @throws IllegalArgumentException if one can't be used */
    static List<Step> readWithoutPictures(Handle handle, long rollout, int from, int to, EnvironmentSpec environment) {
        List<Step> steps = handle.createQuery("SELECT * FROM frames WHERE rollout = :rollout AND tick >= :from AND tick < :to ORDER BY tick")
                .bind("rollout", rollout).bind("from", from).bind("to", to)
                .map((row, _) -> step(row, row.getInt("tick"), environment, Map.of())).list();
        if (steps.size() != to - from) {
            throw new IllegalArgumentException("one is missing");
        }
        return steps;
    }

    private static Step step(ResultSet row, int tick, EnvironmentSpec environment, Map<String, Picture> pictures) throws SQLException {
        ActionSpec spec = environment.action();
        return new Step(tick, new Observation(pictures, new StateVector(Blobs.floats(row.getBytes("state")))),
                action(row, "learner", spec), action(row, "executed", spec), Control.valueOf(row.getString("control")),
                action(row, "expert", spec), events(row.getString("events")),
                Optional.ofNullable(row.getBytes("environment_state")).map(EnvironmentState::new));
    }

    private static Optional<Action> action(ResultSet row, String column, ActionSpec spec) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(blob -> new Action(spec, Blobs.floats(blob)));
    }

    private static Set<Event> events(String names) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).map(Event::valueOf).forEach(events::add);
        return events;
    }

    private static Map<String, Picture> pictures(Handle handle, long rollout, int tick, EnvironmentSpec environment) {
        Map<String, Picture> pictures = new HashMap<>();
        handle.createQuery("SELECT camera, format, bytes FROM pictures WHERE rollout = :rollout AND tick = :tick")
                .bind("rollout", rollout).bind("tick", tick).map((row, _) -> {
                    Camera camera = environment.camera(row.getString("camera"));
                    return pictures.put(camera.name(), picture(row.getString("format"), row.getBytes("bytes"), camera));
                }).list();
        return pictures;
    }

    /** The pictures of one frame that came as files, by camera. @throws IllegalArgumentException with a sentence if one can't be used */
    static Map<String, EncodedPicture> originals(Handle handle, long rollout, int tick) {
        Map<String, EncodedPicture> originals = new HashMap<>();
        handle.createQuery("SELECT camera, bytes FROM pictures WHERE rollout = :rollout AND tick = :tick AND format IN ('jpeg', 'png')")
                .bind("rollout", rollout).bind("tick", tick)
                .map((row, _) -> originals.put(row.getString("camera"), new EncodedPicture(row.getBytes("bytes")))).list();
        return originals;
    }

    private static Picture picture(String format, byte[] blob, Camera camera) {
        return switch (format) {
            case "jpeg", "png" -> original(new EncodedPicture(blob), camera);
            default -> PictureCodec.decode(Prediction.of(format).orElseThrow(() ->
                    new IllegalArgumentException("a picture is in the unknown format '" + format + "'")), blob, camera);
        };
    }

    private static Picture original(EncodedPicture file, Camera camera) {
        if (file.width() != camera.width() || file.height() != camera.height()) {
            throw new IllegalArgumentException("the picture of camera '" + camera.name() + "' is " + file.width() + " x " + file.height()
                    + ", not " + camera.width() + " x " + camera.height());
        }
        return file.decode(camera.channels());
    }
}
