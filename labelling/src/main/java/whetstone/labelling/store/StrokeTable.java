package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.ActionSpec;

/** The tables {@code strokes} and {@code stroke_chunks}. Safe for any thread, each with its own handle. */
final class StrokeTable {
    /** A stroke of an hour at 1000 samples a second; more is no stroke. */
    private static final long LONGEST_BYTES = 64L << 20;

    /** How a stroke ended; {@code OPEN} is found in a file only after its program was killed. */
    enum State { OPEN, FINISHED, DROPPED, RECOVERED }

    /** What is known of a stroke at its beginning. */
    record Beginning(long rollout, String expert, String device, Instant startedAt, double ticksPerSecond, ActionSpec action,
                     Stroke.Origin origin) {}

    private StrokeTable() {}

    static long insert(Handle handle, Beginning stroke, State state) {
        return handle.createUpdate("""
                        INSERT INTO strokes (rollout, expert, device, started_at, ticks_per_second, action, state, origin)
                        VALUES (:rollout, :expert, :device, :startedAt, :ticksPerSecond, :action, :state, :origin)""")
                .bind("rollout", stroke.rollout()).bind("expert", stroke.expert()).bind("device", stroke.device())
                .bind("startedAt", stroke.startedAt().toString()).bind("ticksPerSecond", stroke.ticksPerSecond())
                .bind("action", Json.write(stroke.action())).bind("state", name(state))
                .bind("origin", name(stroke.origin()))
                .executeAndReturnGeneratedKeys().mapTo(Long.class).one();
    }

    static void append(Handle handle, long stroke, int number, byte[] samples, byte[] playback) {
        handle.createUpdate("INSERT INTO stroke_chunks (stroke, number, samples, playback) VALUES (:stroke, :number, :samples, :playback)")
                .bind("stroke", stroke).bind("number", number).bind("samples", samples).bind("playback", playback).execute();
    }

    static void end(Handle handle, long stroke, State state) {
        handle.createUpdate("UPDATE strokes SET state = :state WHERE id = :id").bind("state", name(state)).bind("id", stroke).execute();
    }

    /** Strokes that were being given when the program was killed. */
    static List<Long> open(Handle handle) {
        return handle.createQuery("SELECT id FROM strokes WHERE state = 'open' ORDER BY id").mapTo(Long.class).list();
    }

    /** @throws IllegalArgumentException with a sentence if it can't be used */
    static Stroke read(Handle handle, long id) {
        long bytes = handle.createQuery("SELECT coalesce(sum(length(samples) + length(playback)), 0) FROM stroke_chunks WHERE stroke = :id")
                .bind("id", id).mapTo(Long.class).one();
        if (bytes > LONGEST_BYTES) {
            throw new IllegalArgumentException("stroke " + id + " of " + bytes + " bytes is too long to be one");
        }
        return handle.createQuery("SELECT * FROM strokes WHERE id = :id").bind("id", id).map((row, _) -> stroke(handle, row)).findOne()
                .orElseThrow(() -> new IllegalArgumentException("stroke " + id + " is missing"));
    }

    private static Stroke stroke(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        ActionSpec action = Json.read(row.getString("action"), ActionSpec.class);
        List<PlaybackSegment> playback = new ArrayList<>();
        java.io.ByteArrayOutputStream samples = new java.io.ByteArrayOutputStream();
        handle.createQuery("SELECT samples, playback FROM stroke_chunks WHERE stroke = :id ORDER BY number").bind("id", id)
                .map((chunk, _) -> {
                    samples.writeBytes(chunk.getBytes("samples"));
                    return playback.addAll(Blobs.playback(chunk.getBytes("playback")));
                }).list();
        StrokeSamples read = Blobs.samples(action.size(), samples.toByteArray());
        return new Stroke(id, row.getLong("rollout"), row.getString("expert"), row.getString("device"), Rows.instant(row, "started_at"),
                row.getDouble("ticks_per_second"), action, playback, read,
                Stroke.Origin.valueOf(row.getString("origin").toUpperCase(java.util.Locale.ROOT)));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
